using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MashBroker.Tests.Hubs;

/// <summary>A profile with one rule changed, in every way this knows of.</summary>
internal static partial class RuleChanges
{
    // Not a rule: where editors find the schema.
    private static readonly string[] NoRules = ["$schema"];

    private static readonly JsonDocumentOptions AsWritten = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Members whose words the reader knows: changed to another of them, since any other text is refused.</summary>
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["sector"] = ["statutory", "non-statutory", "third-sector"],
        ["what"] = ["outcome", "acknowledgement"],
        ["startsAt"] = ["contact-received", "allocated"],
        ["nextWorkingDay"] = ["out-of-hours", "at-any-time"],
        ["rating"] = ["green", "amber", "red"],
        ["runs"] = ["elapsed", "hub-hours"],
        ["askedAbout"] = ["child", "unborn-child", "sibling", "parent", "carer", "other-adult"],
        ["referrerKinds"] = ["professional", "member-of-public", "family"],
        ["offeredTo"] = ["professional", "member-of-public", "family"],
        ["concerns"] = ["physical-harm", "neglect", "housing", "radicalisation"],
        ["anyConcernOf"] = ["physical-harm", "neglect", "housing", "radicalisation"],
    };

    /// <summary>Lists whose order is a rule: neighbours change places. Any one criterion is enough, so theirs is none.</summary>
    private static readonly string[] Ordered =
    [
        "agencies",
        "outcomes",
        "disagreement",
        "complaints",
        "suggestedRatings",
        "soughtBy",
        "steps",
    ];

    public static IEnumerable<RuleChange> Of(string json)
    {
        var root = JsonNode.Parse(json, documentOptions: AsWritten)!.AsObject();
        return Inside(root, [], "");
    }

    private static IEnumerable<RuleChange> Inside(JsonObject root, object[] way, string path)
    {
        var here = At(root, way);
        switch (here)
        {
            case JsonObject fields:
                foreach (
                    var name in fields
                        .Select(field => field.Key)
                        .Where(name => way.Length > 0 || !NoRules.Contains(name))
                        .ToList()
                )
                {
                    var at = path.Length == 0 ? name : $"{path}.{name}";
                    yield return new RuleChange(
                        at,
                        "taken out",
                        Changed(root, way, parent => parent.AsObject().Remove(name))
                    );
                    foreach (var change in Inside(root, [.. way, name], at))
                    {
                        yield return change;
                    }
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    var (at, number) = ($"{path}[{index}]", index);
                    if (index > 0 && Ordered.Contains(way[^1]) && path != "noEnquiry.outcomes")
                    {
                        yield return new RuleChange(
                            at,
                            RuleChange.Swap,
                            Changed(root, way, parent => PutBefore(parent.AsArray(), number))
                        );
                    }

                    yield return new RuleChange(
                        at,
                        "taken out",
                        Changed(root, way, parent => parent.AsArray().RemoveAt(number))
                    );
                    foreach (var change in Inside(root, [.. way, index], at))
                    {
                        yield return change;
                    }
                }

                break;
            case JsonValue value:
                foreach (var other in Others(value, way.OfType<string>().Last()))
                {
                    yield return new RuleChange(
                        path,
                        $"made {other.ToJsonString()}",
                        Changed(root, way[..^1], parent => Put(parent, way[^1], other))
                    );
                }

                break;
        }
    }

    private static IEnumerable<JsonNode> Others(JsonValue value, string member)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True or JsonValueKind.False:
                yield return !value.GetValue<bool>();
                break;
            case JsonValueKind.Number:
                yield return value.GetValue<int>() + 1;
                yield return value.GetValue<int>() - 1;
                break;
            default:
                foreach (var text in Others(value.GetValue<string>(), member))
                {
                    yield return text;
                }

                break;
        }
    }

    private static IEnumerable<string> Others(string text, string member)
    {
        if (Words.TryGetValue(member, out var words))
        {
            return words.Where(word => word != text);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new[] { date.AddDays(1), date.AddDays(-1) }.Select(other =>
                other.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        }

        if (Hours().Match(text) is { Success: true } hours)
        {
            var (opens, closes) = (
                TimeOnly.Parse(hours.Groups[1].Value, CultureInfo.InvariantCulture),
                TimeOnly.Parse(hours.Groups[2].Value, CultureInfo.InvariantCulture)
            );
            return
            [
                Written(opens.AddMinutes(1), closes),
                Written(opens.AddMinutes(-1), closes),
                Written(opens, closes.AddMinutes(1)),
                Written(opens, closes.AddMinutes(-1)),
            ];
        }

        return [$"{text}x"];
    }

    private static string Written(TimeOnly opens, TimeOnly closes) =>
        string.Create(CultureInfo.InvariantCulture, $"{opens:HH\\:mm}-{closes:HH\\:mm}");

    private static string Changed(JsonObject root, object[] way, Action<JsonNode> change)
    {
        var copy = root.DeepClone().AsObject();
        change(At(copy, way));
        return copy.ToJsonString();
    }

    private static void PutBefore(JsonArray items, int index)
    {
        var item = items[index];
        items.RemoveAt(index);
        items.Insert(index - 1, item);
    }

    private static void Put(JsonNode parent, object step, JsonNode value)
    {
        if (step is string name)
        {
            parent[name] = value;
        }
        else
        {
            parent[(int)step] = value;
        }
    }

    private static JsonNode At(JsonNode node, object[] way) =>
        way.Aggregate(node, (at, step) => step is string name ? at[name]! : at[(int)step]!);

    [GeneratedRegex(@"\A([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Hours();
}

/// <param name="Path">e.g. <c>returns.red.hours</c>.</param>
/// <param name="What">e.g. <c>made 3</c>.</param>
/// <param name="Json">The whole profile, changed.</param>
internal sealed record RuleChange(string Path, string What, string Json)
{
    /// <summary>A rule and the one before it.</summary>
    public const string Swap = "changes places with the one before it";

    /// <summary>The section it belongs to: cases that noticed one change of it are asked first about the next.</summary>
    public string Section => Path.Split('.', '[')[0];
}
