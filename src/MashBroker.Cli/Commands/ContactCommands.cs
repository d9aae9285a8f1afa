using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Cli.Api;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Lookups;
using MashBroker.Web.Contacts;
using MashBroker.Web.Life;

namespace MashBroker.Cli.Commands;

/// <summary>Somebody tells the hub of a concern about a child.</summary>
internal static class ContactCommands
{
    public static Command Make() =>
        new("contact", "Contacts: somebody tells the hub of a concern about a child.")
        {
            Options.At,
            Options.Json,
            Submit(),
            FormCommands.Import(),
            FormCommands.Form(),
            List(),
            Show(),
            OutlookCommand.Make(),
            Plan(),
            Join(),
            DecideCommand.Make(),
            LeakCommands.Leaks(),
            LeakCommands.Summary(),
            LeakCommands.Override(),
            LeakCommands.Overrides(),
            ReferrerCommand.Make(),
        };

    private static Command Submit()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "The contact as JSON (contracts/schemas/contact.schema.json).",
        };
        var now = new Option<bool>("--received-now")
        {
            Description = "The hub is told now, whatever the file says: for samples, whose dates have passed.",
        };
        var command = new Command("submit", "Sends a contact to the hub and says what triage makes of it.")
        {
            file,
            now,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var path = parsed.GetRequiredValue(file);
                if (!path.Exists)
                {
                    throw new CommandException(ExitCode.NotFound, $"There is no file '{path}'. Check the path.");
                }

                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var json = await File.ReadAllBytesAsync(path.FullName, cancellation);
                json = parsed.GetValue(now) ? ReceivedNow(json) : json;
                var contact = await hub.PostAsync<ContactView>("api/contacts", json, cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(contact);
                    return;
                }

                await ContactOutput.TellAsync(hub, contact, cancellation);
            }
        );
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "The latest contacts and where they stand.");
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var contacts = await hub.GetAsync<ContactView[]>("api/contacts", cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(contacts);
                    return;
                }

                if (contacts.Length == 0)
                {
                    Output.Line("No contact has been received yet.");
                    return;
                }

                Output.Table(
                    ["Contact", "Received", "Standing", "Suggested", "Rating", "Decision due", "Enquiry"],
                    contacts.Select(ContactText.Row)
                );
            }
        );
        return command;
    }

    private static Command Show()
    {
        var reference = new Argument<string>("reference") { Description = "e.g. SEFTON-C-2026-000001." };
        var command = new Command("show", "One contact, whole; the reading is put on record.") { reference };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var path = $"api/contacts/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}";
                var shown = await hub.GetAsync<JsonElement>(path, cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(shown);
                    return;
                }

                var contact = shown.Deserialize<ContactShown>(MashJson.Options)!;
                foreach (var line in ContactText.Lines(contact))
                {
                    Output.Line(line);
                }

                if (ContactOutput.Lines(contact.Advice).ToArray() is [_, ..] advice)
                {
                    Output.Line("What the hub's rules say now");
                    Array.ForEach(advice, Output.Line);
                }
            }
        );
        return command;
    }

    private static Command Plan()
    {
        var reference = new Argument<string>("reference") { Description = "e.g. SEFTON-C-2026-000001." };
        var command = new Command(
            "plan",
            "What each rating would mean if it were published now: when returns and decision are due, what is left to decide, who is told."
        )
        {
            reference,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                // Every rating is shown, so whichever is named will do: a contact for which none was suggested has a plan too.
                var path = $"api/contacts/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}/plan?rating=green";
                var plan = await hub.GetAsync<PlanView>(path, cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(plan);
                    return;
                }

                foreach (var open in plan.Household)
                {
                    Output.Line(open.InWords());
                }

                Output.Line(plan.InOneSentence);
                LeakCommands.Tell(parsed.GetRequiredValue(reference), plan.Leaks);
                Output.Table(
                    ["Rating", "Returns due", "Out of hours", "Decision due", "Left to decide", "Warnings"],
                    plan.Choices.Select(
                        IReadOnlyList<string> (choice) =>
                            [
                                choice.Rating.ToString(),
                                Output.When(choice.ReturnDueAt),
                                choice.ReturnDueOutOfHours ? choice.Tell ?? "nobody is named" : "no",
                                choice.DecisionMinutesOver is { } over
                                    ? $"{Output.When(choice.DecisionDueAt)}\noverdue by {Output.Minutes(over)}"
                                    : Output.When(choice.DecisionDueAt),
                                Output.ToDecide(choice.MinutesToDecide),
                                // Below each other: side by side they make the table wider than a screen.
                                string.Join('\n', choice.PreWarnings.Select(warning => Output.When(warning.At))),
                            ]
                    )
                );
                if (plan.NeverHeardOf.Count > 0)
                {
                    Output.Line(
                        $"Never heard of: {string.Join(", ", plan.NeverHeardOf)}. Who is not connected is not asked."
                    );
                }

                foreach (var agency in plan.Agencies.Where(agency => !agency.Asked))
                {
                    Output.Line($"{agency.Name} would not be asked: {agency.NotAskedReason}.");
                }

                if (plan.PlaceholderAgreements is { } placeholders)
                {
                    Output.Line(placeholders);
                }

                foreach (var agency in plan.Agencies.Where(agency => agency.Withheld is not null))
                {
                    Output.Line($"Withheld from {agency.Name}: {agency.Withheld}.");
                }

                foreach (var missing in plan.NotOnRecord)
                {
                    Output.Line(missing);
                }
            }
        );
        return command;
    }

    private static Command Join()
    {
        var reference = new Argument<string>("reference") { Description = "The contact, e.g. SEFTON-C-2026-000002." };
        var enquiry = new Argument<string>("enquiry") { Description = "The open enquiry, e.g. SEFTON-2026-000001." };
        var reason = new Option<string>("--reason")
        {
            Description = "Why it belongs there, in a sentence; the agencies hear it.",
            Required = true,
        };
        var same = new Option<string[]>("--same-person")
        {
            Description = "Code of a person of the enquiry whom somebody of the contact resembles, and is.",
        };
        var other = new Option<string[]>("--somebody-else")
        {
            Description = "Code of a person of the enquiry whom somebody of the contact resembles, and is not.",
        };
        var command = new Command(
            "join",
            "Adds a contact's people to an open enquiry about the same household, so that no agency is asked twice."
        )
        {
            reference,
            enquiry,
            Options.By,
            Options.Role,
            reason,
            same,
            other,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var change = await hub.PostAsync<ChangeView>(
                    $"api/contacts/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}/join/{Uri.EscapeDataString(parsed.GetRequiredValue(enquiry))}",
                    new
                    {
                        By = parsed.GetRequiredValue(Options.By),
                        Role = parsed.GetRequiredValue(Options.Role),
                        Reason = parsed.GetRequiredValue(reason),
                        SamePerson = parsed.GetValue(same) ?? [],
                        SomebodyElse = parsed.GetValue(other) ?? [],
                    },
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(change);
                    return;
                }

                Output.Line(
                    $"Joined to {change.Enquiry}. Told: {(change.ToldNames.Count == 0 ? "nobody" : string.Join(", ", change.ToldNames))}."
                );
                foreach (var remark in change.Remarks)
                {
                    Output.Line($"  note: {remark}");
                }
            }
        );
        return command;
    }

    private static byte[] ReceivedNow(byte[] json)
    {
        try
        {
            var contact = JsonNode.Parse(json)!.AsObject();
            contact.Remove("receivedAt");
            return JsonSerializer.SerializeToUtf8Bytes(contact);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The hub reads it as it is and tells everything that is wrong with it.
            return json;
        }
    }
}
