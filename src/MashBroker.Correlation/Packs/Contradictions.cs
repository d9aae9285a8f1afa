using System.Globalization;
using MashBroker.Contracts;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// Where two who should know the same person state a fact with nothing in common. Several values of one agency (an old and a
/// new address) are no contradiction as long as each other agency shares one of them.
/// </summary>
internal static class Contradictions
{
    public const string DateOfBirth = "date-of-birth";
    public const string Address = "address";

    public static IReadOnlyList<Contradiction> Among(
        IReadOnlyList<PackAgency> agencies,
        IReadOnlyList<Subject> subjects
    )
    {
        var order = subjects.Select((subject, index) => (subject.Code, index)).ToDictionary();
        return
        [
            .. OfAgencies(agencies)
                .Concat(subjects.SelectMany(OfContact))
                .GroupBy(stated => (stated.Subject, stated.Field))
                .Where(facts => Contradict([.. facts]))
                .OrderBy(facts => order.GetValueOrDefault(facts.Key.Subject, int.MaxValue))
                .ThenBy(facts => facts.Key.Field, StringComparer.Ordinal)
                .Select(facts => new Contradiction(
                    facts.Key.Subject,
                    facts.Key.Field,
                    [
                        .. facts
                            .Select(fact => fact.Claim)
                            .DistinctBy(claim => (claim.By, StatedValue.Comparable(facts.Key.Field, claim.Value))),
                    ]
                )),
        ];
    }

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
            if (value.Length > 0)
            {
                yield return new Stated(subject.Code, Address, Told(value));
            }
        }
    }

    private sealed record Stated(string Subject, string Field, Claim Claim);
}
