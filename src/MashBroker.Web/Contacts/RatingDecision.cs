using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Web.Contacts;

/// <summary>A named person confirms the suggested rating, or gives another with the reason.</summary>
/// <param name="Rating">None, and every other text blank, where it could not be read; then there is a fault.</param>
/// <param name="LevelOfNeed">By that person's own judgement, 1 to 4.</param>
internal sealed record RatingDecision(Rating Rating, string By, string Role, string? Reason, int? LevelOfNeed)
{
    private static readonly string[] Fields =
    [
        "rating",
        "by",
        "role",
        "reason",
        "levelOfNeed",
        "answers",
        "departsFromRole",
        AskedOnce.Field,
    ];

    /// <summary>What goes into the case file with it: answers to the hub's questions, departures from its rules.</summary>
    public IReadOnlyList<CaseStatement> OnRecord { get; init; } = [];

    /// <summary>Why agencies are asked although an enquiry about the same household is open.</summary>
    public string? AskTwiceBecause { get; init; }

    /// <summary>All that was said in the answers and of a departure, whether or not it could be taken.</summary>
    public IReadOnlyList<OutgoingText> Said { get; init; } = [];

    /// <returns>The decision as far as it could be read: what else stands in its way is said with the faults of its form.</returns>
    public static (RatingDecision Decision, IReadOnlyList<FieldFault> Faults) Read(
        byte[]? json,
        ContactRow contact,
        HubProfile profile
    )
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(json, faults);
        fields.RefuseOthersThan(Fields);
        var by = fields.Name("by", "Give the name of the person who rates.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Optional("reason");
        var level = fields.Number("levelOfNeed", 1, 4);
        var triage = contact.TriageJson is { } kept ? TriageNote.Read(kept) : null;
        var asked = triage?.ForAPerson ?? [];
        var faultsBefore = faults.Count;
        var (answers, said) = CriterionAnswers.Read(fields.Element("answers"), asked, (by, role, reason), faults);
        var undecided = contact.Qualifies != true && asked.Count > 0;
        if (undecided && answers.Count == 0 && faults.Count == faultsBefore)
        {
            faults.Add(CriterionAnswers.Missing(asked));
        }

        var departs = fields.Optional("departsFromRole");
        var departures = Departures(profile, by, role, answers, departs, faults);
        var twice = fields.Optional(AskedOnce.Field) is { } why && !string.IsNullOrWhiteSpace(why) ? why.Trim() : null;
        var text = fields.Optional("rating");
        var rating = Ratings.Read(text, contact);
        if (rating is null)
        {
            faults.Add(new FieldFault("rating", Ratings.Fault(text), Ratings.Remedy));
        }

        if (string.IsNullOrWhiteSpace(reason) && WhyAReason(contact, rating, triage, answers) is { } asksWhy)
        {
            faults.Add(new FieldFault("reason", $"is missing, and {asksWhy}", "Say why in a sentence."));
        }

        return (
            new RatingDecision(rating ?? Rating.None, by ?? "", role ?? "", reason, level)
            {
                OnRecord = [.. answers, .. departures],
                AskTwiceBecause = twice,
                Said = [.. said, new OutgoingText("departsFromRole", departs ?? "")],
            },
            faults
        );
    }

    // The person who rates may depart from the hub's rules: that is what a person is for. It stands on record with the reason.
    private static string? WhyAReason(
        ContactRow contact,
        Rating? rating,
        TriageNote? triage,
        IReadOnlyList<CriterionAnswer> answers
    )
    {
        // An answer is never without a reason of its own.
        if (contact.Qualifies != true && answers.Count == 0)
        {
            return triage is { ForAPerson.Count: > 0 }
                ? "a person's answer alone makes this an enquiry"
                : "none of the hub's criteria holds";
        }

        return triage is not null && rating < triage.LowestAllowed
                ? "the rating is lower than the hub's rules allow here"
            : rating is not null && rating != contact.SuggestedRating ? "the rating differs from the suggested one"
            : null;
    }

    private static List<Departure> Departures(
        HubProfile profile,
        string? by,
        string? role,
        IReadOnlyList<CriterionAnswer> answers,
        string? why,
        List<FieldFault> faults
    )
    {
        var departures = new List<Departure>();
        NotTheirs[] rating = [.. ActRoles.Rating(profile, role ?? "")];
        var foreign = answers.Index().Where(each => !ContactRoles.MayAnswer(profile, each.Item.Role)).ToList();
        if (rating.Length > 0 || foreign.Count == 0)
        {
            Settle(rating, by, role ?? "");
        }

        foreach (var (index, answer) in foreign)
        {
            var fault = $"is not the one that answers this at this hub: {profile.TriagedBy.Who}";
            Settle([new NotTheirs($"answers[{index}].role", fault, DepartureFrom.TriagedBy)], answer.By, answer.Role);
        }

        return departures;

        void Settle(IEnumerable<NotTheirs> acts, string? who, string theirRole)
        {
            var (refused, onRecord) = NotTheirs.Settle(acts, who, theirRole, why);
            faults.AddRange(refused);
            departures.AddRange(onRecord);
        }
    }
}
