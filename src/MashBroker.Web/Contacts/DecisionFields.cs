using System.Text.Json;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;

namespace MashBroker.Web.Contacts;

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

    /// <summary>A field that nobody reads is one that somebody meant: a misspelt level or reason is not passed over.</summary>
    public void RefuseOthersThan(IReadOnlyCollection<string> known) =>
        faults.AddRange(
            fields
                .Keys.Except(known)
                .Select(field => new FieldFault(field, "is no field of this", $"Give {string.Join(", ", known)} only."))
        );

    public JsonElement? Element(string field) => fields.TryGetValue(field, out var value) ? value : null;

    public string? Name(string field, string remedy)
    {
        var before = faults.Count;
        var text = Optional(field);
        if (faults.Count > before)
        {
            return null;
        }

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

        if (value.ValueKind is not JsonValueKind.String)
        {
            faults.Add(new FieldFault(field, "is not a text", "Write it in quotation marks."));
            return null;
        }

        if (value.GetString() is not { Length: <= LongestText } text)
        {
            faults.Add(new FieldFault(field, $"is longer than {LongestText} characters", "Shorten it."));
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
