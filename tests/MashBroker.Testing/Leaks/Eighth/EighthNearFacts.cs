namespace MashBroker.Testing.Leaks;

/// <summary>Near the line, and plainly harmless: words that tell elsewhere and tell nothing here.</summary>
internal static class EighthNearFacts
{
    private const string Subject = "near the line";

    public static readonly IReadOnlyList<EighthFrame> All =
    [
        .. EighthFrame.Of(
            Subject,
            EighthGroup.None,
            [
                "{Child} called {his} teacher a rude name on {weekday}.",
                "{School} called {mother} in to talk about attendance.",
                "The duty worker called {mother} on {date} and left a message.",
                "{Officer} told us that the door had been forced some time ago.",
                "The health visitor told us that {mother} was hard to reach in {month}.",
                "The class travelled by coach to the museum.",
                "{Child} saw a fox in the park and told everyone at school about it.",
                "The school report says that {child} may do well if {he} is pushed.",
                "May half-term was spent at home.",
                "{Mother} hopes for a fresh start and has faith in the plan.",
                "{Child} is a joy to teach, writes {teacher}.",
                "The mark on {child}'s arm was the size of a ten pence piece.",
                "{Child} will be {age} until {month}.",
                "In the summer {child} went to the holiday club for {few} weeks.",
                "{Child} has long brown hair and wore a green jumper.",
                "Young carers' support has been offered to {child}.",
                "The price of the school uniform is a worry for {mother}.",
                "The church hall is where the toddler group meets.",
                "{Child} had a page of drawings to show.",
                "A rose bush by the gate had been trampled.",
                "The amber light of the burglar alarm was flashing when {officer} came.",
                "It is in {child}'s best interests to stay at {school}.",
                "{Child} can read long words and finds short ones dull.",
                "Bath time is calm, says {mother}.",
                "{Child} plays tag rugby and is reading a book about swifts.",
                "{Mother} bought the pushchair in a sale and called it a good deal.",
                "{Child} says that {he} feels well and wells up only when {he} is tired.",
                "School is a haven for {child}.",
                "{Mother} said she would like a phone call rather than a letter.",
                "The address on the school's system is out of date and will be corrected.",
                "{Mother}'s telephone number has changed, and the new one is with {worker}.",
                "{Mother} rang the school at half past eight to say that {child} was ill.",
                "{Mother} says that she heard {child} crying in the night and went in to {him}.",
                "{Teacher} heard {child} swear at another pupil.",
                "{Hv} reported her concerns to the GP on {date}.",
                "It was the school nurse who noticed the rash.",
                "The source of the burn was a hair iron, the hospital believes.",
                "{Child} plays with friends in {his} class.",
                "{Child} and a classmate were seen sharing lunch by {teacher}.",
                "Who collects {child} on Fridays is not known to school.",
                "It is not known how the bruise came about.",
                "Feedback will be given in line with the procedure.",
                "The referrer's details are held separately and form no part of this request.",
                "Nothing in this note says where the information came from.",
                "{Child} is a neighbourly soul, {teacher} writes, and lends out {his} pens.",
                "{Mother} described her own childhood as happy.",
                "{Child} was seen by {worker} at home, by {teacher} in class and by {doctor} at the surgery.",
                "{Officer} and {hv} visited together and saw no cause for alarm.",
                "{Mother} wrote to the housing department by e-mail and has had no reply.",
                "The family's telephone line was cut off in {month}.",
                "{Child}'s date of birth is given in two ways in our records.",
                "Room 14 at the civic offices is booked for the meeting.",
                "{Teacher} rang to ask when the meeting is.",
                "The caller to the duty desk on {date} was {mother} herself, who asked for a food voucher.",
                "Who reported the fault of the boiler is not recorded.",
                "The person to speak to at the surgery is {doctor}.",
                "{Worker}, who knows the family well, will visit.",
                "The next-door classroom is free for the meeting.",
                "The receptionist at the surgery confirmed the appointment by telephone.",
                "{Child} was heard to say by {teacher} that {he} hates Mondays.",
                "How school knows of the quarrel: {child} told {teacher}.",
                "The concern is one that {school} has raised before.",
                "{Hv} has known {child} since {he} was a baby.",
                "{Teacher} hears {child} read every morning.",
                "{Mother} was seen by {officer} from the window of the patrol car.",
                "The library, the park and the swimming baths are within walking distance.",
                "{Mother} asked that her own mobile number not be passed on.",
                "{Mother} asked not to be telephoned before noon.",
                "{Child}'s own words to {officer} were written down.",
                "{Child} told {hv} that the noise at night comes from the street.",
                "{School} is the source of the attendance figures.",
                "The hospital's letter gives the family's old telephone number.",
                "{Mother} can be texted through the school on {agencytel}.",
            ]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Near | EighthGroup.Former,
            ["Fire crews had to reach the roof by way of the house next door."]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Kin,
            ["The grandparents' names are not known.", "{Mother} calls {worker} auntie in fun."]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Club,
            ["{Child} would like to join a football team, and {worker} is looking for a place."]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Landlord | EighthGroup.Estranged,
            ["{Mother} asked {worker} whether a landlord may change locks, and was given a leaflet."]
        ),
    ];
}
