using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Web.Contacts;

/// <summary>A named person confirms the suggested rating, or gives another with the reason.</summary>
/// <param name="LevelOfNeed">By that person's own judgement, 1 to 4.</param>
internal sealed record RatingDecision(Rating Rating, string By, string Role, string? Reason, int? LevelOfNeed)
{
    /// <summary>What goes into the case file with it: answers to the hub's questions, departures from its rules.</summary>
    public IReadOnlyList<CaseStatement> OnRecord { get; init; } = [];

    /// <summary>Why agencies are asked although an enquiry about the same household is open.</summary>
    public string? AskTwiceBecause { get; init; }

    public static (RatingDecision? Decision, IReadOnlyList<FieldFault> Faults) Read(
        byte[]? json,
        ContactRow contact,
        HubProfile profile
    )
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(json, faults);
        var by = fields.Name("by", "Give the name of the person who rates.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Optional("reason");
        var level = fields.Number("levelOfNeed", 1, 4);
        var triage = contact.TriageJson is { } kept ? TriageNote.Read(kept) : null;
        var asked = triage?.ForAPerson ?? [];
        var faultsBefore = faults.Count;
        var answers = CriterionAnswers.Read(fields.Element("answers"), asked, (by, role, reason), faults);
        var undecided = contact.Qualifies != true && asked.Count > 0;
        if (undecided && answers.Count == 0 && faults.Count == faultsBefore)
        {
            faults.Add(CriterionAnswers.Missing(asked));
        }

        var departures = Departures(profile, by, role, answers, fields.Optional("departsFromRole"), faults);
        var twice =
            fields.Optional(AskedOnce.Field) is { } said && !string.IsNullOrWhiteSpace(said) ? said.Trim() : null;
        var text = fields.Optional("rating");
        var rating = Ratings.Read(text, contact);
        if (rating is null)
        {
            faults.Add(new FieldFault("rating", Ratings.Fault(text), Ratings.Remedy));
        }
        else if (string.IsNullOrWhiteSpace(reason) && WhyAReason(contact, rating.Value, triage) is { } why)
        {
            faults.Add(new FieldFault("reason", $"is missing, and {why}", "Say why in a sentence."));
        }

        return faults.Count > 0
            ? (null, faults)
            : (
                new RatingDecision(rating!.Value, by!, role!, reason, level)
                {
                    OnRecord = [.. answers, .. departures],
                    AskTwiceBecause = twice,
                },
                []
            );
    }

    // The person who rates may depart from the hub's rules: that is what a person is for. It stands on record with the reason.
    private static string? WhyAReason(ContactRow contact, Rating rating, TriageNote? triage)
    {
        if (contact.Qualifies != true)
        {
            return triage is { ForAPerson.Count: > 0 }
                ? "a person's answer alone makes this an enquiry"
                : "none of the hub's criteria holds";
        }

        return triage is not null && rating < triage.LowestAllowed
                ? "the rating is lower than the hub's rules allow here"
            : rating != contact.SuggestedRating ? "the rating differs from the suggested one"
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
        const string Remedy =
            "Let them do it, state their role as the hub does, or say in departsFromRole why somebody else does.";
        var departures = new List<Departure>();
        if (role is not null && !ContactRoles.MayRate(profile, role))
        {
            Depart(
                "role",
                $"is not the one that rates at this hub: {profile.RatedBy}",
                DepartureFrom.RatedBy,
                by,
                role
            );
        }

        foreach (var (index, answer) in answers.Index().Where(each => !ContactRoles.MayAnswer(profile, each.Item.Role)))
        {
            Depart(
                $"answers[{index}].role",
                $"is not the one that answers this at this hub: {profile.TriagedBy.Who}",
                DepartureFrom.TriagedBy,
                answer.By,
                answer.Role
            );
        }

        return departures;

        void Depart(string path, string fault, string from, string? who, string theirRole)
        {
            if (string.IsNullOrWhiteSpace(why))
            {
                faults.Add(new FieldFault(path, fault, Remedy));
            }
            else if (who is not null)
            {
                departures.Add(
                    new Departure
                    {
                        By = who,
                        Role = theirRole,
                        From = from,
                        Reason = why.Trim(),
                    }
                );
            }
        }
    }
}

/// <summary>A named person decides that no multi-agency enquiry is made, and why.</summary>
/// <param name="DepartsFromCriteria">Why, although the contact meets the hub's criteria.</param>
internal sealed record DeclineDecision(string By, string Role, string Reason, string? DepartsFromCriteria)
{
    public static (DeclineDecision? Decision, IReadOnlyList<FieldFault> Faults) Read(byte[]? json)
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(json, faults);
        var by = fields.Name("by", "Give the name of the person who decides.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Name("reason", "Say why in a sentence.");
        var departs = fields.Optional("departsFromCriteria");
        return faults.Count > 0 ? (null, faults) : (new DeclineDecision(by!, role!, reason!, departs), []);
    }
}

/// <summary>The text fields of a decision; collects every fault instead of stopping at the first.</summary>
internal sealed class DecisionFields(IReadOnlyDictionary<string, JsonElement> fields, List<FieldFault> faults)
{
    private const int LongestText = 1000;
    private const int LongestNarrative = 20_000;

    public static DecisionFields Read(byte[]? json, List<FieldFault> faults)
    {
        try
        {
            var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json ?? [], MashJson.Options);
            return new DecisionFields(fields ?? [], faults);
        }
        catch (JsonException)
        {
            faults.Add(
                new FieldFault(
                    "",
                    "is not a JSON object",
                    """Send e.g. {"rating":"red","by":"...","role":"manager"}."""
                )
            );
            return new DecisionFields(new Dictionary<string, JsonElement>(), faults);
        }
    }

    /// <param name="one">An object.</param>
    public static DecisionFields Of(JsonElement one, List<FieldFault> faults) =>
        new(
            one.EnumerateObject().DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Value),
            faults
        );

    public bool Has(string field) =>
        fields.TryGetValue(field, out var value) && value.ValueKind is not JsonValueKind.Null;

    public JsonElement? Element(string field) => fields.TryGetValue(field, out var value) ? value : null;

    public string? Name(string field, string remedy)
    {
        var text = Optional(field);
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(new FieldFault(field, "is missing", remedy));
            return null;
        }

        return text.Trim();
    }

    public int? Number(string field, int least, int most)
    {
        if (!fields.TryGetValue(field, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        if (
            value.ValueKind is JsonValueKind.Number
            && value.TryGetInt32(out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        faults.Add(new FieldFault(field, "is not such a number", $"Give a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>A text of several lines, as long as a concern.</summary>
    public string? Narrative(string field, string remedy)
    {
        if (
            !fields.TryGetValue(field, out var value)
            || value.ValueKind is not JsonValueKind.String
            || string.IsNullOrWhiteSpace(value.GetString())
        )
        {
            faults.Add(new FieldFault(field, "is missing", remedy));
            return null;
        }

        var text = value.GetString()!;
        if (
            text.Length > LongestNarrative
            || text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
        )
        {
            faults.Add(
                new FieldFault(
                    field,
                    $"is longer than {LongestNarrative} characters or holds control characters",
                    "Shorten it to plain text."
                )
            );
            return null;
        }

        return text.Trim();
    }

    public string? Optional(string field)
    {
        if (!fields.TryGetValue(field, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.String || value.GetString() is not { Length: <= LongestText } text)
        {
            faults.Add(new FieldFault(field, $"is not a text of at most {LongestText} characters", "Shorten it."));
            return null;
        }

        if (text.Any(char.IsControl))
        {
            faults.Add(new FieldFault(field, "holds control characters", "Write it on one line of plain text."));
            return null;
        }

        return text;
    }
}
