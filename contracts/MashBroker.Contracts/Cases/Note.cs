using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>Something that ought to stand in the case file and has no kind of its own.</summary>
public sealed record Note : CaseStatement
{
    public required string Text { get; init; }

    internal static Note Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
        };
}
