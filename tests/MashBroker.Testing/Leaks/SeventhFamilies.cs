using System.Globalization;

namespace MashBroker.Testing.Leaks;

/// <summary>A family of the seventh set: the contact's facts, what the referrer is called, and who is she and who is he.</summary>
internal sealed record SeventhFamily(LeakFamily Facts, string Short, bool Girl, bool Woman)
{
    /// <summary>The family's names and pronouns in place of their marks.</summary>
    public string Fill(string text) =>
        Put(
            text,
            ("{C}", Facts.Child),
            ("{M}", Facts.Mother),
            ("{home}", Facts.Home),
            ("{he}", Girl ? "she" : "he"),
            ("{He}", Girl ? "She" : "He"),
            ("{him}", Girl ? "her" : "him"),
            ("{his}", Girl ? "her" : "his")
        );

    /// <summary>Whoever referred, by name, number and address, and the hidden place, in place of their marks.</summary>
    public string Tell(string text)
    {
        var number = Facts.Telephone.Replace(" ", "", StringComparison.Ordinal);
        var told = Put(
            text,
            ("{given}", Facts.Given),
            ("{family}", Facts.Family),
            ("{short}", Short),
            ("{title}", Woman ? "Mrs" : "Mr"),
            ("{initials}", $"{Facts.Given[0]}{Facts.Family[0]}"),
            ("{r}", Woman ? "she" : "he"),
            ("{rm}", Woman ? "her" : "him"),
            ("{rs}", Woman ? "her" : "his"),
            ("{tel}", Facts.Telephone),
            ("{close}", number),
            ("{tail}", number[^4..]),
            ("{mail}", Facts.Email),
            ("{no}", Facts.HouseNumber),
            ("{street}", Facts.Street),
            ("{town}", Facts.Town),
            ("{code}", Facts.Postcode)
        );
        return Facts.Hidden is not { } place
            ? told
            : Put(
                told,
                ("{place}", place.Name),
                ("{hidden no}", place.Number),
                ("{hidden street}", place.Street),
                ("{hidden town}", place.Town),
                ("{hidden code}", place.Postcode)
            );
    }

    private static string Put(string text, params (string Mark, string With)[] all) =>
        all.Aggregate(text, (so, one) => so.Replace(one.Mark, one.With, StringComparison.Ordinal));
}

/// <summary>Invented families of the seventh set.</summary>
internal static class SeventhFamilies
{
    private static readonly string[] Girls = ["Maisie", "Aleena", "Nia", "Temi", "Oliwia", "Skye", "Rojin", "Bethan"];
    private static readonly string[] Boys = ["Alfie", "Yusuf", "Kofi", "Rhodri", "Szymon", "Jayden", "Arjan", "Corey"];
    private static readonly string[] Mothers = ["Gemma", "Nasreen", "Folake", "Magda", "Kirsty", "Delyth", "Simone"];
    private static readonly string[] Surnames =
    [
        "Tattersall",
        "Mirza",
        "Agyeman",
        "Pritchard",
        "Zielinski",
        "Kaur Gill",
        "Rae",
    ];

    private static readonly (string Given, string Short)[] Women =
    [
        ("Maureen", "Mo"),
        ("Christine", "Chrissie"),
        ("Samantha", "Sam"),
        ("Philippa", "Pip"),
        ("Josephine", "Josie"),
        ("Nasim", "Nas"),
        ("Aleksandra", "Ola"),
        ("Olufunke", "Funke"),
        ("Gurpreet", "Preeti"),
        ("Myfanwy", "Myf"),
        ("Catriona", "Cat"),
        ("Blessing", "Bless"),
        ("Bernadette", "Bernie"),
        ("Hope", "Hopey"),
        ("June", "Junie"),
        ("Valentina", "Val"),
        ("Winsome", "Winnie"),
        ("Thuy", "Thuy"),
    ];

    private static readonly (string Given, string Short)[] Men =
    [
        ("Anthony", "Tony"),
        ("Stanislaw", "Stan"),
        ("Ifeanyi", "Ify"),
        ("Frederick", "Fred"),
        ("Gwilym", "Gwil"),
        ("Iqbal", "Iqbal"),
        ("Derek", "Del"),
        ("Angus", "Gus"),
        ("Dimitar", "Mitko"),
        ("Winston", "Win"),
        ("Jaswinder", "Jas"),
        ("Robert", "Bob"),
        ("Cornelius", "Con"),
        ("Mehmet", "Memo"),
        ("Will", "Willie"),
    ];

    private static readonly string[] Family =
    [
        "Entwistle",
        "Rahman",
        "Okafor",
        "Pocock",
        "Drummond",
        "Gethin",
        "Malinowski",
        "Sandhu",
        "Delaney",
        "Asante",
        "Karaca",
        "Bickerstaff",
        "Nguyen",
        "Petrov",
        "Campbell-Reid",
        "Thistlethwaite",
        "Mensah",
        "Hardcastle",
        "Brook",
        "Winter",
        "Sharp",
        "Cross",
    ];

    private static readonly (string Street, string Town, string Code)[] Places =
    [
        ("Fulling Mill Lane", "Haverstock", "HX"),
        ("Sycamore Grove", "Prestbury Green", "SK"),
        ("Balaclava Street", "Ormsley", "PR"),
        ("Kirk Brae", "Auchterlie", "KY"),
        ("Clos y Deri", "Llanharan Isaf", "CF"),
        ("Fishergate Row", "Withernholme", "HU"),
        ("Elgar Close", "Long Marston", "WR"),
        ("Trelawny Road", "St Ewan", "PL"),
    ];

    private static readonly (string Home, string Code)[] Homes =
    [
        ("33 Parkside Mews", "LE67 4ND"),
        ("Flat 12, Bevan Court", "B31 6TQ"),
        ("8 Quarry Cottages", "DL14 9RS"),
        ("204 Wharf Road", "NG16 2HE"),
    ];

    private static readonly HiddenPlace[] Hidden =
    [
        new("Harebell House", "17", "Signal Street", "Cromarth", "IV11 8PJ", "100120554871"),
        new("Lantern Lodge", "62", "Osprey Way", "Seathorne", "PE25 7QD", "100030998124"),
        new("Maple Hurst", "4", "Dovecote Row", "Ludbridge", "SY8 3XN", "100070431556"),
        new("Gannet Court", "129", "Cable Road", "Trewarren", "TQ6 5LW", "100040227719"),
    ];

    public static SeventhFamily One(Random chance, string role, bool woman, bool hidden)
    {
        var girl = chance.Next(2) == 0;
        var (given, call) = Of(chance, woman ? Women : Men);
        var family = Of(chance, Family);
        var (street, town, code) = Of(chance, Places);
        var (home, homeCode) = Of(chance, Homes);
        var facts = new LeakFamily
        {
            Child = Of(chance, girl ? Girls : Boys),
            Mother = Of(chance, Mothers),
            Surname = Of(chance, Surnames),
            Home = home,
            HomePostcode = homeCode,
            Given = given,
            Family = family,
            Role = role,
            Telephone = $"07700 900{LeakFamily.Digits(chance, 3)}",
            Email =
                $"{call.ToLowerInvariant()}.{Letters(family)}@{Of(chance, ["homepost.example", "valenet.example"])}",
            HouseNumber = chance.Next(3, 99).ToString(CultureInfo.InvariantCulture),
            Street = street,
            Town = town,
            Postcode = $"{code}{chance.Next(2, 29)} {chance.Next(1, 9)}{Of(chance, ["AA", "EJ", "LN", "TW"])}",
            Hidden = hidden ? Of(chance, Hidden) : null,
        };
        return new SeventhFamily(facts, call, girl, woman);
    }

    public static T Of<T>(Random chance, IReadOnlyList<T> all) => all[chance.Next(all.Count)];

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
