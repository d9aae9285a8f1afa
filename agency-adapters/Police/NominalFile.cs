using System.Globalization;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;

namespace MashBroker.Adapters.Police;

/// <summary>Reads what is held of one nominal and tells it in words. Of intelligence only the sanitised text is ever read.</summary>
internal sealed class NominalFile(SqlSource database, PoliceOptions options)
{
    private const string Crimes = """
        select
            c.crime_ref,
            c.occurred_on,
            c.occurred_at,
            c.recorded_on,
            c.offence,
            c.circumstances,
            c.outcome,
            p.role
        from crime c
        join crime_person p on p.crime_ref = c.crime_ref
        where p.nominal_id = @id
        order by c.occurred_on, c.crime_ref
        """;

    private const string Incidents = """
        select
            i.incident_ref,
            i.occurred_on,
            i.occurred_at,
            i.recorded_on,
            i.dash_grade,
            i.circumstances,
            i.outcome,
            p.role
        from domestic_incident i
        join domestic_incident_person p on p.incident_ref = i.incident_ref
        where p.nominal_id = @id
        order by i.occurred_on, i.incident_ref
        """;

    private const string IntelligenceLogs = """
        select
            l.log_ref,
            l.event_on,
            l.recorded_on,
            l.source_grading,
            l.information_grading,
            l.handling_code,
            l.handling_conditions,
            l.sanitised_text
        from intelligence l
        join intelligence_person p on p.log_ref = l.log_ref
        where p.nominal_id = @id
        order by l.recorded_on, l.log_ref
        """;

    private const string MissingEpisodes = """
        select
            episode_ref,
            missing_on,
            missing_at,
            found_on,
            found_at,
            risk_grade,
            circumstances
        from missing_episode
        where nominal_id = @id
        order by missing_on, episode_ref
        """;

    private const string WarningMarkers = """
        select
            marker_id,
            marker,
            placed_on,
            expires_on,
            reason
        from warning_marker
        where nominal_id = @id
        order by placed_on, marker_id
        """;

    private const string CurrentAddresses = """
        select
            line,
            town,
            postcode,
            no_fixed_address,
            is_protected,
            lived_from,
            lived_to
        from nominal_address
        where nominal_id = @id and lived_to is null
        order by lived_from desc, line
        """;

    public async Task<IReadOnlyList<AgencyRecord>> ReadAsync(Candidate person, CancellationToken cancellation)
    {
        var addresses = await AboutAsync(CurrentAddresses, person, AddressFact, cancellation);
        var born = person.DateOfBirth is { } date
            ? [new StatedFact("date-of-birth", Iso(date))]
            : Array.Empty<StatedFact>();
        StatedFact[] facts = [.. born, .. addresses.Distinct()];

        List<AgencyRecord> records =
        [
            .. await AboutAsync(Crimes, person, Crime, cancellation),
            .. await AboutAsync(Incidents, person, Incident, cancellation),
            .. await AboutAsync(IntelligenceLogs, person, Intelligence, cancellation),
            .. await AboutAsync(MissingEpisodes, person, Missing, cancellation),
            .. await AboutAsync(WarningMarkers, person, Marker, cancellation),
        ];
        // On each, because the request may allow only some kinds to leave.
        return records.ConvertAll(record => record with { Facts = facts });
    }

    private Task<IReadOnlyList<T>> AboutAsync<T>(
        string statement,
        Candidate person,
        Func<SqlRow, T> row,
        CancellationToken cancellation
    ) => database.ReadAsync(statement, new Dictionary<string, object> { ["id"] = person.RecordId }, row, cancellation);

    private AgencyRecord Crime(SqlRow row) =>
        new()
        {
            Kind = RecordKind.PoliceCrime,
            On = row.Date("occurred_on"),
            At = row.Time("occurred_at"),
            RecordedOn = row.Date("recorded_on"),
            Role = row.TextOrNull("role"),
            Summary = Sentence(row.TextOrNull("offence") ?? "Offence not stated", row.TextOrNull("circumstances")),
            Outcome = row.TextOrNull("outcome"),
            Source = From("crime", row.Text("crime_ref")),
        };

    private AgencyRecord Incident(SqlRow row) =>
        new()
        {
            Kind = RecordKind.PoliceDomesticIncident,
            On = row.Date("occurred_on"),
            At = row.Time("occurred_at"),
            RecordedOn = row.Date("recorded_on"),
            Role = row.TextOrNull("role"),
            Summary = Sentence(
                row.TextOrNull("dash_grade") is { } grade
                    ? $"Domestic incident, DASH risk graded {grade}"
                    : "Domestic incident, no DASH grade recorded",
                row.TextOrNull("circumstances")
            ),
            Outcome = row.TextOrNull("outcome"),
            Source = From("incident", row.Text("incident_ref")),
        };

    private AgencyRecord Intelligence(SqlRow row)
    {
        var record = new AgencyRecord
        {
            Kind = RecordKind.PoliceIntelligence,
            Summary =
                "Intelligence is held and withheld: its handling code does not allow it to be shared. "
                + "Ask the force's intelligence unit.",
            Handling = "withheld",
            Source = From("intelligence log", row.Text("log_ref")),
        };
        var code = row.TextOrNull("handling_code");
        // A code that nobody configured, or none, counts as one that forbids.
        if (code is null || !options.ShareableHandlingCodes.Contains(code, StringComparer.OrdinalIgnoreCase))
        {
            return record;
        }

        return record with
        {
            On = row.Date("event_on"),
            RecordedOn = row.Date("recorded_on"),
            Summary =
                row.TextOrNull("sanitised_text")
                ?? "Intelligence is held; no sanitised text has been written yet. Ask the force's intelligence unit.",
            Grading = string.Concat(row.Text("source_grading"), row.Text("information_grading"))
                is { Length: > 0 } graded
                ? graded
                : null,
            Handling = row.TextOrNull("handling_conditions") is { } conditions ? $"{code}: {conditions}" : code,
        };
    }

    private AgencyRecord Missing(SqlRow row) =>
        new()
        {
            Kind = RecordKind.PoliceMissingEpisode,
            On = row.Date("missing_on"),
            At = row.Time("missing_at"),
            Role = "missing person",
            Summary = Sentence(
                row.TextOrNull("risk_grade") is { } grade
                    ? $"Reported missing, graded {grade} risk"
                    : "Reported missing, no risk grade recorded",
                row.TextOrNull("circumstances")
            ),
            Outcome = row.Date("found_on") is { } found
                ? $"found {Day(found)}{(row.Time("found_at") is { } at ? $" at {at.ToString("HH:mm", CultureInfo.InvariantCulture)}" : "")}"
                : "not recorded as found",
            Source = From("missing episode", row.Text("episode_ref")),
        };

    // A standing fact: it has a day on which it was placed, not one on which it happened.
    private AgencyRecord Marker(SqlRow row) =>
        new()
        {
            Kind = RecordKind.PoliceWarningMarker,
            RecordedOn = row.Date("placed_on"),
            Role = "subject of the marker",
            Summary = Sentence($"Warning marker: {row.Text("marker")}", row.TextOrNull("reason")),
            Outcome = row.Date("expires_on") is { } expires ? $"until {Day(expires)}" : null,
            Source = From("warning marker", row.Text("marker_id")),
        };

    private RecordSource From(string what, string id) => new(options.SystemName, $"{what} {id}");

    private static StatedFact AddressFact(SqlRow row)
    {
        if (row.Flag("is_protected"))
        {
            return new StatedFact("address", "protected");
        }

        var address = NominalAddress.Read(row);
        return new StatedFact(
            "address",
            address.NoFixedAddress
                ? "no fixed address"
                : string.Join(", ", address.Lines.Append(address.Postcode).OfType<string>())
        );
    }

    private static string Sentence(string what, string? more) => more is null ? $"{what}." : $"{what}. {more}";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
