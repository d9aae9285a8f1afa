using System.Text.Json;

namespace MashBroker.Adapters.Health.Fhir;

internal sealed record Bundle
{
    public required string ResourceType { get; init; }

    public string? Type { get; init; }

    public int? Total { get; init; }

    public IReadOnlyList<BundleLink> Link { get; init; } = [];

    public IReadOnlyList<BundleEntry> Entry { get; init; } = [];
}

internal sealed record BundleLink
{
    public required string Relation { get; init; }

    public required string Url { get; init; }
}

internal sealed record BundleEntry
{
    public JsonElement? Resource { get; init; }

    public EntrySearch? Search { get; init; }
}

internal sealed record EntrySearch
{
    public string? Mode { get; init; }

    public double? Score { get; init; }
}

internal sealed record OperationOutcome
{
    public required string ResourceType { get; init; }

    public IReadOnlyList<OutcomeIssue> Issue { get; init; } = [];

    // R4 has "multiple-matches" and "too-costly"; national services put their own code into the details.
    public bool SaysTooMany =>
        Issue.Any(issue =>
            issue.Code is "multiple-matches" or "too-costly"
            || issue.Details?.Coding.Any(coding => coding.Code == "TOO_MANY_MATCHES") == true
        );

    public bool SaysError => Issue.Any(issue => issue.Severity is "error" or "fatal");
}

internal sealed record OutcomeIssue
{
    public string? Severity { get; init; }

    public string? Code { get; init; }

    public CodeableConcept? Details { get; init; }
}
