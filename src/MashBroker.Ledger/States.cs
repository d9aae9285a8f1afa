namespace MashBroker.Ledger;

/// <summary>Where a contact stands.</summary>
public enum ContactState
{
    None = 0,
    Received,
    Triaged,
    RatingConfirmed,
    Published,
    NotAnEnquiry,
}

/// <summary>Where an enquiry stands. The pack is assembled when all are in, or at the deadline; it stays open until decided.</summary>
public enum EnquiryState
{
    None = 0,
    Open,
    AllIn,
}

/// <summary>Where the request to one agency stands.</summary>
public enum RequestState
{
    None = 0,
    NotAsked,
    Queued,
    Sealed,
    Sent,
    Receipted,
    AnsweredInPart,
    Answered,
    Withdrawn,
}
