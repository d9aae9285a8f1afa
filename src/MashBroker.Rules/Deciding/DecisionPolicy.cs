using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Whether a decision is one that this hub makes, by those who make it there. Says every fault at once.</summary>
public static class DecisionPolicy
{
    /// <param name="absentees">Agencies that have not answered in substance, each in words, e.g. "Police has not answered and is late".</param>
    public static IReadOnlyList<FieldFault> Check(
        HubProfile profile,
        Decision decision,
        IReadOnlyList<string> absentees
    ) =>
        [
            .. CheckOutcomes(profile, decision),
            .. CheckMakers(profile.DecisionMakers, decision),
            .. Overseers.Check(
                profile.Outcomes.FirstOrDefault(outcome => outcome.Code == decision.Outcome),
                decision.By,
                decision.OverseenBy
            ),
            .. CheckWhy(profile, decision),
            .. CheckConsidered(decision, absentees),
        ];

    private static IEnumerable<FieldFault> CheckOutcomes(HubProfile profile, Decision decision)
    {
        var codes = profile.Outcomes.Select(outcome => outcome.Code).ToList();
        var remedy = $"Give one of {string.Join(", ", codes)}.";
        if (!codes.Contains(decision.Outcome))
        {
            yield return new FieldFault("outcome", "is not an outcome of this hub", remedy);
        }

        for (var index = 0; index < decision.Recommended.Count; index++)
        {
            if (!codes.Contains(decision.Recommended[index].Outcome))
            {
                yield return new FieldFault($"recommended[{index}].outcome", "is not an outcome of this hub", remedy);
            }
        }
    }

    /// <summary>Whether it is for somebody of this role to decide at this hub, or to say that a decision stays.</summary>
    /// <returns>Null where it is.</returns>
    public static FieldFault? CheckMaker(DecisionMakers makers, string role) =>
        makers.By.Any(rule => MakerRoles.Fits(rule, role))
            ? null
            : new FieldFault(
                "role",
                $"is not one that decides at this hub: {List(makers.By)}",
                "Let one of them decide, or state their role as the hub does."
            );

    // Whoever looked into it said otherwise: those who read the decision later have to see why that was not followed.
    private static IEnumerable<FieldFault> CheckWhy(HubProfile profile, Decision decision)
    {
        if (
            decision is { Why: null, Outcome.Length: > 0 }
            && decision.Recommended.FirstOrDefault(one => one.Outcome.Length > 0 && one.Outcome != decision.Outcome)
                is { } other
        )
        {
            var name = profile.Outcomes.FirstOrDefault(outcome => outcome.Code == other.Outcome)?.Name ?? other.Outcome;
            yield return new FieldFault(
                "why",
                $"is missing, and {name} was recommended",
                "Say why it is decided otherwise."
            );
        }
    }

    private static IEnumerable<FieldFault> CheckMakers(DecisionMakers makers, Decision decision)
    {
        if (CheckMaker(makers, decision.Role) is { } fault)
        {
            yield return fault;
        }

        // Where the hub asks for another beside whoever decides, nobody is their own second.
        var others = new List<DecidedWith>();
        for (var index = 0; index < decision.With.Count; index++)
        {
            var person = decision.With[index];
            if (
                makers.JointlyWith.Count > 0
                && others
                    .Select(other => other.Name)
                    .Prepend(decision.By)
                    .Any(name => SamePerson.Are(name, person.Name))
            )
            {
                yield return new FieldFault(
                    $"with[{index}].name",
                    "is somebody who decides already, and this hub decides together with others",
                    "Name somebody else."
                );
            }
            else
            {
                others.Add(person);
            }
        }

        foreach (var party in makers.JointlyWith)
        {
            if (others.Find(person => MakerRoles.Fits(party, person.Role)) is { } second)
            {
                others.Remove(second);
            }
            else
            {
                yield return new FieldFault(
                    "with",
                    $"names nobody else as {party}, and this hub decides together with them",
                    $$"""Add {"name": "...", "role": "{{party}}"}."""
                );
            }
        }

        var recommending = decision
            .Recommended.Where(one => makers.RecommendedBy.Any(rule => MakerRoles.Fits(rule, one.Role)))
            .ToList();
        if (makers.RecommendedBy.Count > 0 && recommending.All(one => SamePerson.Are(one.By, decision.By)))
        {
            yield return new FieldFault(
                "recommended",
                recommending.Count == 0
                    ? $"holds no recommendation of {List(makers.RecommendedBy)}, on which this hub decides"
                    : "is by whoever decides, and this hub decides on what another recommends",
                $$"""Add {"by": "...", "role": "{{makers.RecommendedBy[0]}}", "outcome": "..."}."""
            );
        }
    }

    private static IEnumerable<FieldFault> CheckConsidered(Decision decision, IReadOnlyList<string> absentees)
    {
        if (absentees.Count > 0 && decision.Considered is null)
        {
            yield return new FieldFault(
                "considered",
                $"is missing, and {string.Join("; ", absentees)}",
                "Say how it was weighed that this is not known."
            );
        }
    }

    private static string List(IReadOnlyList<string> roles) => string.Join(" or ", roles);
}
