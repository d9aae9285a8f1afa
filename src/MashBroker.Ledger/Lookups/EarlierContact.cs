using MashBroker.Contracts;

namespace MashBroker.Ledger.Lookups;

/// <summary>A contact that came before another and has somebody or a home in common with it.</summary>
public sealed record EarlierContact
{
    public required string Reference { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The enquiry it became; absent where it became none.</summary>
    public EnquiryReference? EnquiryReference { get; init; }

    /// <summary>Somebody has decided on it: that an enquiry is made, or that none is.</summary>
    public bool Decided { get; init; }

    public required InCommon InCommon { get; init; }

    /// <summary>
    /// The child's number is that of the other's child, with whom neither a name nor the date of birth agrees: it is another's, or
    /// one was mistyped, and somebody looks. <see cref="InCommon"/> is then what there is besides, or the child where that is all.
    /// </summary>
    public bool Possibly { get; init; }

    /// <summary>What is in common besides a number of the child's.</summary>
    internal InCommon BesidesNumber { get; init; }
}

/// <summary>What two contacts have in common; the nearest that applies.</summary>
public enum InCommon
{
    None = 0,
    Home,

    /// <summary>Somebody is in both, at least once not as the child whom it is about.</summary>
    Person,

    /// <summary>Both are about the same child.</summary>
    Child,
}
