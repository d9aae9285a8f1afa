using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.Education;

/// <summary>Writes what schools hold of invented families: the CSV export, and transfer files of pupils who moved here.</summary>
public static class EducationSamples
{
    private static readonly (string Name, string Urn)[] Schools =
    [
        ("Marlsea Primary School", "999101"),
        ("St Brannoc's Church of England Primary School", "999102"),
        ("Ropewalk Academy", "999103"),
    ];

    private static readonly (string Kind, string Reason, string Outcome)[] Exclusions =
    [
        ("Suspension", "Persistent disruptive behaviour", "Returned with a support plan"),
        ("Suspension", "Physical assault against a pupil", "Reintegration meeting not attended"),
        ("Permanent exclusion", "Carrying an offensive weapon", "Placed with the pupil referral unit"),
    ];

    private static readonly (string Status, string Need)[] Needs =
    [
        ("SEN support", "Social, emotional and mental health"),
        ("Education, Health and Care plan", "Autistic spectrum disorder"),
        ("SEN support", "Speech, language and communication"),
    ];

    private static readonly (string Category, string Concern, string Action)[] Concerns =
    [
        (
            "Neglect",
            "Arrived hungry and in unwashed clothes for the third time this month",
            "Spoken with the parent; early help offered"
        ),
        (
            "Disclosure",
            "Said that there was shouting and things were thrown at home",
            "Referred to children's social care the same day"
        ),
        (
            "Exploitation",
            "Collected by an unknown adult in a car; has a second telephone",
            "Shared with the police through the safeguarding partnership"
        ),
        ("Attendance", "Whereabouts unknown for two school days", "Home visit by the attendance officer"),
    ];

    private const string ContactRecord = "contact ";

    public static void Write(SampleFamilies families, string folder)
    {
        Directory.CreateDirectory(folder);
        var held = new ExpectedMatches(families, AgencyCode.Education).AllRecords().Where(IsPupil).ToList();
        var households = families
            .Households.SelectMany(household => household.Persons.Select(person => (person.Id, household)))
            .ToDictionary(pair => pair.Id, pair => pair.household);

        var pupils = new Csv(
            "pupil_id,upn,former_upn,forename,surname,former_surname,date_of_birth,sex,address,town,postcode,no_fixed_address,"
                + "address_protected,school,urn,entry_date,leaving_date,leaving_reason,free_school_meals"
        );
        var attendance = new Csv(
            "pupil_id,academic_year,sessions_possible,authorised_absence,unauthorised_absence,last_attended"
        );
        var exclusions = new Csv("exclusion_id,pupil_id,kind,from,to,reason,outcome");
        var needs = new Csv("pupil_id,status,need,from,to");
        var concerns = new Csv("entry_id,pupil_id,on,at,category,concern,action,logged_by");
        var contacts = new Csv(
            "contact_id,pupil_id,relationship,forename,surname,date_of_birth,address,town,postcode,no_fixed_address,"
                + "address_protected,telephone,parental_responsibility,may_collect,lives_with_pupil"
        );

        foreach (var pupil in held)
        {
            var number = Number(pupil);
            var asOf = families.AsOf;
            AddPupil(pupils, pupil, number);
            if (pupil.Holds.Contains(RecordKind.EducationAttendance))
            {
                attendance.Add(pupil.RecordId, "2025/26", 380, 6 + (number % 20), number * 3 % 60, null);
                attendance.Add(pupil.RecordId, "2026/27", 76, number % 5, number % 9, asOf.AddDays(-3 - (number % 4)));
            }

            if (pupil.Holds.Contains(RecordKind.EducationExclusion))
            {
                var (kind, reason, outcome) = Exclusions[number % Exclusions.Length];
                var from = asOf.AddDays(-30 - (number % 150));
                exclusions.Add($"EX{number}", pupil.RecordId, kind, from, from.AddDays(3), reason, outcome);
            }

            if (pupil.Holds.Contains(RecordKind.EducationSpecialNeeds))
            {
                var (status, need) = Needs[number % Needs.Length];
                needs.Add(pupil.RecordId, status, need, asOf.AddDays(-400), null);
            }

            if (pupil.Holds.Contains(RecordKind.EducationSafeguarding))
            {
                var (category, concern, action) = Concerns[number % Concerns.Length];
                concerns.Add(
                    $"SL{number}",
                    pupil.RecordId,
                    asOf.AddDays(-5 - (number % 60)),
                    "09:10",
                    category,
                    concern,
                    action,
                    "designated safeguarding lead"
                );
            }

            if (households.TryGetValue(pupil.Person.Id, out var household))
            {
                foreach (var adult in ContactsOf(household, pupil.Person))
                {
                    AddContact(contacts, pupil, adult);
                }
            }
        }

        File.WriteAllText(Path.Combine(folder, "pupils.csv"), pupils.ToString());
        File.WriteAllText(Path.Combine(folder, "attendance.csv"), attendance.ToString());
        File.WriteAllText(Path.Combine(folder, "exclusions.csv"), exclusions.ToString());
        File.WriteAllText(Path.Combine(folder, "special-needs.csv"), needs.ToString());
        File.WriteAllText(Path.Combine(folder, "safeguarding-log.csv"), concerns.ToString());
        File.WriteAllText(Path.Combine(folder, "contacts.csv"), contacts.ToString());
        WriteTransfers(held, households, folder);
    }

    /// <summary>
    /// The families with what follows from them: schools know the parents and carers of their pupils as contacts. Of parents
    /// they hold the date of birth, from the form for free meals; of other adults not, so nobody can be sure of those.
    /// </summary>
    public static SampleFamilies WithContacts(SampleFamilies families) =>
        families with
        {
            Households = families
                .Households.Select(household =>
                    household with
                    {
                        Persons = household
                            .Persons.Select(person => IsContact(household, person) ? AsContact(person) : person)
                            .ToList(),
                    }
                )
                .ToList(),
        };

    private static bool IsContact(SampleHousehold household, SamplePerson adult) =>
        household.Persons.Any(child =>
            child.HeldBy(AgencyCode.Education).Any(IsPupil) && ContactsOf(household, child).Contains(adult)
        );

    private static bool IsPupil(HeldPerson held) => !held.RecordId.StartsWith(ContactRecord, StringComparison.Ordinal);

    private static SamplePerson AsContact(SamplePerson adult) =>
        adult with
        {
            KnownTo = new Dictionary<string, IReadOnlyList<KnownRecord>>(adult.KnownTo)
            {
                [AgencyCode.Education] =
                [
                    new KnownRecord
                    {
                        Record = ContactRecord + ContactId(adult),
                        Holds = [RecordKind.EducationEnrolment],
                        Role = "contact of a pupil",
                        Omits = HasDateOfBirth(adult) ? ["identifiers"] : ["identifiers", "date-of-birth"],
                        Expect = HasDateOfBirth(adult) ? null : "doubtful",
                    },
                ],
            },
        };

    private static bool HasDateOfBirth(SamplePerson adult) =>
        adult.Role == SubjectRole.Parent && adult.DateOfBirth is not null;

    private static IEnumerable<SamplePerson> ContactsOf(SampleHousehold household, SamplePerson child) =>
        household.Persons.Where(adult =>
            adult.Role is SubjectRole.Parent or SubjectRole.Carer
            && child.IsChild
            // Whoever a protected child was taken away from is not told to the school.
            && (!child.AddressProtected || adult.AddressProtected)
        );

    private static string ContactId(SamplePerson adult) => $"CN-{adult.Id}";

    private static void AddPupil(Csv pupils, HeldPerson held, int number)
    {
        var (school, urn) = Schools[number % Schools.Length];
        var address = held.Address;
        pupils.Add(
            held.RecordId,
            held.IdentifierOf(IdentifierScheme.UniquePupilNumber),
            null,
            held.Names[0].Given,
            held.Names[0].Family,
            held.Names.Count > 1 ? held.Names[1].Family : null,
            held.DateOfBirth,
            Sex(held.Gender),
            Street(address),
            Town(address),
            address?.Postcode,
            Flag(address?.NoFixedAddress == true),
            Flag(held.AddressProtected),
            school,
            urn,
            new DateOnly(Math.Max(2020 + (number % 6), (held.DateOfBirth?.Year ?? 0) + 4), 9, 3),
            null,
            null,
            Flag(number % 3 == 0)
        );
    }

    private static void AddContact(Csv contacts, HeldPerson pupil, SamplePerson adult)
    {
        // School offices write names in Latin letters where they are told any.
        var name = adult.Names.FirstOrDefault(name => name.Given.All(letter => letter < 0x250)) ?? adult.Names[0];
        var home = adult.CurrentAddress;
        var childsHome = pupil.Person.CurrentAddress;
        var together = home.Postcode == childsHome.Postcode && home.Lines.SequenceEqual(childsHome.Lines);
        contacts.Add(
            ContactId(adult),
            pupil.RecordId,
            adult.Relationship ?? "carer",
            name.Given,
            name.Family,
            HasDateOfBirth(adult) ? adult.DateOfBirth : null,
            Street(home),
            Town(home),
            home.Postcode,
            Flag(home.NoFixedAddress),
            Flag(adult.AddressProtected),
            adult.Telephones is [var telephone, ..] ? telephone : null,
            Flag(adult.Role == SubjectRole.Parent),
            Flag(together),
            Flag(together)
        );
    }

    private static void WriteTransfers(
        IReadOnlyList<HeldPerson> held,
        Dictionary<string, SampleHousehold> households,
        string folder
    )
    {
        var moved = held.Where(pupil => pupil.DateOfBirth is not null && pupil.Identifiers.Count > 0)
            .Where(pupil =>
                households.TryGetValue(pupil.Person.Id, out var household)
                && household.Kind is HouseholdKind.Moved or HouseholdKind.MovedInto or HouseholdKind.PreviousName
            )
            .ToList();
        var file = new XElement(
            "CTfile",
            new XElement(
                "Header",
                new XElement("DocumentName", "Common Transfer File"),
                new XElement("CTFversion", "21.0"),
                new XElement("DateTime", "2025-09-01T08:00:00"),
                new XElement(
                    "SourceSchool",
                    new XElement("LEA", "999"),
                    new XElement("Estab", "2201"),
                    new XElement("SchoolName", "Formwick Junior School"),
                    new XElement("AcademicYear", "2025")
                )
            ),
            new XElement("CTFpupilData", moved.Select(Transfer))
        );
        using var writer = XmlWriter.Create(
            Path.Combine(folder, "9992201_CTF_9991010_001.xml"),
            new XmlWriterSettings
            {
                Indent = true,
                NewLineChars = "\n",
                Encoding = new UTF8Encoding(false),
            }
        );
        file.Save(writer);
    }

    private static XElement Transfer(HeldPerson pupil) =>
        new(
            "Pupil",
            new XElement("UPN", pupil.IdentifierOf(IdentifierScheme.UniquePupilNumber)),
            new XElement("Surname", pupil.Names[0].Family),
            new XElement("Forename", pupil.Names[0].Given),
            new XElement("DOB", Day(pupil.DateOfBirth!.Value)),
            new XElement("Sex", Sex(pupil.Gender)),
            new XElement(
                "SchoolHistory",
                new XElement(
                    "School",
                    new XElement("SchoolName", "Formwick Junior School"),
                    new XElement("URN", "999201"),
                    new XElement("EntryDate", "2019-09-04"),
                    new XElement("LeavingDate", "2025-07-22"),
                    new XElement("LeavingReason", "moved out of the area")
                )
            ),
            new XElement(
                "Attendance",
                new XElement(
                    "YearData",
                    new XElement("Year", "2025"),
                    new XElement("SessionsPossible", "378"),
                    new XElement("SessionsAuthorised", "14"),
                    new XElement("SessionsUnauthorised", "41")
                )
            )
        );

    private static string? Street(Address? address) =>
        address is null || address.Lines.Count == 0 ? null
        : address.Lines.Count == 1 ? address.Lines[0]
        : string.Join(", ", address.Lines.SkipLast(1));

    private static string? Town(Address? address) => address?.Lines.Count > 1 ? address.Lines[^1] : null;

    private static string Sex(string? gender) =>
        gender switch
        {
            "female" => "F",
            "male" => "M",
            _ => "",
        };

    private static string Flag(bool flag) => flag ? "Y" : "N";

    // The same record is written the same way every time: what varies comes from its number.
    private static int Number(HeldPerson held) =>
        int.Parse(string.Concat(held.RecordId.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Rows of a CSV file, quoted where they must be.</summary>
    private sealed class Csv(string header)
    {
        private readonly StringBuilder _text = new(header + "\n");
        private readonly int _columns = header.Split(',').Length;

        public void Add(params object?[] fields)
        {
            if (fields.Length != _columns)
            {
                throw new ArgumentException($"A row of {_columns} fields has {fields.Length}.", nameof(fields));
            }

            _text.AppendJoin(',', fields.Select(Field)).Append('\n');
        }

        public override string ToString() => _text.ToString();

        private static string Field(object? value)
        {
            var text = value switch
            {
                null => "",
                DateOnly date => Day(date),
                _ => string.Format(CultureInfo.InvariantCulture, "{0}", value),
            };
            return text.AsSpan().IndexOfAny(",\"\n\r") >= 0
                ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : text;
        }
    }
}
