namespace MashBroker.Contracts.Letters;

/// <summary>The hub asks one agency what it knows of the people of an enquiry.</summary>
public sealed record Request : LetterBody
{
    public required RaisedBy RaisedBy { get; init; }

    /// <summary>When the return clock started (publication), UTC.</summary>
    public required DateTimeOffset ClockStartedAt { get; init; }

    /// <summary>Latest time for the return, UTC; inclusive, by the hub's receipt time.</summary>
    public required DateTimeOffset ReturnDueAt { get; init; }

    /// <summary>Codes of the hub's criteria that hold, e.g. <c>domestic-violence</c>.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    public required LegalBasis LegalBasis { get; init; }

    /// <summary>True when telling the family would put the child at risk: nobody at the agency may contact them.</summary>
    public required bool DoNotInformFamily { get; init; }

    public required IReadOnlyList<Subject> Subjects { get; init; }

    /// <summary>The least the agency must know to search and to judge what is relevant.</summary>
    public required string ConcernSummary { get; init; }

    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Kinds of record that may be returned (codes of <see cref="RecordKind"/>); anything else stays at the agency.</summary>
    public required IReadOnlyList<string> MayReturn { get; init; }

    /// <summary>Events before this date are not asked for; absent: no limit.</summary>
    public DateOnly? LookBackTo { get; init; }
}

/// <summary>The hub worker who asks, so that an agency can telephone.</summary>
public sealed record RaisedBy(string Name, string Role, string Organisation, string? Telephone = null) : ContractRecord;

/// <summary>Why this may be asked. Codes, so that wording can differ by council.</summary>
/// <param name="Code">e.g. <c>children-act-1989-s47</c>.</param>
/// <param name="Necessity">Why it is necessary and proportionate, in a sentence.</param>
/// <param name="Name">As people call it, e.g. Children Act 1989, section 47; absent where the hub gave none.</param>
public sealed record LegalBasis(string Code, string Necessity, string? Name = null) : ContractRecord;
