using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Enquiries;

/// <summary>An enquiry about to be published.</summary>
public sealed record NewEnquiry
{
    public required Rating Rating { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset ReturnDueAt { get; init; }

    public required DateTimeOffset DecisionDueAt { get; init; }

    public required string RaisedBy { get; init; }

    /// <summary>
    /// The plan as JSON, no personal data. The ledger reads <c>warnings</c> of it: <c>[{ "kind": "HalfTimeGone", "at": UTC text }]</c>.
    /// </summary>
    public required string PlanJson { get; init; }

    /// <summary>In the clear; protected when it is written.</summary>
    public required byte[] Content { get; init; }

    public required IReadOnlyList<NewRequest> Requests { get; init; }
}

/// <summary>Invariant: exactly one of a letter (asked) or a reason (not asked).</summary>
public sealed record NewRequest(MessageId Id, string Agency, string AgencyName, Letter? Letter, string? NotAskedReason);
