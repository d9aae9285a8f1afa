namespace MashBroker.Testing.Families;

/// <summary>Names that <see cref="FamilyGenerator"/> draws from.</summary>
internal static class NamePool
{
    public static readonly string[] Girls =
    [
        "Amelia",
        "Bethany",
        "Caitlin",
        "Daisy",
        "Eleanor",
        "Florence",
        "Georgia",
        "Harriet",
        "Imogen",
        "Jasmine",
        "Katherine",
        "Lily",
        "Matilda",
        "Naomi",
        "Olivia",
        "Phoebe",
        "Rebecca",
        "Samantha",
        "Tabitha",
        "Victoria",
        "Charlotte",
        "Elizabeth",
        "Jessica",
        "Priya",
        "Aaliyah",
        "Nadia",
        "Rosie",
        "Skye",
        "Willow",
        "Zara",
    ];

    public static readonly string[] Boys =
    [
        "Adam",
        "Benjamin",
        "Christopher",
        "Daniel",
        "Edward",
        "Frederick",
        "George",
        "Harvey",
        "Isaac",
        "Joseph",
        "Kieran",
        "Logan",
        "Matthew",
        "Nathan",
        "Oscar",
        "Patrick",
        "Ryan",
        "Samuel",
        "Thomas",
        "William",
        "Alexander",
        "Dominic",
        "Hamza",
        "Ishaan",
        "Jordan",
        "Leo",
        "Mason",
        "Reuben",
        "Theo",
        "Zachary",
    ];

    public static readonly string[] Families =
    [
        "Ainscough",
        "Bramley",
        "Catterall",
        "Duxbury",
        "Entwistle",
        "Fairhurst",
        "Greenhalgh",
        "Halsall",
        "Ince",
        "Kershaw",
        "Leyland",
        "Molyneux",
        "Northcote",
        "Ormerod",
        "Pilkington",
        "Quayle",
        "Rimmer",
        "Scarisbrick",
        "Tyldesley",
        "Unsworth",
        "Vernon",
        "Winstanley",
        "Yarwood",
        "Begum",
        "Sharma",
        "Adeyemi",
        "Mensah",
        "Nowak",
        "Ferreira",
        "Popescu",
        "Hartley",
        "Bickerstaffe",
        "Clegg",
        "Dobson",
        "Eccles",
        "Formby",
        "Gaskell",
        "Hesketh",
        "Lathom",
        "Marsh",
        "Norris",
        "Parr",
        "Rigby",
        "Sefton",
        "Threlfall",
        "Walmsley",
    ];

    /// <summary>Twins one letter or one sound apart.</summary>
    public static readonly (string First, string Second, string Gender)[] NearPairs =
    [
        ("Ellie", "Ella", "female"),
        ("Amy", "Amie", "female"),
        ("Maya", "Mya", "female"),
        ("Kayla", "Kyla", "female"),
        ("Taylor", "Tyler", "male"),
        ("Aidan", "Jaidan", "male"),
        ("Connor", "Conan", "male"),
        ("Jaden", "Jayden", "male"),
    ];

    public static readonly (string First, string Second, string Gender)[] SameInitialPairs =
    [
        ("Jack", "James", "male"),
        ("Harry", "Henry", "male"),
        ("Lucas", "Liam", "male"),
        ("Sophie", "Sienna", "female"),
        ("Millie", "Megan", "female"),
        ("Abigail", "Alice", "female"),
    ];

    /// <summary>Family names of unrelated neighbours that a careless clerk would confuse.</summary>
    public static readonly (string First, string Second)[] NearFamilies =
    [
        ("Rahman", "Rahmani"),
        ("Clark", "Clarkson"),
        ("Robert", "Roberts"),
        ("Marsden", "Marston"),
        ("Hussain", "Hussein"),
        ("Davis", "Davies"),
    ];

    public static readonly string[] MarkedFamilies =
    [
        "O'Connor-D'Arcy",
        "O'Brien",
        "D'Souza",
        "Smith-Hale",
        "Fitz-Gerald",
        "O'Hare-Lynch",
        "Abdul-Rahim",
    ];

    public static readonly (string Given, string Family, string Gender)[] Accented =
    [
        ("Zoë", "Lefèvre", "female"),
        ("Chloé", "Brontëwood", "female"),
        ("José", "Muñoz", "male"),
        ("Björn", "Ångström", "male"),
        ("Inês", "Gonçalves", "female"),
        ("Anaïs", "Béranger", "female"),
    ];

    public static readonly (string Given, string Family, string Gender)[] Polish =
    [
        ("Łukasz", "Wójcik", "male"),
        ("Żaneta", "Dąbrowska", "female"),
        ("Małgorzata", "Kozłowska", "female"),
        ("Paweł", "Zieliński", "male"),
        ("Święta", "Jabłońska", "female"),
    ];

    public static readonly (string Given, string Family, string Gender)[] Welsh =
    [
        ("Gwenllïan", "ap Rhys", "female"),
        ("Llŷr", "ap Huw", "male"),
        ("Siân", "ferch Dafydd", "female"),
        ("Tomôs", "ap Iorwerth", "male"),
    ];

    public static readonly WrittenTwice[] Cyrillic =
    [
        new("Максим", "Коваленко", "Maksym", "Kovalenko", "Maxim", "male"),
        new("Софія", "Шевченко", "Sofiia", "Shevchenko", "Sofiya", "female"),
        new("Андрій", "Бондаренко", "Andrii", "Bondarenko", "Andriy", "male"),
        new("Юлія", "Ткаченко", "Yuliia", "Tkachenko", "Julia", "female"),
    ];

    public static readonly WrittenTwice[] Arabic =
    [
        new("يوسف", "الحسن", "Yusuf", "Al-Hassan", "Youssef", "male"),
        new("مريم", "الخطيب", "Maryam", "Al-Khatib", "Mariam", "female"),
        new("محمد", "العلي", "Mohammed", "Al-Ali", "Muhammad", "male"),
        new("فاطمة", "النجار", "Fatima", "Al-Najjar", "Fatma", "female"),
    ];

    public static readonly WrittenTwice[] OtherScript =
    [
        new("浩然", "陈", "Haoran", "Chen", "Hao Ran", "male"),
        new("美玲", "林", "Meiling", "Lin", "Mei Ling", "female"),
        new("ナオミ", "田中", "Naomi", "Tanaka", "Naomi", "female"),
        new("Γιώργος", "Νικολάου", "Giorgos", "Nikolaou", "Yiorgos", "male"),
    ];

    public static readonly IReadOnlyDictionary<string, string> Short = new Dictionary<string, string>
    {
        ["Benjamin"] = "Ben",
        ["Christopher"] = "Chris",
        ["Daniel"] = "Dan",
        ["Edward"] = "Ted",
        ["Frederick"] = "Fred",
        ["Joseph"] = "Joe",
        ["Matthew"] = "Matt",
        ["Nathan"] = "Nate",
        ["Samuel"] = "Sam",
        ["Thomas"] = "Tom",
        ["William"] = "Bill",
        ["Alexander"] = "Alex",
        ["Zachary"] = "Zac",
        ["Bethany"] = "Beth",
        ["Katherine"] = "Kate",
        ["Rebecca"] = "Becky",
        ["Samantha"] = "Sam",
        ["Victoria"] = "Vicky",
        ["Charlotte"] = "Lottie",
        ["Elizabeth"] = "Liz",
        ["Jessica"] = "Jess",
        ["Matilda"] = "Tilly",
    };

    public static readonly string[] Streets =
    [
        "Larch",
        "Whinfield",
        "Signal",
        "Furnace",
        "Quay",
        "Cooper's",
        "Millrace",
        "Sandpiper",
        "Orchard",
        "Tannery",
        "Canal",
        "Viaduct",
        "Beacon",
        "Granary",
        "Foundry",
        "Station",
        "Meadowsweet",
        "Copperfield",
        "Anchor",
        "Exchange",
        "Weaver's",
        "Kestrel",
        "Lantern",
        "Bell",
        "Pinfold",
        "Ropewalk",
        "Trinity",
        "Cowslip",
        "Barley",
        "St Brannoc's",
    ];

    public static readonly string[] StreetEndings =
    [
        "Road",
        "Street",
        "Lane",
        "Close",
        "Terrace",
        "Gardens",
        "Mews",
        "Court",
        "Avenue",
        "Row",
        "Walk",
        "Green",
    ];
}

/// <summary>A name in its own script, in Latin letters, and in another clerk's Latin letters.</summary>
internal sealed record WrittenTwice(
    string Given,
    string Family,
    string LatinGiven,
    string LatinFamily,
    string OtherGiven,
    string Gender
);
