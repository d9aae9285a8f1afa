using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A named person says whether a return that came after the decision would have changed it. The decision stays.</summary>
public sealed record AddendumJudgement : CaseStatement
{
    /// <summary>Which addendum of the enquiry, from 1; of the address, not of the form.</summary>
    public int Addendum { get; init; }

    public required AddendumEffect Effect { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who of the team that holds the child now was told of the return; required where a team does.</summary>
    public string? ToldTo { get; init; }

    /// <summary>Random, so that its digest tells nothing of a short reason; of the hub, not of the form.</summary>
    public string? Salt { get; init; }

    internal static AddendumJudgement Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Effect = form.Word<AddendumEffect>("effect", required: true) ?? default,
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
            ToldTo = form.Text("toldTo", TextLimit.Line),
        };
}

public enum AddendumEffect
{
    None = 0,

    /// <summary>Somebody should look at the decision again.</summary>
    WouldHaveChanged,
    WouldNotHaveChanged,
}
