using System.Text.Json;
using System.Text.RegularExpressions;
using MashBroker.Cli;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Hubs;

/// <summary><c>ops/hubs/seeds.md</c>: every sentence of the five documents, and what serves it. What it names exists.</summary>
internal sealed partial class SeedsMapTests
{
    private static readonly JsonDocumentOptions AsWritten = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    // As the documents were read: sentences, headings and lines of lists.
    private static readonly Dictionary<string, int> Sentences = new()
    {
        ["hampshire"] = 69,
        ["northamptonshire"] = 54,
        ["havering"] = 28,
        ["sefton"] = 59,
        ["milton-keynes"] = 26,
    };

    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public void Every_sentence_of_a_hub_is_served_by_something(string hub)
    {
        var rows = Rows(hub).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Has.Count.EqualTo(Sentences[hub]));
            Assert.That(
                rows.Select(row => int.Parse(row.Number[1..], System.Globalization.CultureInfo.InvariantCulture)),
                Is.EqualTo(Enumerable.Range(1, rows.Count))
            );
            Assert.That(rows.Where(row => row.ServedBy.Length < 5).Select(row => row.Number), Is.Empty);
        }
    }

    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public void What_the_page_names_exists(string hub)
    {
        using var profile = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "ops", "hubs", $"{hub}.json")),
            AsWritten
        );
        var missing = new List<string>();
        foreach (var row in Rows(hub))
        {
            missing.AddRange(
                Code()
                    .Matches(row.ServedBy)
                    .Select(span => span.Groups[1].Value)
                    .Where(name =>
                        name.StartsWith("mash ", StringComparison.Ordinal)
                            ? !IsCommand(name)
                            : !IsSection(profile.RootElement, name)
                    )
                    .Select(name => $"{row.Number}: {name}")
            );
            missing.AddRange(
                Decision()
                    .Matches(row.ServedBy)
                    .Select(decision => decision.Groups[1].Value)
                    .Where(number =>
                        Directory.GetFiles(Path.Combine(Repository.Root, "ops", "decisions"), $"{number}-*.md").Length
                        == 0
                    )
                    .Select(number => $"{row.Number}: {number}")
            );
        }

        Assert.That(missing, Is.Empty);
    }

    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public void Every_section_of_a_profile_is_named_by_a_sentence_or_its_comment(string hub)
    {
        // Agreed between hub and agency and said by no sentence, or what the profile says of itself.
        string[] silent = ["$schema", "code", "name", "agreement"];
        using var profile = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "ops", "hubs", $"{hub}.json")),
            AsWritten
        );
        var named = Rows(hub)
            .SelectMany(row => Code().Matches(row.ServedBy))
            .Select(span => span.Groups[1].Value.Split('.')[0])
            .ToHashSet();
        Assert.That(
            profile
                .RootElement.EnumerateObject()
                .Select(section => section.Name)
                .Except(silent)
                .Where(name => !named.Contains(name)),
            Is.Empty
        );
    }

    private static bool IsSection(JsonElement profile, string name)
    {
        var at = profile;
        return name.Split('.').All(step => at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out at));
    }

    private static bool IsCommand(string name)
    {
        var at = MashCommand.Root().Subcommands;
        foreach (var step in name.Split(' ').Skip(1))
        {
            if (at.FirstOrDefault(command => command.Name == step) is not { } found)
            {
                return false;
            }

            at = found.Subcommands;
        }

        return true;
    }

    private static IEnumerable<Row> Rows(string hub) =>
        File.ReadLines(Path.Combine(Repository.Root, "ops", "hubs", "seeds.md"))
            .SkipWhile(line => !line.StartsWith($"`ops/hubs/{hub}.json`", StringComparison.Ordinal))
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => RowStart().IsMatch(line))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[0], cells[2]));

    private sealed record Row(string Number, string ServedBy);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("ops/decisions/([0-9]{4})")]
    private static partial Regex Decision();

    [GeneratedRegex(@"\A\| [A-Z][0-9]+ \|")]
    private static partial Regex RowStart();
}
