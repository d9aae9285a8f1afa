using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.AdultServices;

/// <summary>Writes the case-management extract that a list of families implies, as one SQL script.</summary>
public static class AdultServicesSample
{
    private const string Schema = """
        -- Sample extract of an adult social care case-management system. Everybody in it is invented: see ../../samples/families.json.
        -- Written by tests/MashBroker.Testing/AdultServices/AdultServicesSample.cs; do not edit by hand.
        create table person (
            person_id varchar(20) primary key,
            family_name varchar(100) not null,
            given_name varchar(100) not null,
            previous_family_name varchar(100),
            known_as varchar(100),
            date_of_birth date,
            gender varchar(20),
            nhs_number varchar(12),
            telephone varchar(30),
            address_line varchar(200),
            town varchar(100),
            postcode varchar(10),
            no_fixed_address int not null,
            address_protected int not null,
            lives_with varchar(400) -- names parted by semicolons
        );
        create table open_event (
            event_id varchar(20) primary key,
            person_id varchar(20) not null references person,
            event_type varchar(20) not null, -- Request, Assessment, Service, Review
            started_on date not null,
            ended_on date, -- an ended event is not returned
            primary_support_reason varchar(100),
            description varchar(1000),
            team varchar(100)
        );
        create table safeguarding_enquiry (
            enquiry_id varchar(20) primary key,
            person_id varchar(20) not null references person,
            opened_on date not null,
            closed_on date,
            kind_of_abuse varchar(100),
            circumstances varchar(1000),
            risk_remains varchar(100), -- remains, reduced, removed
            outcome varchar(200)
        );
        create table carer (
            carer_id varchar(20) primary key,
            person_id varchar(20) not null references person, -- the carer
            cares_for varchar(200),
            assessed_on date,
            support varchar(1000)
        );
        """;

    public static string Script(SampleFamilies families)
    {
        var script = new SqlScript().Add(Schema);
        foreach (var household in families.Households)
        {
            foreach (var held in household.Persons.SelectMany(person => person.HeldBy(AgencyCode.AdultServices)))
            {
                Write(script, families, held, household.Persons);
            }
        }

        foreach (var held in families.Strangers.SelectMany(person => person.HeldBy(AgencyCode.AdultServices)))
        {
            Write(script, families, held, []);
        }

        return script.ToString();
    }

    private static void Write(
        SqlScript script,
        SampleFamilies families,
        HeldPerson held,
        IReadOnlyList<SamplePerson> household
    )
    {
        Person(script, held, household);
        var random = SampleChance.For(held.RecordId);
        var number = held.RecordId[2..];
        foreach (var kind in held.Holds)
        {
            var on = random.Day(families, held.DateOfBirth, years: 2);
            switch (kind)
            {
                case RecordKind.AdultOpenEvent:
                    OpenEvents(script, held, random, number, on);
                    break;
                case RecordKind.AdultSafeguarding:
                    SafeguardingEnquiry(script, families, held, random, number, on);
                    break;
                case RecordKind.AdultCarer:
                    script.Insert(
                        "carer",
                        $"CA{number}",
                        held.RecordId,
                        random.Of("a partner", "an elderly parent", "a disabled child", "a brother"),
                        on,
                        random.Of(
                            "Carer's assessment done; respite of four hours a week.",
                            "Assessment offered and declined."
                        )
                    );
                    break;
                default:
                    break;
            }
        }
    }

    private static void Person(SqlScript script, HeldPerson held, IReadOnlyList<SamplePerson> household)
    {
        var name = held.Names[0];
        var address = held.Address;
        var livesWith = household
            .Where(other =>
                other != held.Person
                && address is { NoFixedAddress: false }
                && other.CurrentAddress.Postcode == address.Postcode
                && other.CurrentAddress.Lines.SequenceEqual(address.Lines)
            )
            .Select(other => $"{other.Names[0].Given} {other.Names[0].Family}")
            .ToList();
        script.Insert(
            "person",
            held.RecordId,
            name.Family,
            name.Given,
            held.Names.FirstOrDefault(other => other.Use == NameUse.Previous)?.Family,
            held.Names.Skip(1).FirstOrDefault(other => other.Use == NameUse.Alias)?.Given,
            held.DateOfBirth,
            held.Gender,
            held.IdentifierOf(IdentifierScheme.NhsNumber),
            held.Telephones.Count == 0 ? null : held.Telephones[0],
            address is { NoFixedAddress: false } ? string.Join(", ", address.Lines.SkipLast(1)) : null,
            address is { NoFixedAddress: false } ? address.Lines[^1] : null,
            address?.Postcode,
            address?.NoFixedAddress ?? false,
            held.AddressProtected,
            livesWith.Count == 0 ? null : string.Join("; ", livesWith)
        );
    }

    private static void OpenEvents(SqlScript script, HeldPerson held, Random random, string number, DateOnly on)
    {
        var reason = random.Of(
            "Mental health support",
            "Physical support",
            "Learning disability support",
            "Social support: substance misuse"
        );
        var team = random.Of("Marlsea Adult Mental Health", "Formwick Locality Team", "Hospital Discharge Team");
        script.Insert(
            "open_event",
            $"EV{number}-1",
            held.RecordId,
            random.Of("Request", "Assessment", "Service", "Review"),
            on,
            null,
            reason,
            random.Of(
                "Low mood and little sleep; finds the care of the children hard at times.",
                "Support with daily living twice a week.",
                "Says that drinking has increased since the summer.",
                "Awaits a review of medication."
            ),
            team
        );
        // Ended: never returned as open.
        script.Insert(
            "open_event",
            $"EV{number}-0",
            held.RecordId,
            "Assessment",
            on.AddDays(-200),
            on.AddDays(-150),
            reason,
            "Assessment that ended without services.",
            team
        );
    }

    private static void SafeguardingEnquiry(
        SqlScript script,
        SampleFamilies families,
        HeldPerson held,
        Random random,
        string number,
        DateOnly on
    )
    {
        DateOnly? closed = random.Next(2) == 0 && on.AddDays(60) < families.AsOf ? on.AddDays(60) : null;
        script.Insert(
            "safeguarding_enquiry",
            $"SG{number}",
            held.RecordId,
            on,
            closed,
            random.Of("domestic abuse", "financial abuse", "self-neglect", "psychological abuse"),
            random.Of(
                "Concern raised by a district nurse after a home visit.",
                "Benefits were collected by somebody else.",
                "Said that a relative shouts and takes the telephone away."
            ),
            closed is null ? null : random.Of("remains", "reduced", "removed"),
            closed is null ? null : random.Of("safety plan agreed", "person asked for no further action")
        );
    }
}
