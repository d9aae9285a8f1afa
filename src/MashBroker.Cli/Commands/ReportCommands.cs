using System.CommandLine;
using System.Text;
using MashBroker.Cli.Api;
using MashBroker.Web.Reports;

namespace MashBroker.Cli.Commands;

/// <summary>Figures for the partnership.</summary>
internal static class ReportCommands
{
    public static Command Make() =>
        new(
            "report",
            "Figures for the partnership by month; numbers from one to four are not shown. Each reading is put on record."
        )
        {
            Options.At,
            Report(
                "agencies",
                "How each agency answered, by rating: on time, late, silent, refused, and in what time."
            ),
            Report("referrals", "What came of contacts, by kind of referrer: re-referrals, inappropriate referrals."),
            Report("decisions", "Decisions made in time, late and overdue."),
            Report(
                "families",
                "Families that return most: references and no names; for hubs whose rules look for them."
            ),
        };

    private static Command Report(string name, string description)
    {
        var from = new Option<string?>("--from")
        {
            Description = "First month, e.g. 2026-01; else a year before the last.",
        };
        var to = new Option<string?>("--to") { Description = "Last month, included; else this one." };
        var format = new Option<string>("--format")
        {
            Description = "text for people; json or csv for scripts and spreadsheets.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Command(name, description) { from, to, format, Options.Purpose };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var path = $"api/reports/{name}?{Query(("from", parsed.GetValue(from)), ("to", parsed.GetValue(to)))}";
                switch (parsed.GetRequiredValue(format))
                {
                    case "csv":
                        Console.Out.Write(
                            Encoding.UTF8.GetString(await hub.GetBytesAsync($"{path}format=csv", cancellation))
                        );
                        break;
                    case "json":
                        Output.Json(await hub.GetAsync<ReportView>(path, cancellation));
                        break;
                    default:
                        Tell(await hub.GetAsync<ReportView>(path, cancellation));
                        break;
                }
            }
        );
        return command;
    }

    private static string Query(params IEnumerable<(string Name, string? Value)> stated) =>
        string.Concat(
            stated
                .Where(each => each.Value is not null)
                .Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}&")
        );

    private static void Tell(ReportView report)
    {
        Output.Line($"{report.HubName ?? report.Hub}: {report.Report}, {report.From} to {report.To}");
        ReportText.Write(report);
        foreach (var note in report.Notes)
        {
            Output.Line($"  {ReportText.Note(note)}");
        }
    }
}
