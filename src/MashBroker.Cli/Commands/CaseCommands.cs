using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Web.Cases;

namespace MashBroker.Cli.Commands;

/// <summary>The case file: what named persons put on record beside the returns.</summary>
internal static class CaseCommands
{
    public static Command Make() =>
        new("case", "The case file: what named persons put on record beside the returns.")
        {
            Options.At,
            Options.Json,
            Add(),
            Show(),
            Kinds(),
        };

    private static Command Add()
    {
        var kind = new Argument<string>("kind")
        {
            Description = $"One of {CaseDoors.AddedHere}. 'mash case kinds' says how the others come on record.",
        };
        var reference = Reference();
        var file = new Argument<string>("file") { Description = "The statement as JSON; - reads standard input." };
        var command = new Command("add", "Puts a statement on record. It is never changed afterwards.")
        {
            kind,
            reference,
            file,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var json = await Files.ReadAsync(parsed.GetRequiredValue(file), cancellation);
                var path =
                    $"api/cases/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}/{Uri.EscapeDataString(parsed.GetRequiredValue(kind))}";
                var added = await hub.PostAsync<CaseEntryAdded>(path, json, cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(added);
                    return;
                }

                var name = CaseDoors.All.First(door => door.Kind == added.Kind).Name;
                Output.Line($"{added.Contact}: entry {added.Number}, {name}, is on record.");
                foreach (var remark in added.Remarks)
                {
                    Output.Line($"  note: {remark}");
                }
            }
        );
        return command;
    }

    private static Command Show()
    {
        var reference = Reference();
        var command = new Command("show", "The whole case file; the reading is put on record.")
        {
            reference,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var view = await hub.GetAsync<CaseView>(
                    $"api/cases/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}",
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(view);
                    return;
                }

                Tell(view);
            }
        );
        return command;
    }

    private static void Tell(CaseView view)
    {
        Output.Line($"{view.Contact} {view.Enquiry}".TrimEnd());
        if (view.Entries.Count == 0)
        {
            Output.Line("Nothing is on record beside the returns.");
        }

        foreach (var entry in view.Entries)
        {
            Output.Line($"{entry.Number, 3}  {Output.When(entry.At)}  {entry.Name}, by {entry.By}, {entry.Role}");
            foreach (var field in entry.InWords)
            {
                Output.Line($"       {field.Label}: {field.Text}");
            }
        }

        if (view.Clocks.Count > 0)
        {
            Output.Line("Limits");
        }

        foreach (var clock in view.Clocks)
        {
            var over = clock.MinutesOver is { } minutes ? $", {Output.Minutes(minutes)} over" : "";
            var state = clock.EndedAt is { } ended ? $"{clock.NotDone ?? "done"} {Output.When(ended)}" : "open";
            Output.Line(
                $"     {clock.What} {clock.AboutInWords}".TrimEnd() + $": due {Output.When(clock.DueAt)}, {state}{over}"
            );
        }
    }

    private static Command Kinds()
    {
        var command = new Command("kinds", "Every kind of entry, and how it comes on record.");
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(Options.Json))
            {
                Output.Json(CaseDoors.All);
                return;
            }

            Output.Table(
                ["Kind", "What it is", "Put on record with"],
                CaseDoors.All.Select(IReadOnlyList<string> (door) => [door.Kind, door.Name, door.Way])
            );
        });
        return command;
    }

    private static Argument<string> Reference() =>
        new("reference") { Description = "Reference of the contact or the enquiry." };
}
