namespace MashBroker.Testing.Leaks;

/// <summary>Neighbours and other parents who told.</summary>
internal static class SeventhTellsNear
{
    public static readonly SeventhTeller[] All =
    [
        new(
            "Neighbour",
            true,
            "near",
            [
                "The lady across the landing heard it again and got in touch with us.",
                "Whoever has the flat underneath is at the end of her tether with the banging, and rang just after ten.",
                "She only had to open her kitchen window to hear {M} effing and blinding at {him} over the fence.",
                "Lives in the same close, sees {C} out on {his} scooter gone eleven most nights and has held her tongue since summer.",
                "Caller shares a drive with the family, so please be careful how the visit is explained.",
                "The other half of the semi can hear everything and she has started a diary for us.",
                "The old dear opposite, who's always at her nets, phoned in.",
                "She's had {C} knocking for a butty three times this week, being only next door, and feels she has to say summat.",
                "Her over the road with the little terrier saw {M} drag {him} in by the hood and was on to us in five minutes.",
                "She takes in their parcels and has seen the state of the hallway for herself.",
                "The lass upstairs says it goes on till daft o'clock, and her baby monitor picked up the threats.",
                "We've been told all this by somebody on the same stair.",
                "She'd be the first to get the blame, hers being the only other flat on that floor.",
                "The lady at the end of the ginnel throws {C}'s ball back every other day and has asked us to look in on {him}.",
                "Her washing line runs alongside theirs, which is how she came to see the little one locked in the shed.",
                "Mrs two-doors-up has had enough and wants it dealt with.",
                "She moved in over the summer and has not slept through since, their bedroom being the other side of her headboard.",
                "It was a neighbour who told us, one they get on with.",
                "Says it's like living next to a boxing ring and she can't have her own grandchildren to stay for the noise.",
                "The tenant of 2b, same stairwell, has had to step over {C} asleep on the mat and gave us a ring.",
                "She's only ever nodded to {M} across the road, so it took a lot of nerve to phone about her.",
                "Her conservatory looks onto their trampoline, and she has seen {M} push {him} off it on purpose.",
                "I gather from the lady at the top of the cul-de-sac that {C} is out on the step in all weathers.",
                "Them at the back have got it on their phone, and the wife will bring it in Monday.",
                "Auld wifie through the wall phoned, says the wean's greeting a' night long.",
                "Her cat goes in at theirs, and when she went to fetch it there was {C} sat in {his} own muck.",
                "She's the one who rang the police for them last time, and {M} put her windows through for it.",
                "Please don't go at teatime; she will be in her garden and {M} will put two and two together.",
            ]
        ),
        new(
            "Neighbour",
            false,
            "near",
            [
                "Fella next door has it on his Ring doorbell and will send the clip over.",
                "The gentleman in the bungalow behind saw {C} on the shed roof from his greenhouse and rang straight away.",
                "Him downstairs has had water through the ceiling twice because {C} is left in the bath on {his} own.",
                "He was out the back having a fag at 2am, and {C}'s window is right above; heard every word.",
                "A retired chap from further up the terrace walked {C} home, got a mouthful from {M} and thought we ought to know.",
                "He's the only one in the block whose wall adjoins theirs, so {M} will know who it was.",
                "Bloke in the maisonette below says you could set your watch by it.",
                "He's lived alongside them six year and never had a cross word, but this was too much for him.",
                "Puts his bins out when {M} does and smelt drink on her at seven in the morning.",
                "The young man in the next flat works nights, so he's home in the day to hear it.",
                "They share a party wall. He asks that we don't park outside his.",
                "It's coming through his floorboards, he says, and he's had to move his own bairns to the front.",
                "Our man lives within spitting distance, hence he doesn't want a marked car outside.",
                "His dad is bad with his chest and the two of them hear {M} start the minute {C} gets in from school.",
                "Gentleman is chair of the residents' group for the block, so has had complaints from the other flats too, but this call was his own.",
                "From his allotment by their back fence he sees more than he'd like, he said.",
                "Wee man up the close came in to the office about it after his work.",
                "He jumped the fence himself on Sunday and got {C} off the garage; {M} was out of it on the lawn.",
                "There's history over a fence, and mum will say that's why he has rung us.",
            ]
        ),
        new(
            "Parent at the school",
            true,
            "school",
            [
                "One of the mums in the playground has clocked it; she stood next to {M} at pick-up and could smell it on her.",
                "Her little lad sits by {C} and comes home asking why {he} never has a coat.",
                "{C} went to theirs for a sleepover and wouldn't go home, and the other child's mum rang us in the morning.",
                "She runs the class WhatsApp, so has seen what {M} puts on there at all hours.",
                "{C} came home with her two on Tuesday as nobody had turned up, and she had to bathe {him} before tea.",
                "She's chair of the PTA so sees {M} most weeks, and is mortified to be doing this.",
                "They car-share for school, and on {M}'s mornings her own two now walk, which should tell us something, she says.",
                "Both children were at the same party on Saturday. She ran {C} home because nobody came, and saw inside.",
            ]
        ),
        new(
            "Parent at the school",
            false,
            "school",
            [
                "His daughter and {C} are thick as thieves, and she told him at bedtime what {C} had said.",
                "One of the dads on the walking bus has noticed {M} isn't fit to drive of a morning.",
            ]
        ),
    ];
}
