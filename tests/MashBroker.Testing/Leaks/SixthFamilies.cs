using System.Globalization;

namespace MashBroker.Testing.Leaks;

/// <summary>A family of the sixth set, with what a worker also calls whoever referred.</summary>
/// <param name="Short">What the referrer is called among friends; the given name where there is no such name.</param>
/// <param name="Heard">The given and the family name as somebody writes them who only heard them.</param>
/// <param name="NextDoor">The referrer lives in the family's own street: the street alone tells nothing.</param>
internal sealed record SixthFamily(
    LeakFamily Facts,
    string Short,
    (string Given, string Family) Heard,
    bool Girl,
    bool Woman,
    bool NextDoor
)
{
    /// <summary>The child's, the mother's and the referrer's names and pronouns in place of their marks.</summary>
    public string Fill(string text) =>
        text.Replace("{C}", Facts.Child, StringComparison.Ordinal)
            .Replace("{M}", Facts.Mother, StringComparison.Ordinal)
            .Replace("{he}", Girl ? "she" : "he", StringComparison.Ordinal)
            .Replace("{He}", Girl ? "She" : "He", StringComparison.Ordinal)
            .Replace("{him}", Girl ? "her" : "him", StringComparison.Ordinal)
            .Replace("{his}", Girl ? "her" : "his", StringComparison.Ordinal)
            .Replace("{r}", Woman ? "she" : "he", StringComparison.Ordinal)
            .Replace("{R}", Woman ? "She" : "He", StringComparison.Ordinal)
            .Replace("{rs}", Woman ? "her" : "his", StringComparison.Ordinal)
            .Replace("{rm}", Woman ? "her" : "him", StringComparison.Ordinal);
}

/// <summary>Invented families of the sixth set: names as they are met in Britain, some of them common words.</summary>
internal static class SixthFamilies
{
    private static readonly string[] Girls = ["Amelie", "Zuzanna", "Keisha", "Aoife", "Inaya", "Poppy", "Seren"];
    private static readonly string[] Boys = ["Tyrell", "Jakub", "Finley", "Haroon", "Dafydd", "Obinna", "Callum"];
    private static readonly string[] Mothers =
    [
        "Leanne",
        "Chantelle",
        "Oksana",
        "Rukhsana",
        "Cerys",
        "Bukola",
        "Hayley",
    ];

    private static readonly string[] Surnames =
    [
        "Lathbury",
        "Demir",
        "Quartey",
        "Penhaligon",
        "Bashir",
        "Sobczak",
        "Ridsdale",
        "Morgan-Lisle",
        "Thapa",
    ];

    // Given name, what friends say, and how it is written by ear.
    private static readonly (string Given, string Short, string Heard)[] Women =
    [
        ("Rebecca", "Becky", "Rebekah"),
        ("Margaret", "Maggie", "Margret"),
        ("Katarzyna", "Kasia", "Katarzina"),
        ("Siobhan", "Shiv", "Shivaun"),
        ("Patricia", "Trish", "Patrisha"),
        ("Sukhvinder", "Sukhi", "Sukvinder"),
        ("Dorothy", "Dot", "Dorothey"),
        ("Jacqueline", "Jackie", "Jaqueline"),
        ("Charmaine", "Char", "Sharmaine"),
        ("Niamh", "Niamh", "Neeve"),
        ("Xiaoling", "Ling", "Shaoling"),
        ("Fatoumata", "Fatou", "Fatumata"),
        ("Rose", "Rosie", "Roze"),
        ("Grace", "Gracie", "Grayce"),
        ("Dawn", "Dawnie", "Dawne"),
        ("Bronwen", "Bron", "Bronwyn"),
        ("Yetunde", "Yetty", "Yetunda"),
        ("Gulsen", "Gul", "Gulshen"),
        ("Elizabeth", "Liz", "Elisabeth"),
    ];

    private static readonly (string Given, string Short, string Heard)[] Men =
    [
        ("Oluwaseun", "Seun", "Oluwashaun"),
        ("Mohammed", "Mo", "Muhammad"),
        ("William", "Bill", "Willam"),
        ("Kenneth", "Kenny", "Keneth"),
        ("Abdirahman", "Abdi", "Abdurahman"),
        ("Marek", "Marek", "Marrick"),
        ("Geraint", "Ger", "Geraynt"),
        ("Alasdair", "Ally", "Alistair"),
        ("Zbigniew", "Zbyszek", "Zbignev"),
        ("Leroy", "Roy", "Leeroy"),
        ("Mark", "Marky", "Marc"),
        ("Christos", "Chris", "Kristos"),
        ("Terence", "Terry", "Terrance"),
        ("Gurdeep", "Gurdy", "Gurdip"),
    ];

    private static readonly (string Name, string Heard)[] Family =
    [
        ("Hetherington", "Heatherington"),
        ("Adeyemi", "Adeyami"),
        ("Wozniak", "Vozniak"),
        ("Choudhury", "Chowdhry"),
        ("O'Shaughnessy", "O'Shaunessy"),
        ("Fairclough", "Faircluff"),
        ("Llewellyn", "Lewellin"),
        ("Papadopoulos", "Papadopolous"),
        ("MacGillivray", "McGilvray"),
        ("Brathwaite", "Braithwaite"),
        ("Yilmaz", "Yilmas"),
        ("Hussain", "Hussein"),
        ("Dhillon", "Dillon"),
        ("Ferreira", "Ferrera"),
        ("Osei-Bonsu", "Osay Bonsu"),
        ("Warsame", "Warsami"),
        ("Wood", "Woods"),
        ("Young", "Yonge"),
        ("Price", "Pryce"),
        ("Cook", "Cooke"),
    ];

    private static readonly (string Street, string Town, string Code)[] Places =
    [
        ("Tannery Road", "Wexcombe", "SN"),
        ("St Oswald's Avenue", "Marfield", "WF"),
        ("Cuckoo Close", "Nether Sowerby", "CA"),
        ("Inkerman Terrace", "Blaydon Moor", "NE"),
        ("Heol y Felin", "Aberclydach", "SA"),
        ("Lochside Crescent", "Kilbrannan", "PA"),
        ("Jubilee Gardens", "Thornaby Cross", "TS"),
        ("Pightle Lane", "Stoke Allerby", "IP"),
    ];

    private static readonly (string Home, string Code)[] Homes =
    [
        ("9 Maltkiln Row", "DE55 4PL"),
        ("Flat 3, Attlee House", "M40 8QT"),
        ("27 Bishop's Drive", "EX17 3NB"),
        ("112b Station Approach", "CR8 5GH"),
    ];

    private static readonly HiddenPlace[] Hidden =
    [
        new("Larkrise House", "23", "Tidemill Walk", "Porthcarrow", "TR26 9QX", "100040711283"),
        new("Old Granary Cottage", "5", "Drovers Road", "East Wickering", "NR27 8ZP", "100091556120"),
        new("Juniper Lodge", "87", "Caerleon Street", "Llanfechan", "LD7 4WT", "100100478815"),
        new("Endeavour Court", "41", "Whinfell Avenue", "Silverholme", "LA5 6XJ", "100012693307"),
        new("Cedar View", "160", "Ardmillan Place", "Strathaird", "KA26 7HB", "100086240914"),
    ];

    // Ranges kept free for plays and films, so that nobody's telephone rings.
    private static readonly string[] Dialling = ["07700 900", "07700 900", "01632 960", "0161 496 0", "0113 496 0"];

    /// <param name="woman">Whether the role is a woman's; null: either.</param>
    public static SixthFamily One(Random chance, string role, bool? woman, bool hidden)
    {
        var her = woman ?? chance.Next(2) == 0;
        var girl = chance.Next(2) == 0;
        var (given, call, heard) = Of(chance, her ? Women : Men);
        var (family, familyHeard) = Of(chance, Family);
        var (street, town, code) = Of(chance, Places);
        var nextDoor = role == "Neighbour" && chance.Next(2) == 0;
        var number = chance.Next(3, 170);
        var postcode = $"{code}{chance.Next(2, 29)} {chance.Next(1, 9)}{Of(chance, ["AB", "DX", "HJ", "PU", "WZ"])}";
        var (home, homeCode) = nextDoor ? ($"{number + 2} {street}", postcode) : Of(chance, Homes);
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
            Telephone = Telephone(chance),
            Email = Email(chance, given, call, family),
            HouseNumber = number.ToString(CultureInfo.InvariantCulture),
            Street = street,
            Town = town,
            Postcode = postcode,
            Hidden = hidden ? Of(chance, Hidden) : null,
        };
        return new SixthFamily(facts, call, (heard, familyHeard), girl, her, nextDoor);
    }

    public static T Of<T>(Random chance, IReadOnlyList<T> all) => all[chance.Next(all.Count)];

    private static string Telephone(Random chance)
    {
        var start = Of(chance, Dialling);
        return start + LeakFamily.Digits(chance, 11 - start.Count(char.IsAsciiDigit));
    }

    private static string Email(Random chance, string given, string call, string family)
    {
        var (first, last, year) = (Plain(given), Plain(family), chance.Next(51, 99));
        var local = chance.Next(4) switch
        {
            0 => $"{first}.{last}",
            1 => $"{first[0]}.{last}{year}",
            2 => $"{Plain(call)}{last}",
            _ => $"{last}_{first}",
        };
        return $"{local}@{Of(chance, ["hillmail.example", "kirkpost.example", "inbox.example"])}";
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
