using NodaTime;

namespace MashBroker.Rules;

/// <summary>One missing episode lasted longer than this; exactly as long is not longer. One that is still open counts to now.</summary>
public sealed record MissingLongerThan(string Code, string Name, int Hours) : Criterion(Code, Name)
{
    // Two thirds of the limit: short of it, nobody would look twice.
    private Duration WorthSaying => Duration.FromHours(Hours) * 2 / 3;

    internal override CriterionOutcome Judge(ContactFacts facts)
    {
        var limit = Duration.FromHours(Hours);
        var longer = facts.Episodes.Where(episode => episode.Length > limit).ToList();
        if (longer.Count > 0)
        {
            return CriterionOutcome.Holds(
                (longer[0].From + limit).ToDateTimeOffset(),
                [.. longer.Select(episode => $"{Describe(facts, episode)}: longer than {Words.Count(Hours, "hour")}.")]
            );
        }

        if (facts.Episodes.MaxBy(episode => episode.Length) is not { } longest || longest.Length < WorthSaying)
        {
            return CriterionOutcome.DoesNotHold;
        }

        return CriterionOutcome.Nearly(
            $"{Describe(facts, longest)}: not longer than {Words.Count(Hours, "hour")}.",
            longest.Open ? (longest.From + limit).ToDateTimeOffset() : null
        );
    }

    private static string Describe(ContactFacts facts, Episode episode) =>
        $"Missing from {Words.Of(facts.Local(episode.From))} "
        + (episode.Open ? "and not yet found" : $"to {Words.Of(facts.Local(episode.Until))}")
        + $", {Words.Of(episode.Length)}";
}
