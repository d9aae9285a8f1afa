namespace MashBroker.Testing.Leaks;

/// <summary>Who refers in the sixth set, and the words by which workers mean them.</summary>
/// <param name="Kin">Which side of the family's life it is: a harmless text must not speak of the same.</param>
internal sealed record SixthRole(string Role, bool? Woman, string Kin, string[] Words);

internal static class SixthRoles
{
    public static readonly SixthRole[] All =
    [
        Role(
            "Neighbour",
            null,
            "neighbour",
            "the neighbour|a neighbour|next door|nextdoor|next-door neighbour|whoever lives upstairs"
        ),
        Role(
            "Neighbour",
            true,
            "neighbour",
            "the lady next door|the old lady across the landing|the woman in the flat below"
        ),
        Role(
            "Neighbour",
            false,
            "neighbour",
            "the man through the wall|the chap over the back fence|the gent at the end house"
        ),
        Role(
            "Neighbour",
            null,
            "neighbour",
            "someone in the same block|a n/bour|a nieghbour|the family over the road|the downstairs tenant"
        ),
        Role(
            "Maternal grandmother",
            true,
            "mother's parents",
            "MGM|nan|{C}'s nana|mum's mum|{M}'s mother|grandma|mat. g/mother|the maternal gran|her own mum|granny"
        ),
        Role(
            "Paternal grandfather",
            false,
            "father's parents",
            "PGF|dad's dad|grandad|{C}'s grandpa|father's father|pat. grandfather|grandpa on the dad's side"
        ),
        Role(
            "Paternal grandmother",
            true,
            "father's parents",
            "PGM|dad's mum|{C}'s other nan|father's mother|the paternal gran|nanna on dad's side"
        ),
        Role("Great-grandmother", true, "elders", "great-nan|{C}'s great gran|{M}'s own nan|great-grandma|GGM"),
        Role(
            "Maternal aunt",
            true,
            "mother's siblings",
            "{M}'s sister|auntie|{C}'s aunt|the maternal aunt|mum's sis|aunty|{M}'s big sister"
        ),
        Role(
            "Paternal uncle",
            false,
            "father's siblings",
            "dad's brother|{C}'s uncle|father's brother|the paternal uncle|uncle on the dad's side"
        ),
        Role("Father (lives elsewhere)", false, "father", "dad|{C}'s father|birth father|bio dad|{C}'s dad|the father"),
        Role("Stepmother", true, "father", "step-mum|dad's new wife|{C}'s stepmother|stepmum|dad's missus"),
        Role(
            "Adult half-sister",
            true,
            "siblings",
            "{C}'s grown-up sister|the older half-sister|{C}'s big sister|adult sibling"
        ),
        Role("Cousin of the mother", null, "cousins", "{M}'s cousin|a cousin|mum's cousin|cousin of {M}"),
        Role("Godmother", true, "godparents", "{C}'s godmother|the godmother|{C}'s god-mum|a godparent"),
        Role(
            "Ex-partner of the mother",
            false,
            "ex",
            "{M}'s ex|her ex-partner|her former boyfriend|the ex|ex-bf|{M}'s ex partner"
        ),
        Role(
            "Friend of the mother",
            true,
            "friends",
            "{M}'s mate|{M}'s friend|{M}'s bestie|her best friend|a friend of mum's|mum's pal|a close friend of {M}"
        ),
        Role(
            "Parent at the school",
            true,
            "parents",
            "another mum at the gate|a parent at the school|the mum of {C}'s best friend|a fellow parent|a classmate's mother|a school-gate mum"
        ),
        Role(
            "Childminder",
            true,
            "minders",
            "the childminder|the child minder|{C}'s minder|the lady who minds {C} after school|childmnder"
        ),
        Role("Babysitter", true, "minders", "the babysitter|the baby-sitter|her sitter|the girl who sits for them"),
        Role(
            "Football coach",
            false,
            "clubs",
            "the coach|{C}'s football coach|the footie coach|the manager of {C}'s under-nines|the man who runs {C}'s team"
        ),
        Role(
            "Dance teacher",
            true,
            "clubs",
            "{C}'s dance teacher|someone at the dance school|Miss from ballet|the lady who runs the dance class"
        ),
        Role("Vicar", null, "church", "the vicar|the parish priest|the Rev|the minister at their church|the reverend"),
        Role(
            "Landlord",
            false,
            "landlord",
            "the landlord|the man {M} rents from|the owner of the flat|their landlord|L/lord|the person she pays rent to"
        ),
        Role("Lodger", false, "lodger", "the lodger|their lodger|the man in the spare room|the tenant in the box room"),
        Role(
            "Shopkeeper",
            null,
            "shops",
            "the shopkeeper|the owner of the corner shop|the newsagent|somebody at the off-licence|somebody behind the till of the corner shop"
        ),
        Role(
            "Hairdresser",
            true,
            "shops",
            "{M}'s hairdresser|the girl who does {M}'s hair|the stylist|the salon owner"
        ),
        Role(
            "Colleague of the mother",
            null,
            "work",
            "a colleague of mum's|someone {M} works with|{M}'s workmate|{M}'s co-worker|a work friend of {M}'s"
        ),
        Role(
            "Taxi driver",
            false,
            "drivers",
            "the taxi driver|the cabbie|the minicab driver|the cab driver|the man who drives {C} to school"
        ),
        Role(
            "Delivery driver",
            null,
            "drivers",
            "the delivery driver|the courier|the person who delivers the parcels|the parcel driver"
        ),
        Role("Cleaner", true, "cleaner", "the cleaner|the woman who cleans for them|{M}'s cleaning lady"),
    ];

    // One way or another each says that it is they who told, and the family would know.
    public static readonly string[] Carriers =
    [
        "{who} rang this morning, very worried about {C}.",
        "According to {who}, {C} has been sleeping on the floor.",
        "This has come from {who}.",
        "{who} says {C} is left alone most nights.",
        "{who} told us that {M} drinks from breakfast on.",
        "Information given by {who} on Tuesday.",
        "{who} reports hearing {C} scream at night.",
        "{who} contacted the front door with photographs.",
        "We were alerted by {who}.",
        "Referral made by {who}.",
        "Referrer = {who}",
        "The source is {who}.",
        "Source: {who}, call at 15:10.",
        "Please keep it from {M} that {who} got in touch.",
        "{who} has asked not to be named.",
        "{who} does not want {M} to find out about the call.",
        "What {who} describes fits with the school's log.",
        "Thanks to {who} we now know about the stairs.",
        "{who} phoned in with concerns.",
        "t/c from {who} 09:40, upset.",
        "Spoke again to {who}, who stands by the account.",
        "Do you share the worries {who} has raised?",
        "{who} saw {C} with a split lip on Sunday and told us at once.",
        "{who} is worried that {C} will be hurt.",
        "{who} came to us because nobody else had acted.",
        "Concern raised by {who} re {C}.",
        "Allegation comes via {who}.",
        "It was {who} who let us know.",
        "Tip-off from {who}.",
        "{who} wishes to remain anonymous.",
        "{who} e-mailed pictures of the kitchen.",
        "On the phone {who} was crying.",
        "{who} walked into the civic centre to tell us.",
        "As reported by {who}, the back door has no lock.",
        "Has the nursery noticed what {who} noticed?",
        "New facts since yesterday: {who} heard two slaps and called again.",
        "I have promised {who} that nobody will say where this came from.",
    ];

    // No role word, yet the family would know at once.
    public static readonly (string Role, bool Woman, string Text)[] Phrases =
    [
        ("Neighbour", true, "{R} hears it through the bedroom wall every night."),
        ("Neighbour", false, "The noise keeps {rm} awake; {r} has banged on the wall twice."),
        ("Neighbour", true, "From {rs} kitchen window {r} looks straight into their yard and saw {C} locked out."),
        ("Neighbour", false, "Our caller lives two doors down."),
        ("Neighbour", true, "{R} took {C} in from the stairwell and gave {him} toast, then rang us."),
        ("Neighbour", false, "Bins are shared, which is how {r} came to see the bottles."),
        ("Neighbour", true, "The caller's ceiling leaked again and {r} went up to complain."),
        ("Maternal grandmother", true, "{R} brought {M} up better than this and is ashamed to have to ring."),
        (
            "Maternal grandmother",
            true,
            "The caller has had {C} to stay every weekend since birth and calls {M} 'my girl'."
        ),
        ("Maternal grandmother", true, "She said her daughter would cut her off if she knew."),
        ("Paternal grandfather", false, "He says his son is not the man he raised."),
        (
            "Paternal grandmother",
            true,
            "The caller's son is {C}'s father and she no longer gets to see her grandchild."
        ),
        ("Maternal aunt", true, "She and {M} grew up in the same house and it was just like this."),
        ("Maternal aunt", true, "Her own children are {C}'s cousins and came home repeating what they saw."),
        ("Paternal uncle", false, "His brother has been using again, he told the duty worker."),
        ("Father (lives elsewhere)", false, "He has {C} every other weekend and saw the marks at bath time."),
        ("Father (lives elsewhere)", false, "The caller pays maintenance and says it goes on drink."),
        ("Stepmother", true, "When {C} comes to them on Saturdays she washes all {his} clothes, she told us."),
        (
            "Adult half-sister",
            true,
            "She left that house herself at sixteen because of {M}'s temper and fears for {C}."
        ),
        ("Ex-partner of the mother", false, "He moved out in May and says {M} has not been sober since."),
        (
            "Friend of the mother",
            true,
            "They go out together every Friday, and last week {M} told her what she does to {C}."
        ),
        ("Friend of the mother", true, "{M} confided in the caller over a bottle of wine."),
        ("Parent at the school", true, "The caller's daughter shares a table with {C} in class."),
        ("Parent at the school", true, "She had {C} round for tea with her own lad and saw the bruise."),
        ("Childminder", true, "{R} has {C} from three till six and has not been paid since August."),
        ("Babysitter", true, "On Saturday night {r} sat for them until two and found no food in the house."),
        ("Football coach", false, "He saw the marks when {C} changed for training."),
        ("Dance teacher", true, "In leotards you see everything, she says; the bruises go all the way up."),
        ("Vicar", false, "After the service {M} broke down in front of him, and he felt he must ring."),
        ("Landlord", false, "He let himself in to read the meter and found {C} by {him}self."),
        ("Lodger", false, "He rents their back room and can no longer listen to it."),
        ("Shopkeeper", true, "{C} comes in for bread on tick and the caller has stopped writing it down."),
        ("Shopkeeper", false, "He sells {M} two bottles a day and feels bad about it."),
        ("Hairdresser", true, "While {M} was having her colour done she talked of shaking the baby; hence the call."),
        (
            "Colleague of the mother",
            true,
            "They share the night shift, and {M} said there who is at home with {C}: nobody."
        ),
        ("Taxi driver", false, "He has the school run contract and {C} cried in the back all week."),
        ("Delivery driver", false, "He leaves parcels there daily, and {C} answers the door alone every time."),
        ("Cleaner", true, "She does for {M} on Wednesdays and found the needle under the cot."),
    ];

    private static SixthRole Role(string role, bool? woman, string kin, string words) =>
        new(role, woman, kin, words.Split('|'));
}
