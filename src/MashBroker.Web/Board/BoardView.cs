using MashBroker.Contracts;
using MashBroker.Ledger;
using MashBroker.Rules;
using MashBroker.Web.Cases;

namespace MashBroker.Web.Board;

/// <summary>What the manager sees at a glance: no name of a family anywhere.</summary>
public sealed record BoardView
{
    public required string Hub { get; init; }

    /// <summary>The hub's clock when this was read.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What operations staff must see to, e.g. a certificate that ends soon.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    public required IReadOnlyList<WaitingContact> Waiting { get; init; }

    /// <summary>Open ones first, by deadline: what is overdue stands on top.</summary>
    public required IReadOnlyList<BoardEnquiry> Enquiries { get; init; }

    public required IReadOnlyList<BoardAgency> Agencies { get; init; }

    /// <summary>Late and missing agencies, newest first.</summary>
    public required IReadOnlyList<BoardFlag> Flags { get; init; }

    /// <summary>Limits of cases that run, the first due first: a strategy discussion, feedback, a complaint.</summary>
    public required IReadOnlyList<CaseClockView> Clocks { get; init; }

    public required int MessagesRefused { get; init; }

    /// <summary>Returns after a decision of which nobody has said whether they would have changed it, the first due first.</summary>
    public IReadOnlyList<BoardAddendum> Addenda { get; init; } = [];

    /// <summary>
    /// Decisions that a late return would have changed and that nobody has made anew, or said to stay; the first due first.
    /// </summary>
    public IReadOnlyList<BoardLookAgain> LookAgain { get; init; } = [];
}

/// <param name="Decision">Number of the decision that stands.</param>
/// <param name="Addendum">Number of the addendum that would have changed it.</param>
/// <param name="Owner">Whose turn it is: who made the decision that stands, and as what.</param>
/// <param name="MinutesOver">Whole minutes over the limit; absent in time.</param>
public sealed record BoardLookAgain(
    EnquiryReference Reference,
    int Decision,
    string Addendum,
    string Owner,
    DateTimeOffset JudgedAt,
    DateTimeOffset DueAt,
    int? MinutesOver = null
);

/// <summary>A return came after the decision: whoever decided and whoever holds the child have to know, and somebody has to judge it.</summary>
/// <param name="Number">Of the addendum, counted from 1 within the enquiry.</param>
/// <param name="Agencies">Codes of the agencies that answered.</param>
/// <param name="ToBeTold">The decision maker, and who holds the child.</param>
/// <param name="MinutesOver">Whole minutes over the limit for judging it; absent in time.</param>
public sealed record BoardAddendum(
    EnquiryReference Reference,
    int Number,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<string> ToBeTold,
    DateTimeOffset AddedAt,
    DateTimeOffset DueAt,
    int? MinutesOver = null
);

/// <summary>A contact that waits for a person's rating.</summary>
public sealed record WaitingContact(
    string Reference,
    ContactState State,
    DateTimeOffset ReceivedAt,
    bool Overdue,
    bool? Qualifies = null,
    Rating? SuggestedRating = null,
    DateTimeOffset? DecisionDueAt = null
)
{
    /// <summary>Whole minutes over the decision's limit; absent in time.</summary>
    public int? MinutesOver { get; init; }

    /// <summary>Since when the leak check holds it back; absent where it does not.</summary>
    public DateTimeOffset? LeakBlockedAt { get; init; }
}

public sealed record BoardEnquiry
{
    public required EnquiryReference Reference { get; init; }

    public required Rating Rating { get; init; }

    public required EnquiryState State { get; init; }

    /// <summary>When nobody had still to answer any more; absent while somebody has.</summary>
    public DateTimeOffset? AllInAt { get; init; }

    /// <summary>When the whole enquiry was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset ReturnDueAt { get; init; }

    public required DateTimeOffset DecisionDueAt { get; init; }

    /// <summary>Whole minutes to the deadline for returns; negative once it has passed.</summary>
    public required int MinutesLeft { get; init; }

    /// <summary>Between the last return and the decision; nought or less: nothing is left for deciding.</summary>
    public required int MinutesToDecide { get; init; }

    /// <summary>Code of the outcome that stands; absent while nobody has decided.</summary>
    public string? Outcome { get; init; }

    /// <summary>When it was first decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Whole minutes over the decision's limit, of a decision that was late or of one that is still to come; absent in time.</summary>
    public int? DecisionMinutesOver { get; init; }

    /// <summary>What whoever is responsible should know of this plan, in plain words: a deadline out of hours, no time to decide.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>0: no pack yet.</summary>
    public required int PackVersion { get; init; }

    public required IReadOnlyList<BoardRequest> Agencies { get; init; }
}

public sealed record BoardRequest
{
    public required string Agency { get; init; }

    public required string Name { get; init; }

    public required Standing Standing { get; init; }

    public required string Words { get; init; }

    public required bool Late { get; init; }

    public required bool Missing { get; init; }

    /// <summary>Latest time for its return; absent where none is awaited.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Reminders it was sent.</summary>
    public int Chasers { get; init; }

    /// <summary>How it came to be asked after the publication, in words, with the time by the hub's clock; absent where it was asked then.</summary>
    public string? AskedAgain { get; init; }

    /// <summary>When; absent as <see cref="AskedAgain"/>.</summary>
    public DateTimeOffset? AskedAgainAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? ReceiptedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>Whether an agency's adapter is alive: "not reporting" looks different from "fine".</summary>
public sealed record BoardAgency
{
    public required string Agency { get; init; }

    public required string Name { get; init; }

    public required Health Health { get; init; }

    public required string Words { get; init; }

    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Messages of this agency that were refused.</summary>
    public required int Refused { get; init; }
}

public enum Health
{
    /// <summary>Never heard of.</summary>
    NotConnected = 0,
    Reporting,

    /// <summary>Reporting, and its records system does not answer.</summary>
    RecordsUnreachable,

    /// <summary>Its messages are refused.</summary>
    SendingRubbish,

    /// <summary>Heard of before, not lately.</summary>
    NotReporting,
}

public sealed record BoardFlag(EnquiryReference Reference, string Agency, string Kind, DateTimeOffset DueAt);
