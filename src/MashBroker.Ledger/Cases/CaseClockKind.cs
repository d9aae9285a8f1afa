namespace MashBroker.Ledger.Cases;

/// <summary>Limits that run beside returns and decision. Names stand in the ledger and never change.</summary>
public enum CaseClockKind
{
    None = 0,

    /// <summary>A child-protection case is with nobody yet.</summary>
    Allocation,

    /// <summary>The strategy discussion has to be held.</summary>
    StrategyDiscussion,

    /// <summary>A social worker of the hub may hold the case no longer.</summary>
    CaseHold,

    /// <summary>The referrer has to be told the outcome.</summary>
    Feedback,

    /// <summary>The family has to be told.</summary>
    Family,

    /// <summary>Somebody has to say whether a late return would have changed the decision.</summary>
    AddendumJudgement,

    /// <summary>A professional disagrees; the stage it is at has to answer.</summary>
    Disagreement,

    /// <summary>A parent or carer complains; the stage it is at has to answer.</summary>
    Complaint,

    /// <summary>A late return would have changed the decision: it is made anew, or somebody says why it stays.</summary>
    DecisionAnew,
}

/// <summary>How a board puts it.</summary>
public static class CaseClockKinds
{
    public static string InWords(this CaseClockKind kind) =>
        kind switch
        {
            CaseClockKind.Allocation => "allocation to a social worker",
            CaseClockKind.StrategyDiscussion => "strategy discussion",
            CaseClockKind.CaseHold => "case held by the hub",
            CaseClockKind.Feedback => "feedback to the referrer",
            CaseClockKind.Family => "telling the family",
            CaseClockKind.AddendumJudgement => "judgement on a late return",
            CaseClockKind.Disagreement => "professional disagreement",
            CaseClockKind.Complaint => "complaint of a parent or carer",
            CaseClockKind.DecisionAnew => "decision to be looked at again",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), "It is no clock."),
        };
}
