using MashBroker.Contracts;
using MashBroker.Contracts.Cases;

namespace MashBroker.Web.Afterwards;

/// <summary>
/// What the team that receives the case is given: the child, the concern, the outcome, and what may be passed on of what agencies
/// hold, or, where none was asked, what the hub itself gathered. Personal throughout.
/// </summary>
public sealed record CaseSummary
{
    public const string CurrentForm = "mashbroker-summary-1";

    public string Form { get; init; } = CurrentForm;

    /// <summary>The contact that the case began with.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Absent where no enquiry was made.</summary>
    public EnquiryReference? Enquiry { get; init; }

    public required string HubName { get; init; }

    /// <summary>The team.</summary>
    public required string To { get; init; }

    /// <summary>Version of the pack that it is made from; absent without an enquiry: it is then made of the case file.</summary>
    public int? PackVersion { get; init; }

    public required IReadOnlyList<SummaryPerson> People { get; init; }

    /// <summary>Absent where it was told by somebody who stays anonymous, in their own words.</summary>
    public string? Concern { get; init; }

    /// <summary>What kinds of concern were told, as the referral form has them.</summary>
    public IReadOnlyList<string> ConcernKinds { get; init; } = [];

    /// <summary>The hub's criteria that held, as its staff call them.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    public required bool DoNotInformFamily { get; init; }

    public required string Outcome { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required string DecidedBy { get; init; }

    /// <summary>What was not known when it was decided, each in words.</summary>
    public required IReadOnlyList<string> NotKnown { get; init; }

    /// <summary>What parents, carers, children and professionals said to the hub, where no enquiry was made.</summary>
    public IReadOnlyList<string> Views { get; init; } = [];

    /// <summary>Risk factors that the hub put on record, where no enquiry was made.</summary>
    public IReadOnlyList<string> Worries { get; init; } = [];

    /// <summary>Protective factors, likewise.</summary>
    public IReadOnlyList<string> Strengths { get; init; } = [];

    /// <summary>Safety goals and next steps, likewise.</summary>
    public IReadOnlyList<string> NextSteps { get; init; } = [];

    /// <summary>Strategy discussions that were held, each with what was decided there, in words.</summary>
    public IReadOnlyList<string> StrategyDiscussions { get; init; } = [];

    /// <summary>Dated events first, the earliest first; then what holds without a date.</summary>
    public required IReadOnlyList<SummaryEntry> Entries { get; init; }

    /// <summary>What is left out because its agency has not let the hub pass it on, each in words.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }
}

public sealed record SummaryPerson(string Code, string Role, string Name, DateOnly? DateOfBirth = null)
{
    /// <summary>To the child, as the referrer put it.</summary>
    public string? Relationship { get; init; }

    /// <summary>Where they live now, in words; of a protected address that there is one, and nothing of where.</summary>
    public string? Address { get; init; }

    public IReadOnlyList<string> Telephones { get; init; } = [];
}

public sealed record SummaryEntry(
    string Agency,
    IReadOnlyList<string> People,
    string Summary,
    DateOnly? On = null,
    string? Outcome = null
)
{
    /// <summary>What its agency forbids to do with it, in words, e.g. "Not to family".</summary>
    public IReadOnlyList<string> Restrictions { get; init; } = [];
}

/// <summary>The summary with its text for paper, and when it was handed over.</summary>
/// <param name="Digest">SHA-256 of the summary's JSON, lower-case hexadecimal: names it on record.</param>
/// <param name="Given">Every handing over, the earliest first.</param>
public sealed record SummaryView(CaseSummary Summary, string Text, string Digest, IReadOnlyList<SummaryOnRecord> Given);

/// <param name="At">When it was put on record.</param>
/// <param name="OfFormer">It told of a decision that no longer stands.</param>
public sealed record SummaryOnRecord(DateTimeOffset At, bool OfFormer, SummaryGiven Statement);
