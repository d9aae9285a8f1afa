using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;

namespace MashBroker.Ledger.Decisions;

/// <summary>Returns that came after a decision, and whether somebody has said what they would have meant.</summary>
public sealed record AddendumRow
{
    public required EnquiryReference EnquiryReference { get; init; }

    /// <summary>Counted from 1 within the enquiry.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the decision that stood and stays.</summary>
    public required int Decision { get; init; }

    /// <summary>
    /// Number of the first later decision: it was made on a pack that holds these returns. Null while the one that they came after
    /// stands.
    /// </summary>
    public int? DecidedAnew { get; init; }

    public required int PackVersion { get; init; }

    public required string PackDigest { get; init; }

    public required string AgenciesJson { get; init; }

    public required string ToldJson { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When somebody has to have judged it.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>DER: an <see cref="AddendumStatement"/> as the hub signed it.</summary>
    public required byte[] Original { get; init; }

    public DateTimeOffset? JudgedAt { get; init; }

    public string? JudgedBy { get; init; }

    public AddendumEffect? Effect { get; init; }

    /// <summary>Number of the judgement's entry in the case file.</summary>
    public int? Entry { get; init; }

    /// <summary>Codes of the agencies.</summary>
    public IReadOnlyList<string> Agencies =>
        JsonSerializer.Deserialize<IReadOnlyList<string>>(AgenciesJson, MashJson.Options)!;

    /// <summary>Who has to know, in words.</summary>
    public IReadOnlyList<string> ToBeTold =>
        JsonSerializer.Deserialize<IReadOnlyList<string>>(ToldJson, MashJson.Options)!;
}
