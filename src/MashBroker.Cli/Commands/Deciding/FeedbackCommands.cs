using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using MashBroker.Web.Afterwards;

namespace MashBroker.Cli.Commands.Deciding;

/// <summary>What the referrer and the family are told.</summary>
internal static class FeedbackCommands
{
    public static Command Feedback()
    {
        var reference = DecisionCommands.OfCase();
        var command = new Command("feedback", "What referrer and family are told, and whether they have been.")
        {
            reference,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var view = await hub.GetAsync<FeedbackView>(
                    DecisionCommands.OfCase(parsed.GetRequiredValue(reference), "feedback"),
                    cancellation
                );
                Tell(view, parsed.GetValue(Options.Json));
            }
        );
        return command;
    }

    public static Command Tell()
    {
        var reference = DecisionCommands.OfCase();
        var to = new Option<string>("--to") { Description = "referrer or family.", Required = true };
        to.AcceptOnlyFromAmong("referrer", "family");
        var how = new Option<string?>("--how") { Description = "How they were told, e.g. by telephone." };
        var text = new Option<string?>("--text")
        {
            Description = "Other words than the hub's own; refused where they name somebody or repeat a return.",
        };
        var told = new Option<string[]>("--told") { Description = "Codes of the family's people who were told." };
        var notTold = new Option<string?>("--not-told") { Description = "Why nobody is told." };
        var despite = new Option<string?>("--despite-risk")
        {
            Description = "Why the family is told although that was said to put the child at risk.",
        };
        var givenAt = new Option<DateTimeOffset?>("--given-at")
        {
            Description = "When they were told, e.g. 2026-11-17T10:30Z; absent, now.",
        };
        var command = new Command("tell", "Puts on record that they were told, or why they were not.")
        {
            reference,
            to,
            how,
            text,
            told,
            notTold,
            despite,
            givenAt,
            Options.By,
            Options.Role,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var feedback = new Contracts.Cases.Feedback
                {
                    By = parsed.GetRequiredValue(Options.By),
                    Role = parsed.GetRequiredValue(Options.Role),
                    To = parsed.GetRequiredValue(to) == "family" ? FeedbackTo.Family : FeedbackTo.Referrer,
                    Text = parsed.GetValue(text),
                    How = parsed.GetValue(how),
                    Told = parsed.GetValue(told) ?? [],
                    NotTold = parsed.GetValue(notTold),
                    DespiteRisk = parsed.GetValue(despite),
                    GivenAt = parsed.GetValue(givenAt),
                };
                var view = await hub.PostAsync<FeedbackView>(
                    DecisionCommands.OfCase(parsed.GetRequiredValue(reference), "feedback"),
                    feedback,
                    cancellation
                );
                Tell(view, parsed.GetValue(Options.Json));
            }
        );
        return command;
    }

    private static void Tell(FeedbackView view, bool json)
    {
        if (json)
        {
            Output.Json(view);
            return;
        }

        Tell($"Referrer ({InWords(view.ReferrerKind)})", view.Referrer);
        Tell("Family", view.Family);
    }

    private static void Tell(string whom, FeedbackOf feedback)
    {
        var due = feedback.DueAt is { } at
            ? $", due {Output.When(at)}{(feedback.MinutesOver is { } over ? $", {Counted.Minutes(over)} over" : "")}"
            : "";
        Output.Line($"{whom}, told by {string.Join(" or ", feedback.ToldBy)}{due}: {feedback.What}");
        if (feedback.Withheld is { } withheld)
        {
            Output.Line($"  NOT to be told: {withheld}");
        }

        if (feedback is { Given: null, ToldOfFormerAt: { } former })
        {
            Output.Line($"  told {Output.When(former)} of a decision that no longer stands: they have to be told anew");
        }

        Output.Line(feedback.Given is null ? $"  not told yet: {feedback.Text}" : $"  {InWords(feedback.Given)}");
        var latest = feedback.History.LastOrDefault(each => !each.OfFormer);
        foreach (var earlier in feedback.History.Where(each => !ReferenceEquals(each, latest)))
        {
            Output.Line($"  before, {Output.When(earlier.At)}: {InWords(earlier.Statement)}");
        }
    }

    private static string InWords(Contracts.Cases.Feedback given) =>
        given.NotTold is { } why
            ? $"not told, says {given.By}: {why}"
            : $"told {Output.When(given.GivenAt)}, {given.How}, by {given.By}: {given.Text}";

    private static string InWords(ReferrerKind kind) =>
        kind switch
        {
            ReferrerKind.MemberOfPublic => "a member of the public",
            ReferrerKind.Family => "of the family",
            _ => "a professional",
        };
}
