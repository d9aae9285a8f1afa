using System.Globalization;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;

namespace MashBroker.Adapters.AdultServices;

/// <summary>Reads what adult services hold of one person and tells it in words.</summary>
internal sealed class CaseFile(SqlSource database, AdultServicesOptions options)
{
    private const string OpenEvents = """
        select
            event_id,
            event_type,
            started_on,
            primary_support_reason,
            description,
            team
        from open_event
        where person_id = @id and ended_on is null
        order by started_on, event_id
        """;

    private const string SafeguardingEnquiries = """
        select
            enquiry_id,
            opened_on,
            closed_on,
            kind_of_abuse,
            circumstances,
            risk_remains,
            outcome
        from safeguarding_enquiry
        where person_id = @id
        order by opened_on, enquiry_id
        """;

    private const string Carers = """
        select
            carer_id,
            cares_for,
            assessed_on,
            support
        from carer
        where person_id = @id
        order by assessed_on, carer_id
        """;

    private const string Home = """
        select
            address_line,
            town,
            postcode,
            no_fixed_address,
            address_protected,
            lives_with
        from person
        where person_id = @id
        """;

    public async Task<IReadOnlyList<AgencyRecord>> ReadAsync(Candidate person, CancellationToken cancellation)
    {
        var homes = await AboutAsync(Home, person, HomeFacts, cancellation);
        var born = person.DateOfBirth is { } date
            ? [new StatedFact("date-of-birth", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]
            : Array.Empty<StatedFact>();
        StatedFact[] facts = [.. born, .. homes.SelectMany(home => home)];

        List<AgencyRecord> records =
        [
            .. await AboutAsync(OpenEvents, person, OpenEvent, cancellation),
            .. await AboutAsync(SafeguardingEnquiries, person, SafeguardingEnquiry, cancellation),
            .. await AboutAsync(Carers, person, Carer, cancellation),
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

    private AgencyRecord OpenEvent(SqlRow row)
    {
        var what = row.TextOrNull("event_type") switch
        {
            "Request" => "Open request for support",
            "Assessment" => "Open assessment of care and support needs",
            "Service" => "Open service",
            "Review" => "Open review",
            { } other => $"Open event: {other}",
            null => "Open event",
        };
        var reason = row.TextOrNull("primary_support_reason") is { } because
            ? $", primary support reason: {because}"
            : "";
        return new AgencyRecord
        {
            Kind = RecordKind.AdultOpenEvent,
            On = row.Date("started_on"),
            Role = "person with care and support needs",
            Summary = Sentence(what + reason, row.TextOrNull("description")),
            Outcome = row.TextOrNull("team") is { } team ? $"open with {team}" : "open",
            Source = From("event", row.Text("event_id")),
        };
    }

    private AgencyRecord SafeguardingEnquiry(SqlRow row)
    {
        var kind = row.TextOrNull("kind_of_abuse") is { } abuse ? $": {abuse}" : "";
        var risk = row.TextOrNull("risk_remains") is { } remains ? $"; risk {remains}" : "";
        return new AgencyRecord
        {
            Kind = RecordKind.AdultSafeguarding,
            On = row.Date("opened_on"),
            Role = "adult at risk",
            Summary = Sentence($"Safeguarding enquiry under s.42 Care Act 2014{kind}", row.TextOrNull("circumstances")),
            Outcome = row.Date("closed_on") is { } closed
                ? $"closed {closed.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: "
                    + $"{row.TextOrNull("outcome") ?? "outcome not recorded"}{risk}"
                : "open",
            Source = From("safeguarding enquiry", row.Text("enquiry_id")),
        };
    }

    private AgencyRecord Carer(SqlRow row)
    {
        var whom = row.TextOrNull("cares_for") is { } other ? $"Unpaid carer of {other}" : "Unpaid carer";
        return new AgencyRecord
        {
            Kind = RecordKind.AdultCarer,
            On = row.Date("assessed_on"),
            Role = "carer",
            Summary = Sentence(whom, row.TextOrNull("support")),
            Source = From("carer", row.Text("carer_id")),
        };
    }

    private RecordSource From(string what, string id) => new(options.SystemName, $"{what} {id}");

    private static List<StatedFact> HomeFacts(SqlRow row)
    {
        var facts = new List<StatedFact>();
        if (row.Flag("address_protected"))
        {
            // With whom somebody lives in a refuge leads there as well.
            return [new StatedFact("address", "protected")];
        }

        if (PersonAddress.Read(row) is { } address)
        {
            var line = string.Join(", ", address.Lines.Append(address.Postcode).OfType<string>());
            facts.Add(new StatedFact("address", address.NoFixedAddress ? "no fixed address" : line));
        }

        if (row.TextOrNull("lives_with") is { } others)
        {
            facts.AddRange(
                others
                    .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(other => new StatedFact("lives-with", other))
            );
        }

        return facts;
    }

    private static string Sentence(string what, string? more) => more is null ? $"{what}." : $"{what}. {more}";
}
