using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// Somebody tells the hub more about a case it has. Of a case that is closed it is a new referral, and refused here.
/// </summary>
public sealed record NewInformation : CaseStatement
{
    /// <summary>From whom, as far as the hub may say: an anonymous referrer is not named.</summary>
    public required string From { get; init; }

    public required string Text { get; init; }

    internal static NewInformation Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            From = form.Text("from", TextLimit.Line, required: true) ?? "",
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
        };
}
