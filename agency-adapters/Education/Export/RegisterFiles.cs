using MashBroker.Adapters.Education.Pupils;
using MashBroker.Contracts;

namespace MashBroker.Adapters.Education.Export;

/// <summary>The files of one export and what their columns mean.</summary>
internal sealed class RegisterFiles(EducationOptions options, CancellationToken cancellation)
{
    public List<OfPupil<Pupil>> Pupils() =>
        Table(
            "pupils",
            options.PupilsFile,
            [
                "pupil_id",
                "upn",
                "former_upn",
                "forename",
                "surname",
                "former_surname",
                "date_of_birth",
                "sex",
                "address",
                "town",
                "postcode",
                "no_fixed_address",
                "address_protected",
                "school",
                "urn",
                "entry_date",
                "leaving_date",
                "leaving_reason",
                "free_school_meals",
            ],
            line =>
            {
                var id = line.Required("pupil_id");
                var forename = line.Required("forename");
                var names = new List<PersonName>
                {
                    new() { Given = forename, Family = line.Required("surname") },
                };
                if (line.Optional("former_surname") is { } former)
                {
                    names.Add(
                        new PersonName
                        {
                            Given = forename,
                            Family = former,
                            Use = NameUse.Previous,
                        }
                    );
                }

                var pupil = new Pupil
                {
                    Id = id,
                    Upn = line.Optional("upn"),
                    FormerUpn = line.Optional("former_upn"),
                    Names = names,
                    DateOfBirth = line.OptionalDate("date_of_birth"),
                    Gender = line.Optional("sex")?.ToUpperInvariant() switch
                    {
                        "F" => "female",
                        "M" => "male",
                        _ => null,
                    },
                    Addresses = AddressOf(line),
                    AddressProtected = line.Flag("address_protected"),
                    Enrolments =
                    [
                        new Enrolment(
                            line.Required("school"),
                            line.Optional("urn"),
                            line.OptionalDate("entry_date"),
                            line.OptionalDate("leaving_date"),
                            line.Optional("leaving_reason"),
                            $"pupil {id}"
                        ),
                    ],
                    FreeSchoolMeals = line.Flag("free_school_meals"),
                };
                return new OfPupil<Pupil>(id, line, pupil);
            }
        );

    public List<OfPupil<YearOfAttendance>> Attendance() =>
        Table(
            "attendance",
            options.AttendanceFile,
            [
                "pupil_id",
                "academic_year",
                "sessions_possible",
                "authorised_absence",
                "unauthorised_absence",
                "last_attended",
            ],
            line =>
            {
                var id = line.Required("pupil_id");
                var year = new YearOfAttendance(
                    line.Required("academic_year"),
                    line.Count("sessions_possible"),
                    line.Count("authorised_absence"),
                    line.Count("unauthorised_absence"),
                    line.OptionalDate("last_attended"),
                    $"attendance of pupil {id}"
                );
                return (long)year.Authorised + year.Unauthorised <= year.Possible
                    ? new OfPupil<YearOfAttendance>(id, line, year)
                    : throw line.Fault("has more sessions absent than sessions_possible");
            }
        );

    public List<OfPupil<Exclusion>> Exclusions() =>
        Table(
            "exclusions",
            options.ExclusionsFile,
            ["exclusion_id", "pupil_id", "kind", "from", "to", "reason", "outcome"],
            line => new OfPupil<Exclusion>(
                line.Required("pupil_id"),
                line,
                new Exclusion(
                    line.Required("exclusion_id"),
                    line.Required("kind"),
                    line.RequiredDate("from"),
                    line.OptionalDate("to"),
                    line.Required("reason"),
                    line.Optional("outcome")
                )
            )
        );

    public List<OfPupil<SpecialNeed>> SpecialNeeds() =>
        Table(
            "special needs",
            options.SpecialNeedsFile,
            ["pupil_id", "status", "need", "from", "to"],
            line => new OfPupil<SpecialNeed>(
                line.Required("pupil_id"),
                line,
                new SpecialNeed(
                    $"special needs of pupil {line.Required("pupil_id")}",
                    line.Required("status"),
                    line.Required("need"),
                    line.OptionalDate("from"),
                    line.OptionalDate("to")
                )
            )
        );

    public List<OfPupil<Concern>> Concerns() =>
        Table(
            "safeguarding log",
            options.SafeguardingFile,
            ["entry_id", "pupil_id", "on", "at", "category", "concern", "action", "logged_by"],
            line => new OfPupil<Concern>(
                line.Required("pupil_id"),
                line,
                new Concern(
                    line.Required("entry_id"),
                    line.RequiredDate("on"),
                    line.OptionalTime("at"),
                    line.Required("category"),
                    line.Required("concern"),
                    line.Optional("action"),
                    line.Required("logged_by")
                )
            )
        );

    /// <summary>One line per contact and pupil; a contact of two pupils has two lines with the same contact_id.</summary>
    public List<OfPupil<Contact>> Contacts() =>
        Table(
            "contacts",
            options.ContactsFile,
            [
                "contact_id",
                "pupil_id",
                "relationship",
                "forename",
                "surname",
                "date_of_birth",
                "address",
                "town",
                "postcode",
                "no_fixed_address",
                "address_protected",
                "telephone",
                "parental_responsibility",
                "may_collect",
                "lives_with_pupil",
            ],
            line =>
            {
                var pupil = line.Required("pupil_id");
                return new OfPupil<Contact>(
                    pupil,
                    line,
                    new Contact
                    {
                        Id = line.Required("contact_id"),
                        Names = [new() { Given = line.Required("forename"), Family = line.Required("surname") }],
                        DateOfBirth = line.OptionalDate("date_of_birth"),
                        Addresses = AddressOf(line),
                        AddressProtected = line.Flag("address_protected"),
                        Telephones = line.Optional("telephone") is { } telephone ? [telephone] : [],
                        Links =
                        [
                            new ContactLink(
                                pupil,
                                line.Required("relationship"),
                                line.Flag("parental_responsibility"),
                                line.Flag("may_collect"),
                                line.Flag("lives_with_pupil")
                            ),
                        ],
                    }
                );
            }
        );

    public List<Pupil> Transfers()
    {
        IReadOnlyList<string> paths;
        try
        {
            paths = [.. Directory.EnumerateFiles(options.Folder, options.TransferFiles).Order(StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RecordsUnavailableException($"{options.SystemName}: the transfer files cannot be listed.");
        }

        return paths
            .SelectMany(
                (path, index) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    // Transfer files are often named for the pupil, so they are numbered here.
                    var file = new ExportFile(options.SystemName, $"transfer (number {index + 1} by name)", path);
                    return TransferFile.Read(file, file.ReadBytes(options.LargestFileBytes));
                }
            )
            .ToList();
    }

    private List<T> Table<T>(string role, string name, IReadOnlyList<string> columns, Func<CsvLine, T> read)
    {
        cancellation.ThrowIfCancellationRequested();
        var file = new ExportFile(options.SystemName, role, Path.Combine(options.Folder, name));
        var text = file.Decode(file.ReadBytes(options.LargestFileBytes), options.Encoding);
        return CsvTable.Read(file, text, columns, read);
    }

    private static IReadOnlyList<Address> AddressOf(CsvLine line)
    {
        if (line.Flag("no_fixed_address"))
        {
            return [new Address { NoFixedAddress = true }];
        }

        var lines = new[] { line.Optional("address"), line.Optional("town") }.OfType<string>().ToList();
        var postcode = line.Optional("postcode");
        return lines.Count == 0 && postcode is null ? [] : [new Address { Lines = lines, Postcode = postcode }];
    }
}

/// <summary>Something of a pupil, with its line, so that a pupil who is missing can be reported there.</summary>
internal sealed record OfPupil<T>(string PupilId, CsvLine Line, T Value);
