using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Rules;

namespace MashBroker.Ledger.Leaks;

/// <summary>
/// Every text of a statement that somebody may have put in their own words, whatever kind of statement it is: all strings of its
/// JSON, so that a field added later is looked at without anybody thinking of it.
/// </summary>
public static class StatementTexts
{
    // Who states it is of the hub or a partner, and may share the surname of whoever referred. The others are random or reckoned.
    private static readonly HashSet<string> NotSaid = ["by", "salt", "digest"];

    // Codes of the product as numbers: they are nobody's words, and of a form that could not be read they are missing.
    private static readonly JsonSerializerOptions Options = WithoutWords();

    // People told anew are described by fields; their addresses leave as each agency may see them (OutgoingTexts.Of).
    private const string People = "people";

    /// <summary>As given, with the field each stands in; codes and dates are among them as fields, in which nobody tells anything.</summary>
    public static IReadOnlyList<OutgoingText> Of(CaseStatement statement)
    {
        var texts = new List<OutgoingText>();
        foreach (var (name, value) in Json(statement).Where(each => !NotSaid.Contains(each.Key)))
        {
            if (name == People && statement is NewFacts facts)
            {
                texts.AddRange(OfPeople(facts));
            }
            else
            {
                Walk(value, name, text => texts.Add(text));
            }
        }

        return [.. texts.Where(text => text.Text.Length > 0)];
    }

    /// <summary>The statement with <paramref name="mark"/> in the place of what is held back.</summary>
    public static CaseStatement Without(CaseStatement statement, IReadOnlySet<OutgoingText> held, string mark)
    {
        var json = Json(statement);
        foreach (var (name, value) in json.ToArray())
        {
            if (!NotSaid.Contains(name) && name != People)
            {
                Walk(value, name, text => { }, (text, node) => Replace(text, node, held, mark));
            }
        }

        return (CaseStatement)json.Deserialize(statement.GetType(), Options)!;
    }

    private static void Replace(OutgoingText text, JsonValue node, IReadOnlySet<OutgoingText> held, string mark)
    {
        if (held.Contains(text))
        {
            node.ReplaceWith(mark);
        }
    }

    private static JsonObject Json(CaseStatement statement) =>
        (JsonObject)JsonSerializer.SerializeToNode(statement, statement.GetType(), Options)!;

    private static JsonSerializerOptions WithoutWords()
    {
        var options = new JsonSerializerOptions(MashJson.Options);
        foreach (var words in options.Converters.Where(each => each.CanConvert(typeof(FeedbackTo))).ToArray())
        {
            options.Converters.Remove(words);
        }

        return options;
    }

    private static void Walk(
        JsonNode? node,
        string path,
        Action<OutgoingText> found,
        Action<OutgoingText, JsonValue>? at = null
    )
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToArray())
                {
                    Walk(value, $"{path}.{name}", found, at);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Walk(items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), found, at);
                }

                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                var text = new OutgoingText(path, value.GetValue<string>(), IsField(path, value.GetValue<string>()));
                found(text);
                at?.Invoke(text, value);
                break;
            default:
                break;
        }
    }

    // Somebody's role or name tells by names alone; so does what is one word, as every code is.
    private static bool IsField(string path, string text) =>
        path.EndsWith("role", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".name", StringComparison.Ordinal)
        || path.EndsWith(".by", StringComparison.Ordinal)
        || !text.Trim().Any(char.IsWhiteSpace);

    private static IEnumerable<OutgoingText> OfPeople(NewFacts facts)
    {
        for (var i = 0; i < facts.People.Count; i++)
        {
            var person = facts.People[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"{People}[{i}]");
            foreach (var name in person.Names)
            {
                yield return new OutgoingText($"{path}.names", $"{name.Given} {name.Family}".Trim(), IsField: true);
            }

            foreach (var telephone in person.Telephones)
            {
                yield return new OutgoingText($"{path}.telephones", telephone, IsField: true);
            }

            if (person.Relationship is { } relationship)
            {
                yield return new OutgoingText($"{path}.relationship", relationship);
            }
        }
    }
}
