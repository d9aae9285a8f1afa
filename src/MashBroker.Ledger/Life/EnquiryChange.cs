using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>What came of a change to a published enquiry. Where there are faults, nothing of it was done.</summary>
public sealed record EnquiryChange
{
    public required EnquiryReference Enquiry { get; init; }

    public required Rating Rating { get; init; }

    public required DateTimeOffset ReturnDueAt { get; init; }

    public required DateTimeOffset DecisionDueAt { get; init; }

    /// <summary>Codes of the agencies that a letter was written to, in the order of the hub's profile.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>The same agencies by their names.</summary>
    public IReadOnlyList<string> ToldNames { get; init; } = [];

    /// <summary>What whoever made the change should know, in plain words without names.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>What in the words that would leave may tell who referred or where somebody hides; then nothing was done either.</summary>
    public LeakReport? Leaks { get; init; }
}
