namespace MashBroker.Contracts.Cases;

/// <summary>Every kind of statement that a case file can hold. A kind is never taken away: old files are read for years.</summary>
public static class CaseEntryKinds
{
    public static IReadOnlyList<CaseEntryKind> All { get; } =
    [
        CaseEntryKind.Of("note", "Note", Note.Read, ofClosed: true),
        CaseEntryKind.Of("re-rating", "Rated anew", Rerating.Read, ownDoor: true),
        CaseEntryKind.Of("new-facts", "New facts told to agencies", NewFacts.Read, ownDoor: true),
        CaseEntryKind.Of("chase", "Agencies reminded", Chase.Read, ownDoor: true),
        CaseEntryKind.Of("asked-later", "Agency asked later", AskingLater.Read, ownDoor: true),
        CaseEntryKind.Of("enquiry-withdrawal", "Withdrawn", EnquiryWithdrawal.Read, ownDoor: true),
        CaseEntryKind.Of("strategy-call", "Strategy discussion called", StrategyCall.Read, ownDoor: true),
        CaseEntryKind.Of(
            "strategy-cancellation",
            "Strategy discussion cancelled",
            StrategyCancellation.Read,
            ownDoor: true,
            ofClosed: true
        ),
        CaseEntryKind.Of(
            "strategy-record",
            "Strategy discussion held",
            StrategyRecord.Read,
            ownDoor: true,
            ofClosed: true
        ),
        CaseEntryKind.Of("parents-informed", "Parents or carers informed", ParentsInformed.Read, ofClosed: true),
        CaseEntryKind.Of("consent", "Agreement of parents or carers", Consent.Read, ofClosed: true),
        CaseEntryKind.Of("lawful-basis", "Lawful basis", LawfulBasis.Read, ownDoor: true, ofClosed: true),
        CaseEntryKind.Of("sharing-decision", "Decision to share", SharingDecision.Read, ownDoor: true, ofClosed: true),
        CaseEntryKind.Of("records-withheld", "Records withheld by the hub", RecordsWithheld.Read, ownDoor: true),
        CaseEntryKind.Of("view", "View", ViewGiven.Read, ownDoor: true),
        CaseEntryKind.Of("joined-enquiry", "Joined to an open enquiry", JoinedEnquiry.Read, ownDoor: true),
        CaseEntryKind.Of("not-contacted", "Not contacted", NotContacted.Read),
        CaseEntryKind.Of("chronology", "Chronology", ChronologyEntry.Read),
        CaseEntryKind.Of("risk-factor", "Risk factor", RiskFactor.Read),
        CaseEntryKind.Of("protective-factor", "Protective factor", ProtectiveFactor.Read),
        CaseEntryKind.Of("signs-of-safety", "Signs of Safety", SignsOfSafety.Read),
        CaseEntryKind.Of("step-done", "Step done", StepDone.Read),
        CaseEntryKind.Of("contact-decision", "Decision without an enquiry", ContactDecision.Read, ownDoor: true),
        CaseEntryKind.Of("departure", "Departure from the hub's rules", Departure.Read, ownDoor: true),
        CaseEntryKind.Of("criterion-answer", "Answer to the hub's question", CriterionAnswer.Read, ownDoor: true),
        CaseEntryKind.Of("form-left-out", "Fields of the form left out", FormLeftOut.Read, ownDoor: true),
        CaseEntryKind.Of("open-case", "Open to another service", OpenCaseFound.Read),
        CaseEntryKind.Of("route-done", "Route taken", RouteDone.Read, ofClosed: true),
        CaseEntryKind.Of("decision", "Decision", Decision.Read, ownDoor: true, ofClosed: true),
        CaseEntryKind.Of("addendum", "Return after the decision", Addendum.Read, ownDoor: true, ofClosed: true),
        CaseEntryKind.Of(
            "addendum-judgement",
            "Judgement on a return after the decision",
            AddendumJudgement.Read,
            ownDoor: true,
            ofClosed: true
        ),
        CaseEntryKind.Of("decision-kept", "Decision kept", DecisionKept.Read, ownDoor: true, ofClosed: true),
        CaseEntryKind.Of("feedback", "Feedback", Feedback.Read, ownDoor: true, ofClosed: true),
        CaseEntryKind.Of("summary-given", "Summary handed over", SummaryGiven.Read, ownDoor: true, ofClosed: true),
        CaseEntryKind.Of("allocation", "Allocation", Allocation.Read, ofClosed: true),
        CaseEntryKind.Of("duty-visit", "Duty visit", DutyVisit.Read),
        CaseEntryKind.Of("new-information", "New information", NewInformation.Read),
        CaseEntryKind.Of("disagreement", "Professional disagreement", Disagreement.Read, ofClosed: true),
        CaseEntryKind.Of("disagreement-answer", "Answer to a disagreement", DisagreementAnswer.Read, ofClosed: true),
        CaseEntryKind.Of("complaint", "Complaint of a parent or carer", Complaint.Read, ofClosed: true),
        CaseEntryKind.Of("complaint-answer", "Answer to a complaint", ComplaintAnswer.Read, ofClosed: true),
    ];

    private static readonly Dictionary<string, CaseEntryKind> ByCode = All.ToDictionary(kind => kind.Code);

    private static readonly Dictionary<Type, CaseEntryKind> ByType = All.ToDictionary(kind => kind.Type);

    public static CaseEntryKind? Find(string code) => ByCode.GetValueOrDefault(code);

    public static CaseEntryKind Of(CaseStatement statement) => ByType[statement.GetType()];

    public static CaseEntryKind Of<T>()
        where T : CaseStatement => ByType[typeof(T)];
}
