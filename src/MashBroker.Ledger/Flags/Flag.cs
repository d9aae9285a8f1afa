using MashBroker.Contracts;

namespace MashBroker.Ledger.Flags;

/// <summary>Something the manager is told about an enquiry, once.</summary>
public sealed record Flag
{
    public required EnquiryReference EnquiryReference { get; init; }

    /// <summary>Code of the agency; empty when it is about the enquiry as a whole.</summary>
    public required string Agency { get; init; }

    public required FlagKind Kind { get; init; }

    /// <summary>When it truly fell due, however late it was noticed.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }
}

public enum FlagKind
{
    None = 0,

    /// <summary>Half the time to the deadline has passed and this agency has not answered.</summary>
    HalfTimeGone,
    ThreeQuartersGone,
    NineTenthsGone,

    /// <summary>The deadline has passed without this agency's final return.</summary>
    Late,

    /// <summary>The decision is due and this agency is still silent.</summary>
    Missing,

    /// <summary>The decision on this enquiry is due.</summary>
    DecisionDue,
}
