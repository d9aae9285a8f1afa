using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Web.Retention;

namespace MashBroker.Cli.Commands;

/// <summary>How long what is kept of families stays, and what has gone.</summary>
internal static class RetentionCommands
{
    public static Command Make() =>
        new("retention", "What is held against erasure, and what was erased.")
        {
            Options.At,
            Options.Json,
            List(),
            Act("hold", "Nothing of this family is erased until the hold is released.", "held"),
            Act("release", "Ends a hold: the hub's periods count again.", "released"),
            Erase(),
            Certificate(),
        };

    private static Command List()
    {
        var command = new Command("list", "Holds that stand, and the latest erasures with what agencies certified.");
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var view = await hub.GetAsync<RetentionView>("api/retention", cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(view);
                    return;
                }

                Output.Line(view.Holds.Count == 0 ? "No hold stands." : "Held:");
                foreach (var hold in view.Holds)
                {
                    Output.Line($"  {hold.Contact} {hold.Enquiry}  since {hold.PlacedAt:u} by {hold.PlacedBy}");
                }

                Output.Line(view.Erasures.Count == 0 ? "Nothing has been erased." : "Erased:");
                foreach (var erasure in view.Erasures)
                {
                    Output.Line(Line(erasure));
                }
            }
        );
        return command;
    }

    private static Command Act(string name, string description, string done)
    {
        var (reference, reason) = (Reference(), Reason());
        var command = new Command(name, description) { reference, Options.By, Options.Role, reason };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var held = await hub.PostAsync<HeldReference>(
                    Path(parsed.GetRequiredValue(reference), name),
                    Decision(parsed, reason),
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(held);
                    return;
                }

                Output.Line($"{held.Contact}: {done}.");
            }
        );
        return command;
    }

    private static Command Erase()
    {
        var (reference, reason) = (Reference(), Reason());
        var command = new Command(
            "erase",
            "Erases what is kept of a family, here and at the agencies, before its time. Cannot be taken back."
        )
        {
            reference,
            Options.By,
            Options.Role,
            reason,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var erasure = await hub.PostAsync<ErasureView>(
                    Path(parsed.GetRequiredValue(reference), "erase"),
                    Decision(parsed, reason),
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(erasure);
                    return;
                }

                Output.Line(Line(erasure).TrimStart());
            }
        );
        return command;
    }

    private static Command Certificate()
    {
        var reference = Reference();
        var file = new Option<FileInfo>("--to") { Description = "File to write (DER).", Required = true };
        var command = new Command(
            "certificate",
            "Writes the hub's signed certificate of an erasure; openssl cms -verify reads it."
        )
        {
            reference,
            file,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var target = parsed.GetRequiredValue(file);
                var certificate = await hub.GetBytesAsync(
                    Path(parsed.GetRequiredValue(reference), "certificate"),
                    cancellation
                );
                await File.WriteAllBytesAsync(target.FullName, certificate, cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(new { File = target.FullName, Bytes = certificate.Length });
                    return;
                }

                Output.Line($"{target.FullName} written. It names nobody.");
            }
        );
        return command;
    }

    private static string Line(ErasureView erasure)
    {
        var certified = erasure.Agencies.Count(agency => agency.CertifiedAt is not null);
        var state = erasure.ErasedAt is { } at ? $"erased {at:u}" : $"being erased since {erasure.BeganAt:u}";
        var agencies =
            erasure.Agencies.Count == 0 ? "" : $", {certified} of {erasure.Agencies.Count} agencies certified";
        return $"  {erasure.Contact} {erasure.Enquiry}  {state} ({erasure.Grounds}){agencies}";
    }

    private static object Decision(ParseResult parsed, Option<string> reason) =>
        new
        {
            By = parsed.GetRequiredValue(Options.By),
            Role = parsed.GetRequiredValue(Options.Role),
            Reason = parsed.GetRequiredValue(reason),
        };

    private static Argument<string> Reference() =>
        new("reference") { Description = "Reference of the enquiry or the contact." };

    private static Option<string> Reason() =>
        new("--reason")
        {
            Description = "Why, in a sentence that names nobody: it stands in the audit for good.",
            Required = true,
        };

    private static string Path(string reference, string act) =>
        $"api/retention/{Uri.EscapeDataString(reference)}/{act}";

    private sealed record HeldReference(string Contact, string? Enquiry);
}
