using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A social worker of the hub has been to see the child, so that it is safe now.</summary>
public sealed record DutyVisit : CaseStatement
{
    /// <summary>Who went.</summary>
    public required string VisitedBy { get; init; }

    public required string VisitedByRole { get; init; }

    /// <summary>Why somebody went whom the hub's rules do not name for it; without it such a visit is not recorded.</summary>
    public string? DepartsFromRole { get; init; }

    public required DateTimeOffset VisitedAt { get; init; }

    /// <summary>The child was seen; a visit on which nobody opened is one too.</summary>
    public bool ChildSeen { get; init; }

    public bool ChildSeenAlone { get; init; }

    /// <summary>What was found and agreed for the child's safety.</summary>
    public required string Text { get; init; }

    internal static DutyVisit Read(FormObject form, DateTimeOffset now)
    {
        var visit = new DutyVisit
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            VisitedBy = form.Text("visitedBy", TextLimit.Name, required: true) ?? "",
            VisitedByRole = form.Text("visitedByRole", TextLimit.Line, required: true) ?? "",
            DepartsFromRole = form.Text("departsFromRole", TextLimit.Narrative),
            VisitedAt = form.Moment("visitedAt", now, required: true) ?? now,
            ChildSeen = form.Flag("childSeen"),
            ChildSeenAlone = form.Flag("childSeenAlone"),
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
        };
        if (visit is { ChildSeenAlone: true, ChildSeen: false } && !form.HasFaultIn("childSeen", "childSeenAlone"))
        {
            form.Fault("childSeen", "is not true, and childSeenAlone is", "Say \"childSeen\": true too");
        }

        return visit;
    }
}
