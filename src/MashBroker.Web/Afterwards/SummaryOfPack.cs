using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Afterwards;
using MashBroker.Rules;

namespace MashBroker.Web.Afterwards;

/// <summary>
/// Makes the summary of a pack. Left out, and said to be: returns that are for the hub only, and records with a handling code, which
/// a person of their agency has to release first (ops/decisions/0083).
/// </summary>
internal static class SummaryOfPack
{
    private const string HubOnly = "hub-only";

    public static CaseSummary Make(byte[] pack, int version, HubProfile profile, OutcomeOfCase ended, Contact contact)
    {
        var read = JsonSerializer.Deserialize<ReadPack>(pack, MashJson.Options)!;
        var entries = read.Chronology.Concat(read.StandingFacts).ToList();
        var withheld = entries.Where(IsWithheld).ToList();
        return new CaseSummary
        {
            Enquiry = ended.Enquiry!.Reference,
            HubName = profile.Name,
            To = ReceivingTeam.InWords(profile, ended.Outcome),
            PackVersion = version,
            People =
            [
                .. read.Subjects.Select(
                    new SummaryOfPerson(
                        [.. read.Subjects, .. contact.People],
                        ended.DecidedAt,
                        contact.Referrer.Kind is not ReferrerKind.MemberOfPublic
                    ).Make
                ),
            ],
            // In the words of somebody who stays anonymous much can be told; what was put for the agencies may go.
            Concern =
                contact.ConcernSummary
                ?? (contact.Referrer.Kind is ReferrerKind.MemberOfPublic ? null : contact.Concern.Summary),
            ConcernKinds = [.. contact.Concern.Kinds.Select(SummaryText.InWords)],
            Criteria =
            [
                .. read.Cover.Criteria.Select(code =>
                    profile.Criteria.FirstOrDefault(criterion => criterion.Code == code)?.Name ?? code
                ),
            ],
            DoNotInformFamily = contact.DoNotInformFamily,
            Outcome = ended.Outcome.Name,
            Reason = ended.Reason ?? "",
            DecidedAt = ended.DecidedAt,
            DecidedBy = $"{ended.DecidedBy}, {ended.Role}",
            NotKnown = [.. ended.Decision!.Absentees.Select(absentee => absentee.InWords)],
            Entries =
            [
                .. entries
                    .Except(withheld)
                    .Select(entry => new SummaryEntry(
                        entry.AgencyName,
                        [.. entry.People.Select(person => person.Subject)],
                        entry.Summary,
                        entry.On,
                        entry.Outcome
                    )
                    {
                        Restrictions = [.. entry.Restrictions.Select(SummaryText.InWords)],
                    }),
            ],
            Withheld =
            [
                .. withheld
                    .GroupBy(entry => entry.AgencyName)
                    .Select(agency =>
                        $"{agency.Key}: {(agency.Count() == 1 ? "1 record" : $"{agency.Count()} records")} not passed on; ask them"
                    ),
            ],
        };
    }

    private static bool IsWithheld(ReadEntry entry) =>
        entry.Handling is { Length: > 0 } || entry.Restrictions.Contains(HubOnly);

    // What of a pack is looked at here; its whole form is the correlation service's.
    private sealed record ReadPack
    {
        public required ReadCover Cover { get; init; }

        public required IReadOnlyList<Subject> Subjects { get; init; }

        public required IReadOnlyList<ReadEntry> Chronology { get; init; }

        public required IReadOnlyList<ReadEntry> StandingFacts { get; init; }
    }

    private sealed record ReadCover(IReadOnlyList<string> Criteria);

    private sealed record ReadEntry
    {
        public DateOnly? On { get; init; }

        public required string AgencyName { get; init; }

        public required IReadOnlyList<ReadPerson> People { get; init; }

        public required string Summary { get; init; }

        public string? Outcome { get; init; }

        public string? Handling { get; init; }

        public required IReadOnlyList<string> Restrictions { get; init; }
    }

    private sealed record ReadPerson(string Subject);
}
