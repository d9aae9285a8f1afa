namespace MashBroker.Contracts.Letters;

/// <summary>An agency's answer to a request, in one part or several.</summary>
public sealed record Return : LetterBody
{
    /// <summary>1 for the first part. A later part with the same number revises the earlier one; both are kept.</summary>
    public required int Part { get; init; }

    /// <summary>False while the agency will send further parts (it has looked for some of the people only).</summary>
    public required bool Final { get; init; }

    /// <summary>
    /// The answer as a whole: held if anything is held of anybody, else refused, cannot-look, need-more-details or
    /// nothing-known, the first that is given of anybody.
    /// </summary>
    public required AnswerKind Kind { get; init; }

    public required DateTimeOffset SearchedAt { get; init; }

    public required IReadOnlyList<string> SystemsSearched { get; init; }

    public required IReadOnlyList<Answer> Answers { get; init; }

    /// <summary>The agency's own words for the social worker; kept verbatim.</summary>
    public string? Headline { get; init; }

    /// <summary>Professional analysis: what the agency is worried about, what works well, what needs to happen.</summary>
    public string? Analysis { get; init; }

    /// <summary>How what is returned may be used, e.g. <c>hub-only</c>, <c>not-to-family</c>.</summary>
    public IReadOnlyList<string> Restrictions { get; init; } = [];

    /// <summary>Who at the agency stands behind the return: a person, or the adapter acting on standing authority.</summary>
    public required string AuthorisedBy { get; init; }

    public required string AdapterVersion { get; init; }
}
