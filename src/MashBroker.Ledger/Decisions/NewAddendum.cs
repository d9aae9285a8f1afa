namespace MashBroker.Ledger.Decisions;

/// <summary>Returns that came after a decision, about to be put on record.</summary>
public sealed record NewAddendum
{
    public required int Number { get; init; }

    /// <summary>The one that stands.</summary>
    public required DecisionRow Decision { get; init; }

    public required int PackVersion { get; init; }

    /// <summary>SHA-256 of that pack's JSON, lower-case hexadecimal.</summary>
    public required string PackDigest { get; init; }

    /// <summary>Codes of the agencies whose returns came.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>Who has to know, in words that name no family.</summary>
    public required IReadOnlyList<string> ToBeTold { get; init; }

    /// <summary>When somebody has to have judged it.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>DER: an <see cref="AddendumStatement"/> as the hub signed it.</summary>
    public required byte[] Original { get; init; }
}
