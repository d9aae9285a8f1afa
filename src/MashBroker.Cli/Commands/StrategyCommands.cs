using System.CommandLine;
using System.Text;
using MashBroker.Cli.Api;
using MashBroker.Web.Strategy;

namespace MashBroker.Cli.Commands;

/// <summary>Strategy discussions: the agencies meet about a child, within the hub's limit.</summary>
internal static class StrategyCommands
{
    public static Command Make() =>
        new("strategy", "Strategy discussions: called, the agencies invited, who came put on record.")
        {
            Options.At,
            Options.Json,
            Call(),
            Cancel(),
            Invite(),
            Record(),
            Show(),
        };

    private static Command Call()
    {
        var reference = Reference();
        var starts = new Option<DateTimeOffset>("--starts")
        {
            Description = "When, with its offset, e.g. 2026-11-17T14:00Z.",
            Required = true,
        };
        var minutes = new Option<int?>("--minutes") { Description = "How long it takes; 60 where nothing is said." };
        var place = new Option<string?>("--place") { Description = "One of the places in the hub's settings." };
        var lead = new Option<string?>("--lead") { Description = "Name of whoever leads it, where that is known." };
        var also = new Option<string[]>("--also") { Description = "Code of an agency that is invited besides." };
        var without = new Option<string[]>("--without")
        {
            Description =
                "Code of an agency that was invited and need not come any more, where the discussion is moved.",
        };
        var reason = new Option<string?>("--reason")
        {
            Description = "Why: where the hub's rule does not call for it, where it is late, where it is moved.",
        };
        var command = new Command("call", "A named person calls the agencies, or moves the discussion that is called.")
        {
            reference,
            starts,
            minutes,
            place,
            lead,
            also,
            without,
            reason,
            Options.By,
            Options.Role,
        };
        command.SetAction(
            (parsed, cancellation) =>
                PostAsync(
                    parsed,
                    parsed.GetRequiredValue(reference),
                    "call",
                    new
                    {
                        By = parsed.GetRequiredValue(Options.By),
                        Role = parsed.GetRequiredValue(Options.Role),
                        StartsAt = parsed.GetRequiredValue(starts).ToUniversalTime(),
                        Minutes = parsed.GetValue(minutes),
                        Place = parsed.GetValue(place),
                        Lead = parsed.GetValue(lead),
                        Also = parsed.GetValue(also) ?? [],
                        Without = parsed.GetValue(without) ?? [],
                        Reason = parsed.GetValue(reason),
                    },
                    cancellation
                )
        );
        return command;
    }

    private static Command Cancel()
    {
        var reference = Reference();
        var reason = new Option<string>("--reason") { Description = "Why, in a sentence.", Required = true };
        var noneNeeded = new Option<string?>("--none-needed")
        {
            Description = "Why the agencies need not meet at all; without it the limit of the hub's rule goes on.",
        };
        var departs = Options.DepartsFromRole();
        var command = new Command("cancel", "A named person says that the discussion is not held, and why.")
        {
            reference,
            reason,
            noneNeeded,
            departs,
            Options.By,
            Options.Role,
        };
        command.SetAction(
            (parsed, cancellation) =>
                PostAsync(
                    parsed,
                    parsed.GetRequiredValue(reference),
                    "cancel",
                    new
                    {
                        By = parsed.GetRequiredValue(Options.By),
                        Role = parsed.GetRequiredValue(Options.Role),
                        Reason = parsed.GetRequiredValue(reason),
                        NoneNeededBecause = parsed.GetValue(noneNeeded),
                        DepartsFromRole = parsed.GetValue(departs),
                    },
                    cancellation
                )
        );
        return command;
    }

    private static Command Record()
    {
        var reference = Reference();
        var file = new Argument<string>("file")
        {
            Description =
                "JSON with by, role, heldAt, lead, leadRole, attended (agency, name, role), apologies, inWriting, decisions, departsFromRole (why another led it than the hub's rule says), lateBecause (why it was held after its limit), another (true where it was held without having been called beside one on record); - reads standard input.",
        };
        var command = new Command("record", "Who came for which agency, and what was decided.") { reference, file };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var json = await Files.ReadAsync(parsed.GetRequiredValue(file), cancellation);
                var path = Path(parsed.GetRequiredValue(reference), "record");
                Tell(parsed, await hub.PostAsync<StrategyDone>(path, json, cancellation));
            }
        );
        return command;
    }

    private static Command Invite()
    {
        var reference = Reference();
        var to = new Option<FileInfo?>("--to") { Description = "Writes the calendar entry (.ics) here." };
        var command = new Command("invite", "The invitations once more: as text to send, as a calendar entry.")
        {
            reference,
            to,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var all = await hub.PostAsync<InvitationsView>(
                    Path(parsed.GetRequiredValue(reference), "invite"),
                    "{}"u8.ToArray(),
                    cancellation
                );
                if (parsed.GetValue(to) is { } file)
                {
                    await File.WriteAllBytesAsync(file.FullName, Encoding.UTF8.GetBytes(all.Calendar), cancellation);
                }

                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(all);
                    return;
                }

                foreach (var message in all.Messages)
                {
                    var how =
                        all.Laid.Contains(message.Agency) ? $"by e-mail to {message.Address}"
                        : message.Address is { } address ? $"send this to {address}"
                        : "no address is known: telephone";
                    var part =
                        message.Cancellation is not null ? " (need not come any more)"
                        : message.MustAttend ? " (has to attend)"
                        : "";
                    Output.Line($"{message.Name}{part}: {how}");
                }

                // Each letter once, with those to whom it says the same.
                foreach (var letter in all.Messages.GroupBy(message => message.Text))
                {
                    Output.Line("");
                    Output.Line($"To {string.Join(", ", letter.Select(message => message.Name))}:");
                    Output.Line(letter.Key.Replace("\r\n", Environment.NewLine, StringComparison.Ordinal));
                }
            }
        );
        return command;
    }

    private static Command Show()
    {
        var reference = Reference();
        var command = new Command("show", "The strategy discussions of a case; the reading is put on record.")
        {
            reference,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var view = await hub.GetAsync<StrategyView>(
                    $"api/strategy/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}",
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(view);
                    return;
                }

                StrategyText.Print(view);
            }
        );
        return command;
    }

    private static async Task PostAsync(
        ParseResult parsed,
        string reference,
        string verb,
        object body,
        CancellationToken cancellation
    )
    {
        using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
        var done = await hub.PostAsync<StrategyDone>(Path(reference, verb), body, cancellation);
        Tell(parsed, done, cancelled: verb == "cancel");
    }

    private static void Tell(ParseResult parsed, StrategyDone done, bool cancelled = false)
    {
        if (parsed.GetValue(Options.Json))
        {
            Output.Json(done);
            return;
        }

        var quorate = done.Quorate switch
        {
            true => ", quorate",
            false => ", NOT QUORATE",
            _ => "",
        };
        Output.Line(
            done.Number is { } number
                ? $"{done.Reference}: strategy discussion {number}{quorate} {(cancelled ? "is cancelled" : "is on record")}."
                : $"{done.Reference}: that no strategy discussion is needed is on record, and its limit is ended."
        );
        if (done.StartsAt is { } starts)
        {
            Output.Line($"  starts {Output.When(starts)}");
        }

        if (done.Invited.Count > 0)
        {
            Output.Line($"  told by e-mail: {string.Join(", ", done.InvitedNames)}");
        }

        foreach (var remark in done.Remarks)
        {
            Output.Line($"  note: {remark}");
        }
    }

    private static string Path(string reference, string verb) =>
        $"api/strategy/{Uri.EscapeDataString(reference)}/{verb}";

    private static Argument<string> Reference() =>
        new("reference") { Description = "Reference of the contact or the enquiry." };
}
