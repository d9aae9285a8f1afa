using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Rules;

/// <summary>The contacts of <c>ops/samples/contacts</c>, read through the door as any other.</summary>
public static class SampleContacts
{
    public static string Folder { get; } = Path.Combine(Root(AppContext.BaseDirectory), "ops", "samples", "contacts");

    /// <exception cref="FormatException">The door refuses it; says why.</exception>
    public static Contact Read(string file)
    {
        // The hub reads a contact when it gets it, or later: no sample is received after the year it was written in.
        var reading = ContactDoor.Read(
            File.ReadAllBytes(Path.Combine(Folder, file)),
            SomeContact.Utc("2026-12-31 00:00")
        );
        return reading.Contact
            ?? throw new FormatException(
                $"{file}: " + string.Join("; ", reading.Faults.Select(fault => $"{fault.Path} {fault.Fault}"))
            );
    }

    /// <summary>The rows of the table in the folder's README, cells without their spaces.</summary>
    public static IEnumerable<string[]> Table() =>
        File.ReadLines(Path.Combine(Folder, "README.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "MashBroker.sln"))
            ? folder
            : Root(
                Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Not run inside the repository.")
            );
}
