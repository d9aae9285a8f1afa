using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>The team that receives the case was given the summary.</summary>
public sealed record SummaryGiven : CaseStatement
{
    /// <summary>The team.</summary>
    public required string To { get; init; }

    /// <summary>Who of them took it.</summary>
    public required string Recipient { get; init; }

    public required string How { get; init; }

    /// <summary>Why it is another team than the outcome's; required where it is.</summary>
    public string? Why { get; init; }

    /// <summary>Version of the pack that it was made from; of the hub, not of the form.</summary>
    public int? PackVersion { get; init; }

    /// <summary>SHA-256 of the summary as it was given, lower-case hexadecimal; of the hub, not of the form.</summary>
    public string? Digest { get; init; }

    internal static SummaryGiven Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            To = form.Text("to", TextLimit.Line, required: true) ?? "",
            Recipient = form.Text("recipient", TextLimit.Name, required: true) ?? "",
            Why = form.Text("why", TextLimit.Narrative),
            How = form.Text("how", TextLimit.Line, required: true) ?? "",
        };
}
