using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// A named person says why the decision stays although a return that came after it would have changed it: events have overtaken
/// it, or it was seen otherwise at a second look.
/// </summary>
public sealed record DecisionKept : CaseStatement
{
    /// <summary>Which addendum of the enquiry, from 1; of the address, not of the form.</summary>
    public int Addendum { get; init; }

    public required string Reason { get; init; }

    internal static DecisionKept Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
        };
}
