using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.Probation;

/// <summary>Writes what probation holds of invented families: one case per line, the person and the detail.</summary>
public static class ProbationSamples
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly (string Forenames, string Surname, string Team)[] Officers =
    [
        ("Ruth", "Penhale", "Marlsea Court Team"),
        ("Imran", "Oakes", "Marlsea Sentence Management"),
        ("Gwen", "Tolley", "Public Protection"),
    ];

    private static readonly (string Sentence, string Offence, string Requirement)[] Orders =
    [
        (
            "Community order, 18 months",
            "assault occasioning actual bodily harm",
            "Building Better Relationships programme"
        ),
        (
            "Suspended sentence order, 12 months",
            "breach of a non-molestation order",
            "Rehabilitation activity, 30 days"
        ),
        ("Community order, 12 months", "possession of a controlled drug", "Drug rehabilitation, 6 months"),
        ("Licence after custody, 24 months", "robbery", "Curfew from 19:00 to 07:00"),
    ];

    private static readonly (string Code, string Type, string Notes)[] Registrations =
    [
        ("RCCO", "Child concerns", "Children of the household named in the pre-sentence report"),
        ("ADVP", "Domestic abuse perpetrator", "Former partner protected by an order"),
        ("RCPR", "Child protection", "Contact with children to be agreed with children's social care"),
    ];

    public static void Write(SampleFamilies families, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "cases.ndjson"),
            string.Concat(
                new ExpectedMatches(families, AgencyCode.Probation)
                    .AllRecords()
                    .Select(held => Case(held, families.AsOf).ToJsonString(Readable) + "\n")
            )
        );
    }

    private static JsonObject Case(HeldPerson held, DateOnly asOf)
    {
        var number = Number(held);
        return new JsonObject { ["person"] = Person(held, number, asOf), ["detail"] = Detail(held, number, asOf) };
    }

    private static JsonObject Person(HeldPerson held, int number, DateOnly asOf)
    {
        var given = held.Names[0].Given.Split(' ');
        var (forenames, surname, team) = Officers[number % Officers.Length];
        var person = new JsonObject
        {
            ["firstName"] = given[0],
            ["middleNames"] = new JsonArray([.. given.Skip(1).Select(name => (JsonNode)name)]),
            ["surname"] = held.Names[0].Family,
            ["previousSurnames"] = new JsonArray(),
            ["dateOfBirth"] = held.DateOfBirth is { } born ? Day(born) : null,
            ["gender"] = held.Gender is { Length: > 0 } gender ? char.ToUpperInvariant(gender[0]) + gender[1..] : null,
            ["softDeleted"] = false,
            ["currentRestriction"] = held.Restricted,
            ["currentExclusion"] = false,
            ["otherIds"] = new JsonObject
            {
                ["crn"] = held.RecordId,
                ["pncNumber"] = held.IdentifierOf(IdentifierScheme.PncId),
                ["croNumber"] = held.IdentifierOf(IdentifierScheme.CroNumber),
                ["nomsNumber"] = held.IdentifierOf(IdentifierScheme.NomsNumber),
            },
            ["offenderAliases"] = new JsonArray([
                .. held
                    .Names.Skip(1)
                    .Select(alias => new JsonObject { ["firstName"] = alias.Given, ["surname"] = alias.Family }),
            ]),
            ["contactDetails"] = Contact(held),
            ["offenderManagers"] = new JsonArray(
                new JsonObject
                {
                    ["active"] = true,
                    ["staff"] = new JsonObject { ["forenames"] = forenames, ["surname"] = surname },
                    ["team"] = new JsonObject { ["description"] = team },
                    ["probationArea"] = new JsonObject { ["code"] = "ZX1", ["description"] = "Formwick Coast" },
                }
            ),
            ["mappa"] = held.Holds.Contains(RecordKind.ProbationMappa)
                ? new JsonObject
                {
                    ["level"] = 1 + (number % 2),
                    ["category"] = 1 + (number % 3),
                    ["startDate"] = Day(asOf.AddDays(-200)),
                    ["reviewDate"] = Day(asOf.AddDays(60)),
                    ["notes"] = "Managed with police and children's social care.",
                }
                : null,
        };
        if (held.Restricted)
        {
            person["restrictionMessage"] = "This is a restricted record.";
        }

        return person;
    }

    private static JsonObject Contact(HeldPerson held)
    {
        var contact = new JsonObject { ["addresses"] = new JsonArray(), ["phoneNumbers"] = new JsonArray() };
        if (held.Address is { } address && !held.AddressProtected)
        {
            // Their form has the number, the street and the town apart; a building before them.
            var lines = address.Lines.ToList();
            var at = lines.FindIndex(line => line.Length > 0 && char.IsAsciiDigit(line[0]));
            var street = at < 0 ? lines.ElementAtOrDefault(0) : lines[at];
            var space = at < 0 ? -1 : street!.IndexOf(' ', StringComparison.Ordinal);
            contact["addresses"] = new JsonArray(
                new JsonObject
                {
                    ["noFixedAbode"] = address.NoFixedAddress,
                    ["buildingName"] = at > 0 ? string.Join(", ", lines.Take(at)) : null,
                    ["addressNumber"] = space > 0 ? street![..space] : null,
                    ["streetName"] = space > 0 ? street![(space + 1)..] : street,
                    ["district"] =
                        lines.Count > Math.Max(at, 0) + 2
                            ? string.Join(", ", lines.Skip(Math.Max(at, 0) + 1).SkipLast(1))
                            : null,
                    ["town"] = lines.Count > Math.Max(at, 0) + 1 ? lines[^1] : null,
                    // People without a fixed abode are given a postcode that is nobody's.
                    ["postcode"] = address.NoFixedAddress ? "NF1 1NF" : address.Postcode,
                    ["from"] = address.From is { } from ? Day(from) : null,
                    ["to"] = address.To is { } to ? Day(to) : null,
                }
            );
        }

        foreach (var telephone in held.AddressProtected ? [] : held.Telephones)
        {
            contact["phoneNumbers"]!.AsArray().Add(new JsonObject { ["number"] = telephone, ["type"] = "MOBILE" });
        }

        return contact;
    }

    private static JsonObject Detail(HeldPerson held, int number, DateOnly asOf)
    {
        var detail = new JsonObject
        {
            ["crn"] = held.RecordId,
            ["convictions"] = new JsonArray(),
            ["registrations"] = new JsonArray(),
            ["rosh"] = null,
        };
        if (held.Holds.Contains(RecordKind.ProbationOrder))
        {
            var started = asOf.AddDays(-60 - (number * 11 % 300));
            var (sentence, offence, requirement) = Orders[number % Orders.Length];
            detail["convictions"] = new JsonArray(
                new JsonObject
                {
                    ["convictionId"] = 2_500_000_000L + number,
                    ["convictionDate"] = Day(started.AddDays(-21)),
                    ["active"] = true,
                    ["inBreach"] = number % 6 == 1,
                    ["mainOffence"] = new JsonObject { ["description"] = offence },
                    ["sentence"] = new JsonObject
                    {
                        ["description"] = sentence,
                        ["startDate"] = Day(started),
                        ["expectedSentenceEndDate"] = Day(started.AddMonths(12)),
                    },
                    ["requirements"] = new JsonArray(new JsonObject { ["description"] = requirement }),
                }
            );
        }

        if (held.Holds.Contains(RecordKind.ProbationRegistration))
        {
            var (code, type, notes) = Registrations[number % Registrations.Length];
            detail["registrations"] = new JsonArray(
                new JsonObject
                {
                    ["registrationId"] = 1_500_000_000L + number,
                    ["type"] = new JsonObject { ["code"] = code, ["description"] = type },
                    ["active"] = true,
                    ["startDate"] = Day(asOf.AddDays(-45 - (number % 100))),
                    ["nextReviewDate"] = Day(asOf.AddDays(45)),
                    ["notes"] = notes,
                }
            );
        }

        if (held.Holds.Contains(RecordKind.ProbationRiskOfSeriousHarm))
        {
            detail["rosh"] = new JsonObject
            {
                ["assessmentId"] = 700_000L + number,
                ["completedDate"] = Day(asOf.AddDays(-30 - (number % 60))),
                ["overallRisk"] = number % 3 == 0 ? "VERY_HIGH" : "HIGH",
                ["riskToChildren"] = number % 2 == 0 ? "HIGH" : "MEDIUM",
                ["riskToKnownAdult"] = "HIGH",
                ["riskToPublic"] = "MEDIUM",
                ["riskToStaff"] = "LOW",
            };
        }

        return detail;
    }

    // The same record is written the same way every time: what varies comes from its number.
    private static int Number(HeldPerson held) =>
        int.Parse(string.Concat(held.RecordId.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) % 1_000_000;

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
