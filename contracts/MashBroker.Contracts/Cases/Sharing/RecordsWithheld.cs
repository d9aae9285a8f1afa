using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// The hub kept back records that an agency returned and that are not agreed. They are in the return as it was signed, sealed,
/// and nowhere else. Written by the hub itself: kinds and counts, nothing of what they say.
/// </summary>
public sealed record RecordsWithheld : CaseStatement
{
    /// <summary>Code of the agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The return's letter.</summary>
    public required MessageId Return { get; init; }

    public required IReadOnlyList<WithheldKind> Kinds { get; init; }

    /// <summary>The agency's headline, analysis and reasons were kept back with them: they may speak of what is not agreed.</summary>
    public required bool OwnWords { get; init; }

    /// <summary>Why, in words that name nobody.</summary>
    public required string Because { get; init; }

    // It has no form: nobody states it from outside.
    internal static RecordsWithheld Read(FormObject form, DateTimeOffset now) =>
        throw new NotSupportedException("The hub alone states what it withheld.");
}

/// <param name="Kind">Code of the kind of record.</param>
public sealed record WithheldKind(string Kind, int Count) : ContractRecord;
