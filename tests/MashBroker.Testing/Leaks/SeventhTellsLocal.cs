namespace MashBroker.Testing.Leaks;

/// <summary>People who meet the family by their work, trade or club, who told.</summary>
internal static class SeventhTellsLocal
{
    public static readonly SeventhTeller[] All =
    [
        new(
            "Childminder",
            true,
            "minder",
            [
                "She has {him} three till six, hasn't been paid since August, and doesn't want {M} thinking that is why.",
                "When she changes {C} after lunch it's often the same nappy {he} came in, so she felt she should say.",
                "{M} was two hours late for {him} again and came rolling drunk; the minder kept {him} back and then phoned.",
                "She's looked after {C} since {he} was nine months and can't pretend any more that it is teething.",
                "She has her own two and three minded ones, {C} included, and {he} is the only one who cries at going-home time.",
                "{M} took {him} away from her on Friday with no notice, after she'd asked about the burn. Then she called us.",
                "c/minder has kept a log of {his} bruises since Sept and has read it out to me.",
            ]
        ),
        new(
            "Babysitter",
            true,
            "minder",
            [
                "She sits for them on a Friday, is only seventeen, and her mum was with her when she rang.",
                "She'd put {C} to bed for them and saw there was a lock on the outside of the door.",
            ]
        ),
        new(
            "Football coach",
            false,
            "club",
            [
                "He has {C} for training Tuesdays and Thursdays, and saw the welts when the team got changed.",
                "He runs the under-tens, and {C} told him in the van back from Sunday's match.",
                "The gaffer of {his} team has been giving {him} a lift and a bag of chips and isn't happy at where he has to leave {him}.",
                "Whoever takes the footie on the rec has noticed {he} is always last to be fetched, and has rung in about it.",
            ]
        ),
        new(
            "Dance teacher",
            true,
            "club",
            [
                "At her Saturday class in the church hall {C} couldn't lift {his} arm for the barre.",
                "She teaches {C} tap and modern, has done for three years, and never known {him} so quiet.",
            ]
        ),
        new(
            "Brownie leader",
            true,
            "club",
            [
                "Brown Owl took {him} to one side at pack holiday and {he} told her everything.",
                "{C} wet the bed both nights at camp, and told the Guider who changed {his} sheets what {he} gets for that at home.",
            ]
        ),
        new(
            "Piano teacher",
            true,
            "club",
            [
                "She goes to the house for {his} piano of a Monday, and {M} hit {him} for a wrong note in front of her.",
                "Half an hour a week at their piano is enough, she says, to know that child is frightened.",
            ]
        ),
        new(
            "Vicar",
            false,
            "faith",
            [
                "{M} told him after the service that she can't trust herself with {C}, and he felt he had to pass it on.",
                "He christened {C} and buried {his} great-grandad, and the family will guess at once if this gets back.",
                "He's known the family since the wedding, which he took, and he hopes they'll forgive him for ringing us.",
                "The rev from their church runs the food bank, has seen the state of {him} and asked us to act.",
            ]
        ),
        new(
            "Imam",
            false,
            "faith",
            [
                "He leads prayers where the family go on a Friday. {M} came to his wife for help and so he has come to us.",
                "The imam has tried talking to both families and feels it now needs to be us.",
            ]
        ),
        new(
            "Landlord",
            false,
            "land",
            [
                "He went round for the rent, used his key and found {C} by {him}self with the gas on.",
                "He owns the house and two more in the row; says they've ruined it but it's the bairn he is bothered about.",
                "She's three months behind with him, so she'll say he is getting his own back.",
                "He's giving them notice, nothing to do with this he says, but he couldn't leave it unsaid what was in that back bedroom.",
                "LL did his six-monthly inspection, took photos of the kids' room and e-mailed them in to us.",
            ]
        ),
        new(
            "Lodger",
            false,
            "lodger",
            [
                "He has their box room till Christmas and hears it all through a plasterboard wall.",
                "He pays {M} eighty quid a week for a room there and can't stomach it any more.",
            ]
        ),
        new(
            "Shopkeeper",
            false,
            "shop",
            [
                "{C} is sent in for fags with a note; he's stopped serving {him} and rung us instead.",
                "He has the paper shop at the end of their road and lets {C} sit behind the counter when {he} is locked out.",
                "He has stopped letting {M} have it on the slate, and she screamed at {C} all the way up the road; he followed it up with us.",
                "He sells {M} a litre of vodka every morning before the school run, and it's on his conscience.",
            ]
        ),
        new(
            "Shop assistant",
            true,
            "shop",
            [
                "She does the early shift in the Spar, gives {C} the pasties that would be binned and finally rang us.",
                "She's seen {C} eating out of the bin behind the chippy where she works, three nights on the trot.",
            ]
        ),
        new(
            "Hairdresser",
            true,
            "shop",
            [
                "{M} was in her chair having her roots done when she said she'd swing for {him}.",
                "You hear all sorts when you do hair, but what {M} came out with on Saturday she couldn't keep to herself.",
                "She does {M}'s nails every other Friday, and {C} sits under the table shaking.",
            ]
        ),
        new(
            "Colleague of the mother",
            true,
            "work",
            [
                "They're both on lates at the care home, and {M} told her on their break that {C} is on {his} own till midnight.",
                "She sits across from {M} at the call centre and overhears her phoning home to scream at {him}.",
                "Someone {M} works with covered for her on Thursday when she came in reeling, and rang us on her way home.",
            ]
        ),
        new(
            "Colleague of the father",
            false,
            "work",
            [
                "He's on the wagons with dad, and dad was bragging in the cab about leathering {him}.",
                "One of dad's workmates has seen the videos dad passes round and isn't having it.",
            ]
        ),
        new(
            "Employer of the mother",
            true,
            "work",
            [
                "She has had to give {M} a written warning for drink, asked her who had the little one, and didn't like the answer.",
                "{M}'s boss at the bakery let her go on Friday, has been fretting about {C} ever since and phoned.",
            ]
        ),
        new(
            "Taxi driver",
            false,
            "drive",
            [
                "He does the school contract, and {C} cries from the minute {he} gets in to the minute he drops {him}.",
                "{M} is a regular fare of his, and he's carried that child to the door more than once.",
                "He picked {M} up outside the pub with {C} asleep on the floor of his cab, and rang us off the rank.",
            ]
        ),
        new(
            "School bus escort",
            true,
            "drive",
            [
                "She rides on the minibus with {C} and straps {him} in; that's when she saw {his} back.",
                "The escort on {his} bus has been bringing {him} breakfast out of her own pocket and says it's time someone knew.",
            ]
        ),
        new(
            "Parcel courier",
            false,
            "drive",
            [
                "He delivers there most days, it's always {C} that answers, in just a vest, and it's been bothering him.",
                "Lad who brings their catalogue parcels heard screaming from the cellar and rang from his van.",
            ]
        ),
        new(
            "Cleaner",
            true,
            "help",
            [
                "She does two hours for them of a Wednesday and found works down the side of the cot.",
                "She's got a key and goes in on Wednesdays when {M} is still in bed, so she knows what {C} gets for breakfast.",
                "Their cleaner has handed her notice in over it and didn't want to leave it there.",
            ]
        ),
        new(
            "Window cleaner",
            false,
            "help",
            [
                "He was up the ladder doing their back bedroom and {C} was tied to the bed by {his} wrist.",
                "The chap that does their windows saw needles on the sill right by the cot and flagged it up.",
            ]
        ),
        new(
            "Plumber",
            false,
            "help",
            [
                "He was there to fit a stopcock and {M} was out cold on the settee with the little one crawling about.",
                "The lad who mended their boiler yesterday couldn't get over the smell and felt somebody had to be told.",
            ]
        ),
        new(
            "Paper boy",
            false,
            "help",
            ["He's fifteen, does their paper round, and {C} posts notes to him back through the letterbox."]
        ),
        new(
            "Dog walker",
            true,
            "passer",
            [
                "She was out with her two spaniels at half six, found {C} on the towpath in {his} pants and sat with {him}; it was she who rang.",
            ]
        ),
        new(
            "School crossing warden",
            true,
            "passer",
            [
                "She sees {him} across the road of a morning, and {he} told her {he}'d had no breakfast again.",
                "The lollipop lady has had {C} crying into her coat and won't let it drop.",
            ]
        ),
    ];
}
