using System.Globalization;

namespace MashBroker.Testing.Leaks;

/// <summary>Invented families of the fourth set: names that are words, months, colours and trades, and none that is.</summary>
internal static class FourthFamilies
{
    private static readonly string[] Children = ["Tegan", "Rafi", "Ottilie", "Kian", "Blessing", "Jaspreet", "Ioan"];
    private static readonly string[] Mothers = ["Kerensa", "Shanice", "Mireille", "Agnieszka", "Tamsin"];
    private static readonly string[] Surnames = ["Trewhella", "Obi-Nash", "Farquharson", "Gill", "Kowalczuk"];

    private static readonly string[] Given =
    [
        "Rosamund",
        "Desmond",
        "Violet",
        "Frank",
        "Theodora",
        "Anthony",
        "Eilidh",
        "Nkechi",
        "Katherine",
        "Olive",
        "Gwendolyn",
        "Ravinder",
    ];

    private static readonly string[] Family =
    [
        "Birtwhistle",
        "Cholmondeley",
        "Green",
        "Abernethy",
        "Okonjo",
        "Rawcliffe",
        "Day",
        "Szymanski",
        "Lovelace-Hunt",
        "McGillicuddy",
        "Postlethwaite",
        "Singh Rai",
    ];

    private static readonly (string Street, string Town, string Code)[] Places =
    [
        ("Ropewalk Lane", "Stannerford", "OX"),
        ("Gallows Hill", "Upper Tarrow", "DT"),
        ("Magnolia Gardens", "Brackenholme", "YO"),
        ("Priory Wynd", "Castle Dunning", "PH"),
    ];

    public static LeakFamily One(Random chance, string role, bool hidden)
    {
        var (given, family) = (Of(chance, Given), Of(chance, Family));
        var (street, town, code) = Of(chance, Places);
        return new LeakFamily
        {
            Child = Of(chance, Children),
            Mother = Of(chance, Mothers),
            Surname = Of(chance, Surnames),
            Home = "61 Weavers Yard",
            HomePostcode = "CV31 5LK",
            Given = given,
            Family = family,
            Role = role,
            Telephone = "07700 9" + LeakFamily.Digits(chance, 5),
            Email = $"{given.ToLowerInvariant()}.{family.Split(' ', '-')[0].ToLowerInvariant()}@postbox.example",
            HouseNumber = chance.Next(101, 180).ToString(CultureInfo.InvariantCulture),
            Street = street,
            Town = town,
            Postcode = $"{code}{chance.Next(2, 29)} {chance.Next(1, 9)}BD",
            Hidden = hidden
                ? new HiddenPlace(
                    "Quillfeather Court",
                    "308",
                    "Saltmarsh Parade",
                    "Inverbraddan",
                    "KW17 9JZ",
                    "100090123456"
                )
                : null,
        };
    }

    public static T Of<T>(Random chance, IReadOnlyList<T> all) => all[chance.Next(all.Count)];
}
