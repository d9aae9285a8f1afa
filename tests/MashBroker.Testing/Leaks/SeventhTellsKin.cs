namespace MashBroker.Testing.Leaks;

/// <summary>Who refers in the seventh set, and what is written of them, in a social worker's own words.</summary>
/// <param name="Kin">The side of the family's life they stand on: a harmless text must not speak of the same.</param>
internal sealed record SeventhTeller(string Role, bool Woman, string Kin, string[] Notes);

/// <summary>Relatives and friends who told.</summary>
internal static class SeventhTellsKin
{
    public static readonly SeventhTeller[] All =
    [
        new(
            "Maternal grandmother",
            true,
            "mgp",
            [
                "Nan has had the kids dumped on her again and this time she came to us.",
                "MGM in tears on the phone, feels she is grassing up her own daughter.",
                "She says she's {M}'s mam and she should know when her own lass is back on the gear.",
                "{M}'s mum wants it looked into but is frit she'll be stopped seeing the little one.",
                "T/c obo MGM, who would like somebody to see {C} today.",
                "She raised {M} on her own and didn't bring her up to live like this, she told me.",
                "The grandmother on mum's side put the phone down when her husband walked in; she will try again tomorrow.",
                "Her own girl told her never to darken the door again, so it has cost her a lot to ring us.",
                "{C} told {his} gran while they were shelling peas and Gran rang us that same evening.",
                "Gran's version is that {C} came to hers with nowt to eat since Friday dinner, and she wanted it on record.",
                "She has had {C} every school holiday since {he} was a tot and never seen {him} so thin. Says {M} won't talk to her mother any more.",
                "Her words: I'm her mother and I'd sooner she hated me than bury that bairn.",
                "Nain hasn't seen {C} since {M} changed the locks and wants us to see {him} with our own eyes.",
                "She keeps a bed made up for {C} and says {M} can shout all she likes, she is still {his} nan and she's told us.",
                "Mum's mum, not dad's, is where this comes from.",
                "MGM doesnt want {M} knowing she's been on to us as she'd lose Fridays with {him}.",
                "Nanny is worried sick and wants {C} to come and live with her while {M} gets herself sorted.",
            ]
        ),
        new(
            "Maternal grandfather",
            false,
            "mgp",
            [
                "MGF rang from work so that his wife wouldn't hear him shopping their daughter.",
                "He walked {M} down the aisle and swore he'd never interfere, but he's seen the lad with the belt and that was that.",
                "He drove two hundred mile to see his daughter and was home again the same night, he was that upset, then he rang.",
                "Grandad had {C} on his knee when he saw the cigarette burns, and was in our reception within the hour.",
            ]
        ),
        new(
            "Paternal grandfather",
            false,
            "pgp",
            [
                "Dad's father rang in, a bit hard of hearing so I had to repeat myself.",
                "He says his lad's a good lad but under the thumb, and it's the bairn who suffers for it.",
                "PGF not happy w/ what he saw on Sunday and wants a SW to pop round.",
                "Grandpa came into reception with his cap in his hand and said it was about his son's little one.",
                "It's his son's house so he's no wish to fall out, but he's seen that baby's bottom and it's raw.",
                "Taid has been on the phone in Welsh, very upset about {C}.",
                "Granda noticed the marks when they were at the allotment and he'll not let it lie, he told the duty worker.",
            ]
        ),
        new(
            "Paternal grandmother",
            true,
            "pgp",
            [
                "Her son won't hear a word against {M}, but she is the bairn's other granny and felt she must speak up.",
                "PGM has kept texts from her son that show what is going on and has forwarded them to us.",
                "Dadi is very worried for {C} and asked her nephew to phone on her behalf.",
                "His mum, so {C}'s nan on the other side, had them both at the weekend, counted the bruises and called us.",
                "She had the phone on loudspeaker when her son lost his temper and heard the lot, crying bairn and all.",
                "PGM feels her lad is being made out to be the bad one and it's {M} we should be looking at.",
                "Babcia called, a cousin interpreting, to say that her son leaves {C} by {him}self.",
                "She's only just back on terms with her son and is terrified he'll find out it was his mother who told.",
            ]
        ),
        new(
            "Great-grandmother",
            true,
            "elder",
            [
                "The great nan, 86 and sharp as a tack, got her carer to dial the number for her.",
                "She was nana to {M} before she was great-nana to {C}, and it grieves her to have to tell us.",
                "{M} lodged with her as a girl. At ninety she never thought she'd be ringing the council about her great-grandchild.",
            ]
        ),
        new(
            "Maternal aunt",
            true,
            "msib",
            [
                "{M}'s sister fell out with her over it at the christening and has now told us the lot.",
                "Auntie had the kids overnight and {C} begged not to be taken back, so she called.",
                "She loves the bones of her sister but she can't sit on this.",
                "The two sisters speak every night, and {M} let it slip to her on Monday. Hence the call.",
                "Our kid, as she calls {M}, has gone right off the rails and she's frightened for {C}.",
                "It's awkward as she and {M} share a house account and a mother, and both will know it was her.",
                "She was at {M}'s when dad kicked off, bundled {C} and her own two into the car, and rang us from the services.",
                "{C} and her own youngest are cousins, a week apart, and she says you'd never believe it to look at them.",
                "Khala rang for {C}'s sake and says the family will be furious with her.",
            ]
        ),
        new(
            "Maternal uncle",
            false,
            "msib",
            [
                "Mum's brother turned up unannounced, saw the state of the place and rang from the car.",
                "He's {M}'s twin, so it's not something he does lightly.",
                "Mama-ji has told us that {M} can't cope and his sister would never ask for help herself.",
            ]
        ),
        new(
            "Aunt by marriage",
            true,
            "msib",
            [
                "She's married to {M}'s brother and he doesn't know she rang.",
                "As {C}'s aunty by marriage she says she's always been kept at arm's length, but she knows what she saw on Boxing Day.",
            ]
        ),
        new(
            "Paternal uncle",
            false,
            "psib",
            [
                "{C}'s uncle on dad's side had a bellyful and came down to the office.",
                "It's his own brother he was talking about, so he didn't find it easy.",
                "He was on their settee for a fortnight and saw his brother use in front of the kids.",
                "He's godfather and uncle both, he says, and he's not having his brother treat a kid like that.",
                "Dad's kid brother says he has had to step between them more than once and wants it stopped.",
            ]
        ),
        new(
            "Father (non-resident)",
            false,
            "dad",
            [
                "Dad had {him} for contact on Saturday, found it when he ran the bath, and was on to us first thing Monday.",
                "He pays his maintenance on the dot, he says, and wants to know where it goes because {C} is in rags.",
                "As NRP he isn't told anything by school, which is why he came to us.",
                "They split when {C} was two. If {M} hears it's from him she'll stop contact, he reckons.",
                "He dropped {C} back at six on Sunday and didn't like who opened the door, so he's come to us.",
                "I explained to dad that we can't stop contact on his say-so.",
                "He knows it looks like point scoring so close to court, but {C} is his and he wants {him} safe.",
                "{C} rang {his} dad from under the bed, and he rang us.",
                "He has an application in for a child arrangements order, so we need to keep an open mind about his account.",
                "Father alleges that {M}'s boyfriend sleeps there most nights and he doesn't want him round his child.",
            ]
        ),
        new(
            "Stepmother",
            true,
            "dad",
            [
                "It was dad's other half who noticed, when she was combing {C}'s hair for nits.",
                "She isn't blood, as she puts it, but she has {him} every other weekend with {his} dad and she's not daft.",
                "{C} told step-mum before {he} told {his} dad, and she promised {him} she would ring somebody.",
            ]
        ),
        new(
            "Adult half-sister",
            true,
            "sib",
            [
                "She got out of that house at seventeen and isn't going to watch {C} go through the same.",
                "The eldest, who's moved out now, heard from {C} on Snapchat what goes on and came to us.",
                "Same mum, different dads, she said, and she was the one who used to get it before {C} did.",
            ]
        ),
        new(
            "Adult brother",
            false,
            "sib",
            [
                "{C}'s big brother is back from uni and can't believe what he has come home to, so he asked us to step in.",
                "He shares a bedroom with {C} when he's home on leave and was woken by {him} sobbing. Rang from barracks.",
            ]
        ),
        new(
            "Cousin of the mother",
            true,
            "cousin",
            [
                "Her and {M} are first cousins, in and out of each other's houses as kids, and she's heartbroken to be ringing.",
                "She does {M}'s shopping of a Thursday, them being cousins, and there's never owt in the cupboards.",
            ]
        ),
        new(
            "Godmother",
            true,
            "god",
            [
                "She stood for {C} at the font and takes that seriously, she says; that's why she called.",
                "{C}'s godmother does them a Sunday dinner, and saw {M} slap {him} at table.",
            ]
        ),
        new(
            "Friend of the mother",
            true,
            "friend",
            [
                "{M} poured it all out to her over a bottle of prosecco on Friday, and she lay awake till she'd rung us.",
                "They've been best mates since infants, so she feels like a snake.",
                "She and {M} go to slimming club together, and it was in the car home that {M} said it.",
                "{M} sent her a voice note at 3am about putting a pillow over {C}'s face. She has saved it for us.",
                "Her pal from antenatal class is worried sick for the pair of them and asked for advice.",
                "She's the one {M} leaves {C} with when she goes on a bender, and she won't do it any more.",
                "Her bingo pal has seen {C} left in the car outside with the window down an inch.",
                "She did {M}'s birthing partner bit and thinks the world of her, which makes it worse.",
                "The two of them have matching tattoos, that's how close they are, so please mind how you put it.",
                "She'd sooner lose a mate than see {C} hurt, she said.",
                "They met on a freedom course years back and she's stood by {M} through two bad relationships, not this time.",
                "The friend who does {M}'s school runs when she's hungover has had enough of covering.",
                "She was ringing from {M}'s bathroom with the tap on so as not to be heard.",
                "Only one person was in the kitchen with {M} when it happened, and she rang us from the bus home.",
                "Mum's bestie is gutted to be doing this but {C} comes first.",
                "She'd lent {M} the deposit and they've been fighting about it, so mum is bound to say she's making trouble.",
            ]
        ),
        new(
            "Family friend",
            true,
            "friend",
            [
                "{C}'s nan's friend who picks them up on Thursdays has been in to see us.",
                "An old friend of the family who calls in most Sundays feels it has gone downhill since the funeral, and asked us to look in.",
                "It's the lady who used to live with {C}'s nan who's been in touch, she still has {him} for tea.",
                "She isn't a real auntie but that's what {C} calls her, and it was to her {he} turned.",
            ]
        ),
        new(
            "Ex-partner of the mother",
            false,
            "ex",
            [
                "He and {M} finished at Easter and she'll say it is sour grapes.",
                "Her ex before this one still keeps in touch with {C} and isn't happy with what {he} tells him on the Xbox.",
                "She'd told him things in drink when they were together, and now he's left he feels able to say.",
                "He isn't {C}'s dad but he was there four years and thinks of {him} as his own; that's why he rang.",
                "He got his things out of the flat last week with a police officer stood there, and told us what he saw while he was at it.",
            ]
        ),
        new(
            "School friend",
            true,
            "pal",
            [
                "It was {C}'s best mate from school who rang, on her mum's phone.",
                "{C} showed her {his} arms in the toilets at school. She's only twelve and was very brave to tell us.",
            ]
        ),
        new(
            "Gaming friend",
            false,
            "pal",
            [
                "They have never met in the flesh, they play online together, and {C} told him over the headset {he} was going to end it.",
                "The lad {he} plays Fortnite with of a night heard {M} come in and start on {him}, and told his own parents and then us.",
            ]
        ),
    ];
}
