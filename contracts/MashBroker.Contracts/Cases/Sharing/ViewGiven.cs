using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// What a parent, a carer, a child, a professional or the referrer said when the hub asked for their view. It stands in the
/// pack beside the returns of the agencies.
/// </summary>
public sealed record ViewGiven : CaseStatement
{
    public required ViewOf Of { get; init; }

    /// <summary>Who gave it as people of the case know them, e.g. <c>health visitor</c>, <c>mother</c>; never the name of a referrer who stays anonymous.</summary>
    public required string Giver { get; init; }

    /// <summary>Code of the person of the enquiry who gave it; absent for everybody else.</summary>
    public string? Subject { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>e.g. <c>by telephone</c>.</summary>
    public string? How { get; init; }

    internal static ViewGiven Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Of = form.Word<ViewOf>("of", required: true) ?? default,
            Giver = form.Text("giver", TextLimit.Line, required: true) ?? "",
            Subject = form.Text("subject", TextLimit.Code),
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
            GivenAt = form.Moment("givenAt", now, required: true) ?? now,
            How = form.Text("how", TextLimit.Line),
        };
}

public enum ViewOf
{
    None = 0,
    Parent,
    Carer,
    Child,
    Professional,
    Referrer,
    Other,
}
