using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Packs;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// What the hub knows of one enquiry at one moment, for those who decide: gaps first, then who was asked and what each said,
/// the people, the merged chronology and where agencies contradict each other. Personal throughout.
/// </summary>
public sealed record Pack
{
    /// <summary>Name and version of this form, so that a reader years later knows what it holds.</summary>
    public const string CurrentForm = "mashbroker-pack-1";

    public string Form { get; init; } = CurrentForm;

    /// <summary>What is not known and why, in one line of plain words.</summary>
    public required string GapsLine { get; init; }

    public required IReadOnlyList<PackGap> Gaps { get; init; }

    public required PackCover Cover { get; init; }

    public required IReadOnlyList<PackAgency> Agencies { get; init; }

    public required IReadOnlyList<Subject> Subjects { get; init; }

    public required string ConcernSummary { get; init; }

    /// <summary>Dated events of all agencies, earliest first.</summary>
    public required IReadOnlyList<PackEntry> Chronology { get; init; }

    /// <summary>What holds without a date: a registration, a warning marker.</summary>
    public required IReadOnlyList<PackEntry> StandingFacts { get; init; }

    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>What every agency answered, by person.</summary>
    public IReadOnlyList<PackPerson> People { get; init; } = [];

    /// <summary>People whom agencies name in the household and nobody listed.</summary>
    public IReadOnlyList<UnlistedPerson> Unlisted { get; init; } = [];

    /// <summary>What parents, carers, children, professionals and the referrer said, earliest first; in the chronology, too.</summary>
    public IReadOnlyList<PackView> Views { get; init; } = [];

    /// <summary>What changed since the enquiry was published, in the order in which it was put on record.</summary>
    public IReadOnlyList<PackChange> Changes { get; init; } = [];

    /// <summary>The decision that stands; absent where nobody has decided.</summary>
    public PackDecision? Decision { get; init; }

    /// <summary>Present where this version came after the decision.</summary>
    public PackAddendum? Addendum { get; init; }
}

public sealed record PackCover
{
    public required EnquiryReference Reference { get; init; }

    public required string ContactReference { get; init; }

    public required int Version { get; init; }

    public required PackReason Reason { get; init; }

    public required DateTimeOffset AssembledAt { get; init; }

    public required Rating Rating { get; init; }

    public required DateTimeOffset ContactReceivedAt { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset ReturnDueAt { get; init; }

    public required DateTimeOffset DecisionDueAt { get; init; }

    public DateTimeOffset? AllInAt { get; init; }

    public required RaisedBy RaisedBy { get; init; }

    public required IReadOnlyList<string> Criteria { get; init; }

    public required LegalBasis LegalBasis { get; init; }

    public required bool DoNotInformFamily { get; init; }

    /// <summary>What stands on record about sharing, in words, each apart; one that is missing says so.</summary>
    public IReadOnlyList<PackOnRecord> OnRecord { get; init; } = [];

    public required string HubName { get; init; }

    /// <summary>IANA name of the zone in which the page shows times.</summary>
    public required string Zone { get; init; }
}

/// <summary>Something of the enquiry that a named person changed after it was published.</summary>
/// <param name="Kind">Code of the case file's kind.</param>
/// <param name="What">In plain words; names agencies, and people by their codes.</param>
/// <param name="Reason">In the words of whoever changed it.</param>
public sealed record PackChange(DateTimeOffset At, string Kind, string What, string By, string Role, string? Reason);

/// <summary>One thing that is not known.</summary>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Text">In plain words, beginning with the agency's name.</param>
public sealed record PackGap(string Agency, GapKind Kind, string Text);

/// <summary>Gravest first: the order in which gaps are told.</summary>
public enum GapKind
{
    None = 0,

    /// <summary>Silent although the decision is due.</summary>
    Missing,

    /// <summary>Silent although the return is due.</summary>
    Late,
    NotYetAnswered,
    AnsweredInPart,
    CouldNotLook,
    Refused,

    /// <summary>It says that it holds something, and not what.</summary>
    Withheld,

    /// <summary>It returned what its sharing agreement does not cover: the hub keeps that sealed.</summary>
    WithheldByHub,
    NeedsMoreDetails,

    /// <summary>Asked about a person and said nothing about them.</summary>
    NotMentioned,
    NotAsked,
    Withdrawn,

    /// <summary>The answer is here; it came after the deadline.</summary>
    AnsweredLate,
}

/// <summary>One agency's part in the enquiry.</summary>
public sealed record PackAgency
{
    public required string Agency { get; init; }

    public required string Name { get; init; }

    public required Standing Standing { get; init; }

    public string? NotAskedReason { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? ReceiptedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The deadline passed before the final answer.</summary>
    public required bool Late { get; init; }

    /// <summary>Silent when the decision was due.</summary>
    public required bool Missing { get; init; }

    /// <summary>Further parts are to come.</summary>
    public required bool InPart { get; init; }

    /// <summary>Codes of the subjects it was asked about.</summary>
    public required IReadOnlyList<string> AskedAbout { get; init; }

    /// <summary>Version of the sharing agreement under which it was asked; absent where it was not.</summary>
    public string? Agreement { get; init; }

    /// <summary>What the hub knew and did not tell it, in words: kinds and counts. Absent where all was told.</summary>
    public string? NotTold { get; init; }

    /// <summary>Every return as received, in that order; superseded ones stay visible.</summary>
    public required IReadOnlyList<PackReturn> Returns { get; init; }

    /// <summary>When its request was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Its answer came although the request had been withdrawn: both are kept.</summary>
    public bool AnsweredAfterWithdrawal { get; init; }

    /// <summary>It had answered when its request was withdrawn: the answer stays under the withdrawal, and nothing is to rest on it.</summary>
    public bool AnsweredBeforeWithdrawal { get; init; }

    /// <summary>Requests to it that were withdrawn before it was asked again, with what was returned to them.</summary>
    public IReadOnlyList<EarlierRequest> Earlier { get; init; } = [];

    /// <summary>Reminders it was sent.</summary>
    public int Chasers { get; init; }

    internal IEnumerable<Answer> CurrentAnswers => Returns.SelectMany(each => each.CurrentAnswers);
}

/// <summary>A request that was withdrawn before its agency was asked again. What was returned to it answers no question that is open.</summary>
public sealed record EarlierRequest(
    DateTimeOffset? WithdrawnAt,
    bool AnsweredAfterWithdrawal,
    IReadOnlyList<PackReturn> Returns
);

/// <summary>Where an agency stands: five answers of its own, three facts that the hub alone can state.</summary>
public enum Standing
{
    None = 0,
    Held,
    NothingKnown,
    NeedMoreDetails,
    Refused,
    CannotLook,
    Silent,
    NotAsked,
    Withdrawn,
}

/// <summary>A return in the agency's own words.</summary>
public sealed record PackReturn
{
    public required MessageId LetterId { get; init; }

    public required int Revision { get; init; }

    /// <summary>A later revision of the same part counts instead.</summary>
    public required bool Superseded { get; init; }

    /// <summary>Codes of the people of whom a later answer counts: the agency was asked about them anew.</summary>
    public IReadOnlyList<string> AnsweredAnew { get; init; } = [];

    public required DateTimeOffset ReceivedAt { get; init; }

    public required bool Late { get; init; }

    /// <summary>SHA-256 of what was signed, by which the evidence is found.</summary>
    public required string Digest { get; init; }

    public long? ClockSkewSeconds { get; init; }

    /// <summary>What the hub kept back of it, in words: kinds and counts. Absent where nothing was.</summary>
    public string? Withheld { get; init; }

    public required Return Body { get; init; }

    internal IEnumerable<Answer> CurrentAnswers =>
        Superseded ? [] : Body.Answers.Where(answer => !AnsweredAnew.Contains(answer.Subject));
}

/// <summary>One event or standing fact, of one or several people of the enquiry.</summary>
public sealed record PackEntry
{
    public DateOnly? On { get; init; }

    public TimeOnly? At { get; init; }

    public DateOnly? RecordedOn { get; init; }

    public required string Agency { get; init; }

    public required string AgencyName { get; init; }

    /// <summary>Code of the record's kind.</summary>
    public required string Kind { get; init; }

    public required IReadOnlyList<EntryPerson> People { get; init; }

    public required string Summary { get; init; }

    public string? Outcome { get; init; }

    public required RecordSource Source { get; init; }

    public string? Grading { get; init; }

    public string? Handling { get; init; }

    /// <summary>How the return it came with may be used.</summary>
    public required IReadOnlyList<string> Restrictions { get; init; }

    /// <summary>It was returned to a request that was withdrawn, and to no other.</summary>
    public bool Withdrawn { get; init; }
}

/// <param name="Subject">Code of the subject.</param>
/// <param name="Role">Their part in it, as the source says.</param>
public sealed record EntryPerson(string Subject, string? Role = null);

/// <summary>Two agencies, or an agency and the contact, state a fact of one person with nothing in common.</summary>
/// <param name="Note">What is amiss where that is not plain from the claims.</param>
public sealed record Contradiction(string Subject, string Field, IReadOnlyList<Claim> Claims, string? Note = null);

/// <param name="By">Code of the agency; empty for the contact itself.</param>
/// <param name="ByName">Name to show.</param>
/// <param name="Source">Absent for the contact itself.</param>
public sealed record Claim(string By, string ByName, string Value, RecordSource? Source = null);
