using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using MashBroker.Adapters.Education.Pupils;
using MashBroker.Contracts;

namespace MashBroker.Adapters.Education.Export;

/// <summary>
/// Reads a Common Transfer File, the XML with which a school hands a pupil on. It comes from another school, so it is read
/// as a stranger's: no document type, nothing fetched from elsewhere.
/// </summary>
internal static class TransferFile
{
    public static IReadOnlyList<Pupil> Read(ExportFile file, byte[] content)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), settings);
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            if (root.Name.LocalName != "CTfile")
            {
                throw file.Fault($"line {LineOf(root)} begins with another element than CTfile");
            }

            var from = Child(Child(root, "Header"), "SourceSchool");
            var school = Text(from, "SchoolName");
            return Children(Child(root, "CTFpupilData"), "Pupil")
                .Select(pupil => ReadPupil(file, pupil, school))
                .ToList();
        }
        catch (XmlException fault)
        {
            // The parser's text can quote the document.
            throw file.Fault($"line {fault.LineNumber} is not well-formed XML, or has a document type");
        }
    }

    private static Pupil ReadPupil(ExportFile file, XElement pupil, string? sourceSchool)
    {
        var upn = Required(file, pupil, "UPN");
        var forename = Required(file, pupil, "Forename");
        var surname = Required(file, pupil, "Surname");
        var basic = Child(pupil, "BasicDetails");
        var names = new List<PersonName>
        {
            new() { Given = forename, Family = surname },
        };
        if (Text(basic, "FormerSurname") is { } former)
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

        if (Text(basic, "PreferredForename") is { } preferred && preferred != forename)
        {
            names.Add(
                new PersonName
                {
                    Given = preferred,
                    Family = surname,
                    Use = NameUse.Alias,
                }
            );
        }

        var source = $"transfer file, UPN {upn}";
        return new Pupil
        {
            Id = $"CTF {upn}",
            Upn = upn,
            FormerUpn = Text(pupil, "FormerUPN"),
            Names = names,
            DateOfBirth = Date(file, pupil, "DOB") ?? throw Lacks(file, pupil, "DOB"),
            Gender = (Text(pupil, "Sex") ?? Text(pupil, "Gender")) switch
            {
                "F" => "female",
                "M" => "male",
                _ => null,
            },
            // Where the pupil lives is left to the school that has them now; a transfer file is as old as the move.
            Enrolments =
            [
                .. Children(Child(pupil, "SchoolHistory"), "School")
                    .Select(school => new Enrolment(
                        Text(school, "SchoolName") ?? sourceSchool ?? "a school not named",
                        Text(school, "URN"),
                        Date(file, school, "EntryDate"),
                        Date(file, school, "LeavingDate"),
                        Text(school, "LeavingReason"),
                        source
                    )),
            ],
            Attendance =
            [
                .. Children(Child(pupil, "Attendance"), "YearData")
                    .Select(year => new YearOfAttendance(
                        AcademicYear(file, year),
                        Count(file, year, "SessionsPossible"),
                        Count(file, year, "SessionsAuthorised"),
                        Count(file, year, "SessionsUnauthorised"),
                        null,
                        source
                    )),
            ],
            SpecialNeeds =
            [
                .. Children(Child(pupil, "SENhistory"), "SEN")
                    .Select(sen => new SpecialNeed(
                        source,
                        Provision(Required(file, sen, "SENprovision")),
                        Text(sen, "SENneed") ?? "need not recorded",
                        Date(file, sen, "StartDate"),
                        Date(file, sen, "EndDate")
                    )),
            ],
        };
    }

    private static string Provision(string code) =>
        code switch
        {
            "E" => "Education, Health and Care plan",
            "K" => "SEN support",
            "N" => "no special provision",
            _ => "special provision of another kind",
        };

    // The file names a school year by the year in which it ends.
    private static string AcademicYear(ExportFile file, XElement year)
    {
        var end = Count(file, year, "Year");
        return $"{end - 1}/{end % 100:00}";
    }

    private static string Required(ExportFile file, XElement parent, string name) =>
        Text(parent, name) ?? throw Lacks(file, parent, name);

    private static RecordsUnavailableException Lacks(ExportFile file, XElement parent, string name) =>
        file.Fault($"line {LineOf(parent)} has a {parent.Name.LocalName} without the element {name}");

    private static DateOnly? Date(ExportFile file, XElement parent, string name) =>
        Text(parent, name) is not { } value ? null
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
        : throw file.Fault($"line {LineOf(Child(parent, name)!)} has no date (2026-03-01) in the element {name}");

    private static int Count(ExportFile file, XElement parent, string name) =>
        int.TryParse(Required(file, parent, name), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw file.Fault($"line {LineOf(Child(parent, name)!)} has no whole number in the element {name}");

    private static string? Text(XElement? parent, string name) =>
        Child(parent, name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    // By local name: suppliers differ in whether they declare a namespace.
    private static XElement? Child(XElement? parent, string name) => Children(parent, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement? parent, string name) =>
        (parent?.Elements() ?? []).Where(element => element.Name.LocalName == name);

    private static int LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;
}
