using MashBroker.Contracts;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;

namespace MashBroker.Ledger.Enquiries;

/// <summary>An enquiry as the ledger holds it.</summary>
public sealed record EnquiryRow
{
    public required EnquiryReference Reference { get; init; }

    public required string ContactReference { get; init; }

    public required Rating Rating { get; init; }

    public required EnquiryState State { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset ReturnDueAt { get; init; }

    public required DateTimeOffset DecisionDueAt { get; init; }

    public DateTimeOffset? AllInAt { get; init; }

    /// <summary>When it was first decided; null where nobody has.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Whole minutes over the decision's limit, rounded up: of a decision that was late, or of one that is still to come. Null in time.</summary>
    public int? DecisionMinutesOver(DateTimeOffset now) =>
        (DecidedAt ?? now) > DecisionDueAt
            ? (int)Math.Ceiling(((DecidedAt ?? now) - DecisionDueAt).TotalMinutes)
            : null;

    /// <summary>The hub worker or manager who raised it.</summary>
    public required string RaisedBy { get; init; }

    /// <summary>The plan as JSON: clock, pre-warnings, who is told; no personal data.</summary>
    public required string PlanJson { get; init; }

    /// <summary>Its contact's key, which protects all that is kept of this enquiry.</summary>
    public required KeyId KeyId { get; init; }

    /// <summary>Subjects and concern as JSON; personal. Opened when asked for.</summary>
    /// <exception cref="ContentErasedException">It was erased.</exception>
    public byte[] Content => Vault.Open(EnquiryStore.ContentOf(Reference), KeptContent);

    /// <summary>When the whole enquiry was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>What was decided, as a code; absent until then.</summary>
    public string? Outcome { get; init; }

    /// <summary>Newest version of the pack; 0 before the first.</summary>
    public required int PackVersion { get; init; }

    internal byte[] KeptContent { get; init; } = [];

    internal ContentVault Vault { get; set; } = null!;
}
