using System.CommandLine;
using System.Globalization;
using MashBroker.Cli.Api;
using MashBroker.Web.Audit;

namespace MashBroker.Cli.Commands;

/// <summary>Who did what, in words; of the running hub, which puts the reading on record.</summary>
internal static class AuditShowCommand
{
    public static Command Make()
    {
        var reference = new Argument<string?>("reference")
        {
            Description =
                "Of an enquiry (with the contact that it was made of, and those joined to it), a contact or a consultation; else the whole record.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var from = new Option<string?>("--from") { Description = "First day by the hub's calendar, e.g. 2026-11-03." };
        var to = new Option<string?>("--to") { Description = "Last day, included." };
        var act = new Option<string?>("--act")
        {
            Description =
                "Only these acts, with commas between, by the names of contracts/audit-events.md; 'readings': who was shown something.",
        };
        var limit = new Option<int?>("--limit") { Description = "At most so many, the latest; else 100." };
        var before = new Option<long?>("--before")
        {
            Description = "Only acts before this number, for the page before.",
        };
        var command = new Command("show", "Shows who did what when, the newest last. The reading is put on record.")
        {
            reference,
            from,
            to,
            act,
            limit,
            before,
            Options.At,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var query = Query(
                    ("reference", parsed.GetValue(reference)),
                    ("from", parsed.GetValue(from)),
                    ("to", parsed.GetValue(to)),
                    ("act", parsed.GetValue(act)),
                    ("limit", parsed.GetValue(limit)?.ToString(CultureInfo.InvariantCulture)),
                    ("before", parsed.GetValue(before)?.ToString(CultureInfo.InvariantCulture))
                );
                var view = await hub.GetAsync<AuditView>($"api/audit?{query}", cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(view);
                }
                else
                {
                    Tell(view);
                }
            }
        );
        return command;
    }

    private static string Query(params IEnumerable<(string Name, string? Value)> stated) =>
        string.Join(
            '&',
            stated
                .Where(each => each.Value is not null)
                .Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}")
        );

    private static void Tell(AuditView view)
    {
        if (view.Contacts.Count > 0)
        {
            Output.Line($"With the acts of {string.Join(", ", view.Contacts)}.");
        }

        if (view.More)
        {
            Output.Line($"There are earlier ones: add --before {view.Acts[0].Sequence}.");
        }

        foreach (var act in view.Acts)
        {
            Output.Line($"{act.Sequence, 6}  {Output.When(act.At)}  {act.Actor}: {act.Act}");
            Output.Line($"        {act.What}");
            // The meaning of the act says what its subject and its detail are.
            var rest = string.Join("; ", new[] { act.Enquiry?.ToString(), act.Subject, act.Detail }.OfType<string>());
            if (rest.Length > 0)
            {
                Output.Line($"        {rest}");
            }

            if (act.Purpose is { } purpose)
            {
                Output.Line($"        for: {purpose}");
            }
        }

        if (view.Acts.Count == 0)
        {
            Output.Line("No such act is on record.");
        }

        if (view.Enquiry is { } enquiry)
        {
            Output.Line($"An enquiry was made of it, with acts of its own: mash audit show {enquiry}");
        }
    }
}
