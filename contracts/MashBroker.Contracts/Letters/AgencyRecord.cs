namespace MashBroker.Contracts.Letters;

/// <summary>One thing an agency holds of one person, in words a social worker can read.</summary>
public sealed record AgencyRecord : ContractRecord
{
    /// <summary>Code of <see cref="RecordKind"/>, e.g. <c>police.domestic-incident</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened; absent for standing facts (a GP registration, a warning marker).</summary>
    public DateOnly? On { get; init; }

    /// <summary>Time of day where the source holds one, local time of the hub.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>When it was written down, where the source holds that.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>The person's part in it, e.g. <c>victim</c>, <c>suspect</c>, <c>pupil</c>.</summary>
    public string? Role { get; init; }

    public required string Summary { get; init; }

    public string? Outcome { get; init; }

    /// <summary>The system it was read from and its id there, so that the agency can find it again.</summary>
    public required RecordSource Source { get; init; }

    /// <summary>Reliability grading of intelligence, in the source's own scale.</summary>
    public string? Grading { get; init; }

    /// <summary>Handling code: how the record may be used and passed on.</summary>
    public string? Handling { get; init; }

    /// <summary>What this record says of where people live and how they are reached or identified, for comparing agencies.</summary>
    public IReadOnlyList<StatedFact> Facts { get; init; } = [];
}

public sealed record RecordSource(string System, string RecordId) : ContractRecord;

/// <summary>A fact an agency states that another may state differently, e.g. <c>date-of-birth</c>, <c>2016-03-04</c>.</summary>
public sealed record StatedFact(string Field, string Value) : ContractRecord;
