using MashBroker.Contracts.Letters;

namespace MashBroker.Adapters.Minimising;

/// <summary>Cuts what an agency holds to what the request allows. What is not named stays at the agency.</summary>
internal static class Minimiser
{
    public static IReadOnlyList<AgencyRecord> Cut(IReadOnlyList<AgencyRecord> held, Request request)
    {
        var kinds = request.MayReturn.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. held.Where(record => kinds.Contains(record.Kind))
                // Standing facts (a registration, a marker) have no date and are true today.
                .Where(record => request.LookBackTo is not { } from || record.On is not { } on || on >= from)
                // Duplicates of a person in the agency's system may both lead to one record.
                .DistinctBy(record =>
                    (record.Kind, record.Source.System, record.Source.RecordId, record.On, record.Summary)
                )
                .OrderByDescending(record => record.On ?? DateOnly.MaxValue)
                .ThenByDescending(record => record.At ?? TimeOnly.MaxValue)
                .ThenBy(record => record.Kind, StringComparer.Ordinal)
                .ThenBy(record => record.Source.RecordId, StringComparer.Ordinal),
        ];
    }
}
