using System.CommandLine;
using System.Text.Json;
using MashBroker.Cli.Api;
using MashBroker.Contracts.Cases;
using MashBroker.Rules;
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
        };

    private static Command Add()
    {
        // Those at the end are held against the hub's rules at the same address.
        var kinds = CaseEntryKinds
            .All.Where(kind => !kind.HasOwnDoor)
            .Append(CaseEntryKinds.Of<LawfulBasis>())
            .Append(CaseEntryKinds.Of<SharingDecision>())
            .Append(CaseEntryKinds.Of<ViewGiven>())
            .Select(kind => kind.Code);
        var kind = new Argument<string>("kind") { Description = $"One of {string.Join(", ", kinds)}." };
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

                Output.Line($"{added.Contact}: entry {added.Number}, {added.Kind}, is on record.");
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
            Output.Line($"{entry.Number, 3}  {Output.When(entry.At)}  {entry.Name}");
            foreach (var field in entry.Statement.EnumerateObject())
            {
                Output.Line($"       {field.Name}: {Words(field.Value)}");
            }
        }

        foreach (var clock in view.Clocks)
        {
            var over = clock.MinutesOver is { } minutes ? $", {Counted.Minutes(minutes)} over" : "";
            var state = clock.EndedAt is { } ended ? $"done {Output.When(ended)}" : "open";
            Output.Line(
                $"     {clock.What} {clock.About}".TrimEnd() + $": due {Output.When(clock.DueAt)}, {state}{over}"
            );
        }
    }

    private static string Words(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static Argument<string> Reference() =>
        new("reference") { Description = "Reference of the contact or the enquiry." };
}
