using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Adapters.DomesticAbuse;

/// <summary>
/// Tells what the workbook says of one person. A protected address is never put into words, and nothing of a victim is told
/// under the perpetrator's name.
/// </summary>
internal sealed class ClientFile(DomesticAbuseOptions options, ClientWorkbook workbook)
{
    // On every record: a family member who learns that the service was asked may learn where somebody is.
    private const string Handling = "for professionals only; never to the family or the alleged perpetrator";

    public IReadOnlyList<AgencyRecord> Tell(Client client)
    {
        var facts = Facts(client.Born, client.Address, client.AddressProtected, livesWith: null);
        List<AgencyRecord> records = [.. Cases(client).Select(marac => Marac(marac, client))];
        if (client.IsVictim)
        {
            if (client.DashScore is not null)
            {
                records.Add(Dash(client));
            }

            if (client.SafeTelephone is not null || client.SafeTimes is not null)
            {
                records.Add(SafeContact(client));
            }

            var children = workbook.Children.Count(child => child.ClientId == client.Id);
            if (children > 0)
            {
                records.Add(ChildrenListed(client, children));
            }
        }

        return records.ConvertAll(record => record with { Facts = facts, Handling = Handling });
    }

    public IReadOnlyList<AgencyRecord> Tell(ListedChild child)
    {
        var client = workbook.Clients.FirstOrDefault(other => other.Id == child.ClientId);
        // Where the parent hides, the child does, whether or not its own row says so.
        var hidden = child.AddressProtected || client is { AddressProtected: true };
        var listed = new AgencyRecord
        {
            Kind = RecordKind.DomesticAbuseChildrenListed,
            Role = child.Born is null && child.Expected is not null ? "unborn child" : "child",
            Summary =
                client is { IsVictim: true }
                    ? "Listed as a child of somebody whom the service supports as a victim of domestic abuse."
                : client is not null ? "Listed as a child of somebody recorded as a perpetrator of domestic abuse."
                : "Listed as a child; not linked to a client of the service.",
            Source = new RecordSource(options.SystemName, $"child {child.Id}"),
        };
        List<AgencyRecord> records =
        [
            listed,
            .. (client is null ? [] : Cases(client)).Select(marac =>
                Marac(marac, client!) with
                {
                    Role = "child of the household discussed",
                }
            ),
        ];
        var facts = Facts(child.Born, child.Address, hidden, child.LivesWith);
        return records.ConvertAll(record => record with { Facts = facts, Handling = Handling });
    }

    private IEnumerable<MaracCase> Cases(Client client) =>
        workbook.Cases.Where(marac => (client.IsVictim ? marac.VictimId : marac.PerpetratorId) == client.Id);

    private AgencyRecord Marac(MaracCase marac, Client client)
    {
        var repeat = marac.IsRepeat ? ", a repeat case" : "";
        // What the meeting heard of the victim does not belong into the perpetrator's answer.
        var concerns = client.IsVictim && marac.Concerns is { } heard ? $" {heard}" : "";
        return new AgencyRecord
        {
            Kind = RecordKind.DomesticAbuseMarac,
            On = marac.On,
            Role = client.IsVictim ? "victim" : "perpetrator",
            Summary = $"Heard at MARAC{repeat}.{concerns}",
            Outcome = client.IsVictim ? marac.Actions : null,
            Source = new RecordSource(options.SystemName, $"MARAC case {marac.Number}"),
        };
    }

    private AgencyRecord Dash(Client client)
    {
        var score = client.DashScore!;
        var high =
            double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= options.VisibleHighRiskScore;
        return new AgencyRecord
        {
            Kind = RecordKind.DomesticAbuseDash,
            On = client.DashOn,
            Role = "victim",
            Summary =
                $"DASH risk checklist, score {score}"
                + (high ? $": visible high risk ({options.VisibleHighRiskScore} or more)." : "."),
            Outcome = client.Idva is { } idva ? $"supported by {idva}" : null,
            Source = new RecordSource(options.SystemName, $"DASH of client {client.Id}"),
        };
    }

    private AgencyRecord SafeContact(Client client)
    {
        var how = client.SafeTelephone is { } telephone ? $"on {telephone}" : "as agreed with the service";
        var when = client.SafeTimes is { } times ? $", {times}" : "";
        return new AgencyRecord
        {
            Kind = RecordKind.DomesticAbuseSafeContact,
            Role = "victim",
            Summary = $"Safe to contact {how}{when}. Use no other way.",
            Source = new RecordSource(options.SystemName, $"safe contact of client {client.Id}"),
        };
    }

    private AgencyRecord ChildrenListed(Client client, int children) =>
        new()
        {
            Kind = RecordKind.DomesticAbuseChildrenListed,
            Role = "parent",
            Summary = children == 1 ? "One child is listed." : $"{children} children are listed.",
            Source = new RecordSource(options.SystemName, $"children of client {client.Id}"),
        };

    private static List<StatedFact> Facts(DateOnly? born, Address? address, bool hidden, string? livesWith)
    {
        var facts = new List<StatedFact>();
        if (born is { } date)
        {
            facts.Add(new StatedFact("date-of-birth", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        if (hidden)
        {
            // With whom somebody lives in a refuge leads there as well.
            facts.Add(new StatedFact("address", "protected"));
            return facts;
        }

        if (address is not null)
        {
            var line = string.Join(", ", address.Lines.Append(address.Postcode).OfType<string>());
            facts.Add(new StatedFact("address", address.NoFixedAddress ? "no fixed address" : line));
        }

        if (livesWith is not null)
        {
            facts.AddRange(
                livesWith
                    .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(other => new StatedFact("lives-with", other))
            );
        }

        return facts;
    }
}
