using System.Text.Json.Serialization;

namespace MashBroker.Contracts.Letters;

/// <summary>What an agency says of one person of the enquiry.</summary>
public sealed record Answer : ContractRecord
{
    /// <summary>Code of the subject, as in the request.</summary>
    public required string Subject { get; init; }

    public required AnswerKind Kind { get; init; }

    /// <summary>
    /// On <see cref="AnswerKind.Refused"/> the ground, on <see cref="AnswerKind.CannotLook"/> the fault, on
    /// <see cref="AnswerKind.NeedMoreDetails"/> what is needed. Required on these three.
    /// </summary>
    public string? Reason { get; init; }

    public required MatchEvidence Match { get; init; }

    public IReadOnlyList<AgencyRecord> Records { get; init; } = [];
}

/// <summary>Why the agency believes its record is this person's.</summary>
public sealed record MatchEvidence : ContractRecord
{
    public required MatchOutcome Outcome { get; init; }

    /// <summary>0 (nothing agrees) to 1; comparable within one agency only.</summary>
    public double Score { get; init; }

    public IReadOnlyList<FieldEvidence> Fields { get; init; } = [];

    /// <summary>What was searched with, e.g. <c>nhs-number</c>, <c>name+date-of-birth</c>. Never the values.</summary>
    public IReadOnlyList<string> SearchKeys { get; init; } = [];
}

/// <summary>How one field compared, e.g. <c>family-name</c>, <c>exact</c>. Never the values.</summary>
public sealed record FieldEvidence(string Field, string Agreement) : ContractRecord;

public enum MatchOutcome
{
    /// <summary>Nobody in the records is this person, or nobody could look.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    Match,

    /// <summary>Somebody may be this person; nothing of theirs is returned without a person's review.</summary>
    Possible,

    /// <summary>More than one record fits and they are not known to be one person.</summary>
    Several,
}
