using System.CommandLine;
using System.Text;
using MashBroker.Cli.Api;
using MashBroker.Ledger.Strategy;
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
        var command = new Command("cancel", "A named person says that the discussion is not held, and why.")
        {
            reference,
            reason,
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
                "JSON with by, role, heldAt, lead, leadRole, attended (agency, name, role), apologies, inWriting, decisions; - reads standard input.",
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

                // One text for those who are invited, one for those who are not any more.
                foreach (var message in all.Messages.DistinctBy(message => message.Cancellation is null))
                {
                    Output.Line("");
                    Output.Line(message.Text.Replace("\r\n", Environment.NewLine, StringComparison.Ordinal));
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

                Print(view);
            }
        );
        return command;
    }

    private static void Print(StrategyView view)
    {
        Output.Line($"{view.Reference}: {view.Name ?? "this hub's profile has no strategy discussion"}");
        foreach (var quorum in view.Quorum)
        {
            var stands = quorum.StandsFor.Count == 0 ? "" : $", stands for {string.Join(", ", quorum.StandsFor)}";
            Output.Line($"  has to attend: {quorum.Name}{stands}");
        }

        foreach (var one in view.Discussions)
        {
            var quorate = one.Quorate switch
            {
                true => ", quorate",
                false => ", NOT QUORATE",
                _ => "",
            };
            Output.Line(
                $"{one.Number}  {WordsOf(one.State)}{quorate}  {Output.When(one.StartsAt)}, due {Output.When(one.DueAt)}"
            );
            if (one.Cancelled is { } cancelled)
            {
                Output.Line($"     not held: {cancelled.Reason}");
            }

            if (one.Record is { } record)
            {
                PrintRecord(record, view.Names);
            }
            else if (one.State is StrategyState.Called && one.Called is { } called)
            {
                Output.Line($"     invited: {Names(called.Invited, view.Names)}");
                if (called.Uninvited.Count > 0)
                {
                    Output.Line($"     not invited any more: {Names(called.Uninvited, view.Names)}");
                }

                string[] lead = [.. new[] { called.Lead, called.LedBy }.OfType<string>()];
                Output.Line($"     led by: {(lead.Length == 0 ? "nobody is named" : string.Join(", ", lead))}");
                if (called.Place is { } place)
                {
                    Output.Line($"     place: {place}");
                }
            }
        }

        if (view.Discussions.Count == 0 && view.Name is not null)
        {
            Output.Line("  none has been called");
        }
    }

    private static string WordsOf(StrategyState state) =>
        state switch
        {
            StrategyState.Called => "called for",
            StrategyState.Held => "held",
            StrategyState.Cancelled => "not held, it was for",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a discussion."),
        };

    private static string Names(IEnumerable<string> agencies, IReadOnlyDictionary<string, string> names) =>
        string.Join(", ", agencies.Select(code => names.GetValueOrDefault(code, code)));

    private static void PrintRecord(
        MashBroker.Contracts.Cases.StrategyRecord record,
        IReadOnlyDictionary<string, string> agencies
    )
    {
        Output.Line($"     led by {record.Lead}, {record.LeadRole}");
        foreach (var (agency, part) in record.TookPart)
        {
            var names = string.Join(
                "; ",
                record.Attended.Where(each => each.Agency == agency).Select(each => each.Name)
            );
            Output.Line(
                $"     {agencies.GetValueOrDefault(agency, agency)}: {part}{(names.Length == 0 ? "" : $" ({names})")}"
            );
        }

        foreach (var decision in record.Decisions)
        {
            Output.Line($"     decided: {decision}");
        }

        if (record.NotQuorateBecause is { } because)
        {
            Output.Line($"     not quorate because: {because}");
        }
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
        Tell(parsed, await hub.PostAsync<StrategyDone>(Path(reference, verb), body, cancellation));
    }

    private static void Tell(ParseResult parsed, StrategyDone done)
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
        Output.Line($"{done.Reference}: strategy discussion {done.Number}{quorate} is on record.");
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
