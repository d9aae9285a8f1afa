using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.Clocks.Slow;

/// <summary>
/// The files of the hubs as they are, and as they might be: other hours, days closed besides, clocks that stop when the hub
/// closes, decisions that count from allocation.
/// </summary>
public static class RandomHub
{
    private static readonly JsonDocumentOptions AsWritten = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly string Folder = Path.Combine(Repository.Root, "ops", "hubs");

    private static readonly string[] EveryDay =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    // None opens or closes between one and two in the morning: what that means twice a year is a test of its own.
    private static readonly string[] Hours =
    [
        "09:00-17:00",
        "08:45-16:15",
        "00:00-24:00",
        "00:00-03:00",
        "22:00-24:00",
        "00:30-02:15",
        "07:01-23:59",
    ];

    /// <summary>The hubs that ship, not the sample of one of them.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(code => code != "sample")
            .Order(StringComparer.Ordinal),
    ];

    public static JsonNode Holidays { get; } = Parse(Path.Combine("holidays", "england-and-wales.json"));

    public static JsonObject AsItIs(string code) => Parse($"{code}.json").AsObject();

    public static JsonObject Changed(string code, Random random)
    {
        var hub = AsItIs(code);
        if (random.Next(3) > 0)
        {
            hub["hours"] = Week(random);
        }

        if (random.Next(3) > 0)
        {
            hub["returns"] = Limits(random, mostHours: 40);
            hub["decision"] = Limits(random, mostHours: 72);
            hub["decision"]!["startsAt"] = random.Of("contact-received", "allocated");
        }

        if (random.Next(3) > 0)
        {
            hub["strategyDiscussion"] = Strategy(random);
            hub["caseHold"] = new JsonObject { ["limit"] = Own(random), ["then"] = "the district team" };
        }

        hub["alsoClosedOn"] = Closures(random);
        if (random.Next(4) == 0)
        {
            hub.Remove("outOfHours");
        }

        if (random.Next(4) == 0)
        {
            hub["preWarningPercents"] = new JsonArray(1, 33, 99);
        }

        return hub;
    }

    private static JsonObject Week(Random random)
    {
        var week = new JsonObject();
        var open = random.Of(Hours);
        var most = random.Next(1, 8);
        foreach (var day in EveryDay.Take(most))
        {
            week[day] = random.Next(3) == 0 ? random.Of(Hours) : open;
        }

        return week;
    }

    private static JsonObject Limits(Random random, int mostHours)
    {
        // A graver rating never has more time, and a Red never stops when the hub closes.
        var red = random.Next(1, 12);
        var amber = random.Next(red, mostHours);
        return new JsonObject
        {
            ["red"] = new JsonObject { ["hours"] = red },
            ["amber"] = Limit(random, amber, amber + 1),
            ["green"] = Limit(random, amber, mostHours),
        };
    }

    private static JsonObject Limit(Random random, int leastHours, int mostHours) =>
        random.Next(2) == 0
            ? new JsonObject { ["hours"] = random.Next(leastHours, mostHours) }
            : new JsonObject { ["hours"] = random.Next(leastHours, mostHours), ["runs"] = "hub-hours" };

    private static JsonObject Own(Random random) =>
        random.Next(2) == 0 ? Limit(random, 1, 72) : new JsonObject { ["workingDays"] = random.Next(1, 11) };

    private static JsonObject Strategy(Random random)
    {
        var rule = new JsonObject
        {
            ["name"] = "Strategy discussion",
            ["whenAny"] = new JsonArray(new JsonObject { ["significantHarm"] = true }),
            ["lead"] = "Team Manager",
        };
        var waits = random.Of("never", "out-of-hours", "at-any-time");
        if (waits != "never")
        {
            rule["nextWorkingDay"] = waits;
        }

        if (random.Next(2) == 0)
        {
            rule["outOfHoursLead"] = "Out of Hours Team Manager";
        }

        if (random.Next(4) > 0)
        {
            rule["aim"] = new JsonObject { ["hours"] = 2 };
            rule["limit"] = new JsonObject { ["hours"] = random.Next(2, 9) };
        }

        return rule;
    }

    // Single days, and a week in which nobody is there at all.
    private static JsonArray Closures(Random random)
    {
        var first = new DateOnly(2024, 1, 1).AddDays(random.Next(6 * 365));
        var days = Enumerable
            .Range(0, 7)
            .Select(first.AddDays)
            .Concat(Enumerable.Range(0, 40).Select(_ => new DateOnly(2024, 1, 1).AddDays(random.Next(6 * 365))));
        return
        [
            .. days.Distinct()
                .Select(day =>
                    JsonValue.Create(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                ),
        ];
    }

    private static JsonNode Parse(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)), documentOptions: AsWritten)!;
}
