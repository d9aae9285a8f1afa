namespace MashBroker.Rules;

/// <summary>Other words for who somebody is to a child or what they do.</summary>
internal static class RoleWords
{
    // First the word, then what else people call it; several words are looked for as they stand.
    private static readonly string[] Groups =
    [
        "great grandmother|ggm|ggma|great gran|great nan|great grandma|grandmother|nan|gran",
        "grandmother|mgm|pgm|mother's mother|father's mother|mum's mum|dad's mum|own mother|own mum|gran|granny|grannie|nan|nana|nanna|nannan|nanny|grandma|grandmum|gran's|grandparent|grandmama|mamgu|nain|babcia|oma|abuela|dadi|nani",
        "grandfather|mgf|pgf|mother's father|father's father|mum's dad|dad's dad|own father|own dad|grandad|granddad|grandpa|gramps|grandparent|grampy|pops|tadcu|taid|dziadek|opa|dada",
        "grandparent|grandmother|grandfather|gran|nan|nana|grandma|grandad|granddad|grandpa|granny",
        "aunt|auntie|aunty|auntie's|mother's sister|father's sister|mum's sister|dad's sister|ciocia|khala",
        "uncle|mother's brother|father's brother|mum's brother|dad's brother|wujek|chacha",
        "sister|sibling|sis",
        "brother|sibling|bro",
        "cousin|cousins",
        "niece|nephew",
        "relative|relation|family member|kin",
        "godmother|godmum|god mum|god mother|godparent",
        "godfather|goddad|god dad|godparent",
        "stepmother|stepmum|step mother|step mum|father's partner|dad's girlfriend|dad's partner",
        "stepfather|stepdad|step father|step dad|mother's partner|mum's boyfriend|mum's partner",
        "neighbour|neighbor|neighbours|neighbors|nextdoor|next door",
        "next door|neighbour|neighbor|nextdoor",
        "lives upstairs|upstairs neighbour|flat above|neighbour",
        "lives downstairs|downstairs neighbour|flat below|neighbour",
        "lives opposite|neighbour",
        "godparent|godmother|godfather",
        "sister in law|in law|brother's wife|brother's partner",
        "great aunt|aunt|auntie|aunty",
        "great uncle|uncle",
        "lunchtime supervisor|dinner lady|midday supervisor",
        "ex partner|expartner|former partner|ex boyfriend|ex girlfriend|ex husband|ex wife|old boyfriend|stepdad|stepfather|stepmum|stepmother|ex",
        "ex husband|former husband|ex",
        "ex wife|former wife|ex",
        "partner|girlfriend|boyfriend|fiance|fiancee",
        "former partner|ex|ex partner|ex boyfriend|ex girlfriend|ex husband|ex wife|previous partner",
        "boyfriend|partner",
        "girlfriend|partner",
        "fiance|fiancee",
        "childminder|child minder|minder's care|paid to look after|minder|childcarer|daycare",
        "babysitter|baby sitter|sat for them|sits for them|sat with the children|sits with the children|sitter|babysits|babysat|babysit",
        "nanny|au pair",
        "nursery worker|nursery nurse|nursery assistant|key worker at nursery",
        "teaching assistant|ta|classroom assistant|learning support|classroom helper|lsa",
        "teacher|schoolteacher|form tutor",
        "cook|kitchen worker|kitchen staff|kitchen assistant",
        "dinner lady|kitchen staff|kitchen worker|lunchtime supervisor|midday supervisor|school cook|canteen",
        "crossing warden|lollipop|crossing patrol|school crossing",
        "lollipop lady|lollipop man|crossing patrol|school crossing",
        "caretaker|janitor|site manager",
        "school secretary|receptionist",
        "headteacher|head teacher|head",
        "shopkeeper|proprietor|shop owner|shop keeper|corner shop|newsagent|shop assistant|till|cashier|runs the shop|local shop|convenience store|store owner|shop worker",
        "newsagent|paper shop|shop",
        "landlord|ll|landlady|letting agent|property owner|rents|rent collector|owner of the house|owner of the flat|owner of the property|lets the",
        "landlady|landlord|property owner",
        "letting agent|estate agent|landlord",
        "lodger|tenant",
        "tenant|lodger",
        "flatmate|flat mate|housemate|house mate|roommate",
        "friend of the family|family friend|friend of mum|friend of the mother|friend of mother|mother's friend|mum's friend|close friend|old friend",
        "friend|mate|pal|bestie|family friend|close friend",
        "football coach|coach|team manager|trainer|football manager|football club|junior football",
        "coach|trainer|team manager",
        "hairdresser|barber|hair salon|salon|stylist|cuts her hair|does her hair|hairstylist",
        "barber|barbershop|hairdresser",
        "parent of a classmate|classmate's mother|classmate's mum|classmate's father|classmate's dad|parent of a friend|another parent|other parent|mum at school|school mum|school gate|parent at the school|mother of a friend|fellow parent|child's friend's mum",
        "taxi driver|private hire|private hire driver|cab driver|cabbie|minicab|drives a taxi|taxi",
        "bus driver|drives the bus|school bus",
        "delivery driver|courier|delivers|driver",
        "postman|postwoman|postie|postal worker|delivers the post|post lady|mail carrier",
        "milkman|milk round",
        "window cleaner|cleans windows|cleans the windows|cleaning windows|cleaning the windows|does the windows",
        "cleaner|cleans|housekeeper",
        "gardener|does the garden",
        "plumber|heating engineer|boiler",
        "electrician|sparky",
        "builder|tradesman|workman|handyman",
        "gas engineer|gas fitter|meter reader",
        "decorator|painter",
        "vicar|rev|revd|padre|clergyman|clergywoman|clergy|priest|minister|pastor|parish|clergy|reverend|church leader|curate|imam|rabbi",
        "imam|mosque",
        "pastor|minister|church leader|vicar",
        "church member|churchgoer|congregation|church",
        "sunday school teacher|sunday school",
        "youth leader|youth worker|youth club",
        "scout leader|scouts|scoutmaster|akela|cubs",
        "guide leader|brownie leader|brown owl|guides|brownies",
        "dance teacher|dance school|dance class",
        "piano teacher|music teacher|music lessons",
        "swimming teacher|swimming instructor|lifeguard|swimming lessons",
        "karate instructor|martial arts|sensei|karate club|karate",
        "riding instructor|stables",
        "gymnastics coach|gym club|gymnastics",
        "personal trainer|gym",
        "librarian|library",
        "pub landlord|publican|barman|barmaid|bar staff|landlord of the pub|pub",
        "barmaid|bar worker|pub",
        "bar worker|barmaid|barman|pub",
        "cafe owner|cafe|coffee shop|runs the cafe",
        "waitress|waiter|cafe",
        "takeaway owner|chip shop|takeaway|chippy",
        "baker|bakery",
        "butcher|butchers",
        "pharmacist|chemist|pharmacy",
        "optician|optometrist",
        "dentist|dental nurse|dental receptionist",
        "vet|veterinary|vets",
        "dog walker|walks the dog|walks dogs|walks her dog|walks his dog|dog walking",
        "carer|care worker|care assistant",
        "volunteer|volunteers|volunteering",
        "charity worker|charity shop|charity",
        "food bank volunteer|foodbank|food bank",
        "colleague|workmate|work colleague|works with|co worker|coworker",
        "employer|boss|manager|employs",
        "employee|staff",
        "customer|regular customer",
        "passer by|passerby|passing by|walking past|stranger",
        "security guard|bouncer|doorman|security",
        "housing officer|housing association",
        "nurse|retired nurse|former nurse",
        "retired teacher|former teacher",
        "retired police officer|ex police|former police officer",
        "student|university student",
        "nail technician|nail bar|beautician|beauty salon",
        "market trader|market stall|stallholder",
        "mechanic|garage",
        "farmer|farm",
        "tutor|private tutor|tuition",
        "in law|mother in law|father in law|sister in law|brother in law",
        "mother in law|in law|husband's mother|partner's mother",
        "father in law|in law",
        "sister in law|in law|brother's wife|brother's partner",
        "brother in law|in law",
        "resident|local resident|occupant",
        "local resident|resident|local",
    ];

    private static readonly Dictionary<string, string[]> ByWord = Groups
        .Select(group => group.Split('|'))
        .GroupBy(group => group[0], StringComparer.Ordinal)
        .ToDictionary(
            groups => groups.Key,
            groups => groups.SelectMany(group => group).Distinct().ToArray(),
            StringComparer.Ordinal
        );

    private static readonly (string Word, string Whole, string Several)[] Longest =
    [
        .. ByWord.Keys.OrderByDescending(word => word.Length).Select(word => (word, $" {word} ", $" {word}s ")),
    ];

    // Words of a role that are everybody's: no finding by themselves.
    private static readonly HashSet<string> Empty = new(
        (
            "a an the of to for in on at with and or his her their my our mother mothers mum mums father fathers dad dads parent parents child children childs family "
            + "families who is was at from by maternal paternal local close old former retired ex concerned member public person someone lives near house side "
            + "young person boy girl kid kids son daughter baby school nursery street home town area work works working worker lady man woman owner runs run not known unknown none other adult s"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>What a role written in a form can be called, in small letters with blanks for hyphens.</summary>
    public static IReadOnlyList<string> Of(string role)
    {
        var plain = " " + string.Join(' ', new ReadText(role).Words.Select(word => word.Text)) + " ";
        var found = new List<string>();
        var left = plain;
        foreach (var (known, whole, several) in Longest)
        {
            var stands =
                left.Contains(whole, StringComparison.Ordinal) || left.Contains(several, StringComparison.Ordinal);
            if (stands && !(known is "head" or "friend" or "nurse" && found.Count > 0))
            {
                found.AddRange(ByWord[known]);
                left = left.Replace(known, "", StringComparison.Ordinal);
            }
        }

        var words = left.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 2 && !Empty.Contains(word))
            .ToArray();
        // What is left beside a known word is what every sentence has: door, next, house.
        found.AddRange(found.Count == 0 ? words : words.Where(word => !OrdinaryWords.Contains(word)));
        var all = plain.Trim();
        if (all.Contains(' ', StringComparison.Ordinal))
        {
            found.Add(all);
        }

        return [.. found.Distinct()];
    }

    /// <summary>What a parent or sibling who referred as one of the public is called; empty for all others.</summary>
    public static IReadOnlySet<string> OfHousehold(string? role)
    {
        var words = role is null ? [] : new ReadText(role).Words.Select(word => word.Text).ToArray();
        string[][] groups =
        [
            ["father", "dad", "daddy", "papa"],
            ["mother", "mum", "mam", "mummy", "mama"],
            ["sister", "sis", "sibling", "eldest", "halfsister"],
            ["brother", "bro", "sibling", "eldest", "halfbrother"],
            ["stepmother", "stepmum", "missus", "wife", "half"],
            ["stepfather", "stepdad", "husband", "half"],
        ];
        return words.Contains("of") || (role is not null && role.Contains('\'', StringComparison.Ordinal))
            ? new HashSet<string>()
            : groups
                .Where(group => group.Any(words.Contains))
                .SelectMany(group => group)
                .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The same role as somebody's of the family: Luke's mother for a grandmother.</summary>
    public static IEnumerable<string> Through(IReadOnlyCollection<string> role, IReadOnlyCollection<string> adults)
    {
        string[] kin =
            role.Contains("grandmother") ? ["mother", "mum", "mam", "stepmother"]
            : role.Contains("grandfather") ? ["father", "dad", "stepfather"]
            : role.Contains("aunt") ? ["sister", "half sister", "sister in law"]
            : role.Contains("uncle") ? ["brother", "half brother", "brother in law"]
            : role.Contains("cousin") ? ["cousin", "niece", "nephew"]
            : role.Contains("partner") ? ["partner", "girlfriend", "boyfriend", "fiance", "fiancee", "husband", "wife"]
            : role.Contains("ex")
                ?
                [
                    "ex",
                    "former partner",
                    "previous partner",
                    "previous boyfriend",
                    "previous girlfriend",
                    "old boyfriend",
                    "old girlfriend",
                    "ex husband",
                    "ex wife",
                ]
            : role.Contains("friend")
                ? ["friend", "mate", "best friend", "pal", "closest friend", "oldest friend", "confidante"]
            : role.Contains("colleague")
                ? ["colleague", "workmate", "work friend", "manager", "line manager", "supervisor", "boss", "employer"]
            : role.Contains("neighbour") ? ["neighbour"]
            : [];
        return adults.SelectMany(adult =>
            kin.SelectMany(relation =>
                new[] { $"{adult}'s {relation}", $"{adult}s {relation}", $"{relation} of {adult}" }
            )
        );
    }

    /// <summary>Every word that may be misspelt and still be read as one of these.</summary>
    public static IEnumerable<string> Telling =>
        Groups
            .SelectMany(group => group.Split('|'))
            .Where(word =>
                word.Length >= 6
                && !word.Contains(' ', StringComparison.Ordinal)
                && !word.Contains('\'', StringComparison.Ordinal)
            );
}
