using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.Police;

/// <summary>Writes the police database that a list of families implies, as one SQL script.</summary>
public static class PoliceSample
{
    /// <summary>Stands in every full intelligence text, which nothing may ever read.</summary>
    public const string FullTextCanary = "NOT FOR DISCLOSURE";

    private const string Schema = """
        -- Sample of a force's records database. Everybody in it is invented: see ../../samples/families.json.
        -- Written by tests/MashBroker.Testing/Police/PoliceSample.cs; do not edit by hand.
        create table nominal (
            nominal_id text primary key,
            family_name text not null,
            given_name text not null,
            date_of_birth date,
            gender text,
            pnc_id text,
            cro_number text,
            telephone text
        );
        create table nominal_alias (
            nominal_id text not null references nominal,
            family_name text not null,
            given_name text not null,
            kind text not null -- alias, previous
        );
        create table nominal_address (
            nominal_id text not null references nominal,
            line text,
            town text,
            postcode text,
            no_fixed_address integer not null,
            is_protected integer not null,
            lived_from date,
            lived_to date
        );
        create table crime (
            crime_ref text primary key,
            occurred_on date,
            occurred_at time,
            recorded_on date,
            offence text,
            circumstances text,
            outcome text
        );
        create table crime_person (
            crime_ref text not null references crime,
            nominal_id text not null references nominal,
            role text -- suspect, victim, witness
        );
        create table domestic_incident (
            incident_ref text primary key,
            occurred_on date,
            occurred_at time,
            recorded_on date,
            dash_grade text, -- standard, medium, high
            circumstances text,
            outcome text
        );
        create table domestic_incident_person (
            incident_ref text not null references domestic_incident,
            nominal_id text not null references nominal,
            role text -- victim, suspect, child-present
        );
        create table intelligence (
            log_ref text primary key,
            event_on date,
            recorded_on date,
            source_grading text, -- 1 reliable, 2 untested, 3 not reliable
            information_grading text, -- A known directly .. E suspected to be false
            handling_code text, -- P lawful sharing, C lawful sharing with conditions; older logs: 5 no further dissemination
            handling_conditions text,
            sanitised_text text,
            full_text text
        );
        create table intelligence_person (
            log_ref text not null references intelligence,
            nominal_id text not null references nominal
        );
        create table missing_episode (
            episode_ref text primary key,
            nominal_id text not null references nominal,
            missing_on date not null,
            missing_at time,
            found_on date,
            found_at time,
            risk_grade text,
            circumstances text
        );
        create table warning_marker (
            marker_id text primary key,
            nominal_id text not null references nominal,
            marker text not null,
            placed_on date,
            expires_on date,
            reason text
        );
        """;

    public static string Script(SampleFamilies families)
    {
        var script = new SqlScript().Add(Schema);
        foreach (var household in families.Households)
        {
            Write(script, families, household.Persons, household.Kind);
        }

        foreach (var stranger in families.Strangers)
        {
            Write(script, families, [stranger], kind: "");
        }

        return script.ToString();
    }

    private static void Write(
        SqlScript script,
        SampleFamilies families,
        IReadOnlyList<SamplePerson> persons,
        string kind
    )
    {
        var nominals = persons.SelectMany(person => person.HeldBy(AgencyCode.Police)).ToList();
        foreach (var nominal in nominals)
        {
            Nominal(script, nominal);
            var random = SampleChance.For(nominal.RecordId);
            foreach (var held in nominal.Holds)
            {
                switch (held)
                {
                    case RecordKind.PoliceCrime:
                        Crime(script, families, nominal, random);
                        break;
                    case RecordKind.PoliceIntelligence:
                        Intelligence(script, families, nominal, random, forbidden: kind == HouseholdKind.Restricted);
                        break;
                    case RecordKind.PoliceMissingEpisode:
                        Missing(script, families, nominal, random, repeatedly: kind == HouseholdKind.Large);
                        break;
                    case RecordKind.PoliceWarningMarker:
                        Marker(script, families, nominal, random);
                        break;
                    default:
                        break;
                }
            }
        }

        DomesticIncident(script, families, nominals);
    }

    private static void Nominal(SqlScript script, HeldPerson nominal)
    {
        var name = nominal.Names[0];
        script.Insert(
            "nominal",
            nominal.RecordId,
            name.Family,
            name.Given,
            nominal.DateOfBirth,
            nominal.Gender,
            nominal.IdentifierOf(IdentifierScheme.PncId),
            nominal.IdentifierOf(IdentifierScheme.CroNumber),
            nominal.Telephones.Count == 0 ? null : nominal.Telephones[0]
        );
        foreach (var alias in nominal.Names.Skip(1))
        {
            script.Insert(
                "nominal_alias",
                nominal.RecordId,
                alias.Family,
                alias.Given,
                alias.Use == NameUse.Previous ? "previous" : "alias"
            );
        }

        if (nominal.Address is { } address)
        {
            script.Insert(
                "nominal_address",
                nominal.RecordId,
                address.NoFixedAddress ? null : string.Join(", ", address.Lines.SkipLast(1)),
                address.NoFixedAddress ? null : address.Lines[^1],
                address.Postcode,
                address.NoFixedAddress,
                nominal.AddressProtected,
                address.From,
                // Whatever a former address is in truth, this force believes it the current one.
                null
            );
        }
    }

    private static void Crime(SqlScript script, SampleFamilies families, HeldPerson nominal, Random random)
    {
        var reference = $"CR/{nominal.RecordId[2..]}/A";
        var on = random.Day(families, nominal.DateOfBirth);
        var role = nominal.Role is "suspect" or "victim" ? nominal.Role : "witness";
        script.Insert(
            "crime",
            reference,
            on,
            new TimeOnly(random.Next(24), random.Of(0, 10, 20, 35, 45)),
            on.AddDays(random.Next(3)),
            random.Of(
                "Assault occasioning actual bodily harm",
                "Criminal damage",
                "Theft from a shop",
                "Possession of cannabis",
                "Harassment",
                "Robbery"
            ),
            random.Of(
                "Outside the home address, after an argument.",
                "In a shop; goods worth under £50.",
                "In a street near the school, in the afternoon.",
                "At the home address; neighbours called."
            ),
            role == "suspect"
                ? random.Of("charged", "community resolution", "released under investigation", "no further action")
                : random.Of("suspect charged", "no suspect identified", "victim declined to support")
        );
        script.Insert("crime_person", reference, nominal.RecordId, role);
    }

    private static void DomesticIncident(SqlScript script, SampleFamilies families, IReadOnlyList<HeldPerson> nominals)
    {
        var involved = nominals.Where(nominal => nominal.Holds.Contains(RecordKind.PoliceDomesticIncident)).ToList();
        if (involved.Count == 0)
        {
            return;
        }

        var random = SampleChance.For("incident " + involved[0].RecordId);
        var reference = $"DI/{involved[0].RecordId[2..]}";
        var youngest = involved.Max(nominal => nominal.DateOfBirth);
        var on = random.Day(families, youngest, years: 1);
        script.Insert(
            "domestic_incident",
            reference,
            on,
            new TimeOnly(random.Of(0, 1, 19, 20, 21, 22, 23), random.Of(5, 15, 30, 50)),
            on,
            involved.Any(nominal => nominal.Holds.Contains(RecordKind.PoliceWarningMarker))
                ? "high"
                : random.Of("standard", "medium", "high"),
            random.Of(
                "Shouting and things broken in the kitchen; one party pushed against a door.",
                "One party held by the wrist and prevented from leaving; telephone taken away.",
                "Repeated messages and waiting outside the home after separation."
            ),
            random.Of("arrest; conditional bail", "no offences disclosed; advice given", "protection notice issued")
        );
        foreach (var nominal in involved)
        {
            script.Insert("domestic_incident_person", reference, nominal.RecordId, nominal.Role);
        }
    }

    private static void Intelligence(
        SqlScript script,
        SampleFamilies families,
        HeldPerson nominal,
        Random random,
        bool forbidden
    )
    {
        var reference = $"IL/{nominal.RecordId[2..]}";
        var on = random.Day(families, nominal.DateOfBirth, years: 2);
        var code = forbidden ? "5" : random.Of("P", "P", "C", "5");
        var text = random.Of(
            "Is thought to keep company with older people who sell drugs near the station.",
            "Is thought to carry a knife when out in the evening.",
            "Is said to stay at different addresses and to have new telephones."
        );
        script.Insert(
            "intelligence",
            reference,
            on,
            on.AddDays(random.Next(1, 5)),
            random.Of("1", "2", "3"),
            random.Of("A", "B", "C", "D"),
            code,
            code == "C" ? "for the hub only; not to the family" : null,
            text,
            $"{FullTextCanary}: {text} Told by a named source."
        );
        script.Insert("intelligence_person", reference, nominal.RecordId);
    }

    private static void Missing(
        SqlScript script,
        SampleFamilies families,
        HeldPerson nominal,
        Random random,
        bool repeatedly
    )
    {
        var days = repeatedly
            ? [new DateOnly(2026, 1, 31), new DateOnly(2026, 2, 14), new DateOnly(2026, 2, 28)]
            : new[] { random.Day(families, nominal.DateOfBirth?.AddYears(8), years: 1) };
        foreach (var (number, on) in days.Index())
        {
            script.Insert(
                "missing_episode",
                string.Create(CultureInfo.InvariantCulture, $"ME/{nominal.RecordId[2..]}/{number + 1}"),
                nominal.RecordId,
                on,
                new TimeOnly(random.Of(16, 17, 21, 22), random.Of(0, 20, 40)),
                on.AddDays(random.Next(1, 4)),
                new TimeOnly(random.Of(7, 11, 15), random.Of(10, 30, 55)),
                random.Of("medium", "high"),
                random.Of(
                    "Did not come home from school.",
                    "Left by the back door in the evening.",
                    "Last seen at the station with an unknown adult."
                )
            );
        }
    }

    private static void Marker(SqlScript script, SampleFamilies families, HeldPerson nominal, Random random) =>
        script.Insert(
            "warning_marker",
            $"WM/{nominal.RecordId[2..]}",
            nominal.RecordId,
            random.Of("violent", "weapons", "escaper"),
            random.Day(families, nominal.DateOfBirth),
            random.Next(2) == 0 ? families.AsOf.AddYears(1) : null,
            random.Of("Assaulted an officer on arrest.", "Knife found at the home address.")
        );
}
