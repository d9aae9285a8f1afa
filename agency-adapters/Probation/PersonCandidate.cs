using MashBroker.Adapters.Probation.Cases;
using MashBroker.Contracts;
using MashBroker.Matching;

namespace MashBroker.Adapters.Probation;

/// <summary>A person on probation as somebody who may be the person asked about.</summary>
internal static class PersonCandidate
{
    public static Candidate From(Person person) =>
        new()
        {
            RecordId = person.OtherIds.Crn,
            Names =
            [
                new PersonName
                {
                    Given = string.Join(' ', person.MiddleNames.Prepend(person.FirstName)),
                    Family = person.Surname,
                },
                .. person.PreviousSurnames.Select(surname => new PersonName
                {
                    Given = person.FirstName,
                    Family = surname,
                    Use = NameUse.Previous,
                }),
                .. person.OffenderAliases.Select(alias => new PersonName
                {
                    Given = alias.FirstName,
                    Family = alias.Surname,
                    Use = NameUse.Alias,
                }),
            ],
            DateOfBirth = person.DateOfBirth,
            Gender = person.Gender?.ToLowerInvariant(),
            Addresses = Addresses(person),
            Identifiers = Identifiers(person.OtherIds).ToList(),
            Telephones = (person.ContactDetails?.PhoneNumbers ?? [])
                .Select(phone => phone.Number)
                .OfType<string>()
                .ToList(),
        };

    public static IReadOnlyList<Address> Addresses(Person person) =>
        (person.ContactDetails?.Addresses ?? []).Select(AddressOf).ToList();

    private static Address AddressOf(PersonAddress address)
    {
        var street = string.Join(' ', Given(address.AddressNumber, address.StreetName));
        return new Address
        {
            Lines = Given(address.BuildingName, street, address.District, address.Town).ToList(),
            // People without a fixed abode are given a postcode that is nobody's.
            Postcode = address.NoFixedAbode ? null : address.Postcode,
            NoFixedAddress = address.NoFixedAbode,
            From = address.From,
            To = address.To,
        };
    }

    private static IEnumerable<string> Given(params string?[] parts) =>
        parts.OfType<string>().Where(part => part.Trim().Length > 0);

    private static IEnumerable<Identifier> Identifiers(OtherIds ids)
    {
        (string Scheme, string? Value)[] all =
        [
            (IdentifierScheme.CaseReferenceNumber, ids.Crn),
            (IdentifierScheme.PncId, ids.PncNumber),
            (IdentifierScheme.CroNumber, ids.CroNumber),
            (IdentifierScheme.NomsNumber, ids.NomsNumber),
            (IdentifierScheme.NationalInsuranceNumber, ids.NiNumber),
        ];
        return all.Where(id => !string.IsNullOrWhiteSpace(id.Value)).Select(id => new Identifier(id.Scheme, id.Value!));
    }
}
