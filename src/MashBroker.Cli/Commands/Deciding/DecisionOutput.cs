using MashBroker.Rules;
using MashBroker.Web.Decisions;

namespace MashBroker.Cli.Commands.Deciding;

/// <summary>What was decided, for people and for scripts.</summary>
internal static class DecisionOutput
{
    public static void Tell(DecisionView view, bool json)
    {
        if (json)
        {
            Output.Json(view);
            return;
        }

        Output.Line($"{view.Enquiry}: decision due {Output.When(view.DueAt)}{Over(view.MinutesOver)}");
        if (view.WithdrawnAt is { } withdrawn)
        {
            Output.Line(
                $"Withdrawn {Output.When(withdrawn)}: nobody need answer any more. A decision is due all the same."
            );
        }

        if (view.Choice is { } choice)
        {
            Tell(choice);
        }

        foreach (var decision in view.Decisions)
        {
            Tell(decision, stands: decision == view.Decisions[^1]);
        }

        foreach (var addendum in view.Addenda)
        {
            Tell(addendum);
        }

        foreach (var remark in view.Remarks)
        {
            Output.Line($"  note: {remark}");
        }

        if (view.HeldBy is { } holder)
        {
            Output.Line($"Held by: {holder}");
        }

        if (view.NewReferralThrough is { } through)
        {
            Output.Line($"Closed: nothing new is taken. A new referral is made through {through}.");
        }
    }

    private static void Tell(DecisionChoice choice)
    {
        Output.Line($"Nobody has decided. Decides: {string.Join(" or ", choice.DecidedBy)}");
        if (choice.TogetherWith.Count > 0)
        {
            Output.Line($"  together with {string.Join(" and ", choice.TogetherWith)}");
        }

        if (choice.RecommendedBy.Count > 0)
        {
            Output.Line($"  on the recommendation of {string.Join(" or ", choice.RecommendedBy)}");
        }

        foreach (var outcome in choice.Outcomes)
        {
            Output.Line(
                $"  {outcome.Code}: {outcome.Name}{(outcome.Receiver is { } to ? $", then with {to}" : "")}{(outcome.OverseenBy is { } by ? $", overseen by {by}" : "")}"
            );
        }

        Tell(choice.Absent);
    }

    private static void Tell(DecisionRecord decision, bool stands)
    {
        var standing = stands ? "stands" : "no longer stands";
        Output.Line($"Decision {decision.Number} ({standing}): {decision.OutcomeName}{Over(decision.MinutesOver)}");
        Output.Line($"  {Output.When(decision.DecidedAt)} by {decision.Stated.By}, {decision.Stated.Role}");
        foreach (var one in decision.Stated.With)
        {
            Output.Line($"  together with {one.Name}, {one.Role}");
        }

        foreach (var one in decision.Recommended)
        {
            Output.Line($"  recommended by {one.By}, {one.Role}: {one.Outcome}");
        }

        if (decision.Stated.Why is { } why)
        {
            Output.Line($"  not as recommended, because: {why}");
        }

        Output.Line($"  because: {decision.Stated.Reason}");
        if (decision.Stated.OverseenBy is { } overseer)
        {
            Output.Line($"  overseen by {overseer}");
        }

        Tell(decision.Absent);
        if (decision.Stated.Considered is { } considered)
        {
            Output.Line($"  weighed: {considered}");
        }

        Output.Line(
            decision.Frozen is { } frozen
                ? $"  on pack version {frozen.Version}, frozen and signed: SHA-256 {frozen.Digest}"
                : "  its pack is not frozen yet: see whether the correlation service runs"
        );
    }

    private static void Tell(AddendumRecord addendum)
    {
        Output.Line(
            $"Addendum {addendum.Number}, {Output.When(addendum.AddedAt)}: {string.Join(", ", addendum.Agencies)} answered after decision {addendum.Decision}; pack version {addendum.PackVersion}"
        );
        Output.Line($"  to be told: {string.Join("; ", addendum.ToBeTold)}");
        Output.Line(
            addendum.Judgement is { } judgement
                ? $"  {Words(judgement.Effect)}, says {judgement.By}, {judgement.Role}: {judgement.Reason}"
            : addendum.DecidedAnew is { } anew ? $"  decision {anew} was made with it"
            : $"  nobody has said whether it would have changed the decision: due {Output.When(addendum.DueAt)}{Over(addendum.MinutesOver)}"
        );
        if (addendum.LookAgain is { } again)
        {
            Tell(again);
        }
    }

    private static void Tell(LookedAtAgain again) =>
        Output.Line(
            again switch
            {
                { Kept: { } kept } => $"  the decision stays, says {kept.By}, {kept.Role}: {kept.Reason}",
                { EndedAt: { } ended } => $"  decided anew {Output.When(ended)}",
                _ =>
                    $"  to be looked at again by {again.Owner}: due {Output.When(again.DueAt)}{Over(again.MinutesOver)}",
            }
        );

    private static void Tell(IReadOnlyList<Absent> absent)
    {
        foreach (var agency in absent)
        {
            Output.Line($"  without: {agency.Words}");
        }
    }

    private static string Words(Contracts.Cases.AddendumEffect effect) =>
        effect is Contracts.Cases.AddendumEffect.WouldHaveChanged
            ? "It would have changed the decision"
            : "It would not have changed the decision";

    private static string Over(int? minutes) => minutes is { } over ? $", {Counted.Minutes(over)} over" : "";
}
