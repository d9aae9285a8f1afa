using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Cases;

/// <summary>Reads a statement as it arrives; every fault at once, each with the path of its field.</summary>
public static class CaseEntryDoor
{
    /// <summary>Largest statement accepted, in bytes.</summary>
    public const int SizeLimit = 128 * 1024;

    /// <param name="json">UTF-8 JSON as received.</param>
    /// <param name="now">The hub's clock: what has happened cannot lie after it.</param>
    public static CaseEntryReading Read(CaseEntryKind kind, ReadOnlySpan<byte> json, DateTimeOffset now)
    {
        if (json.Length > SizeLimit)
        {
            return Refuse(kind, "is too large", $"Send at most {SizeLimit} bytes");
        }

        using var document = StrictJson.Parse(json, out var fault);
        if (document is null)
        {
            return Refuse(kind, "cannot be read", fault!.TrimEnd('.'));
        }

        var faults = new FaultList();
        if (FormObject.Of(document.RootElement, "", faults) is not { } form)
        {
            return Refuse(kind, "is not an object", "Send one object");
        }

        var statement = kind.Form(form, now);
        form.RefuseUnknown();
        return faults.IsEmpty
            ? new CaseEntryReading(statement, [])
            : new CaseEntryReading(null, faults.All) { Incomplete = statement };
    }

    private static CaseEntryReading Refuse(CaseEntryKind kind, string fault, string remedy) =>
        new(null, [new FieldFault(kind.Code, fault, remedy)]);
}

/// <summary>Invariant: exactly one of a statement or at least one fault.</summary>
public sealed record CaseEntryReading(CaseStatement? Statement, IReadOnlyList<FieldFault> Faults)
{
    /// <summary>
    /// What could be read of a faulty form, so that what else stands in the way of it is said at the same time. Never put on record.
    /// </summary>
    public CaseStatement? Incomplete { get; init; }
}
