using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Parts of rules as words in a sentence.</summary>
internal static class PlainWords
{
    public static string Of(TimeLimit limit)
    {
        if (limit.WorkingDays is { } days)
        {
            return Words.Count(days, "working day");
        }

        return Words.Count((int)limit.Within.TotalHours, limit.Runs == ClockRuns.HubHours ? "opening hour" : "hour");
    }

    public static string Of(RatingLimits limits) =>
        $"Red {Of(limits.Red)}, Amber {Of(limits.Amber)}, Green {Of(limits.Green)}";

    /// <summary>As a rule goes on: "always", or "where" and what has to hold.</summary>
    public static string Where(Circumstances when, HubProfile hub) =>
        when.HoldAlways ? "always" : $"where {Of(when, hub)}";

    public static string Any(IReadOnlyList<Circumstances> circumstances, HubProfile hub) =>
        string.Join("; or ", circumstances.Select(when => Of(when, hub)));

    /// <param name="hub">Whose criteria are meant: a manager knows them by their names.</param>
    public static string Of(Circumstances when, HubProfile hub)
    {
        var parts = new List<string>();
        if (when.ImmediateRisk)
        {
            parts.Add("the child is said to be at risk now");
        }

        if (when.SignificantHarm)
        {
            parts.Add("significant harm is said to be suffered or likely");
        }

        if (when.HarmSuffered)
        {
            parts.Add(
                "significant harm is said to have been suffered, or nobody says whether it was suffered or is likely"
            );
        }

        if (when.StillMissing)
        {
            parts.Add("the child has not been found");
        }

        if (when.DoNotInformFamily)
        {
            parts.Add("telling the family is said to add risk");
        }

        if (when.LevelOfNeedAtLeast is { } level)
        {
            parts.Add(
                level == 4
                    ? "the level of need is 4"
                    : string.Create(CultureInfo.InvariantCulture, $"the level of need is {level} or more")
            );
        }

        if (when.AnyConcernOf.Count > 0)
        {
            parts.Add($"the concern is {Or([.. when.AnyConcernOf.Select(Words.Of)])}");
        }

        if (when.AnyCriterionOf.Count > 0)
        {
            parts.Add(
                $"the criterion {Or([.. when.AnyCriterionOf.Select(code => $"“{hub.Criteria.First(each => each.Code == code).Name}”")])} holds"
            );
        }

        return parts.Count == 0 ? "always" : Words.List(parts);
    }

    public static string Of(Criterion criterion) =>
        criterion switch
        {
            ConcernNamed named => $"the referrer names {Or([.. named.Concerns.Select(Words.Of)])}",
            SignificantHarmStated => "significant harm is said to be suffered or likely",
            ReferredAgain again => $"the child was referred before, within {Words.Months(again.WithinMonths)}, by date",
            MissingLongerThan longer => $"the child was missing for longer than {Words.Count(longer.Hours, "hour")}",
            MissingRepeatedly often => string.Create(
                CultureInfo.InvariantCulture,
                $"the child went missing {often.Episodes} times within {Words.Months(often.WithinMonths)}, by date"
            ),
            APersonSaysSo person => $"a person says yes to: {person.Question}",
            _ => throw new ArgumentOutOfRangeException(nameof(criterion), "A kind of criterion without words."),
        };

    public static string Of(RouteKind kind) => kind.InWords();

    public static string Of(AgencySector sector) =>
        sector switch
        {
            AgencySector.Statutory => "statutory",
            AgencySector.NonStatutory => "non-statutory",
            AgencySector.ThirdSector => "third sector",
            _ => "sector not stated",
        };

    public static string Of(ReferrerKind kind) =>
        kind switch
        {
            ReferrerKind.Professional => "professional",
            ReferrerKind.MemberOfPublic => "member of the public",
            ReferrerKind.Family => "family",
            _ => "not stated",
        };

    public static string Of(SubjectRole role) =>
        role switch
        {
            SubjectRole.UnbornChild => "unborn child",
            SubjectRole.OtherAdult => "other adult",
            _ => role.ToString().ToLowerInvariant(),
        };

    public static string List(IEnumerable<string> items) => Words.List([.. items]);

    /// <summary>As in "feedback to …".</summary>
    public static string AReferrer(ReferrerKind kind) =>
        kind switch
        {
            ReferrerKind.Family => "a referrer of the family",
            _ => $"a {Of(kind)}",
        };

    public static string Or(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} or {items[^1]}";
}
