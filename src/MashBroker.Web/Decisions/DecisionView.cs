using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Decisions;

namespace MashBroker.Web.Decisions;

/// <summary>What was decided on an enquiry and what came afterwards; before that, what a decision needs.</summary>
public sealed record DecisionView
{
    public required EnquiryReference Enquiry { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whole minutes over the limit, of the first decision or of one that is still to come; absent in time.</summary>
    public int? MinutesOver { get; init; }

    /// <summary>When the whole enquiry was withdrawn; the decision is due all the same.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>In their order; the last one stands.</summary>
    public required IReadOnlyList<DecisionRecord> Decisions { get; init; }

    public required IReadOnlyList<AddendumRecord> Addenda { get; init; }

    /// <summary>Who holds the child now, in words; absent where nobody does.</summary>
    public string? HeldBy { get; init; }

    /// <summary>Nothing new is taken: present where the case is closed, with where a new referral is made.</summary>
    public string? NewReferralThrough { get; init; }

    /// <summary>What is still owed, or was never done, in sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What this hub can decide, by whom, and who has not answered now; absent once it is decided.</summary>
    public DecisionChoice? Choice { get; init; }
}

public sealed record DecisionChoice
{
    public required IReadOnlyList<OutcomeChoice> Outcomes { get; init; }

    public required IReadOnlyList<string> DecidedBy { get; init; }

    public required IReadOnlyList<string> TogetherWith { get; init; }

    public required IReadOnlyList<string> RecommendedBy { get; init; }

    /// <summary>Agencies that have not answered in substance.</summary>
    public required IReadOnlyList<Absent> Absent { get; init; }

    /// <summary>Newest version of the pack; 0 before the first.</summary>
    public required int PackVersion { get; init; }
}

/// <param name="Receiver">The team that holds the child from then on; absent where nobody does.</param>
/// <param name="OverseenBy">Who oversees it by the hub's rules: the decision names somebody; absent where nobody does.</param>
public sealed record OutcomeChoice(string Code, string Name, string? Receiver = null, string? OverseenBy = null);

/// <param name="Words">e.g. "Police has not answered and is late".</param>
public sealed record Absent(string Agency, string Name, AbsenceKind Kind, string Words)
{
    internal static Absent Of(Absentee absentee) =>
        new(absentee.Agency, absentee.Name, absentee.Kind, absentee.InWords);
}

public sealed record DecisionRecord
{
    public required int Number { get; init; }

    public int? Supersedes { get; init; }

    /// <summary>Code; <see cref="OutcomeName"/> is what people call it.</summary>
    public required string Outcome { get; init; }

    public required string OutcomeName { get; init; }

    public string? Receiver { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Whole minutes over the limit; absent in time.</summary>
    public int? MinutesOver { get; init; }

    public required Decision Stated { get; init; }

    /// <summary>What was recommended, by the names of the outcomes.</summary>
    public IReadOnlyList<Recommended> Recommended { get; init; } = [];

    public required IReadOnlyList<Absent> Absent { get; init; }

    /// <summary>The pack as it stood; absent until it is frozen.</summary>
    public FrozenPack? Frozen { get; init; }
}

/// <param name="Outcome">As people call it.</param>
public sealed record Recommended(string By, string Role, string Outcome);

/// <param name="Digest">SHA-256 of its JSON, lower-case hexadecimal.</param>
/// <param name="Original">DER: the hub's signed statement of the decision and of that digest.</param>
public sealed record FrozenPack(int Version, string Digest, byte[] Original);

public sealed record AddendumRecord
{
    public required int Number { get; init; }

    public required int Decision { get; init; }

    /// <summary>Number of the later decision that was made with these returns; absent while they stand beside the one that stands.</summary>
    public int? DecidedAnew { get; init; }

    /// <summary>Names of the agencies whose returns came.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required int PackVersion { get; init; }

    public required string PackDigest { get; init; }

    public required IReadOnlyList<string> ToBeTold { get; init; }

    /// <summary>When somebody has to have judged it.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whole minutes over that; absent in time.</summary>
    public int? MinutesOver { get; init; }

    public DateTimeOffset? JudgedAt { get; init; }

    /// <summary>Absent while nobody has said what it would have meant.</summary>
    public AddendumJudgement? Judgement { get; init; }

    /// <summary>Present where it would have changed the decision that stood.</summary>
    public LookedAtAgain? LookAgain { get; init; }
}

/// <summary>A late return would have changed the decision, so that whoever decided looks at it again.</summary>
/// <param name="Owner">Whose turn it is: who made the decision that stands, and as what.</param>
/// <param name="DueAt">When it has to be decided anew, or kept with a reason.</param>
/// <param name="EndedAt">When either was done.</param>
/// <param name="MinutesOver">Whole minutes over that limit; absent in time.</param>
/// <param name="Kept">Why the decision stays; absent where it does not, or nobody has said so.</param>
public sealed record LookedAtAgain(
    string Owner,
    DateTimeOffset DueAt,
    DateTimeOffset? EndedAt = null,
    int? MinutesOver = null,
    DecisionKept? Kept = null
);
