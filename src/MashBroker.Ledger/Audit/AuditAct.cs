namespace MashBroker.Ledger.Audit;

/// <summary>Every act that is put on record. The names are what an auditor reads.</summary>
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
}
