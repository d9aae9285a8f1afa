using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Cli.Api;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Lookups;
using MashBroker.Web.Contacts;

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
            DecideCommand.Make(),
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

                await TellAsync(hub, contact, cancellation);
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

                Output.Table(
                    ["Contact", "Received", "Standing", "Suggested", "Rating", "Enquiry"],
                    contacts.Select(contact =>
                        (IReadOnlyList<string>)
                            [
                                contact.Reference,
                                Output.When(contact.ReceivedAt),
                                contact.State.ToString(),
                                contact.SuggestedRating?.ToString() ?? "",
                                contact.Rating?.ToString() ?? "",
                                contact.Enquiry?.ToString() ?? "",
                            ]
                    )
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
                if (!parsed.GetValue(Options.Json))
                {
                    Tell(shown.GetProperty("advice").Deserialize<ContactAdvice>(MashJson.Options)!);
                }

                Output.Json(shown);
            }
        );
        return command;
    }

    /// <summary>What became of a contact that was handed in, and what comes next.</summary>
    public static async Task TellAsync(HubClient hub, ContactView contact, CancellationToken cancellation)
    {
        Output.Line(
            $"{contact.Reference} {(contact.AlreadyThere ? "was received before: nothing new was written" : "received")}"
        );
        foreach (var warning in contact.Warnings)
        {
            Output.Line($"  note: {warning.Path}: {warning.Fault}. {warning.Remedy}");
        }

        Tell(contact);
        if (contact is { Qualifies: true, Enquiry: null })
        {
            var plan = await hub.GetAsync<PlanView>($"api/contacts/{contact.Reference}/plan", cancellation);
            Output.Line(
                $"  published now: returns due {Output.When(plan.ReturnDueAt)}, decision due {Output.When(plan.DecisionDueAt)}"
            );
            foreach (var remark in plan.Remarks)
            {
                Output.Line($"  note: {remark}");
            }
        }
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

    private static void Tell(ContactAdvice advice)
    {
        Tell(advice.Routes);
        if (advice.WithoutEnquiry is { } where)
        {
            Output.Line($"  without an enquiry: {where}");
        }

        foreach (var step in advice.Steps)
        {
            var standing =
                step.MissingEntries.Count == 0
                    ? "on record"
                    : $"not on record: {string.Join("; ", step.MissingEntries)}";
            Output.Line($"  step {step.Code}: {step.Name} {standing}");
        }
    }

    private static void Tell(IReadOnlyList<RouteView> routes)
    {
        foreach (var route in routes)
        {
            Output.Line($"  {route.InWords()}");
        }
    }

    private static void Tell(ContactView contact)
    {
        Tell(contact.Routes);
        foreach (var earlier in contact.Earlier)
        {
            var common = earlier.InCommon switch
            {
                InCommon.Child => "the same child",
                InCommon.Person => "somebody in common",
                _ => "the same home",
            };
            var became = earlier.EnquiryReference is { } reference ? $", enquiry {reference}" : "";
            Output.Line($"  heard of before: {earlier.Reference}, {common}{became}");
        }

        if (contact.Enquiry is { } enquiry)
        {
            Output.Line($"  enquiry {enquiry}");
            return;
        }

        switch (contact.Qualifies)
        {
            case null:
                Output.Line("  not triaged yet: see 'mash contact list' in a moment");
                break;
            case true:
                Output.Line($"  meets the hub's criteria; suggested rating {contact.SuggestedRating}");
                Output.Line($"  next: mash enquiry publish {contact.Reference} --by \"NAME\"");
                break;
            default:
                Output.Line("  meets none of the hub's criteria for a multi-agency enquiry; a person still decides");
                Output.Line(
                    $"  next: mash contact decide {contact.Reference} --outcome CODE --by \"NAME\" --reason \"...\""
                );
                break;
        }
    }
}
