using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Contacts;

namespace MashBroker.Web.Contacts;

/// <summary>A named person confirms the suggested rating, or gives another with the reason.</summary>
internal sealed record RatingDecision(Rating Rating, string By, string Role, string? Reason)
{
    public static (RatingDecision? Decision, IReadOnlyList<FieldFault> Faults) Read(byte[]? json, ContactRow contact)
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(json, faults);
        var by = fields.Name("by", "Give the name of the person who rates.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Optional("reason");
        var text = fields.Optional("rating");
        var rating = text?.ToLowerInvariant() switch
        {
            null or "suggested" => contact.SuggestedRating ?? Rating.None,
            "red" => Rating.Red,
            "amber" => Rating.Amber,
            "green" => Rating.Green,
            _ => Rating.None,
        };
        if (rating is Rating.None)
        {
            faults.Add(
                new FieldFault(
                    "rating",
                    text is null or "suggested" ? "nothing was suggested for this contact" : "is no rating",
                    "Give red, amber or green."
                )
            );
        }
        else if (rating != contact.SuggestedRating && string.IsNullOrWhiteSpace(reason))
        {
            faults.Add(
                new FieldFault(
                    "reason",
                    "is missing, and the rating differs from the suggested one",
                    "Say why in a sentence."
                )
            );
        }

        return faults.Count > 0 ? (null, faults) : (new RatingDecision(rating, by!, role!, reason), []);
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
