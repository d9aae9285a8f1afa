using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Contracts.Contacts;
using MashBroker.Web.Afterwards;
using MashBroker.Web.Contacts;

namespace MashBroker.Cli.Commands;

/// <summary>What the leak check finds in a contact, and the two ways on.</summary>
internal static class LeakCommands
{
    public static Command Leaks()
    {
        var reference = Reference();
        var command = new Command(
            "leaks",
            "What the leak check finds in a contact as it would be published: whether it tells who referred, or where somebody hides. Ends with 7 where it finds something."
        )
        {
            reference,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var path = $"{PathOf(parsed.GetRequiredValue(reference))}/leaks";
                return Show(await hub.GetAsync<LeakView>(path, cancellation), parsed.GetValue(Options.Json));
            }
        );
        return command;
    }

    public static Command Summary()
    {
        var reference = Reference();
        var file = new Option<FileInfo>("--text-file")
        {
            Description = "File with what agencies are told in place of the referrer's words.",
            Required = true,
        };
        var by = new Option<string>("--by") { Description = "Who writes it.", Required = true };
        var role = new Option<string>("--role") { Description = "That person's role.", Required = true };
        var command = new Command(
            "summary",
            "Puts a summary for agencies in the place of the referrer's words, and says what the leak check makes of it."
        )
        {
            reference,
            file,
            by,
            role,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var text = System.Text.Encoding.UTF8.GetString(Files.Read(parsed.GetRequiredValue(file)));
                var view = await hub.PostAsync<LeakView>(
                    $"{PathOf(parsed.GetRequiredValue(reference))}/concern-summary",
                    new
                    {
                        Summary = text,
                        By = parsed.GetRequiredValue(by),
                        Role = parsed.GetRequiredValue(role),
                    },
                    cancellation
                );
                return Show(view, parsed.GetValue(Options.Json));
            }
        );
        return command;
    }

    public static Command Override()
    {
        var reference = Reference();
        var by = new Option<string>("--by") { Description = "Who lets it leave.", Required = true };
        var role = new Option<string>("--role") { Description = "That person's role, e.g. manager.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why it may leave as it is.", Required = true };
        var digest = new Option<string?>("--digest")
        {
            Description =
                "What is overridden, from the answer that stopped it; absent, what the leak check finds in the contact now.",
        };
        var departs = Options.DepartsFromRole();
        var command = new Command(
            "override-leak",
            "Lets exactly the texts leave in which the leak check found something. What is written otherwise later is checked anew."
        )
        {
            reference,
            by,
            role,
            reason,
            digest,
            departs,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var path = PathOf(parsed.GetRequiredValue(reference));
                var names =
                    parsed.GetValue(digest)
                    ?? (await hub.GetAsync<LeakView>($"{path}/leaks", cancellation)).Digest
                    ?? throw new CommandException(
                        ExitCode.NotAccepted,
                        "The leak check finds nothing in this contact. For texts of a later act give --digest from the answer that stopped it."
                    );
                var contact = await hub.PostAsync<ContactView>(
                    $"{path}/leak-override",
                    new
                    {
                        Digest = names,
                        By = parsed.GetRequiredValue(by),
                        Role = parsed.GetRequiredValue(role),
                        Reason = parsed.GetRequiredValue(reason),
                        DepartsFromRole = parsed.GetValue(departs),
                    },
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(contact);
                    return;
                }

                Output.Line(
                    $"{contact.Reference} overridden{(contact.Enquiry is { } enquiry ? $"; enquiry {enquiry}" : "")}"
                );
            }
        );
        return command;
    }

    public static Command Overrides()
    {
        var reference = new Argument<string>("reference") { Description = "Of the contact or the enquiry." };
        var command = new Command(
            "overrides",
            "Who let which texts leave although a check had stopped them, and why; the reading is put on record."
        )
        {
            reference,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var view = await hub.GetAsync<LeakOverridesView>(
                    $"api/cases/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}/leak-overrides",
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(view);
                    return;
                }

                Output.Line(
                    view.Overrides.Count == 0
                        ? $"{view.Contact}: nothing was let pass."
                        : $"{view.Contact}: let pass although a check had stopped it"
                );
                foreach (var each in view.Overrides)
                {
                    Output.Line($"  {Output.When(each.At)} by {each.By}, {each.Role}: {each.Reason}");
                }
            }
        );
        return command;
    }

    /// <summary>Says that a contact is held back, where it is.</summary>
    public static void Tell(ContactView contact)
    {
        if (contact.LeakBlockedAt is { } since)
        {
            Output.Line($"  held back by the leak check since {Output.When(since)}: nothing has been sent");
            Tell(contact.Reference, contact.Leaks);
        }
    }

    public static void Tell(string reference, IReadOnlyList<FieldFault> leaks)
    {
        if (leaks.Count == 0)
        {
            return;
        }

        foreach (var leak in leaks)
        {
            Output.Line($"  leak check: {leak.Path}: {leak.Fault}. {leak.Remedy}");
        }

        Output.Line($"  next: mash contact summary {reference} --text-file FILE --by \"NAME\" --role \"...\"");
        Output.Line($"    or: mash contact override-leak {reference} --by \"NAME\" --role \"...\" --reason \"...\"");
    }

    private static int Show(LeakView view, bool asJson)
    {
        if (asJson)
        {
            Output.Json(view);
        }
        else if (view.Findings.Count == 0)
        {
            Output.Line("The leak check finds nothing.");
        }
        else
        {
            Tell(view.Reference, view.InWords);
        }

        return view.Findings.Count == 0 ? ExitCode.Done : ExitCode.Different;
    }

    private static Argument<string> Reference() => new("reference") { Description = "e.g. SEFTON-C-2026-000001." };

    private static string PathOf(string reference) => $"api/contacts/{Uri.EscapeDataString(reference)}";
}
