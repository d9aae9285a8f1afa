using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.DomesticAbuse;

/// <summary>Writes the domestic abuse service's workbook that a list of families implies.</summary>
public sealed class DomesticAbuseSample
{
    private readonly SampleFamilies _families;

    private DomesticAbuseSample(SampleFamilies families) => _families = families;

    public List<object?[]> Clients { get; } =
    [
        [
            "Client ID",
            "Surname",
            "Forenames",
            "Also known as",
            "Date of birth",
            "Gender",
            "Role",
            "Address",
            "Postcode",
            "Address protected",
            "DASH score",
            "DASH date",
            "Safe telephone",
            "Safe times",
            "IDVA",
        ],
    ];

    public List<object?[]> Children { get; } =
    [
        [
            "Child ID",
            "Client ID",
            "Surname",
            "Forenames",
            "Date of birth",
            "Expected date",
            "Gender",
            "Address",
            "Postcode",
            "Address protected",
            "Lives with",
        ],
    ];

    public List<object?[]> Marac { get; } =
    [
        ["Case number", "Meeting date", "Victim ID", "Perpetrator ID", "Repeat", "Concerns", "Actions"],
    ];

    public static DomesticAbuseSample Of(SampleFamilies families)
    {
        var sample = new DomesticAbuseSample(families);
        foreach (var persons in families.Households.Select(household => household.Persons))
        {
            sample.Add(persons);
        }

        foreach (var stranger in families.Strangers)
        {
            sample.Add([stranger]);
        }

        return sample;
    }

    public byte[] Write() => Xlsx.Write(("Clients", Clients), ("Children", Children), ("MARAC", Marac));

    private void Add(IReadOnlyList<SamplePerson> persons)
    {
        var held = persons.SelectMany(person => person.HeldBy(AgencyCode.DomesticAbuse)).ToList();
        var adults = held.Where(one => !one.Person.IsChild).ToList();
        var victim = adults.FirstOrDefault(one => one.Role != "perpetrator");
        foreach (var adult in adults)
        {
            AddClient(adult);
        }

        foreach (var child in held.Where(one => one.Person.IsChild))
        {
            AddChild(child, victim ?? adults.FirstOrDefault());
        }

        AddCases(adults, victim);
    }

    private void AddClient(HeldPerson held)
    {
        var random = SampleChance.For(held.RecordId);
        var name = held.Names[0];
        var isVictim = held.Role != "perpetrator";
        var on = random.Day(_families, held.DateOfBirth, years: 1);
        var dash = isVictim && held.Holds.Contains(RecordKind.DomesticAbuseDash);
        var contact = isVictim && held.Holds.Contains(RecordKind.DomesticAbuseSafeContact);
        Clients.Add([
            held.RecordId,
            name.Family,
            name.Given,
            string.Join("; ", held.Names.Skip(1).Select(other => $"{other.Family}, {other.Given}"))
                is { Length: > 0 } aliases
                ? aliases
                : null,
            held.DateOfBirth,
            held.Gender,
            isVictim ? "Victim" : "Perpetrator",
            Line(held.Address),
            held.Address?.Postcode,
            held.AddressProtected ? "Yes" : "No",
            dash ? random.Next(8, 22) : null,
            dash ? on : null,
            contact && held.Telephones.Count > 0 ? held.Telephones[0] : null,
            contact
                ? random.Of(
                    "weekdays 10:00 to 14:00; leave no message",
                    "school hours only",
                    "by text first, never in the evening"
                )
                : null,
            isVictim ? random.Of("Marlsea IDVA team", "Formwick outreach") : null,
        ]);
    }

    private void AddChild(HeldPerson held, HeldPerson? client)
    {
        var name = held.Names[0];
        Children.Add([
            held.RecordId,
            client?.RecordId,
            name.Family,
            name.Given,
            held.DateOfBirth,
            held.ExpectedDelivery,
            held.Gender,
            Line(held.Address),
            held.Address?.Postcode,
            held.AddressProtected ? "Yes" : "No",
            client is null ? null : $"{client.Names[0].Given} {client.Names[0].Family}",
        ]);
    }

    private void AddCases(List<HeldPerson> adults, HeldPerson? victim)
    {
        var discussed = adults.Where(one => one.Holds.Contains(RecordKind.DomesticAbuseMarac)).ToList();
        if (discussed.Count == 0)
        {
            return;
        }

        var random = SampleChance.For("marac " + discussed[0].RecordId);
        var on = random.Day(_families, discussed.Max(one => one.DateOfBirth), years: 1);
        var perpetrators = discussed.Where(one => one.Role == "perpetrator").ToList();
        var heard = victim is not null && discussed.Contains(victim) ? victim : null;
        foreach (var (number, perpetrator) in perpetrators.DefaultIfEmpty(null!).Index())
        {
            Marac.Add([
                string.Create(CultureInfo.InvariantCulture, $"M-{on.Year}-{discussed[0].RecordId[2..]}-{number + 1}"),
                on,
                heard?.RecordId,
                perpetrator?.RecordId,
                random.Next(3) == 0 ? "Yes" : "No",
                random.Of(
                    "Threats after separation; the children saw them.",
                    "Strangulation reported to the midwife.",
                    "Follows her to the school; has new telephones."
                ),
                random.Of(
                    "Police marker on the address; school told.",
                    "Referral to housing; IDVA to review in four weeks."
                ),
            ]);
        }
    }

    private static string? Line(Address? address) =>
        address is null ? null
        : address.NoFixedAddress ? "No fixed address"
        : string.Join(", ", address.Lines);
}
