namespace MashBroker.Ledger.Retention;

/// <summary>What one agency was told to erase, and its certificate once it came.</summary>
public sealed record PurgeRow
{
    public required string Agency { get; init; }

    /// <summary>When the hub received the certificate; null while it has none.</summary>
    public DateTimeOffset? CertifiedAt { get; init; }

    /// <summary>When it was erased, by the agency's clock.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    /// <summary>Letters the adapter erased, both ways.</summary>
    public int? LettersErased { get; init; }
}
