using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Holds a contact against the criteria of a hub.</summary>
public static class Triage
{
    /// <param name="now">The hub's clock: a child still missing has been missing until this instant.</param>
    public static TriageFinding Assess(HubProfile profile, Contact contact, DateTimeOffset now)
    {
        var facts = new ContactFacts(profile, contact, now);
        var holding = new List<CriterionFinding>();
        var nearMisses = new List<NearMiss>();
        var questions = new List<QuestionForAPerson>();
        foreach (var criterion in profile.Criteria)
        {
            var outcome = criterion.Judge(facts);
            if (outcome.Since is { } since)
            {
                holding.Add(new CriterionFinding(criterion.Code, criterion.Name, outcome.Facts, since));
            }

            if (outcome.NearMiss is { } why)
            {
                nearMisses.Add(new NearMiss(criterion.Code, criterion.Name, why, outcome.WillHoldAfter));
            }

            if (outcome.Question is { } question)
            {
                questions.Add(new QuestionForAPerson(criterion.Code, criterion.Name, question));
            }
        }

        var lowest = Applying(profile.LowestRatings, facts, holding);

        return new TriageFinding
        {
            AssessedAt = now.ToUniversalTime(),
            Criteria = holding,
            NearMisses = nearMisses,
            ForAPerson = questions,
            OtherConcerns =
            [
                .. contact
                    .Concern.Kinds.Except(
                        profile.Criteria.OfType<ConcernNamed>().SelectMany(criterion => criterion.Concerns)
                    )
                    .Except(ByMissing(profile, holding)),
            ],
            Suggested = Suggest([.. Applying(profile.SuggestedRatings, facts, holding), .. lowest]),
            LowestAllowed = lowest.Select(rule => rule.Rating).DefaultIfEmpty().Max(),
        };
    }

    // A child who is missing is one by a criterion that counts hours or episodes, where it holds.
    private static IEnumerable<string> ByMissing(HubProfile profile, List<CriterionFinding> holding) =>
        profile.Criteria.Any(criterion =>
            criterion is MissingLongerThan or MissingRepeatedly && holding.Any(found => found.Code == criterion.Code)
        )
            ? [ConcernKind.Missing]
            : [];

    private static List<RatingRule> Applying(
        IReadOnlyList<RatingRule> rules,
        ContactFacts facts,
        List<CriterionFinding> holding
    ) => [.. rules.Where(rule => rule.When.Hold(facts, holding))];

    private static RatingSuggestion Suggest(List<RatingRule> applying)
    {
        // The reader of a profile made sure that one always applies.
        var gravest = applying.Max(rule => rule.Rating);
        return new RatingSuggestion(
            gravest,
            [.. applying.Where(rule => rule.Rating == gravest).Select(rule => rule.Reason).Distinct()]
        );
    }
}
