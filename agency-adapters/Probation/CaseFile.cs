using System.Globalization;
using MashBroker.Adapters.Probation.Cases;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Adapters.Probation;

/// <summary>Tells what is held of one case in words a social worker can read.</summary>
internal sealed class CaseFile(string system)
{
    private const string Role = "person on probation";

    public IReadOnlyList<AgencyRecord> Tell(Person person, CaseDetail detail)
    {
        var officer = Officer(person);
        List<AgencyRecord> records =
        [
            .. detail
                .Convictions.OrderByDescending(c => c.Sentence?.StartDate ?? c.ConvictionDate)
                .Select(c => Tell(c, officer)),
            .. detail.Rosh is { } rosh ? [Tell(rosh)] : Array.Empty<AgencyRecord>(),
            .. detail.Registrations.Select(Tell),
            .. person.Mappa is { } mappa ? [Tell(mappa, detail.Crn)] : Array.Empty<AgencyRecord>(),
        ];

        // Who the person is and where they live is no record of its own here: every record carries it, so that it
        // survives whatever the request cuts away.
        var facts = Facts(person);
        return records.Select(record => record with { Facts = facts }).ToList();
    }

    private AgencyRecord Tell(Conviction conviction, string officer)
    {
        var sentence = conviction.Sentence;
        var offence = conviction.MainOffence?.Description is { Length: > 0 } what ? $" for {what}" : "";
        var requirements = conviction.Requirements.Select(r => r.Description).OfType<string>().ToList();
        return new AgencyRecord
        {
            Kind = RecordKind.ProbationOrder,
            On = sentence?.StartDate ?? conviction.ConvictionDate,
            Role = Role,
            Summary =
                (sentence is null ? $"Convicted and awaiting sentence{offence}" : $"{sentence.Description}{offence}")
                + (sentence?.ExpectedSentenceEndDate is { } end ? $", expected to end on {Day(end)}" : "")
                + (requirements.Count == 0 ? "." : $". Requirements: {string.Join("; ", requirements)}.")
                + officer,
            Outcome =
                sentence?.TerminationDate is { } ended ? $"ended on {Day(ended)}" + Because(sentence.TerminationReason)
                : conviction.InBreach ? "in breach"
                : conviction.Active ? "in force"
                : "no longer in force",
            Source = new RecordSource(system, $"conviction {conviction.ConvictionId}"),
        };
    }

    private AgencyRecord Tell(RiskOfSeriousHarm rosh)
    {
        (string To, string? Level)[] risks =
        [
            ("children", rosh.RiskToChildren),
            ("a known adult", rosh.RiskToKnownAdult),
            ("the public", rosh.RiskToPublic),
            ("staff", rosh.RiskToStaff),
        ];
        var parts = risks.Where(risk => risk.Level is not null).Select(risk => $"to {risk.To} {Words(risk.Level!)}");
        return new AgencyRecord
        {
            Kind = RecordKind.ProbationRiskOfSeriousHarm,
            On = rosh.CompletedDate,
            Role = Role,
            Summary =
                $"Risk of serious harm: {string.Join(", ", parts.Prepend($"overall {Words(rosh.OverallRisk)}"))}.",
            Source = new RecordSource(system, $"assessment {rosh.AssessmentId}"),
        };
    }

    private AgencyRecord Tell(Registration registration) =>
        new()
        {
            Kind = RecordKind.ProbationRegistration,
            On = registration.StartDate,
            Role = Role,
            Summary =
                (registration.Type.Description ?? registration.Type.Code ?? "Registration of an unknown type")
                + (registration.Notes is { Length: > 0 } notes ? $": {notes}" : ""),
            Outcome =
                registration.EndDate is { } ended ? $"ended on {Day(ended)}"
                : !registration.Active ? "no longer in force"
                : registration.NextReviewDate is { } review ? $"in force, next review {Day(review)}"
                : "in force",
            Source = new RecordSource(system, $"registration {registration.RegistrationId}"),
        };

    private AgencyRecord Tell(Mappa mappa, string crn) =>
        new()
        {
            Kind = RecordKind.ProbationMappa,
            On = mappa.StartDate,
            Role = Role,
            Summary =
                $"Managed under MAPPA, level {mappa.Level}, category {mappa.Category}"
                + (mappa.Notes is { Length: > 0 } notes ? $": {notes}" : "."),
            Outcome = mappa.ReviewDate is { } review ? $"next review {Day(review)}" : null,
            Source = new RecordSource(system, $"MAPPA of case {crn}"),
        };

    private static List<StatedFact> Facts(Person person)
    {
        var facts = new List<StatedFact>();
        if (person.DateOfBirth is { } born)
        {
            facts.Add(new StatedFact("date-of-birth", born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        foreach (var address in PersonCandidate.Addresses(person).Where(address => address.To is null))
        {
            var line = string.Join(", ", address.Lines.Append(address.Postcode).OfType<string>());
            facts.Add(new StatedFact("address", address.NoFixedAddress ? "no fixed address" : line));
        }

        return facts;
    }

    private static string Officer(Person person)
    {
        var manager = person.OffenderManagers.FirstOrDefault(manager => manager.Active);
        if (manager is null)
        {
            return "";
        }

        var name = string.Join(' ', new[] { manager.Staff?.Forenames, manager.Staff?.Surname }.OfType<string>());
        var who = manager.Staff?.Unallocated == true || name.Length == 0 ? "not yet allocated" : name;
        var where = string.Join(
            ", ",
            new[] { manager.Team?.Description, manager.ProbationArea?.Description }.OfType<string>()
        );
        return $" Responsible officer: {who}{(where.Length == 0 ? "" : $" ({where})")}.";
    }

    private static string Because(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : $": {reason}";

    private static string Words(string level) => level.Replace('_', ' ').ToLowerInvariant();

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
