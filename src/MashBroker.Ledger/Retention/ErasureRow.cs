using MashBroker.Contracts;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Retention;

/// <summary>One family's content, erased or about to be.</summary>
public sealed record ErasureRow
{
    public required string ContactReference { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    /// <summary>The outcome whose period is over, or <see cref="ErasureStore.Asked"/>.</summary>
    public required string Grounds { get; init; }

    /// <summary>Who asked for it, where somebody did.</summary>
    public string? AskedBy { get; init; }

    /// <summary>From here on it cannot be taken back.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When the key was destroyed; null while it is not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>DER: what the hub signed of it.</summary>
    public byte[]? Certificate { get; init; }

    public required KeyId KeyId { get; init; }
}
