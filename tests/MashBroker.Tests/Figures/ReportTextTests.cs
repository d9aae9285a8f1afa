using System.Text.Json.Nodes;
using MashBroker.Cli.Commands;
using MashBroker.Testing.Cli;
using MashBroker.Web.Reports;
using NUnit.Framework;
using Spectre.Console;

namespace MashBroker.Tests.Figures;

/// <summary>A report on a screen of 160 columns.</summary>
[NonParallelizable]
internal sealed class ReportTextTests
{
    private const int Screen = 160;

    private static readonly string[] Columns =
    [
        "month",
        "agency",
        "name",
        "rating",
        "notAsked",
        "asked",
        "withdrawn",
        "onTime",
        "late",
        "inPart",
        "silent",
        "waiting",
        "held",
        "nothingKnown",
        "needMoreDetails",
        "refused",
        "couldNotLook",
        "medianMinutes",
        "ninetiethPercentileMinutes",
    ];

    private static readonly string[] Agencies = ["Police", "Drug and Alcohol Services", "Children's Social Care"];

    [Test]
    public void Headings_and_rows_are_whole_and_months_without_anything_are_left_out()
    {
        var text = Write([.. new[] { "2026-09", "2026-10", "2026-11" }.SelectMany(Rows)]);
        TestContext.Out.WriteLine(text);
        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.Max(line => line.Length), Is.LessThanOrEqualTo(Screen));
            Assert.That(lines, Has.None.Contains("2026-10"), "nothing in it");
            Assert.That(lines, Has.Exactly(1).StartsWith("2026-09").And.Exactly(1).StartsWith("2026-11"));
            Assert.That(lines, Has.Exactly(2).Contains(" withdrawn "));
            Assert.That(lines, Has.Exactly(2).StartsWith("Drug and Alcohol Services Red "), "named once a month");
            Assert.That(lines, Has.None.Contains("Green"), "nobody was asked");
        }
    }

    [Test]
    public void No_word_and_no_reference_of_a_table_is_broken()
    {
        using var captured = new CapturedConsole();
        Output.Table(
            ["Rating", "Contact", "Warnings"],
            [
                ["Red", "SEFTON-C-2026-000026", $"{new string('x', Screen)}\nlast"],
            ]
        );
        Assert.That(
            captured.Out.ToString(),
            Does.Contain("Rating").And.Contain("SEFTON-C-2026-000026").And.Contain(new string('x', Screen))
        );
    }

    [Test]
    public void Where_nothing_was_counted_it_says_so() =>
        Assert.That(Write([.. Rows("2026-10")]), Does.Contain("Nothing was counted in these months."));

    private static IEnumerable<JsonObject> Rows(string month)
    {
        foreach (var agency in Agencies)
        {
            foreach (var rating in new[] { "red", "amber", "green", "all" })
            {
                var row = new JsonObject
                {
                    ["month"] = month,
                    ["agency"] = "agency",
                    ["name"] = agency,
                    ["rating"] = rating,
                };
                for (var at = 4; at < Columns.Length; at++)
                {
                    row[Columns[at]] =
                        month == "2026-10" || rating == "green"
                            ? 0
                            : (at % 5) switch
                            {
                                0 => "withheld",
                                1 => "<5",
                                _ => 1000 + at,
                            };
                }

                yield return row;
            }
        }
    }

    private static string Write(IReadOnlyList<JsonObject> rows)
    {
        using var captured = new CapturedConsole();
        var before = AnsiConsole.Console;
        AnsiConsole.Console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(Console.Out) }
        );
        AnsiConsole.Profile.Width = Screen;
        try
        {
            ReportText.Write(
                new ReportView
                {
                    Report = "agencies",
                    Hub = "sample",
                    From = "2026-09",
                    To = "2026-11",
                    Notes = [],
                    Columns = Columns,
                    Rows = rows,
                }
            );
        }
        finally
        {
            AnsiConsole.Console = before;
        }

        return captured.Out.ToString();
    }
}
