using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// Where two who should know the same person state a fact with nothing in common. Several values of one agency (an old and a
/// new address) are no contradiction as long as each other agency shares one of them. Only facts that are one thing at a time
/// can contradict each other outright: no two agencies know the same relatives, and each sees a child on days of its own. Of
/// those is pointed out who was seen last, and somebody said to live where nobody puts them.
/// </summary>
internal static class Contradictions
{
    public const string DateOfBirth = "date-of-birth";
    public const string Address = "address";
    public const string LivesWith = "lives-with";
    public const string LastSeen = "last-seen";

    // What an agency writes where it may not say an address, and what a pack then says of all of them.
    private const string Protected = "protected";

    private static readonly HashSet<string> OneAtATime = new(StringComparer.Ordinal)
    {
        DateOfBirth,
        "date-of-death",
        Address,
        "gender",
        "gp-practice",
        "school",
        "nhs-number",
        "upn",
    };

    public static IReadOnlyList<Contradiction> Among(
        IReadOnlyList<PackAgency> agencies,
        IReadOnlyList<Subject> subjects
    )
    {
        var order = subjects.Select((subject, index) => (subject.Code, index)).ToDictionary();
        var stated = OfAgencies(agencies).Concat(subjects.SelectMany(OfContact)).ToArray();
        var hidden = stated.Where(IsProtected).Select(fact => fact.Subject).ToHashSet();
        return
        [
            .. Differing(stated, hidden)
                .Concat(SeenOnDifferentDays(stated))
                .Concat(LivingElsewhere(stated, hidden, subjects))
                .Concat(Unlisted(stated, subjects))
                .OrderBy(found => order.GetValueOrDefault(found.Subject, int.MaxValue))
                .ThenBy(found => found.Field, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Contradiction> Differing(IEnumerable<Stated> stated, HashSet<string> hidden) =>
        stated
            .Where(fact => OneAtATime.Contains(fact.Field))
            .GroupBy(fact => (fact.Subject, fact.Field))
            .Where(facts => Contradict([.. facts.Where(fact => !SaysProtected(fact))]))
            .Select(facts =>
            {
                var hide = facts.Key.Field == Address && hidden.Contains(facts.Key.Subject);
                return new Contradiction(
                    facts.Key.Subject,
                    facts.Key.Field,
                    [
                        .. facts
                            .Select(fact => hide ? fact.Claim with { Value = Protected } : fact.Claim)
                            .DistinctBy(claim => (claim.By, StatedValue.Comparable(facts.Key.Field, claim.Value))),
                    ],
                    hide ? "sources differ; the addresses are protected" : null
                );
            });

    private static IEnumerable<Contradiction> SeenOnDifferentDays(IEnumerable<Stated> stated) =>
        stated
            .Where(fact => fact.Field is LastSeen && StatedValue.Date(fact.Claim.Value) is not null)
            .GroupBy(fact => fact.Subject, fact => fact.Claim)
            .Select(seen => (Subject: seen.Key, Claims: NewestOfEach(seen)))
            .Where(seen => seen.Claims.Select(Day).Distinct().Count() > 1)
            .Select(seen => new Contradiction(seen.Subject, LastSeen, seen.Claims, LastOf(seen.Claims)));

    private static Claim[] NewestOfEach(IEnumerable<Claim> claims) =>
        [.. claims.GroupBy(claim => claim.By).Select(own => own.MaxBy(Day)!)];

    private static DateOnly Day(Claim claim) => StatedValue.Date(claim.Value)!.Value;

    private static string LastOf(Claim[] claims)
    {
        var last = claims.MaxBy(Day)!;
        return $"on different days, most lately {HubTime.Say(Day(last))} by {last.ByName}";
    }

    // A child said to live with somebody whose own address, by everybody who states one, is another than the child's.
    private static IEnumerable<Contradiction> LivingElsewhere(
        IReadOnlyList<Stated> stated,
        HashSet<string> hidden,
        IReadOnlyList<Subject> subjects
    )
    {
        var listed = new ListedPeople(subjects);
        var homes = stated.Where(fact => fact.Field == Address && !SaysProtected(fact)).ToLookup(fact => fact.Subject);
        return stated
            .Where(fact => fact.Field is LivesWith)
            .Select(fact => (fact.Subject, Other: listed.TheOne(fact.Claim.Value), fact.Claim))
            .Where(said => said.Other is not null && said.Other != said.Subject)
            .Where(said => Apart(homes[said.Subject], homes[said.Other!]))
            .GroupBy(said => (said.Subject, Other: said.Other!), said => said.Claim)
            .Select(said => new Contradiction(
                said.Key.Subject,
                LivesWith,
                [
                    .. said.DistinctBy(claim => claim.By),
                    .. Elsewhere(
                        said.Key.Other,
                        homes[said.Key.Other],
                        hide: hidden.Contains(said.Key.Subject) || hidden.Contains(said.Key.Other)
                    ),
                ],
                $"nobody puts {said.Key.Other} where {said.Key.Subject} lives"
            ));
    }

    private static bool Apart(IEnumerable<Stated> one, IEnumerable<Stated> other)
    {
        var (here, there) = (one.Select(Home).ToHashSet(), other.Select(Home).ToHashSet());
        return here.Count > 0 && there.Count > 0 && !here.Overlaps(there);
    }

    private static IEnumerable<Claim> Elsewhere(string other, IEnumerable<Stated> homes, bool hide) =>
        homes
            .DistinctBy(home => (home.Claim.By, Home(home)))
            .Select(home =>
                home.Claim with
                {
                    Value = $"{other} lives at {(hide ? "an address that is protected" : home.Claim.Value)}",
                }
            )
            .Distinct();

    private static string Home(Stated fact) => StatedValue.Comparable(Address, fact.Claim.Value);

    private static IEnumerable<Contradiction> Unlisted(IEnumerable<Stated> stated, IReadOnlyList<Subject> subjects)
    {
        var listed = new ListedPeople(subjects);
        return stated
            .Where(fact => fact.Field is LivesWith && !listed.MayHave(fact.Claim.Value))
            .GroupBy(fact => fact.Subject)
            .Select(facts => new Contradiction(
                facts.Key,
                LivesWith,
                [
                    .. facts
                        .Select(fact => fact.Claim)
                        .DistinctBy(claim => (claim.By, StatedValue.Comparable(LivesWith, claim.Value))),
                ],
                "names somebody nobody listed"
            ));
    }

    private static bool IsProtected(Stated fact) => fact.Protects || SaysProtected(fact);

    private static bool SaysProtected(Stated fact) =>
        fact.Field == Address && string.Equals(fact.Claim.Value.Trim(), Protected, StringComparison.OrdinalIgnoreCase);

    private static bool Contradict(IReadOnlyList<Stated> facts)
    {
        var bySource = facts
            .GroupBy(fact => fact.Claim.By)
            .Select(by => by.Select(fact => StatedValue.Comparable(fact.Field, fact.Claim.Value)).ToHashSet())
            .ToArray();
        return bySource
            .SelectMany((one, index) => bySource.Skip(index + 1).Select(other => (one, other)))
            .Any(pair => !pair.one.Overlaps(pair.other));
    }

    private static IEnumerable<Stated> OfAgencies(IEnumerable<PackAgency> agencies) =>
        from agency in agencies
        from each in agency.Returns
        where !each.Superseded
        from answer in each.Body.Answers
        from record in answer.Records
        from fact in record.Facts
        select new Stated(answer.Subject, fact.Field, new Claim(agency.Agency, agency.Name, fact.Value, record.Source));

    // The contact is a source like any other: a referrer may be the one who is wrong.
    private static IEnumerable<Stated> OfContact(Subject subject)
    {
        static Claim Told(string value) => new("", "The contact", value, null);

        if (subject is { DateOfBirth: { } born, DateOfBirthQuality: not DateQuality.Estimated })
        {
            var value = born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return new Stated(subject.Code, DateOfBirth, Told(value));
        }

        foreach (var address in subject.Addresses.Where(address => !address.NoFixedAddress && address.To is null))
        {
            var value = string.Join(", ", address.Lines.Append(address.Postcode ?? "").Where(line => line.Length > 0));
            if (value.Length > 0 || address.Protected)
            {
                yield return new Stated(
                    subject.Code,
                    Address,
                    Told(value.Length > 0 ? value : Protected),
                    address.Protected
                );
            }
        }
    }

    private sealed record Stated(string Subject, string Field, Claim Claim, bool Protects = false);
}
