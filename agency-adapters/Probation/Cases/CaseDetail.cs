namespace MashBroker.Adapters.Probation.Cases;

/// <summary>What is held of one case. A list that is empty was read; one that is absent is a fault of the system.</summary>
internal sealed record CaseDetail
{
    public required string Crn { get; init; }

    public required IReadOnlyList<Conviction> Convictions { get; init; }

    public required IReadOnlyList<Registration> Registrations { get; init; }

    public RiskOfSeriousHarm? Rosh { get; init; }
}

internal sealed record Conviction
{
    public required long ConvictionId { get; init; }

    public DateOnly? ConvictionDate { get; init; }

    public required bool Active { get; init; }

    public bool InBreach { get; init; }

    public Described? MainOffence { get; init; }

    public Sentence? Sentence { get; init; }

    public IReadOnlyList<Described> Requirements { get; init; } = [];
}

internal sealed record Sentence
{
    public required string Description { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? ExpectedSentenceEndDate { get; init; }

    public DateOnly? TerminationDate { get; init; }

    public string? TerminationReason { get; init; }
}

internal sealed record Registration
{
    public required long RegistrationId { get; init; }

    public required Described Type { get; init; }

    public required bool Active { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public DateOnly? NextReviewDate { get; init; }

    public string? Notes { get; init; }
}

internal sealed record RiskOfSeriousHarm
{
    public required long AssessmentId { get; init; }

    public required DateOnly CompletedDate { get; init; }

    public required string OverallRisk { get; init; }

    public string? RiskToChildren { get; init; }

    public string? RiskToPublic { get; init; }

    public string? RiskToKnownAdult { get; init; }

    public string? RiskToStaff { get; init; }
}

internal sealed record Mappa
{
    public required int Level { get; init; }

    public required int Category { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? ReviewDate { get; init; }

    public string? Notes { get; init; }
}
