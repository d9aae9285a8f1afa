using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Rules;
using MashBroker.Web.Contacts;

namespace MashBroker.Cli.Commands;

/// <summary>What becomes of a contact of which no multi-agency enquiry is made.</summary>
internal static class DecideCommand
{
    public static Command Make()
    {
        var reference = new Argument<string>("reference") { Description = "e.g. SEFTON-C-2026-000001." };
        var outcome = new Option<string>("--outcome")
        {
            Description = "Code of one of the hub's outcomes, e.g. early-help.",
            Required = true,
        };
        var reason = new Option<string>("--reason") { Description = "Why, in a sentence.", Required = true };
        var overseenBy = new Option<string?>("--overseen-by")
        {
            Description = "Who oversees what it leads to, where the hub's rules ask for somebody.",
        };
        var level = new Option<int?>("--level") { Description = "Level of need by your judgement, 1 to 4." };
        var rating = Options.OwnRating();
        var ratingReason = Options.OwnRatingReason();
        var supersedes = new Option<int?>("--supersedes")
        {
            Description = "Number of the decision in whose place this one stands; both stay on record.",
        };
        var departs = Options.DepartsFromCriteria();
        var command = new Command(
            "decide",
            "A named person decides on a contact without a multi-agency enquiry. Every step that the hub's rules ask for first and that is not on record is told."
        )
        {
            reference,
            outcome,
            Options.By,
            Options.Role,
            reason,
            overseenBy,
            level,
            rating,
            ratingReason,
            supersedes,
            departs,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var after = await hub.PostAsync<ContactView>(
                    $"api/contacts/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}/decision",
                    new
                    {
                        Outcome = parsed.GetRequiredValue(outcome),
                        By = parsed.GetRequiredValue(Options.By),
                        Role = parsed.GetRequiredValue(Options.Role),
                        Reason = parsed.GetRequiredValue(reason),
                        OverseenBy = parsed.GetValue(overseenBy),
                        LevelOfNeed = parsed.GetValue(level),
                        Rating = parsed.GetValue(rating)?.ToLowerInvariant(),
                        RatingReason = parsed.GetValue(ratingReason),
                        Supersedes = parsed.GetValue(supersedes),
                        DepartsFromCriteria = parsed.GetValue(departs),
                    },
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(after);
                    return;
                }

                var late = after is { DecidedAnewAt: null, MinutesOver: { } minutes }
                    ? $", {Output.Minutes(minutes)} after the limit"
                    : "";
                var became = after.OutcomeName ?? PlainNames.OfCode(after.Outcome!);
                Output.Line($"{after.Reference}: decided: {became}, without a multi-agency enquiry{late}.");
                foreach (var remark in after.Remarks)
                {
                    Output.Line($"  note: {remark}");
                }
            }
        );
        return command;
    }
}
