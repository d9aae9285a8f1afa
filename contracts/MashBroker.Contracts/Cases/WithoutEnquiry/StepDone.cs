using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A step that a hub's own rules ask for and that no other kind of entry shows.</summary>
public sealed record StepDone : CaseStatement
{
    /// <summary>Code of the step in the hub's profile.</summary>
    public required string Step { get; init; }

    /// <summary>What was done.</summary>
    public required string Text { get; init; }

    internal static StepDone Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Step = form.Text("step", TextLimit.Code, required: true) ?? "",
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
        };
}
