using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>What keeps the child safe, under the headings of Signs of Safety. Where nothing was found, the text says so.</summary>
public sealed record ProtectiveFactor : CaseStatement
{
    public required ProtectiveHeading Heading { get; init; }

    public required string Text { get; init; }

    internal static ProtectiveFactor Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Heading = form.Word<ProtectiveHeading>("heading", required: true) ?? default,
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
        };
}

/// <summary>"What is working well?"</summary>
public enum ProtectiveHeading
{
    None = 0,
    Strength,
    ExistingSafety,
}
