using System.Globalization;
using MashBroker.Adapters.Education.Pupils;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Adapters.Education;

/// <summary>Tells what schools hold of one person in words a social worker can read.</summary>
internal sealed class PupilFile(string system)
{
    private const string Protected =
        "address protected: the address is not given; the family must not learn the school or anything else that shows where this person is";

    public IReadOnlyList<AgencyRecord> Tell(Pupil pupil)
    {
        var handling = pupil.AddressProtected ? Protected : null;
        List<AgencyRecord> records =
        [
            .. pupil.Enrolments.Select((enrolment, place) => Tell(enrolment, pupil, isCurrent: place == 0)),
            .. pupil.Attendance.Select(Tell),
            .. pupil.Exclusions.Select(Tell),
            .. pupil.SpecialNeeds.Select(Tell),
            .. pupil.Concerns.Select(Tell),
        ];
        return records.Select(record => record with { Handling = handling }).ToList();
    }

    /// <summary>
    /// An adult is told as a contact. The pupils are not named: they need not be the family asked about. The number of the
    /// pupil lets the school find them.
    /// </summary>
    public IReadOnlyList<AgencyRecord> Tell(Contact contact, IReadOnlyList<Pupil> pupils) =>
        contact
            .Links.Select(link =>
            {
                var school = pupils.FirstOrDefault(pupil => pupil.Id == link.PupilId)?.Enrolments[0].School;
                var at = school is null ? "" : $" at {school}";
                return new AgencyRecord
                {
                    Kind = RecordKind.EducationEnrolment,
                    Role = "contact of a pupil",
                    Summary =
                        $"Recorded as {link.Relationship} of a pupil{at}: "
                        + (
                            link.ParentalResponsibility
                                ? "has parental responsibility"
                                : "no parental responsibility recorded"
                        )
                        + (link.MayCollect ? ", may collect." : ", may not collect."),
                    Source = new RecordSource(system, $"contact {contact.Id} of pupil {link.PupilId}"),
                    Handling = contact.AddressProtected ? Protected : null,
                    Facts = Facts(contact.DateOfBirth, contact.AddressProtected ? [] : contact.Addresses),
                };
            })
            .ToList();

    private AgencyRecord Tell(Enrolment enrolment, Pupil pupil, bool isCurrent)
    {
        var summary =
            (enrolment.To is null ? "Pupil at " : "Former pupil at ")
            + enrolment.School
            + (enrolment.Urn is { } urn ? $" (URN {urn})" : "")
            + (enrolment.From is { } from ? $" since {Day(from)}" : "")
            + (enrolment.To is { } to ? $" until {Day(to)}" : "")
            + (isCurrent && pupil.FreeSchoolMeals ? ". Entitled to free school meals." : ".");
        return new AgencyRecord
        {
            Kind = RecordKind.EducationEnrolment,
            On = enrolment.From,
            Role = "pupil",
            Summary = summary,
            Outcome = enrolment.Reason is { } reason ? $"left: {reason}" : null,
            Source = new RecordSource(system, enrolment.SourceId),
            Facts = isCurrent ? Facts(pupil) : [],
        };
    }

    private AgencyRecord Tell(YearOfAttendance year)
    {
        var attended = year.Possible - year.Authorised - year.Unauthorised;
        return new AgencyRecord
        {
            Kind = RecordKind.EducationAttendance,
            Role = "pupil",
            Summary =
                year.Possible == 0
                    ? $"No sessions to attend in {year.Year}."
                    : $"Attendance {Share(attended, year)} in {year.Year}; "
                        + $"authorised absence {Share(year.Authorised, year)}, "
                        + $"unauthorised {Share(year.Unauthorised, year)} (of {year.Possible} sessions).",
            Source = new RecordSource(system, year.SourceId),
        };
    }

    private AgencyRecord Tell(Exclusion exclusion) =>
        new()
        {
            Kind = RecordKind.EducationExclusion,
            On = exclusion.From,
            Role = "pupil",
            Summary = $"{exclusion.Kind}{(exclusion.To is { } to ? $" until {Day(to)}" : "")}: {exclusion.Reason}",
            Outcome = exclusion.Outcome,
            Source = new RecordSource(system, $"exclusion {exclusion.Id}"),
        };

    private AgencyRecord Tell(SpecialNeed need) =>
        new()
        {
            Kind = RecordKind.EducationSpecialNeeds,
            On = need.From,
            Role = "pupil",
            Summary = $"{need.Status}: {need.Need}",
            Outcome = need.To is { } to ? $"ended on {Day(to)}" : "in force",
            Source = new RecordSource(system, need.SourceId),
        };

    private AgencyRecord Tell(Concern concern) =>
        new()
        {
            Kind = RecordKind.EducationSafeguarding,
            On = concern.On,
            At = concern.At,
            Role = "pupil",
            Summary = $"{concern.Category}: {concern.Text} (logged by {concern.LoggedBy})",
            Outcome = concern.Action,
            Source = new RecordSource(system, $"safeguarding log {concern.Id}"),
        };

    private static List<StatedFact> Facts(Pupil pupil)
    {
        var facts = Facts(pupil.DateOfBirth, pupil.AddressProtected ? [] : pupil.Addresses);
        if (pupil.Attendance.Max(year => year.LastAttended) is { } seen)
        {
            facts.Add(new StatedFact("last-seen", Iso(seen)));
        }

        if (!pupil.AddressProtected)
        {
            facts.AddRange(
                pupil
                    .Contacts.Where(contact => !contact.AddressProtected)
                    .Where(contact => contact.Links.Any(link => link.PupilId == pupil.Id && link.LivesWithPupil))
                    .Select(contact => new StatedFact(
                        "lives-with",
                        $"{contact.Names[0].Given} {contact.Names[0].Family}"
                    ))
            );
        }

        return facts;
    }

    private static List<StatedFact> Facts(DateOnly? born, IReadOnlyList<Address> addresses)
    {
        var facts = new List<StatedFact>();
        if (born is { } date)
        {
            facts.Add(new StatedFact("date-of-birth", Iso(date)));
        }

        facts.AddRange(
            addresses.Select(address => new StatedFact(
                "address",
                address.NoFixedAddress
                    ? "no fixed address"
                    : string.Join(", ", address.Lines.Append(address.Postcode).OfType<string>())
            ))
        );
        return facts;
    }

    private static string Share(int sessions, YearOfAttendance year) =>
        (100.0 * sessions / year.Possible).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
