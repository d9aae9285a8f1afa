using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Contracts.Cases;
using MashBroker.Web.Decisions;

namespace MashBroker.Cli.Commands.Deciding;

/// <summary>How a matter ends, and what is said of it afterwards.</summary>
internal static class DecisionCommands
{
    private const string WouldHaveChanged = "would-have-changed";

    public static Command Make() =>
        new("decision", "How a matter ends: decided on the pack as it stood, and what follows.")
        {
            Options.At,
            Options.Json,
            Record(),
            Show(),
            Judge(),
            Keep(),
            FeedbackCommands.Feedback(),
            FeedbackCommands.Tell(),
            SummaryCommands.Summary(),
            SummaryCommands.HandOver(),
        };

    internal static Argument<string> Reference() => new("reference") { Description = "e.g. SEFTON-2026-000001." };

    internal static string Path(string reference, string what) =>
        $"api/enquiries/{Uri.EscapeDataString(reference)}/{what}";

    /// <summary>Of an enquiry, or of a contact that was decided without one.</summary>
    internal static Argument<string> OfCase() =>
        new("reference") { Description = "Of the enquiry, or of a contact that was decided without one." };

    internal static string OfCase(string reference, string what) =>
        $"api/cases/{Uri.EscapeDataString(reference)}/{what}";

    internal static Option<string> Reason(string description) =>
        new("--reason") { Description = description, Required = true };

    private static Command Record()
    {
        var reference = Reference();
        var outcome = new Option<string>("--outcome")
        {
            Description = "Code of an outcome of this hub; 'show' lists them.",
            Required = true,
        };
        var reason = Reason("Why, in a sentence.");
        var considered = new Option<string?>("--considered")
        {
            Description = "How it was weighed that agencies had not answered; needed where any had not.",
        };
        var with = new Option<string[]>("--with")
        {
            Description = "Who decides together with them, as \"NAME; ROLE\". May be given again.",
        };
        var recommended = new Option<string[]>("--recommended")
        {
            Description = "What was recommended, as \"NAME; ROLE; OUTCOME\". May be given again.",
        };
        var why = new Option<string?>("--why")
        {
            Description = "Why the outcome is another than one recommended; needed where it is.",
        };
        var overseenBy = new Option<string?>("--overseen-by")
        {
            Description = "Who oversees what it leads to, where the hub's rules have the outcome overseen.",
        };
        var pack = new Option<int?>("--pack") { Description = "Version of the pack that was read." };
        var supersedes = new Option<int?>("--supersedes")
        {
            Description = "Number of the decision in whose place this one stands.",
        };
        var command = new Command("record", "Decides: the pack is frozen and signed as it stands.")
        {
            reference,
            outcome,
            Options.By,
            Options.Role,
            reason,
            considered,
            with,
            recommended,
            why,
            overseenBy,
            pack,
            supersedes,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var decision = new Decision
                {
                    By = parsed.GetRequiredValue(Options.By),
                    Role = parsed.GetRequiredValue(Options.Role),
                    Outcome = parsed.GetRequiredValue(outcome),
                    Reason = parsed.GetRequiredValue(reason),
                    Considered = parsed.GetValue(considered),
                    With =
                    [
                        .. (parsed.GetValue(with) ?? []).Select(text =>
                            Parts(text, 2, "--with") is var parts ? new DecidedWith(parts[0], parts[1]) : null!
                        ),
                    ],
                    Recommended =
                    [
                        .. (parsed.GetValue(recommended) ?? []).Select(text =>
                            Parts(text, 3, "--recommended") is var parts
                                ? new Recommendation(parts[0], parts[1], parts[2])
                                : null!
                        ),
                    ],
                    Why = parsed.GetValue(why),
                    OverseenBy = parsed.GetValue(overseenBy),
                    PackVersion = parsed.GetValue(pack),
                    Supersedes = parsed.GetValue(supersedes),
                };
                var view = await hub.PostAsync<DecisionView>(
                    Path(parsed.GetRequiredValue(reference), "decision"),
                    decision,
                    cancellation
                );
                DecisionOutput.Tell(view, parsed.GetValue(Options.Json));
            }
        );
        return command;
    }

    private static Command Show()
    {
        var reference = Reference();
        var command = new Command(
            "show",
            "What was decided, by whom, without whose answer, and what came after; before that, what can be decided. The reading is put on record."
        )
        {
            reference,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var view = await hub.GetAsync<DecisionView>(
                    Path(parsed.GetRequiredValue(reference), "decision"),
                    cancellation
                );
                DecisionOutput.Tell(view, parsed.GetValue(Options.Json));
            }
        );
        return command;
    }

    private static Command Judge()
    {
        var reference = Reference();
        var number = new Argument<int>("addendum") { Description = "Number of the addendum; 'show' lists them." };
        var effect = new Option<string>("--effect")
        {
            Description = "Whether it would have changed the decision.",
            Required = true,
        };
        effect.AcceptOnlyFromAmong(WouldHaveChanged, "would-not-have-changed");
        var reason = Reason("Why, in a sentence.");
        var told = new Option<string?>("--told-to")
        {
            Description = "Who of the team that holds the child was told; needed where a team does.",
        };
        var command = new Command("judge", "Says whether a return after the decision would have changed it.")
        {
            reference,
            number,
            effect,
            Options.By,
            Options.Role,
            reason,
            told,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var addendum = parsed.GetRequiredValue(number);
                var view = await hub.PostAsync<DecisionView>(
                    Path(
                        parsed.GetRequiredValue(reference),
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"addenda/{addendum}/judgement"
                        )
                    ),
                    new
                    {
                        By = parsed.GetRequiredValue(Options.By),
                        Role = parsed.GetRequiredValue(Options.Role),
                        Effect = parsed.GetRequiredValue(effect),
                        Reason = parsed.GetRequiredValue(reason),
                        ToldTo = parsed.GetValue(told),
                    },
                    cancellation
                );
                DecisionOutput.Tell(view, parsed.GetValue(Options.Json));
                if (
                    !parsed.GetValue(Options.Json)
                    && view.Addenda.Any(each => each is { LookAgain.EndedAt: null } && each.Number == addendum)
                )
                {
                    Output.Line(
                        "  next: decide anew, naming the decision it takes the place of: mash decision record --supersedes; or say why it stays: mash decision keep"
                    );
                }
            }
        );
        return command;
    }

    private static Command Keep()
    {
        var reference = Reference();
        var number = new Argument<int>("addendum")
        {
            Description = "Number of the addendum that would have changed it.",
        };
        var reason = Reason("Why the decision stays all the same, in a sentence.");
        var command = new Command("keep", "Says why a decision stays that a late return would have changed.")
        {
            reference,
            number,
            Options.By,
            Options.Role,
            reason,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var view = await hub.PostAsync<DecisionView>(
                    Path(
                        parsed.GetRequiredValue(reference),
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"addenda/{parsed.GetRequiredValue(number)}/decision-kept"
                        )
                    ),
                    new
                    {
                        By = parsed.GetRequiredValue(Options.By),
                        Role = parsed.GetRequiredValue(Options.Role),
                        Reason = parsed.GetRequiredValue(reason),
                    },
                    cancellation
                );
                DecisionOutput.Tell(view, parsed.GetValue(Options.Json));
            }
        );
        return command;
    }

    private static string[] Parts(string text, int wanted, string option)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        return parts.Length == wanted && parts.All(part => part.Length > 0)
            ? parts
            : throw new CommandException(
                ExitCode.Usage,
                $"{option} is not {wanted} parts with a semicolon between them, e.g. \"A. Name; police\"."
            );
    }
}
