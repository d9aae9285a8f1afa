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

    /// <summary>A number says that it is the same child, name and date of birth say otherwise: somebody looks which is wrong.</summary>
    public bool Possibly { get; init; }

    /// <summary>The children have name and date of birth in common.</summary>
    internal bool ByName { get; init; }
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
