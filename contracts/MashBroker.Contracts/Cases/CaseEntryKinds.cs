namespace MashBroker.Contracts.Cases;

/// <summary>Every kind of statement that a case file can hold. A kind is never taken away: old files are read for years.</summary>
public static class CaseEntryKinds
{
    public static IReadOnlyList<CaseEntryKind> All { get; } =
    [
        CaseEntryKind.Of("note", "Note", Note.Read),
        CaseEntryKind.Of("decision", "Decision", Decision.Read, ownDoor: true),
        CaseEntryKind.Of("addendum", "Return after the decision", Addendum.Read, ownDoor: true),
        CaseEntryKind.Of(
            "addendum-judgement",
            "Judgement on a return after the decision",
            AddendumJudgement.Read,
            ownDoor: true
        ),
        CaseEntryKind.Of("feedback", "Feedback", Feedback.Read, ownDoor: true),
        CaseEntryKind.Of("summary-given", "Summary handed over", SummaryGiven.Read, ownDoor: true),
        CaseEntryKind.Of("allocation", "Allocation", Allocation.Read),
        CaseEntryKind.Of("duty-visit", "Duty visit", DutyVisit.Read),
        CaseEntryKind.Of("new-information", "New information", NewInformation.Read),
        CaseEntryKind.Of("disagreement", "Professional disagreement", Disagreement.Read),
        CaseEntryKind.Of("disagreement-answer", "Answer to a disagreement", DisagreementAnswer.Read),
        CaseEntryKind.Of("complaint", "Complaint of a parent or carer", Complaint.Read),
        CaseEntryKind.Of("complaint-answer", "Answer to a complaint", ComplaintAnswer.Read),
    ];

    private static readonly Dictionary<string, CaseEntryKind> ByCode = All.ToDictionary(kind => kind.Code);

    private static readonly Dictionary<Type, CaseEntryKind> ByType = All.ToDictionary(kind => kind.Type);

    public static CaseEntryKind? Find(string code) => ByCode.GetValueOrDefault(code);

    public static CaseEntryKind Of(CaseStatement statement) => ByType[statement.GetType()];

    public static CaseEntryKind Of<T>()
        where T : CaseStatement => ByType[typeof(T)];
}
