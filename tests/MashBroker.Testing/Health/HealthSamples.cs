using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.Health;

/// <summary>Writes what the health agency holds of invented families as FHIR R4 resources, one file per type.</summary>
public static class HealthSamples
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly (string Id, string Ods, string Name)[] Practices =
    [
        ("gp-1", "ZX0001", "Marlsea Harbour Surgery"),
        ("gp-2", "ZX0002", "Larch Road Medical Practice"),
        ("gp-3", "ZX0003", "Ropewalk Health Centre"),
    ];

    private static readonly (string Code, string Words)[] ChildFlags =
    [
        ("child-protection-plan", "Child protection information sharing: subject of a child protection plan (neglect)"),
        ("not-brought", "Repeatedly not brought to appointments"),
        ("early-help", "Known to the health visitor's enhanced programme"),
    ];

    private static readonly (string Code, string Words)[] AdultFlags =
    [
        ("routine-enquiry", "Disclosed domestic abuse on routine enquiry"),
        ("substance-use", "In treatment for dependent drinking"),
    ];

    private static readonly (string Class, string Type, string Reason, string? Outcome)[] ChildEncounters =
    [
        (
            "EMER",
            "Emergency department",
            "Fall from a height, bruise to the forehead",
            "Discharged home, safeguarding form sent"
        ),
        ("AMB", "Health visitor review", "Weight below the expected centile", null),
        (
            "EMER",
            "Emergency department",
            "Burn to the hand, explanation noted as inconsistent",
            "Discharged to the children's ward"
        ),
        ("AMB", "School nurse", "Low mood and poor sleep", "Referred to the emotional wellbeing team"),
        ("IMP", "Children's ward", "Asthma, observed overnight", "Discharged home"),
    ];

    private static readonly (string Class, string Type, string Reason, string? Outcome)[] AdultEncounters =
    [
        (
            "EMER",
            "Emergency department",
            "Injury to the wrist, said to be a fall",
            "Discharged before being seen again"
        ),
        ("AMB", "General practice", "Anxiety, asked about safety at home", "Review in four weeks"),
        ("VR", "Community mental health team", "Telephone review", null),
    ];

    public static void Write(SampleFamilies families, string folder)
    {
        var files = new Dictionary<string, List<JsonObject>>();
        foreach (var (id, ods, name) in Practices)
        {
            Add(
                "Organization",
                new JsonObject
                {
                    ["resourceType"] = "Organization",
                    ["id"] = id,
                    ["identifier"] = new JsonArray(
                        new JsonObject { ["system"] = "https://fhir.nhs.uk/Id/ods-organization-code", ["value"] = ods }
                    ),
                    ["name"] = name,
                }
            );
        }

        var households = families
            .Households.SelectMany(household => household.Persons.Select(person => (person.Id, household)))
            .ToDictionary(pair => pair.Id, pair => pair.household);
        foreach (var held in new ExpectedMatches(families, AgencyCode.Health).AllRecords())
        {
            var number = Number(held);
            Add("Patient", Patient(held, number));
            if (held.ExpectedDelivery is { } expected && held.DateOfBirth is null)
            {
                Add("Observation", Expecting(held, expected));
            }

            if (held.Person.IsChild && households.TryGetValue(held.Person.Id, out var household))
            {
                foreach (
                    var (adult, place) in household.Persons.Where(p => !p.IsChild).Select((p, place) => (p, place))
                )
                {
                    Add("RelatedPerson", Related(held, adult, place));
                }
            }

            if (held.Holds.Contains(RecordKind.HealthFlag))
            {
                Add("Flag", Flag(held, number, families.AsOf));
            }

            if (held.Holds.Contains(RecordKind.HealthEncounter))
            {
                for (var place = 0; place < 1 + (number % 3); place++)
                {
                    Add("Encounter", Encounter(held, number + place, place, families.AsOf));
                }

                if (held.Person.IsChild && number % 4 == 0)
                {
                    Add("Appointment", Missed(held, number, families.AsOf));
                }
            }
        }

        Directory.CreateDirectory(folder);
        foreach (var (type, resources) in files)
        {
            File.WriteAllText(
                Path.Combine(folder, $"{type}.ndjson"),
                string.Concat(resources.Select(resource => resource.ToJsonString(Readable) + "\n"))
            );
        }

        void Add(string type, JsonObject? resource)
        {
            if (resource is not null)
            {
                (files.TryGetValue(type, out var list) ? list : files[type] = []).Add(resource);
            }
        }
    }

    private static JsonObject Patient(HeldPerson held, int number)
    {
        var patient = new JsonObject
        {
            ["resourceType"] = "Patient",
            ["id"] = held.RecordId,
            ["meta"] = new JsonObject { ["security"] = Confidentiality(held.AddressProtected) },
        };
        if (held.IdentifierOf(IdentifierScheme.NhsNumber) is { } nhs)
        {
            patient["identifier"] = new JsonArray(
                new JsonObject { ["system"] = "https://fhir.nhs.uk/Id/nhs-number", ["value"] = nhs }
            );
        }

        patient["name"] = new JsonArray([.. held.Names.Select(Name)]);
        if (held.Gender is not null)
        {
            patient["gender"] = held.Gender;
        }

        if (held.DateOfBirth is { } born)
        {
            patient["birthDate"] = Day(born);
        }

        // A sensitive patient's whereabouts are taken out by the server: address, telephone and practice.
        if (held.AddressProtected)
        {
            return patient;
        }

        if (held.Address is { } address)
        {
            patient["address"] = new JsonArray(AddressOf(address));
        }

        if (held.Telephones.Count > 0)
        {
            patient["telecom"] = new JsonArray([
                .. held.Telephones.Select(t => new JsonObject { ["system"] = "phone", ["value"] = t }),
            ]);
        }

        if (held.Holds.Contains(RecordKind.HealthRegistration))
        {
            patient["generalPractitioner"] = new JsonArray(
                new JsonObject { ["reference"] = $"Organization/{Practices[number % Practices.Length].Id}" }
            );
        }

        return patient;
    }

    private static JsonObject Expecting(HeldPerson held, DateOnly expected) =>
        new()
        {
            ["resourceType"] = "Observation",
            ["id"] = $"edd-{held.RecordId}",
            ["status"] = "final",
            ["code"] = new JsonObject
            {
                ["coding"] = new JsonArray(
                    new JsonObject
                    {
                        ["system"] = "http://loinc.org",
                        ["code"] = "11778-8",
                        ["display"] = "Delivery date Estimated",
                    }
                ),
            },
            ["subject"] = PatientReference(held),
            ["valueDateTime"] = Day(expected),
        };

    private static JsonObject? Related(HeldPerson held, SamplePerson adult, int place)
    {
        if (held.AddressProtected || adult.AddressProtected)
        {
            return null;
        }

        var related = new JsonObject
        {
            ["resourceType"] = "RelatedPerson",
            ["id"] = $"rel-{held.RecordId}-{place + 1}",
            ["active"] = true,
            ["patient"] = PatientReference(held),
            ["relationship"] = new JsonArray(new JsonObject { ["text"] = adult.Relationship ?? "carer" }),
            ["name"] = new JsonArray(Name(adult.Names[0])),
        };
        if (adult.CurrentAddress.Lines.Count > 0)
        {
            related["address"] = new JsonArray(AddressOf(adult.CurrentAddress));
        }

        return related;
    }

    private static JsonObject Flag(HeldPerson held, int number, DateOnly asOf)
    {
        var flags = held.Person.IsChild ? ChildFlags : AdultFlags;
        var (code, words) = flags[number % flags.Length];
        return new JsonObject
        {
            ["resourceType"] = "Flag",
            ["id"] = $"flag-{held.RecordId}",
            ["status"] = number % 5 == 0 ? "inactive" : "active",
            ["code"] = new JsonObject
            {
                ["coding"] = new JsonArray(
                    new JsonObject { ["system"] = "https://fhir.example.org/safeguarding-flag", ["code"] = code }
                ),
                ["text"] = words,
            },
            ["subject"] = PatientReference(held),
            ["period"] = new JsonObject { ["start"] = Day(asOf.AddDays(-(number % 60))) },
            ["author"] = new JsonObject { ["display"] = "Safeguarding team" },
        };
    }

    private static JsonObject Encounter(HeldPerson held, int number, int place, DateOnly asOf)
    {
        var encounters = held.Person.IsChild ? ChildEncounters : AdultEncounters;
        var (kind, type, reason, outcome) =
            held.Person.Role == SubjectRole.UnbornChild
                ? ("AMB", "Midwife", "Booking appointment late in pregnancy", (string?)null)
                : encounters[number % encounters.Length];
        // Nobody is seen before they are born.
        var days = Math.Min(700, asOf.DayNumber - (held.DateOfBirth ?? asOf.AddDays(-90)).DayNumber);
        var day = asOf.AddDays(-(number * 37 % Math.Max(days, 1)));
        var encounter = new JsonObject
        {
            ["resourceType"] = "Encounter",
            ["id"] = $"enc-{held.RecordId}-{place + 1}",
            ["status"] = "finished",
            ["class"] = new JsonObject
            {
                ["system"] = "http://terminology.hl7.org/CodeSystem/v3-ActCode",
                ["code"] = kind,
            },
            ["type"] = new JsonArray(new JsonObject { ["text"] = type }),
            ["subject"] = PatientReference(held),
            ["period"] = new JsonObject
            {
                ["start"] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{day:yyyy-MM-dd}T{8 + (number % 13):00}:{number * 7 % 60:00}:00+00:00"
                ),
            },
            ["reasonCode"] = new JsonArray(new JsonObject { ["text"] = reason }),
        };
        if (outcome is not null)
        {
            encounter["hospitalization"] = new JsonObject
            {
                ["dischargeDisposition"] = new JsonObject { ["text"] = outcome },
            };
        }

        if (!held.AddressProtected)
        {
            encounter["serviceProvider"] = new JsonObject { ["display"] = "Marlsea General Hospital" };
        }

        return encounter;
    }

    private static JsonObject Missed(HeldPerson held, int number, DateOnly asOf) =>
        new()
        {
            ["resourceType"] = "Appointment",
            ["id"] = $"app-{held.RecordId}",
            ["status"] = "noshow",
            ["description"] = "Community paediatrics, first appointment",
            ["start"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{asOf.AddDays(-(number % 60)):yyyy-MM-dd}T10:30:00+00:00"
            ),
            ["participant"] = new JsonArray(
                new JsonObject { ["actor"] = PatientReference(held), ["status"] = "accepted" }
            ),
        };

    private static JsonObject PatientReference(HeldPerson held) => new() { ["reference"] = $"Patient/{held.RecordId}" };

    private static JsonArray Confidentiality(bool sensitive) =>
        [
            new JsonObject
            {
                ["system"] = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
                ["code"] = sensitive ? "R" : "U",
            },
        ];

    private static JsonObject Name(PersonName name) =>
        new()
        {
            ["use"] = name.Use switch
            {
                NameUse.Previous => "old",
                NameUse.Alias => "nickname",
                _ => "official",
            },
            ["family"] = name.Family,
            ["given"] = new JsonArray([.. name.Given.Split(' ').Select(given => (JsonNode)given)]),
        };

    private static JsonObject AddressOf(Address address)
    {
        var json = new JsonObject { ["use"] = address.NoFixedAddress ? "temp" : "home" };
        if (address.Lines.Count > 0)
        {
            json["line"] = new JsonArray([.. address.Lines.Select(line => (JsonNode)line)]);
        }

        // The data dictionary's postcode for people without a fixed abode.
        if ((address.NoFixedAddress ? "ZZ99 3VZ" : address.Postcode) is { } postcode)
        {
            json["postalCode"] = postcode;
        }

        var period = new JsonObject();
        if (address.From is { } from)
        {
            period["start"] = Day(from);
        }

        if (address.To is { } to)
        {
            period["end"] = Day(to);
        }

        if (period.Count > 0)
        {
            json["period"] = period;
        }

        return json;
    }

    // The same record is written the same way every time: what varies comes from its number.
    private static int Number(HeldPerson held) =>
        int.Parse(string.Concat(held.RecordId.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) % 100_000;

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
