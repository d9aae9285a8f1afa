using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Rules;

namespace MashBroker.Ledger.Contacts;

/// <summary>What triage found, as <see cref="ContactRow.TriageJson"/> holds it. The rules' own words, which name nobody.</summary>
public sealed record TriageNote
{
    public required DateTimeOffset AssessedAt { get; init; }

    public required bool Qualifies { get; init; }

    public required IReadOnlyList<CriterionFinding> Criteria { get; init; }

    public required IReadOnlyList<NearMiss> NearMisses { get; init; }

    public required IReadOnlyList<QuestionForAPerson> ForAPerson { get; init; }

    public required IReadOnlyList<string> OtherConcerns { get; init; }

    public required RatingSuggestion Suggested { get; init; }

    /// <summary>The least rating that the hub's own rules allow here; absent where they do not say.</summary>
    public Rating? LowestAllowed { get; init; }

    /// <summary>What the hub does besides, or instead of, an enquiry; some of it at once.</summary>
    public IReadOnlyList<RouteAdvice> Routes { get; init; } = [];

    public static TriageNote Of(TriageFinding finding, params IReadOnlyList<RouteAdvice> routes) =>
        new()
        {
            AssessedAt = finding.AssessedAt,
            Qualifies = finding.Qualifies,
            Criteria = finding.Criteria,
            NearMisses = finding.NearMisses,
            ForAPerson = finding.ForAPerson,
            OtherConcerns = finding.OtherConcerns,
            Suggested = finding.Suggested,
            LowestAllowed = finding.LowestAllowed is Rating.None ? null : finding.LowestAllowed,
            Routes = routes,
        };

    public string Write() => JsonSerializer.Serialize(this, MashJson.Options);

    public static TriageNote Read(string json) =>
        JsonSerializer.Deserialize<TriageNote>(json, MashJson.Options)
        ?? throw new LedgerException("The ledger holds a contact without its triage. Restore the last backup.");
}
