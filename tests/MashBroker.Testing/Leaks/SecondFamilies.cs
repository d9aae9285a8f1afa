using System.Globalization;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>Families of the second pair of generators: other names, places and callings than the first's.</summary>
internal static class SecondFamilies
{
    private static readonly string[] Names =
    [
        "Bronwyn Ellery",
        "Tadeusz Wojcik",
        "Oluwaseun Adeyemi",
        "Hyacinth Beaumont",
        "Dafydd Morgan",
        "Siân Rees-Hughes",
        "Renée Dubois",
        "Xiu Chen",
        "Harpreet Dhillon",
        "Róisín Brady",
        "Joy Field",
        "Dawn Rivers",
        "Frank Best",
        "Penny Lane",
        "Art Price",
        "Summer Winters",
        "Nicholas Ashcroft",
        "Susan Pettigrew",
        "Dorothy Lightfoot",
        "Christopher Marlow",
        "Victoria Haddon",
        "Rebecca Sowerby",
        "Theresa Goodall",
        "Lawrence Nightingale",
        "Beatrice Fotheringham",
        "Yusuf Karim",
        "Ifeoma Okafor",
        "Edward Longbottom",
        "Alison Featherstone",
        "Peter Cholmondeley",
        "Josephine St Clair",
        "Henry van Dyke",
        "Eileen McGillicuddy",
        "Iain FitzGerald",
        "Violet Hardcastle",
        "Angela D'Souza",
        "Winifred Tattersall",
        "Raymond Birtwistle",
        "Jacqueline Postlethwaite",
        "Norman Quigley",
    ];

    private static readonly string[] Children =
    [
        "Alfie",
        "Scarlett",
        "Reuben",
        "Amber-Leigh",
        "Kai",
        "Lacey",
        "Ibrahim",
        "Maja",
        "Zac",
        "Evie-Mae",
        "Tamzin",
        "Kofi",
    ];

    private static readonly string[] Mothers =
    [
        "Stacey",
        "Rochelle",
        "Ewelina",
        "Charmaine",
        "Joanne",
        "Hayley",
        "Nazia",
        "Tara",
    ];

    private static readonly string[] Surnames =
    [
        "Grimshaw",
        "Nowak",
        "Oyelaran",
        "Tunnicliffe",
        "Peacock",
        "Dobson",
        "Szymanska",
        "Blenkinsop",
        "Mistry",
        "Hargreaves",
    ];

    private static readonly string[] Streets =
    [
        "Cobden Street",
        "St Aidan's Road",
        "The Shambles",
        "Long Meadow",
        "Primrose Hill",
        "Wharfedale Avenue",
        "Albert Terrace",
        "Cuckoo Lane",
        "Heol y Coed",
        "Fishergate",
        "Queen's Parade",
        "Copperfield Mews",
        "Upper Brook Street",
        "Bramble Close",
    ];

    private static readonly string[] Homes =
    [
        "Rowan Drive",
        "Westgate Road",
        "Coronation Square",
        "Acacia Avenue",
        "Tithebarn Street",
    ];

    private static readonly string[] Hides =
    [
        "Magnolia House|Juniper Way|Brackenford",
        "Stepping Stones|Cathedral Close|Ashminster",
        "Rainbow Lodge|Dovecote Lane|Little Haverby",
        "Sanctuary Court|Weavers Fold|Port Selwyn",
        "The Old Vicarage|Church Street|Nether Poppleby",
        "Amber House|Tollgate Road|Kirkham Bay",
    ];

    private static readonly string[] Roles =
    [
        "Great-aunt",
        "Dog walker",
        "Retired nurse",
        "Vicar",
        "Bus driver",
        "Lollipop lady",
        "Cleaner",
        "Lives upstairs",
        "Work colleague of father",
        "Sister-in-law",
        "Godmother",
        "Postman",
        "Piano teacher",
        "Publican",
        "Delivery driver",
        "Church member",
        "Takeaway owner",
        "Paternal grandmother",
        "Next-door neighbour",
        "Mum of a school friend",
        "Former partner of father",
        "Window cleaner",
        "Foodbank volunteer",
        "Flatmate",
        "Scout leader",
        "Taxi driver",
        "Concerned resident",
        "Nan",
        "Step-grandfather",
    ];

    public static LeakFamily One(Random chance, bool hidden)
    {
        string Pick(string[] from) => from[chance.Next(from.Length)];
        var name = Pick(Names);
        var cut = name.IndexOf(' ', StringComparison.Ordinal);
        var place = Pick(Hides).Split('|');
        var bare = string.Concat(name[(cut + 1)..].Where(char.IsAsciiLetter)).ToLowerInvariant();
        return new LeakFamily
        {
            Child = Pick(Children),
            Mother = Pick(Mothers),
            Surname = Pick(Surnames),
            Home = $"{chance.Next(100, 250)} {Pick(Homes)}",
            HomePostcode = Postcode(chance, 'X'),
            Given = name[..cut],
            Family = name[(cut + 1)..],
            Role = Pick(Roles),
            Telephone = chance.Next(3) switch
            {
                0 => "+44 7911 " + LeakFamily.Digits(chance, 6),
                1 => "(0113) 496 " + LeakFamily.Digits(chance, 4),
                _ => "07" + LeakFamily.Digits(chance, 9),
            },
            Email =
                (
                    chance.Next(3) switch
                    {
                        0 => $"{char.ToLowerInvariant(name[0])}{bare}",
                        1 => $"{bare}_{chance.Next(50, 99).ToString(CultureInfo.InvariantCulture)}",
                        _ => "sunnyside" + chance.Next(1000, 9999).ToString(CultureInfo.InvariantCulture),
                    }
                ) + "@mailbox.example",
            HouseNumber = chance.Next(1, 99).ToString(CultureInfo.InvariantCulture) + (chance.Next(6) == 0 ? "b" : ""),
            Street = Pick(Streets),
            Town = "Otterby",
            Postcode = Postcode(chance, 'Q'),
            Kind = ReferrerKind.MemberOfPublic,
            Hidden = hidden
                ? new HiddenPlace(
                    place[0],
                    chance.Next(1, 99).ToString(CultureInfo.InvariantCulture),
                    place[1],
                    place[2],
                    Postcode(chance, 'J'),
                    "20" + LeakFamily.Digits(chance, 9)
                )
                : null,
        };
    }

    private static string Postcode(Random chance, char area) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{area}{(char)('A' + chance.Next(26))}{chance.Next(1, 30)} {chance.Next(1, 10)}{"ABDEFGHJLNPQRSTUWXYZ"[chance.Next(20)]}{"ABDEFGHJLPQSUWXYZ"[chance.Next(17)]}"
        );
}
