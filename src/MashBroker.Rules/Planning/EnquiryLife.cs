using System.Collections.Frozen;

namespace MashBroker.Rules;

/// <summary>
/// The life of a contact, of a request to one agency, and of an enquiry: every state, and every step that is allowed from
/// it. The ledger's own statements make the steps, each under its condition; that they make none but these is tested by
/// driving them. A step to the same state is none and is always allowed: things arrive twice.
/// </summary>
public static class EnquiryLife
{
    private static readonly FrozenDictionary<ContactState, ContactState[]> OfContact = new Dictionary<
        ContactState,
        ContactState[]
    >
    {
        [ContactState.Received] = [ContactState.Triaged],
        [ContactState.Triaged] = [ContactState.RatingConfirmed, ContactState.NotAnEnquiry],
        [ContactState.RatingConfirmed] = [ContactState.Published, ContactState.NotAnEnquiry],
        // Facts can change before the decision: a child still missing passes the limit by waiting.
        [ContactState.NotAnEnquiry] = [ContactState.Triaged],
        [ContactState.Published] = [],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<RequestState, RequestState[]> OfRequest = new Dictionary<
        RequestState,
        RequestState[]
    >
    {
        [RequestState.Queued] = [RequestState.Sealed, RequestState.Withdrawn],
        // An agency can receive and answer what we have sent and not yet marked sent.
        [RequestState.Sealed] =
        [
            RequestState.Sent,
            RequestState.Receipted,
            RequestState.AnsweredInPart,
            RequestState.Answered,
            RequestState.Withdrawn,
        ],
        // An answer proves more than a receipt, which may come after it or never.
        [RequestState.Sent] =
        [
            RequestState.Receipted,
            RequestState.AnsweredInPart,
            RequestState.Answered,
            RequestState.Withdrawn,
        ],
        [RequestState.Receipted] = [RequestState.AnsweredInPart, RequestState.Answered, RequestState.Withdrawn],
        [RequestState.AnsweredInPart] = [RequestState.Answered, RequestState.Withdrawn],
        // Asked anew, about people added or described anew, it has answered in part. A withdrawal also tells an agency that has
        // answered, about another family say; its answer is kept beside the withdrawal, as is one that comes after.
        [RequestState.Answered] = [RequestState.AnsweredInPart, RequestState.Withdrawn],
        // Whoever is asked again is asked by another request: this one stays as it is.
        [RequestState.Withdrawn] = [],
        [RequestState.NotAsked] = [RequestState.Queued],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<EnquiryState, EnquiryState[]> OfEnquiry = new Dictionary<
        EnquiryState,
        EnquiryState[]
    >
    {
        [EnquiryState.Open] = [EnquiryState.AllIn, EnquiryState.DecisionDuePassed, EnquiryState.Decided],
        // New facts reopen it: each agency is asked again about the people added.
        [EnquiryState.AllIn] = [EnquiryState.Open, EnquiryState.DecisionDuePassed, EnquiryState.Decided],
        // A return after this does not undo that the decision was due without it.
        [EnquiryState.DecisionDuePassed] = [EnquiryState.Decided],
        // A return after this is an addendum, and another decision takes the place of this one: it stays decided.
        [EnquiryState.Decided] = [],
    }.ToFrozenDictionary();

    public static bool Allows(ContactState from, ContactState to) => from == to || OfContact[from].Contains(to);

    public static bool Allows(RequestState from, RequestState to) => from == to || OfRequest[from].Contains(to);

    public static bool Allows(EnquiryState from, EnquiryState to) => from == to || OfEnquiry[from].Contains(to);

    /// <summary>The states that a step leads to from here; empty at an end.</summary>
    public static IReadOnlyList<ContactState> Next(ContactState from) => OfContact[from];

    /// <inheritdoc cref="Next(ContactState)"/>
    public static IReadOnlyList<RequestState> Next(RequestState from) => OfRequest[from];

    /// <inheritdoc cref="Next(ContactState)"/>
    public static IReadOnlyList<EnquiryState> Next(EnquiryState from) => OfEnquiry[from];
}

public enum ContactState
{
    Received = 0,
    Triaged,
    RatingConfirmed,
    Published,
    NotAnEnquiry,
}

/// <summary>Late and missing are no states: they are marks, set by the clock beside whatever state this is.</summary>
public enum RequestState
{
    Queued = 0,
    Sealed,
    Sent,
    Receipted,
    AnsweredInPart,
    Answered,
    Withdrawn,

    /// <summary>The agency stands in the profile and was not asked; its row says why. It can be asked later.</summary>
    NotAsked,
}

public enum EnquiryState
{
    Open = 0,
    AllIn,
    DecisionDuePassed,

    /// <summary>A named person has decided.</summary>
    Decided,
}
