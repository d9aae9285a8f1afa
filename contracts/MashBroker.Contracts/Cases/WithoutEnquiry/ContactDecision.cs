using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// A named person decides what becomes of a contact of which no multi-agency enquiry is made. It is never changed: a later one that
/// takes its place names it, and both stay.
/// </summary>
public sealed record ContactDecision : CaseStatement
{
    private const int LevelsOfNeed = 4;

    /// <summary>Code of one of the hub's outcomes.</summary>
    public required string Outcome { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who oversees what it leads to, e.g. the hub's social worker for Early Help.</summary>
    public string? OverseenBy { get; init; }

    /// <summary>Level of need by the judgement of whoever decides, 1 to 4; the referrer's own stands in the contact.</summary>
    public int? LevelOfNeed { get; init; }

    /// <summary>
    /// By that person's own judgement; absent where they give none. Asked for where the suggested one is Red or Amber: contacts are
    /// ranked, whatever becomes of them.
    /// </summary>
    public Rating? Rating { get; init; }

    /// <summary>Why, where it differs from the suggested one.</summary>
    public string? RatingReason { get; init; }

    /// <summary>Why no enquiry is made although the contact meets the hub's criteria; absent where it meets none.</summary>
    public string? DepartsFromCriteria { get; init; }

    /// <summary>Number of the earlier decision that no longer stands.</summary>
    public int? Supersedes { get; init; }

    /// <summary>1 for the first of the contact; written by the hub.</summary>
    public int Number { get; init; }

    internal static ContactDecision Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Outcome = form.Text("outcome", TextLimit.Code, required: true) ?? "",
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
            OverseenBy = form.Text("overseenBy", TextLimit.Name),
            LevelOfNeed = form.Number("levelOfNeed", 1, LevelsOfNeed),
            Rating = ReadRating(form),
            RatingReason = form.Text("ratingReason", TextLimit.Narrative),
            DepartsFromCriteria = form.Text("departsFromCriteria", TextLimit.Narrative),
            Supersedes = form.Number("supersedes", 1, int.MaxValue),
        };

    private static Rating? ReadRating(FormObject form)
    {
        var rating = form.Word<Rating>("rating");
        if (rating is Contracts.Rating.None)
        {
            form.Fault("rating", "is no rating", "Give red, amber or green");
            return null;
        }

        return rating;
    }
}
