namespace MashBroker.Contracts.Contacts;

/// <summary>Reads a contact as it arrives; reports every fault at once, each with the path of its field.</summary>
public static class ContactDoor
{
    /// <summary>Largest contact accepted, in bytes.</summary>
    public const int SizeLimit = 256 * 1024;

    /// <param name="json">UTF-8 JSON as received.</param>
    /// <param name="now">The hub's clock: <c>receivedAt</c> may not lie after it; absent, it is this.</param>
    public static ContactReading Read(ReadOnlySpan<byte> json, DateTimeOffset now) =>
        throw new NotImplementedException();
}

/// <summary>Invariant: exactly one of a contact or at least one fault. Warnings go with a contact.</summary>
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
