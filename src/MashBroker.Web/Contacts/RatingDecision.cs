using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Contacts;

namespace MashBroker.Web.Contacts;

/// <summary>A named person confirms the suggested rating, or gives another with the reason.</summary>
/// <param name="LevelOfNeed">By that person's own judgement, 1 to 4.</param>
internal sealed record RatingDecision(Rating Rating, string By, string Role, string? Reason, int? LevelOfNeed)
{
    public static (RatingDecision? Decision, IReadOnlyList<FieldFault> Faults) Read(byte[]? json, ContactRow contact)
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(json, faults);
        var by = fields.Name("by", "Give the name of the person who rates.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Optional("reason");
        var level = fields.Number("levelOfNeed", 1, 4);
        var text = fields.Optional("rating");
        var rating = Ratings.Read(text, contact);
        if (rating is null)
        {
            faults.Add(new FieldFault("rating", Ratings.Fault(text), Ratings.Remedy));
        }
        else if (string.IsNullOrWhiteSpace(reason) && WhyAReason(contact, rating.Value) is { } why)
        {
            faults.Add(new FieldFault("reason", $"is missing, and {why}", "Say why in a sentence."));
        }

        return faults.Count > 0 ? (null, faults) : (new RatingDecision(rating!.Value, by!, role!, reason, level), []);
    }

    // The person who rates may depart from the hub's rules: that is what a person is for. It stands on record with the reason.
    private static string? WhyAReason(ContactRow contact, Rating rating)
    {
        if (contact.Qualifies != true)
        {
            return "none of the hub's criteria holds";
        }

        return contact.TriageJson is { } triage && rating < TriageNote.Read(triage).LowestAllowed
                ? "the rating is lower than the hub's rules allow here"
            : rating != contact.SuggestedRating ? "the rating differs from the suggested one"
            : null;
    }
}

/// <summary>A named person decides that no multi-agency enquiry is made, and why.</summary>
internal sealed record DeclineDecision(string By, string Role, string Reason)
{
    public static (DeclineDecision? Decision, IReadOnlyList<FieldFault> Faults) Read(byte[]? json)
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(json, faults);
        var by = fields.Name("by", "Give the name of the person who decides.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Name("reason", "Say why in a sentence.");
        return faults.Count > 0 ? (null, faults) : (new DeclineDecision(by!, role!, reason!), []);
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
