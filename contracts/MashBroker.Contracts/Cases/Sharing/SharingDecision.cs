using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// A named person's decision to share what the hub holds of a family, or not to, with whom and why. The latest that names an
/// agency, or names none and so is about all, holds for it. Whoever shares with some by name does not share with the rest.
/// </summary>
public sealed record SharingDecision : CaseStatement
{
    public required SharingChoice Decision { get; init; }

    /// <summary>Codes of the agencies it is about; none: all of the hub's.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Code of the purpose, as the letters of the enquiry state it.</summary>
    public string? Purpose { get; init; }

    /// <summary>Code of the need to know that it rests on, where the hub states such grounds.</summary>
    public string? NeedToKnow { get; init; }

    public required string Reason { get; init; }

    /// <summary>True where it was made by confirming the rating, or by having one more agency asked, and written beside it by the hub.</summary>
    public bool ByRating { get; init; }

    /// <summary>Random, so that its digest tells nothing of a short reason; of the hub, where it writes the decision beside a rating.</summary>
    public string? Salt { get; init; }

    internal static SharingDecision Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Decision = form.Word<SharingChoice>("decision", required: true) ?? default,
            With = form.Texts("with", 50, TextLimit.Code),
            Purpose = form.Text("purpose", TextLimit.Code),
            NeedToKnow = form.Text("needToKnow", TextLimit.Code),
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
        };
}

/// <summary>Zero shares nothing.</summary>
public enum SharingChoice
{
    None = 0,
    NotToShare,
    Share,
}
