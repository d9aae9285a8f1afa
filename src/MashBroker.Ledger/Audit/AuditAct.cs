namespace MashBroker.Ledger.Audit;

/// <summary>
/// Every act that is put on record. The names are what an auditor reads; contracts/audit-events.md lists them with their meaning
/// (<see cref="AuditActs"/>). A name is never taken away and never changes its meaning.
/// </summary>
public enum AuditAct
{
    None = 0,
    ContactReceived,
    ContactTriaged,
    RatingConfirmed,
    EnquiryDeclined,
    EnquiryPublished,
    RequestSealed,
    RequestSent,
    RequestReceipted,
    ReturnRecorded,
    ReturnRefused,
    MessageRefused,
    FlagRaised,
    PackAssembled,
    PackRead,
    ContactRead,
    EnquiryRead,
    LetterSealed,
    LetterReceipted,
    ContactsListed,
    PlanRead,
    RefusedListed,
    EvidenceExported,
    HoldPlaced,
    HoldReleased,
    ErasureBegun,
    ContentErased,
    RetentionListed,
    CaseEntryAdded,
    CaseClockPassed,
    CaseRead,
    LeakFound,
    LeakOverridden,
    SummaryWritten,
    ReferrerRead,
}
