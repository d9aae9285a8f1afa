using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A named person has an agency asked that was not asked when the enquiry was published, or whose request was withdrawn.</summary>
public sealed record AskingLater : CaseStatement
{
    /// <summary>Code of an agency of the hub's profile.</summary>
    public required string Agency { get; init; }

    public required string Reason { get; init; }

    /// <summary>True where its former request was withdrawn; written by the hub.</summary>
    public bool Again { get; init; }

    internal static AskingLater Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Agency = form.Text("agency", TextLimit.Code, required: true) ?? "",
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
        };
}
