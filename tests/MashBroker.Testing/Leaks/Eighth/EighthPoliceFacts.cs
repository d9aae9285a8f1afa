namespace MashBroker.Testing.Leaks;

/// <summary>What police, probation, fire and ambulance know.</summary>
internal static class EighthPoliceFacts
{
    private const string Subject = "police";

    public static readonly IReadOnlyList<EighthFrame> All =
    [
        .. EighthFrame.Of(
            Subject,
            EighthGroup.None,
            [
                "Police attended the family home on {date}, reference {ref}.",
                "{Officer} saw {child} at {time}, well and in good spirits.",
                "Nothing is held by Police on {mother}.",
                "A domestic incident was recorded on {date} and graded medium.",
                "{Officer} submitted a child-coming-to-notice form on {date}.",
                "{Mother} called the police herself on {date}.",
                "{Mother} made a statement to {officer} on {date} and later withdrew it.",
                "Crime reference {ref}.",
                "{Child} was reported missing by {mother} at {time} and came home at midnight.",
                "{Child} was found in the town centre by {officer} and taken home.",
                "Probation holds no record of anyone at the address.",
                "Fire and Rescue fitted smoke alarms on {date}.",
                "{Officer} describes the house as untidy but safe.",
                "Body-worn video of the visit on {date} is retained under {ref}.",
                "{Mother} has a caution from 2014 for shoplifting.",
                "{Officer} spoke to {child} alone, and {he} said {he} feels safe at home.",
                "Police were called to the address several times between {month} and now.",
                "An ambulance crew told Police that the stairs were blocked with boxes.",
                "There are no warning markers on the address.",
                "The missing episodes were on {date} and on two dates before that.",
                "{Officer} can be reached through the control room on {agencytel}.",
                "{Mother} was a passenger in a car stopped on {date} at {time}.",
                "Police observed that there was no bedding in {child}'s room.",
                "MARAC heard the case on {date} and closed its actions.",
                "A DASH assessment scored {n}.",
                "Youth Offending has had no contact with {child}.",
                "{Officer} reported that {mother} was sober and polite.",
                "The incident log of {date} runs to two pages and names no child.",
                "No further action was taken by Police for lack of evidence.",
                "{Child} gave {officer} {his} full name and date of birth.",
                "An officer told {mother} where to find advice.",
                "{Officer} carried out a safe and well check at {time}.",
                "The Crown Prosecution Service decided on {date} not to charge.",
            ]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Estranged,
            [
                "A non-molestation order against the father ran out in {month}.",
                "{Mother}'s former husband is on licence until the spring, and Probation supervises him.",
                "The father was arrested on {date} and bailed not to come to the house.",
            ]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Near | EighthGroup.Passer,
            ["{Officer} made house-to-house enquiries and learned nothing."]
        ),
    ];
}
