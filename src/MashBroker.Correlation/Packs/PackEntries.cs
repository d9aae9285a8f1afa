using MashBroker.Contracts.Letters;

namespace MashBroker.Correlation.Packs;

/// <summary>The records of all agencies in one order. A record that concerns several people is one entry.</summary>
internal static class PackEntries
{
    public static IReadOnlyList<PackEntry> Of(
        IEnumerable<PackAgency> agencies,
        params IReadOnlyList<PackEntry> views
    ) =>
        [
            .. agencies
                .SelectMany(OfAgency)
                .Concat(views)
                .OrderBy(entry => entry.On ?? DateOnly.MaxValue)
                // Without a time of day an event may have been at any: it stands before those that are known.
                .ThenBy(entry => entry.At ?? TimeOnly.MinValue)
                .ThenBy(entry => entry.AgencyName, StringComparer.Ordinal)
                .ThenBy(entry => entry.Source.System, StringComparer.Ordinal)
                .ThenBy(entry => entry.Source.RecordId, StringComparer.Ordinal),
        ];

    private static IEnumerable<PackEntry> OfAgency(PackAgency agency) =>
        from each in WithEarlier(agency)
        from answer in each.Return.CurrentAnswers
        from record in answer.Records
        group (
            Person: new EntryPerson(answer.Subject, record.Role),
            each.Return.Body.Restrictions,
            Record: record,
            each.Withdrawn
        ) by (
            record.Kind,
            record.On,
            record.At,
            record.Source.System,
            record.Source.RecordId,
            record.Summary,
            record.Outcome
        ) into same
        let first = same.First().Record
        select new PackEntry
        {
            On = first.On,
            At = first.At,
            RecordedOn = first.RecordedOn,
            Agency = agency.Agency,
            AgencyName = agency.Name,
            Kind = first.Kind,
            People = [.. same.Select(one => one.Person).Distinct()],
            Summary = first.Summary,
            Outcome = first.Outcome,
            Source = first.Source,
            Grading = first.Grading,
            Handling = first.Handling,
            Restrictions = [.. same.SelectMany(one => one.Restrictions).Distinct()],
            Withdrawn = same.All(one => one.Withdrawn),
        };

    private static IEnumerable<(PackReturn Return, bool Withdrawn)> WithEarlier(PackAgency agency) =>
        [
            .. agency.Returns.Select(each => (each, agency.WithdrawnAt is not null)),
            .. agency.Earlier.SelectMany(earlier => earlier.Returns).Select(each => (each, true)),
        ];
}
