using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>An invented family, who told the hub about it, and where somebody of it hides.</summary>
public sealed record LeakFamily
{
    public required string Child { get; init; }

    public required string Mother { get; init; }

    public required string Surname { get; init; }

    public required string Home { get; init; }

    public required string HomePostcode { get; init; }

    public required string Given { get; init; }

    public required string Family { get; init; }

    /// <summary>As a form has it: Neighbour, Grandmother, Childminder.</summary>
    public required string Role { get; init; }

    /// <summary>Ten or eleven digits from the nought on.</summary>
    public required string Telephone { get; init; }

    public required string Email { get; init; }

    public required string HouseNumber { get; init; }

    public required string Street { get; init; }

    public required string Town { get; init; }

    public required string Postcode { get; init; }

    /// <summary>Name, number and street, town, postcode and UPRN of the place nobody may learn of; null: there is none.</summary>
    public HiddenPlace? Hidden { get; init; }

    public ReferrerKind Kind { get; init; } = ReferrerKind.MemberOfPublic;

    public Contact Contact(string summary) =>
        new()
        {
            Referrer = new Referrer
            {
                Kind = Kind,
                Name = $"{Given} {Family}",
                Role = Role,
                Telephone = Telephone,
                Email = Email,
                Address = new Address { Lines = [$"{HouseNumber} {Street}", Town], Postcode = Postcode },
            },
            ReceivedAt = new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.Zero),
            People = [Person("S1", SubjectRole.Child, Child, null), Person("S2", SubjectRole.Parent, Mother, "mother")],
            Concern = new Concern { Summary = summary, Kinds = [ConcernKind.Neglect] },
        };

    private Subject Person(string code, SubjectRole role, string given, string? relationship) =>
        new()
        {
            Code = code,
            Role = role,
            Names = [new PersonName { Given = given, Family = Surname }],
            Relationship = relationship,
            Addresses =
            [
                new Address { Lines = [Home, Town], Postcode = HomePostcode },
                .. Hidden is { } place ? new[] { place.Address } : [],
            ],
        };

    internal static string Digits(Random chance, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => chance.Next(10).ToString(CultureInfo.InvariantCulture)));
}

public sealed record HiddenPlace(string Name, string Number, string Street, string Town, string Postcode, string Uprn)
{
    internal Address Address =>
        new()
        {
            Lines = [Name, $"{Number} {Street}", Town],
            Postcode = Postcode,
            Uprn = Uprn,
            Protected = true,
        };
}
