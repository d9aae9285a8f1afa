using System.CommandLine;
using System.Text.Json;
using MashBroker.Cli.Api;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Referrers;
using MashBroker.Rules;
using MashBroker.Sealing;

namespace MashBroker.Cli.Commands;

/// <summary>Who a member of the public is that referred: opened here, with the role's key, which the hub does not have.</summary>
internal static class ReferrerCommand
{
    public static Command Make()
    {
        var reference = new Argument<string>("reference") { Description = "e.g. SEFTON-C-2026-000001." };
        var key = new Option<DirectoryInfo>("--key")
        {
            Description = "Folder with the keys of the role that may read it (signing and agreement, .crt and .key).",
            Required = true,
        };
        var purpose = new Option<string>("--purpose")
        {
            Description = "What it is needed for; stands in the hub's record.",
            Required = true,
        };
        var command = new Command(
            "referrer",
            "Who a member of the public is that referred. Needs the role's key; every reading is put on record."
        )
        {
            reference,
            key,
            purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                // Before the hub is asked: a reading that cannot be opened is no reading.
                using var role = PartyKeys.Load(parsed.GetRequiredValue(key).FullName);
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetRequiredValue(purpose));
                var contact = parsed.GetRequiredValue(reference);
                var bytes = await hub.GetBytesAsync(
                    $"api/contacts/{Uri.EscapeDataString(contact)}/referrer",
                    cancellation
                );
                var opened =
                    RoleSeal.Open(bytes, role)
                    ?? throw new CommandException(
                        ExitCode.NotAccepted,
                        "This is not sealed to these keys, or was changed. Name the folder of the role whose certificate 'mash web' was given."
                    );
                var found = JsonSerializer.Deserialize<SealedReferrer>(opened, MashJson.Options)!;
                if (found.Contact != contact)
                {
                    throw new CommandException(
                        ExitCode.NotGenuine,
                        "What was sealed belongs to another contact: the ledger was changed. Keep it for whoever looks into it."
                    );
                }

                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(found.Withheld);
                    return;
                }

                Tell(found.Withheld);
            }
        );
        return command;
    }

    private static void Tell(WithheldReferrer withheld)
    {
        var referrer = withheld.Referrer;
        Output.Line($"Referred by {ContactText.Of(referrer)} ({referrer.Kind.InWords()})");
        if (referrer.Relationship is { } relationship)
        {
            Output.Line($"  to the child: {relationship}");
        }

        if (referrer.Address is { } address)
        {
            Output.Line($"  {PersonText.Place(address)}");
        }

        foreach (var line in withheld.People.SelectMany(PersonText.Lines))
        {
            Output.Line(line);
        }

        Output.Line($"  in their words: {withheld.Summary}");
    }
}
