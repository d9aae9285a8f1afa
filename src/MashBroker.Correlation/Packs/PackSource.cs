using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

/// <summary>Everything a pack is made from, as one transaction saw it.</summary>
internal sealed record PackSource
{
    public required string HubName { get; init; }

    public required string Zone { get; init; }

    public required PackReason Reason { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required EnquiryRow Enquiry { get; init; }

    public required EnquiryContent Content { get; init; }

    /// <summary>In the order of the hub's profile.</summary>
    public required IReadOnlyList<RequestRow> Requests { get; init; }

    /// <summary>Requests that were withdrawn before their agency was asked again, in the order asked.</summary>
    public IReadOnlyList<RequestRow> Earlier { get; init; } = [];

    /// <summary>Amendments that asked agencies about more people.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>The case file, in the order put on record.</summary>
    public IReadOnlyList<CaseEntry> Case { get; init; } = [];

    /// <summary>Passages of the case file that are left out of the pack for what they would tell.</summary>
    public int HeldBack { get; init; }

    /// <summary>In the order received.</summary>
    public required IReadOnlyList<ReceivedReturn> Returns { get; init; }

    public SharingRecord Sharing { get; init; } = new();
}

internal sealed record ReceivedReturn(ReturnRow Row, Return Body);
