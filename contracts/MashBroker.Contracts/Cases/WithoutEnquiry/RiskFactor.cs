using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>What there is to worry about, under the headings of Signs of Safety. Where nothing was found, the text says so.</summary>
public sealed record RiskFactor : CaseStatement
{
    public required RiskHeading Heading { get; init; }

    public required string Text { get; init; }

    internal static RiskFactor Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Heading = form.Word<RiskHeading>("heading", required: true) ?? default,
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
        };
}

/// <summary>"What are we worried about?"</summary>
public enum RiskHeading
{
    None = 0,
    PastHarm,
    DangerStatement,
    ComplicatingFactor,
}
