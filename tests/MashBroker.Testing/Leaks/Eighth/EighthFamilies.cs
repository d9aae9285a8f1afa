using System.Globalization;

namespace MashBroker.Testing.Leaks;

/// <summary>Draws invented families: 76 of them, with 92 people who may refer, 35 roles and 80 streets.</summary>
internal sealed class EighthFamilies(Random chance)
{
    private const int Attempts = 100;

    public EighthScene Next(EighthWish wish)
    {
        var kin = chance.Among(EighthKin.All);
        var role = chance.Among(EighthRoles.All);
        var referrer = Referrer(kin, role);
        var sharesStreet = role.Group == EighthGroup.Near && chance.Next(100) < wish.Likeness;
        var sharesSurname = role.Group == EighthGroup.Kin && chance.Next(100) < wish.Likeness;
        var (town, letters) = Town(EighthPlaces.Towns);
        var homeStreet = chance.Among(EighthPlaces.Streets);
        var street = sharesStreet ? homeStreet : Other(homeStreet);
        var homeNumber = chance.Next(2, 90);
        var homePostcode = Postcode(letters);
        var family = new LeakFamily
        {
            Child = kin.Child,
            Mother = kin.Mother,
            Surname = kin.Surname,
            Home = $"{homeNumber} {homeStreet}",
            HomePostcode = homePostcode,
            Given = referrer.Given,
            Family = sharesSurname ? kin.Surname : referrer.Family,
            Role = role.Form,
            Telephone = EighthContactPoints.Telephone(chance),
            Email = EighthContactPoints.Email(referrer, chance),
            HouseNumber = sharesStreet ? Number(homeNumber + 2) : HouseNumber(),
            Street = street,
            Town = town,
            Postcode = sharesStreet && chance.Next(2) == 0 ? homePostcode : Postcode(letters, homePostcode),
            Hidden = Hidden(wish.Hiding, [homeStreet, street]),
        };
        return Scene(family, kin, role, referrer);
    }

    private EighthScene Scene(LeakFamily family, EighthKin kin, EighthRole role, EighthReferrer referrer) =>
        new()
        {
            Family = family,
            Role = role,
            Female = referrer.Female,
            Nickname = referrer.Nickname,
            Boy = kin.Boy,
            Age = chance.Next(5, 11),
            School = chance.Among(EighthProfessionals.Schools),
            Teacher = chance.Among(EighthProfessionals.Teachers),
            Doctor = chance.Among(EighthProfessionals.Doctors),
            HealthVisitor = chance.Among(EighthProfessionals.HealthVisitors),
            Officer = chance.Among(EighthProfessionals.Officers),
            Worker = chance.Among(EighthProfessionals.Workers),
        };

    private EighthReferrer Referrer(EighthKin kin, EighthRole role)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var drawn = chance.Among(EighthReferrers.All);
            string[] taken = [kin.Child, kin.Mother, kin.Surname];
            var clashes = taken.Any(name => name == drawn.Given || name == drawn.Family || name == drawn.Nickname);
            if (!clashes && (role.Female ?? drawn.Female) == drawn.Female)
            {
                return drawn;
            }
        }

        throw new InvalidOperationException(
            $"No referrer fits the family {kin.Surname}. Add names to EighthReferrers."
        );
    }

    private HiddenPlace? Hidden(EighthHiding hiding, IReadOnlyList<string> known)
    {
        if (hiding == EighthHiding.Nobody)
        {
            return null;
        }

        var (town, letters) = Town(EighthPlaces.FarTowns);
        var names = hiding == EighthHiding.Refuge ? EighthPlaces.RefugeNames : EighthPlaces.ProtectedNames;
        var street = chance.Among([.. EighthPlaces.Streets.Except(known)]);
        var uprn = $"100{string.Concat(Enumerable.Range(0, 9).Select(_ => Number(chance.Next(10))))}";
        return new HiddenPlace(chance.Among(names), HouseNumber(), street, town, Postcode(letters), uprn);
    }

    private (string Town, string Letters) Town(IReadOnlyList<string> towns)
    {
        var parts = chance.Among(towns).Split('|');
        return (parts[0], parts[1]);
    }

    private string Other(string street) => chance.Among([.. EighthPlaces.Streets.Where(other => other != street)]);

    private string HouseNumber() =>
        chance.Next(10) switch
        {
            0 => $"{Number(chance.Next(1, 60))}{chance.Among(["a", "b", "A", "B"])}",
            1 => $"Flat {Number(chance.Next(1, 12))}, {Number(chance.Next(10, 90))}",
            _ => Number(chance.Next(1, 180)),
        };

    private string Postcode(string letters, string? not = null)
    {
        const string Inward = "ABDEFGHJLNPQRSTUWXYZ";
        string drawn;
        do
        {
            var pair = $"{Inward[chance.Next(Inward.Length)]}{Inward[chance.Next(Inward.Length)]}";
            drawn = $"{letters}{Number(chance.Next(1, 19))} {Number(chance.Next(10))}{pair}";
        } while (drawn == not);

        return drawn;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
