using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A named person takes back what agencies were asked, all of them or one, whether they have answered or not.</summary>
public sealed record EnquiryWithdrawal : CaseStatement
{
    /// <summary>In a sentence; the agencies are told.</summary>
    public required string Reason { get; init; }

    /// <summary>Code of the one agency; absent: the whole enquiry.</summary>
    public string? Agency { get; init; }

    /// <summary>Why somebody takes it back who neither rates nor decides; the hub keeps it as a <see cref="Departure"/> of its own.</summary>
    public string? DepartsFromRole { get; init; }

    /// <summary>Codes of the agencies whose requests this withdrew; written by the hub.</summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];

    /// <summary>Codes of those among them that had answered before: their answers stay on record under the withdrawal. Written by the hub.</summary>
    public IReadOnlyList<string> AnsweredBefore { get; init; } = [];

    internal static EnquiryWithdrawal Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
            Agency = form.Text("agency", TextLimit.Code),
            DepartsFromRole = CaseForm.DepartsFromRole(form),
        };
}
