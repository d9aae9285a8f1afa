using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>
/// Texts written by somebody who had not seen the leak check: what tired people put into a summary, with what gives a caller or a
/// safe address away, and without. Invented families only.
/// </summary>
public sealed class HeldOutTexts(int seed)
{
    private static readonly string[] Given =
    [
        "Geraldine",
        "Doreen",
        "Pradeep",
        "Siobhan",
        "Malachy",
        "Oluwaseun",
        "Bronagh",
        "Terence",
        "Zofia",
        "Winifred",
        "Kwabena",
        "Leonora",
        "Hamish",
        "Ingrid",
        "Yevgenia",
        "Bernadette",
        "Cuthbert",
        "Aaliyah",
        "Jean-Luc",
        "Philippa",
    ];

    private static readonly string[] Family =
    [
        "Oakenshaw",
        "Fairclough",
        "Mukherjee",
        "O'Rafferty",
        "Tattersall",
        "Adeyemi-Cole",
        "Wojtkiewicz",
        "Grimshaw",
        "Penhaligon",
        "MacAskill",
        "Thistlewood",
        "van der Meer",
        "Illingworth",
        "Ó Súilleabháin",
        "Quarmby",
        "Satterthwaite",
    ];

    private static readonly string[] Streets =
    [
        "Larch Close",
        "Tanyard Lane",
        "Cinder Hill Road",
        "Beckside Avenue",
        "Gasworks Street",
        "Vicarage Crescent",
        "Orchard Mews",
        "Lower Quay",
        "Hawthorn Drive",
        "Station Approach",
    ];

    private static readonly string[] Towns = ["Thornby", "Wexcombe", "Little Marling", "Hexley", "Portscar"];

    private static readonly (string Kind, string[] As)[] Callers =
    [
        (
            "maternal grandmother",
            ["her mum's mum", "the maternal grandmother", "granny on mum's side", "nana", "his nan", "MGM"]
        ),
        ("paternal grandfather", ["granddad", "his dad's father", "the paternal grandfather", "grandpa", "PGF"]),
        (
            "neighbour",
            [
                "the woman next door",
                "a neighbour",
                "the people in the flat below",
                "someone living across the road",
                "the man two doors down",
            ]
        ),
        ("aunt", ["mum's sister", "her auntie", "an aunt of the children", "the aunty", "dad's sister-in-law"]),
        (
            "childminder",
            ["the childminder", "the lady who minds the twins", "his child minder", "the registered minder"]
        ),
        ("landlord", ["the landlord", "the person they rent from", "their landlady"]),
        ("shopkeeper", ["the man at the corner shop", "a local shop owner", "the newsagent", "the lady in the Spar"]),
        (
            "ex-partner",
            ["mum's ex", "a former partner of mother's", "her ex-boyfriend", "the children's stepdad that was"]
        ),
        ("friend of the mother", ["a friend of mum's", "mum's best mate", "one of her friends from church"]),
        ("football coach", ["his football coach", "the man who runs the under-nines", "a volunteer at the club"]),
        ("taxi driver", ["a cab driver", "the taxi driver", "the man who drove them home"]),
        ("cleaner", ["the cleaner", "the lady who does for the family", "her home help"]),
    ];

    private static readonly string[] Verbs =
    [
        "rang us",
        "phoned in",
        "called the hub",
        "got in touch",
        "reported",
        "told us",
        "made the referral",
        "contacted us",
        "raised this",
        "e-mailed",
        "walked into the office",
        "left a voicemail",
        "tipped us off",
        "flagged this up",
    ];

    private static readonly string[] Facts =
    [
        "The child was seen in the garden after dark without a coat.",
        "There was shouting on three nights this week.",
        "The little one had a mark on the left cheek on Monday.",
        "The children are said to be hungry when they arrive anywhere.",
        "The younger boy is left with his sister, who is nine.",
        "A man was heard threatening to hurt the mother.",
        "The house is cold and there is no food in the cupboards.",
        "The baby cries for long stretches and nobody comes.",
        "Mother has been seen asleep in the doorway in the afternoon.",
        "He said that he does not want to go home.",
    ];

    private readonly Random _dice = new(seed);

    /// <summary>Each gives away who called or where the family hides.</summary>
    public IEnumerable<LeakCase> Traps(int number) => Enumerable.Range(0, number).Select(_ => Trap());

    /// <summary>Contacts of the same kinds, and texts that give nothing away.</summary>
    public IEnumerable<LeakCase> HarmlessTexts(int number) => Enumerable.Range(0, number).Select(_ => Harmless());

    private LeakCase Trap()
    {
        var caller = Caller();
        var contact = ContactOf(caller, protectedHome: true);
        var (way, reveal) = Reveal(caller, contact);
        return new LeakCase(way, contact, Mixed(reveal));
    }

    private LeakCase Harmless()
    {
        var caller = Caller();
        var contact = ContactOf(caller, protectedHome: _dice.Next(2) == 0);
        if (_dice.Next(3) == 0)
        {
            contact = contact with
            {
                Referrer = new Referrer
                {
                    Kind = ReferrerKind.Professional,
                    Name = $"{One(Given)} {One(Family)}",
                    Organisation = "Sample Primary School",
                    Role = "teacher",
                },
            };
        }

        string[] plain =
        [
            "He has missed eleven days of school since September, most of them Mondays.",
            "The health visitor weighed the baby on 14 October: 5.2 kg, below the second centile.",
            "Mother was assaulted by her partner on 3 November and went to hospital.",
            "Will is quiet in class; May, his sister, was born in 2019.",
            "Police attended the home at 23:40 and found two adults drunk.",
            "The family came from Hexley in 2024 and the children were not enrolled until this spring.",
            "Father served four months and was released on licence on 2 June.",
            "A bruise of about 3 cm on the upper arm; the explanation has changed twice.",
            "The school says that he asks other children for food.",
            "There are four children in a house with two bedrooms, and the heating does not work.",
            "Mother takes her medication irregularly and has missed two appointments.",
            "The eldest looks after the younger two before school.",
            "She was missing from 21:00 on Friday to 10:00 on Sunday and was found at the station.",
            "He came back from the park with a telephone that nobody had given him.",
            "The nursery has noted the same clothes on four days.",
            "Domestic abuse was recorded in 2021, 2022 and again in June of this year.",
            "The unborn baby is due on 12 January.",
            "A knife was found in his school bag on Thursday.",
            "The parents separated in March. The children live with their father at weekends.",
            "The dentist removed six teeth under general anaesthetic.",
            "NHS number 999 000 0018 was given for the child, without a check.",
            "She has a social worker already at another council, who has been asked for the file.",
            "The mother asks for help with the boy's behaviour at bedtime.",
            "There is a dog in the house that has bitten before.",
            "Mother says that the step-father has never hit them.",
        ];
        var count = 1 + _dice.Next(3);
        var sentences = Enumerable.Range(0, count).Select(_ => One(plain)).Append(One(Facts)).Distinct().ToArray();
        _dice.Shuffle(sentences);
        return new LeakCase("harmless", contact, string.Join(" ", sentences));
    }

    private (string Way, string Text) Reveal(CallerFacts caller, Contact contact)
    {
        var home = contact.People[1].Addresses[0];
        return _dice.Next(24) switch
        {
            0 => ("full name", $"{Cased($"{caller.Given} {caller.Family}")} {One(Verbs)} on Tuesday."),
            1 => (
                "title and name",
                $"{One("Mrs", "Mr", "Ms", "Miss", "mrs.", "MR")} {Cased(caller.Family)} {One(Verbs)}."
            ),
            2 => ("given name", $"According to {caller.Given}, this has gone on since the summer."),
            3 => ("turned name", $"Source: {caller.Family.ToUpperInvariant()}, {caller.Given}."),
            4 => ("misspelt name", $"{Misspelt(caller.Family)} {One(Verbs)} again yesterday."),
            5 => ("initials", $"{caller.Given[0]}. {caller.Family[0]}. {One(Verbs)} and asked what would happen next."),
            6 => (
                "spaced name",
                $"Ring back {string.Join(_dice.Next(2) == 0 ? " " : ".", caller.Family.ToCharArray())} after five."
            ),
            7 => (
                "look-alike letters",
                $"{caller.Family.Replace('a', 'а').Replace('e', 'е').Replace('o', 'о')} {One(Verbs)}."
            ),
            8 => ("joined by nothing seen", $"{caller.Family.Insert(2, "\u200b")} {One(Verbs)}."),
            9 => ("telephone", $"Can be reached on {Written(caller.Telephone)}."),
            10 => ("telephone's end", $"The number ends in {caller.Telephone[^4..]}."),
            11 => (
                "e-mail",
                $"Write to {caller.Email.Replace("@", One("@", " at ", "(at)", " @ "), StringComparison.Ordinal)}."
            ),
            12 => ("street and number", $"Lives at {caller.House} {caller.Street}, so sees everything."),
            13 => ("short street", $"From {caller.House} {Short(caller.Street)} the back garden can be seen."),
            14 => ("postcode", $"Address on file is in {Spaced(caller.Postcode)}."),
            15 or 16 => ("role", $"{Capital(One(caller.As))} {One(Verbs)}."),
            17 => (
                "role and worry",
                $"{Capital(One(caller.As))} is worried and {One("asked us to visit", "wants somebody to look", "would like to stay out of it", "does not want to be named")}."
            ),
            18 => (
                "manner of knowing",
                One(
                    "The caller can hear it through the party wall.",
                    "The person who got in touch collects him from school on Fridays.",
                    "I saw him at my front gate when I put the bins out.",
                    "Whoever rang looks after the children on Wednesdays.",
                    "Please do not tell them that it was me.",
                    "My grandson told me so himself.",
                    "We live opposite and see them come and go.",
                    "Anonymous woman of about sixty with a Scottish accent.",
                    "The informant has known the mother since school.",
                    "She asked that the parents never learn who complained.",
                    "I babysit for them and I am frightened of him.",
                    "The referrer works with the father."
                )
            ),
            19 => (
                "refuge by word",
                One(
                    $"Mother and children are in a refuge in {One(Towns)}.",
                    $"They were moved to a safe house near {One(Towns)} on Sunday.",
                    "She is staying at the women's aid hostel and goes out only to the shop.",
                    $"Placed in emergency safe accommodation on {home.Lines[0]}.",
                    "The refuge worker brings the children to the nursery."
                )
            ),
            20 => ("protected address", $"They now live at {home.Lines[0]}."),
            21 => ("protected street", $"Post goes to {Short(home.Lines[0])}, {home.Lines[1]}."),
            22 => ("protected postcode", $"New home: {Spaced(home.Postcode!)}."),
            _ => (
                "protected address in capitals",
                $"SHE HAS MOVED TO {home.Lines[0].ToUpperInvariant()} AND HE MUST NOT KNOW."
            ),
        };
    }

    private CallerFacts Caller()
    {
        var (kind, called) = One(Callers);
        var (given, family) = (One(Given), One(Family));
        var plain = new string([.. family.Where(char.IsAsciiLetter)]).ToLowerInvariant();
        return new CallerFacts(
            given,
            family,
            kind,
            called,
            string.Create(CultureInfo.InvariantCulture, $"07700900{_dice.Next(1000):000}"),
            $"{plain}{_dice.Next(10, 99)}@mail.example",
            (2 + _dice.Next(190)).ToString(CultureInfo.InvariantCulture),
            One(Streets),
            $"{One("LS", "BN", "NG", "TR")}{_dice.Next(1, 19)} {_dice.Next(1, 9)}{One("XZ", "QD", "HW", "PJ")}"
        );
    }

    private Contact ContactOf(CallerFacts caller, bool protectedHome) =>
        new()
        {
            Referrer = new Referrer
            {
                Kind = ReferrerKind.MemberOfPublic,
                Name = $"{caller.Given} {caller.Family}",
                Relationship = caller.Kind,
                Telephone = caller.Telephone,
                Email = caller.Email,
                Address = new Address { Lines = [$"{caller.House} {caller.Street}"], Postcode = caller.Postcode },
            },
            ReceivedAt = new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.Zero),
            People =
            [
                new Subject
                {
                    Code = "S1",
                    Role = SubjectRole.Child,
                    Names = [new PersonName { Given = "Wendelmar", Family = "Quillmarsh" }],
                    DateOfBirth = new DateOnly(2017, 5, 9),
                },
                new Subject
                {
                    Code = "S2",
                    Role = SubjectRole.Parent,
                    Names = [new PersonName { Given = "Isaura", Family = "Quillmarsh" }],
                    Addresses =
                    [
                        new Address
                        {
                            Lines =
                            [
                                $"{_dice.Next(2, 80)} {One("Harbour View", "Sandgate Row", "Mill Race Lane", "Prospect Terrace")}",
                                One(Towns),
                            ],
                            Postcode =
                                $"{One("EX", "DH", "SY")}{_dice.Next(1, 19)} {_dice.Next(1, 9)}{One("LS", "RT", "AB")}",
                            Protected = protectedHome,
                        },
                    ],
                },
            ],
            Concern = new Concern { Summary = "See the text.", Kinds = [ConcernKind.Neglect] },
        };

    private string Mixed(string reveal)
    {
        var sentences = Enumerable
            .Range(0, 1 + _dice.Next(2))
            .Select(_ => One(Facts))
            .Distinct()
            .Append(reveal)
            .ToArray();
        _dice.Shuffle(sentences);
        return string.Join(" ", sentences);
    }

    private string Written(string number) =>
        _dice.Next(6) switch
        {
            0 => number,
            1 => $"{number[..5]} {number[5..]}",
            2 => $"+44 {number[1..5]} {number[5..8]} {number[8..]}",
            3 => $"({number[..5]}) {number[5..8]}-{number[8..]}",
            4 => $"0044{number[1..]}",
            _ => string.Join(" ", number.ToCharArray()),
        };

    private static string Short(string street) =>
        street
            .Replace("Street", "St.", StringComparison.Ordinal)
            .Replace("Road", "Rd", StringComparison.Ordinal)
            .Replace("Avenue", "Ave", StringComparison.Ordinal)
            .Replace("Close", "Cl", StringComparison.Ordinal)
            .Replace("Lane", "Ln", StringComparison.Ordinal)
            .Replace("Drive", "Dr", StringComparison.Ordinal)
            .Replace("Crescent", "Cres", StringComparison.Ordinal)
            .Replace("Terrace", "Terr", StringComparison.Ordinal);

    private string Spaced(string postcode) =>
        _dice.Next(3) switch
        {
            0 => postcode,
            1 => postcode.Replace(" ", "", StringComparison.Ordinal),
            _ => postcode.ToLowerInvariant(),
        };

    private string Cased(string text) =>
        _dice.Next(3) switch
        {
            0 => text,
            1 => text.ToUpperInvariant(),
            _ => text.ToLowerInvariant(),
        };

    // One letter wrong, as somebody writes who heard it on the telephone.
    private string Misspelt(string name)
    {
        var at = 2 + _dice.Next(name.Length - 3);
        return _dice.Next(3) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, name[at].ToString()),
            _ => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
        };
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private T One<T>(params T[] of) => of[_dice.Next(of.Length)];

    private sealed record CallerFacts(
        string Given,
        string Family,
        string Kind,
        string[] As,
        string Telephone,
        string Email,
        string House,
        string Street,
        string Postcode
    );
}
