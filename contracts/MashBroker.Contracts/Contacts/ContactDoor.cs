using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Contacts;

/// <summary>
/// Reads a contact as it arrives; reports every fault at once, each with the path of its field. A field that is not known
/// is a fault: a misspelt one would otherwise be lost without anybody noticing.
/// </summary>
public static class ContactDoor
{
    /// <summary>Largest contact accepted, in bytes.</summary>
    public const int SizeLimit = 256 * 1024;

    private const string Whole = "contact";

    /// <param name="json">UTF-8 JSON as received.</param>
    /// <param name="now">The hub's clock: <c>receivedAt</c> may not lie after it; absent, it is this.</param>
    public static ContactReading Read(ReadOnlySpan<byte> json, DateTimeOffset now)
    {
        if (json.Length > SizeLimit)
        {
            return Refuse(
                "is too large",
                $"Send at most {SizeLimit} bytes; put what is long into the summary in short"
            );
        }

        using var document = StrictJson.Parse(json, out var fault);
        if (document is null)
        {
            return Refuse("cannot be read", fault!.TrimEnd('.'));
        }

        var faults = new FaultList();
        var warnings = new FaultList();
        var form = FormObject.Of(document.RootElement, "", faults);
        if (form is null)
        {
            return Refuse("is not an object", "Send one object with referrer, people and concern");
        }

        var contact = new ContactForm(faults, warnings, now).Read(form);
        if (faults.IsFull)
        {
            return new ContactReading(null, [.. faults.All, More], warnings.All);
        }

        return faults.IsEmpty
            ? new ContactReading(contact, [], warnings.All)
            : new ContactReading(null, faults.All, warnings.All);
    }

    private static FieldFault More { get; } =
        new(Whole, "has more faults than are listed", "Mend these and send it again");

    private static ContactReading Refuse(string fault, string remedy) =>
        new(null, [new FieldFault(Whole, fault, remedy)], []);
}

/// <summary>Invariant: exactly one of a contact or at least one fault. Warnings come with either.</summary>
public sealed record ContactReading(
    Contact? Contact,
    IReadOnlyList<FieldFault> Faults,
    IReadOnlyList<FieldFault> Warnings
);

/// <summary>What is wrong with one field and what to do. Never repeats the value: it may be personal.</summary>
/// <param name="Path">e.g. <c>people[1].dateOfBirth</c>.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed record FieldFault(string Path, string Fault, string Remedy);
