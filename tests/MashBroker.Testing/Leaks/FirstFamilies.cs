using System.Globalization;

namespace MashBroker.Testing.Leaks;

/// <summary>Families of the first pair of generators. Their words are their own: nothing here was taken from the checker.</summary>
internal static class FirstFamilies
{
    private static readonly string[] Given =
    [
        "Margaret",
        "Catherine",
        "Doreen",
        "Elizabeth",
        "Patricia",
        "Gwendoline",
        "Siobhan",
        "Agnieszka",
        "Thomas",
        "William",
        "Robert",
        "Anthony",
        "Stephen",
        "Kenneth",
        "Michael",
        "Rose",
        "Grace",
        "May",
        "Mark",
        "Hope",
        "Zoë",
        "José",
        "Fatima",
        "Mohammed",
        "Ngozi",
        "Jean-Paul",
        "Alexandra",
        "Christine",
        "Deborah",
        "Geoffrey",
    ];

    private static readonly string[] Surnames =
    [
        "Thompson",
        "Hartnell",
        "O'Connor",
        "Bell",
        "Young",
        "Street",
        "Whitby",
        "Kowalczyk",
        "MacDonald",
        "Fairweather",
        "Okonkwo",
        "Smyth",
        "Phillips",
        "Clarke",
        "Reid",
        "Davies",
        "Pritchard",
        "Llewellyn",
        "Nuñez",
        "Lee",
        "Price-Jones",
        "Abernathy",
        "Wainwright",
        "Braithwaite",
        "Hussain",
        "Pereira",
        "Tomlinson",
        "Sheridan",
        "Gallagher",
        "Stubbs",
    ];

    private static readonly string[] Children =
    [
        "Kayleigh",
        "Jayden",
        "Tyler",
        "Ellie",
        "Mason",
        "Skye",
        "Bradley",
        "Poppy",
        "Callum",
        "Freya",
        "Aisha",
        "Dylan",
    ];

    private static readonly string[] Mothers =
    [
        "Kirsty",
        "Leanne",
        "Donna",
        "Samira",
        "Natasha",
        "Gemma",
        "Kelly",
        "Bianca",
    ];

    private static readonly string[] FamilyNames =
    [
        "Bickerstaff",
        "Ormerod",
        "Drinkwater",
        "Kershaw",
        "Ollerton",
        "Fazackerley",
        "Rimmer",
        "Entwistle",
        "Unsworth",
        "Garstang",
    ];

    private static readonly string[] Streets =
    [
        "Foundry Row",
        "Sandpiper Way",
        "Larch Road",
        "Mill Lane",
        "Victoria Street",
        "Station Approach",
        "Beech Avenue",
        "Quarry Close",
        "Dunmore Crescent",
        "Chapel Terrace",
        "Harbour View",
        "Pottergate",
    ];

    private static readonly string[] HomeStreets =
    [
        "Elm Grove",
        "Tanyard Court",
        "Ravensworth Drive",
        "Gladstone Place",
    ];

    private static readonly string[] HiddenStreets =
    [
        "Marram Rise",
        "Lavender Gardens",
        "Priory Walk",
        "Old Brewery Yard",
        "Kestrel Drive",
        "Almond Grove",
    ];

    private static readonly string[] HiddenNames =
    [
        "Oakfield House",
        "Juniper Lodge",
        "Haven Court",
        "The Willows",
        "Phoenix House",
        "Beacon Cottage",
    ];

    private static readonly string[] HiddenTowns = ["Wexbridge", "Thornleigh", "Castlebeck", "Easterby"];

    private static readonly string[] Roles =
    [
        "Neighbour",
        "Grandmother",
        "Grandfather",
        "Aunt",
        "Uncle",
        "Childminder",
        "Shopkeeper",
        "Landlord",
        "Family friend",
        "Ex-partner of mother",
        "Teaching assistant",
        "Babysitter",
        "Football coach",
        "Hairdresser",
        "Parent of a classmate",
    ];

    public static LeakFamily One(Random chance, bool hidden)
    {
        string Pick(string[] from) => from[chance.Next(from.Length)];
        var given = Pick(Given);
        var family = Pick(Surnames);
        var telephone =
            chance.Next(2) == 0 ? "07700 9" + LeakFamily.Digits(chance, 5) : "01632 " + LeakFamily.Digits(chance, 6);
        var mail = string.Concat((given + "." + family).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant));
        return new LeakFamily
        {
            Child = Pick(Children),
            Mother = Pick(Mothers),
            Surname = Pick(FamilyNames),
            Home = $"{chance.Next(2, 90)} {Pick(HomeStreets)}",
            HomePostcode = Postcode(chance),
            Given = given,
            Family = family,
            Role = Pick(Roles),
            Telephone = telephone,
            Email = mail + chance.Next(10, 99).ToString(CultureInfo.InvariantCulture) + "@example.org",
            HouseNumber = chance.Next(2, 190).ToString(CultureInfo.InvariantCulture),
            Street = Pick(Streets),
            Town = "Marlsea",
            Postcode = Postcode(chance),
            Hidden = hidden
                ? new HiddenPlace(
                    Pick(HiddenNames),
                    chance.Next(2, 190).ToString(CultureInfo.InvariantCulture),
                    Pick(HiddenStreets),
                    Pick(HiddenTowns),
                    Postcode(chance),
                    "1000" + LeakFamily.Digits(chance, 8)
                )
                : null,
        };
    }

    private static string Postcode(Random chance) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Z{(char)('A' + chance.Next(26))}{chance.Next(1, 99)} {chance.Next(1, 10)}{Letter(chance)}{Letter(chance)}"
        );

    private static char Letter(Random chance) => "ABDEFGHJLNPQRSTUWXYZ"[chance.Next(20)];
}
