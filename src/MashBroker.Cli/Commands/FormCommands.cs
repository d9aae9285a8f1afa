using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Cli.Api;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using MashBroker.Web.Contacts;
using MashBroker.Web.Forms;

namespace MashBroker.Cli.Commands;

/// <summary>The referral form in Word: the empty one, and filled-in ones.</summary>
internal static class FormCommands
{
    public static Command Form()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where to write it, e.g. referral-form.docx." };
        var command = new Command("form", "Writes the empty referral form as a Word document.") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (path.Exists)
            {
                throw new CommandException(
                    ExitCode.NotAccepted,
                    $"There is a file '{path}' already: it may be somebody's referral. Name a new one."
                );
            }

            File.WriteAllBytes(path.FullName, FormTemplate.Write());
            Output.Line($"{path} is the empty form.");
        });
        return command;
    }

    public static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "A filled-in referral form (.docx)." };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Says what the form says and what of it could not be read; writes nothing.",
        };
        var leaveOut = new Option<string[]>("--leave-out")
        {
            Description =
                "A field that was listed as unread, to go on without it; once for each. You have read the form yourself.",
        };
        var by = new Option<string?>("--by") { Description = "Name of the person who goes on without unread fields." };
        var role = new Option<string?>("--role") { Description = "That person's role; needed with --by." };
        var command = new Command(
            "import",
            "Sends a filled-in Word form to the hub. Every field that could not be read is listed; then nothing is written."
        )
        {
            file,
            dryRun,
            leaveOut,
            by,
            role,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var submission = new
                {
                    Document = Convert.ToBase64String(Files.Read(parsed.GetRequiredValue(file))),
                    DryRun = parsed.GetValue(dryRun),
                    LeaveOut = parsed.GetValue(leaveOut) ?? [],
                    By = parsed.GetValue(by),
                    Role = parsed.GetValue(role),
                };
                if (submission.DryRun)
                {
                    var view = await hub.PostAsync<FormView>("api/contacts/form", submission, cancellation);
                    return Tell(view, parsed.GetValue(Options.Json));
                }

                var contact = await hub.PostAsync<ContactView>("api/contacts/form", submission, cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(contact);
                }
                else
                {
                    await ContactOutput.TellAsync(hub, contact, cancellation);
                }

                return ExitCode.Done;
            }
        );
        return command;
    }

    private static int Tell(FormView form, bool json)
    {
        if (json)
        {
            Output.Json(form);
        }
        else
        {
            if (form.Contact is { } contact)
            {
                foreach (var line in Lines(contact, ""))
                {
                    Output.Line(line);
                }
            }

            List("note", form.Warnings);
            List("not read", form.Unread);
            Output.Line(
                form.Unread.Count == 0
                    ? "Everything on the form was read. Nothing was written."
                    : $"{form.Unread.Count} could not be read. Nothing was written."
            );
        }

        return form.Unread.Count == 0 ? ExitCode.Done : ExitCode.Different;
    }

    // What was read may not be a whole contact yet: it is told field by field.
    private static IEnumerable<string> Lines(JsonNode? node, string label) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field =>
                Lines(
                    field.Value,
                    $"{label} {PlainNames.OfCode(JsonNamingPolicy.KebabCaseLower.ConvertName(field.Key))}"
                )
            ),
            JsonArray many => many.SelectMany((one, at) => Lines(one, many.Count == 1 ? label : $"{label} {at + 1}")),
            null => [],
            _ => [$" {label}: {node}"],
        };

    private static void List(string what, IReadOnlyList<FieldFault> faults)
    {
        foreach (var fault in faults)
        {
            Output.Line($"  {what}: {fault.Path}: {fault.Fault}. {fault.Remedy}.");
        }
    }
}
