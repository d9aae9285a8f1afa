using System.Globalization;
using MashBroker.Adapters.Health.Fhir;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Adapters.Health;

/// <summary>Tells what is held of one patient in words a social worker can read.</summary>
internal sealed class PatientFile(string system, TimeZoneInfo zone)
{
    private const string Protected =
        "address protected: whereabouts are not given and must not be traced through this record";

    // Entered in error is the source's own withdrawal of a record; cancelled never happened.
    private static readonly string[] NeverHappened = ["entered-in-error", "cancelled"];

    public IReadOnlyList<AgencyRecord> Tell(PatientRead read)
    {
        var sensitive = PatientCandidate.IsSensitive(read.Patient.Meta);
        var handling = sensitive ? Protected : null;
        var encounters = read.Encounters.Where(encounter => !NeverHappened.Contains(encounter.Status)).ToList();
        return
        [
            Registration(read, encounters, sensitive) with
            {
                Handling = handling,
            },
            .. read
                .Flags.Where(flag => !NeverHappened.Contains(flag.Status))
                .Select(flag => Tell(flag, sensitive) with { Handling = handling }),
            .. encounters.Select(encounter => Tell(encounter, sensitive) with { Handling = handling }),
            .. read.Missed.Select(missed => Tell(missed) with { Handling = handling }),
        ];
    }

    private AgencyRecord Registration(PatientRead read, IReadOnlyList<Encounter> encounters, bool sensitive)
    {
        var patient = read.Patient;
        var practices = patient
            .GeneralPractitioner.Select(gp => PracticeName(gp, read.Practices))
            .OfType<string>()
            .ToList();
        var practice =
            practices.Count == 0 ? "No GP practice recorded" : $"Registered with {string.Join(" and ", practices)}";
        var facts = new List<StatedFact>();
        Add(facts, "date-of-birth", patient.BirthDate);
        var lastSeen = encounters
            .Where(encounter => encounter.Status is "finished" or "in-progress")
            .Max(encounter => FhirTime.Local(encounter.Period?.Start, zone).On);
        Add(facts, "last-seen", lastSeen?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        var summary = sensitive
            ? "Registered patient. GP practice, address and relatives are withheld: the record is marked sensitive."
            : $"{practice}.";
        if (!sensitive)
        {
            var addresses = PatientCandidate.Addresses(patient);
            foreach (var address in addresses.Where(address => address.To is null))
            {
                Add(facts, "address", address.NoFixedAddress ? "no fixed address" : OneLine(address));
            }

            var relatives = read
                .Related.Where(relative => relative.Active != false && !PatientCandidate.IsSensitive(relative.Meta))
                .ToList();
            foreach (var relative in relatives.Where(relative => SharesHome(relative, addresses)))
            {
                Add(facts, "lives-with", NameOf(relative));
            }

            if (relatives.Count > 0)
            {
                summary += $" Related persons on the record: {string.Join(", ", relatives.Select(Introduce))}.";
            }
        }

        if (FhirTime.Local(patient.DeceasedDateTime, zone).On is { } died)
        {
            summary += $" Recorded as having died on {died.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.";
        }

        return new AgencyRecord
        {
            Kind = RecordKind.HealthRegistration,
            Role = "patient",
            Summary = summary,
            Source = new RecordSource(system, patient.Id),
            Facts = facts,
        };
    }

    private AgencyRecord Tell(Flag flag, bool sensitive)
    {
        var by = !sensitive && flag.Author?.Display is { Length: > 0 } author ? $" (set by {author})" : "";
        var ended = FhirTime.Local(flag.Period?.End, zone).On;
        return new AgencyRecord
        {
            Kind = RecordKind.HealthFlag,
            On = FhirTime.Local(flag.Period?.Start, zone).On,
            Role = "patient",
            Summary = $"{flag.Code.Words ?? "Flag without a text"}{by}",
            Outcome =
                ended is { } end ? $"ended {end.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}"
                : flag.Status == "active" ? "in force"
                : "no longer in force",
            Source = new RecordSource(system, $"Flag/{flag.Id}"),
        };
    }

    private AgencyRecord Tell(Encounter encounter, bool sensitive)
    {
        var kind = encounter.Class?.Code switch
        {
            "EMER" => "Emergency attendance",
            "IMP" or "ACUTE" or "NONAC" => "Stay in hospital",
            "HH" => "Home visit",
            "VR" => "Telephone or video consultation",
            "AMB" => "Appointment attended",
            _ => encounter.Class?.Display ?? "Contact with a health service",
        };
        var what = encounter.Type.Select(type => type.Words).OfType<string>().FirstOrDefault();
        var where = sensitive ? null : encounter.ServiceProvider?.Display;
        var why = string.Join("; ", encounter.ReasonCode.Select(reason => reason.Words).OfType<string>());
        var (on, at) = FhirTime.Local(encounter.Period?.Start, zone);
        return new AgencyRecord
        {
            Kind = RecordKind.HealthEncounter,
            On = on,
            At = at,
            Role = "patient",
            Summary =
                kind
                + (what is null ? "" : $", {what}")
                + (where is null ? "" : $", {where}")
                + (why.Length == 0 ? "" : $": {why}"),
            Outcome = encounter.Hospitalization?.DischargeDisposition?.Words,
            Source = new RecordSource(system, $"Encounter/{encounter.Id}"),
        };
    }

    private AgencyRecord Tell(Appointment missed)
    {
        var what =
            missed.Description ?? missed.ServiceType.Select(type => type.Words).OfType<string>().FirstOrDefault();
        var (on, at) = FhirTime.Local(missed.Start, zone);
        return new AgencyRecord
        {
            Kind = RecordKind.HealthEncounter,
            On = on,
            At = at,
            Role = "patient",
            Summary = what is null ? "Appointment missed" : $"Appointment missed: {what}",
            Outcome = "did not attend or was not brought",
            Source = new RecordSource(system, $"Appointment/{missed.Id}"),
        };
    }

    private static string? PracticeName(Reference practice, IReadOnlyList<Organization> practices) =>
        practice.Display
        ?? practices.FirstOrDefault(p => practice.Target == $"Organization/{p.Id}")?.Name
        ?? (practice.Identifier?.Value is { } ods ? $"the practice with ODS code {ods}" : null);

    private static bool SharesHome(RelatedPerson relative, IReadOnlyList<Address> addresses) =>
        relative
            .Address.Select(PatientCandidate.AddressOf)
            .Any(theirs =>
                addresses.Any(ours =>
                    ours.To is null && theirs.To is null && OneLine(ours) == OneLine(theirs) && ours.Lines.Count > 0
                )
            );

    private static string Introduce(RelatedPerson relative)
    {
        var relationship = relative.Relationship.Select(r => r.Words).OfType<string>().FirstOrDefault();
        return relationship is null ? NameOf(relative) : $"{NameOf(relative)} ({relationship})";
    }

    private static string NameOf(RelatedPerson relative) =>
        relative.Name is [var name, ..]
            ? string.Join(' ', name.Given.Append(name.Family).Where(part => !string.IsNullOrWhiteSpace(part)))
            : "name not recorded";

    private static string OneLine(Address address) =>
        string.Join(", ", address.Lines.Append(address.Postcode).OfType<string>());

    private static void Add(List<StatedFact> facts, string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            facts.Add(new StatedFact(field, value));
        }
    }
}
