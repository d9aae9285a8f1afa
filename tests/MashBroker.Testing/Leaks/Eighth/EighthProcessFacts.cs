namespace MashBroker.Testing.Leaks;

/// <summary>What the hub itself does, asks and decides.</summary>
internal static class EighthProcessFacts
{
    private const string Subject = "process";

    public static readonly IReadOnlyList<EighthFrame> All =
    [
        .. EighthFrame.Of(
            Subject,
            EighthGroup.None,
            [
                "Please reply by {time} on {date}.",
                "Rated Amber by the MASH manager.",
                "Rated Green, as there is no sign of immediate risk.",
                "Rated Red because {child} may be at risk tonight.",
                "{Mother} has agreed to checks with school and GP.",
                "Agreement was not sought because it could put {child} at risk.",
                "Please say when {child} was last seen, and by whom in your agency.",
                "What do you know about {mother}'s drinking?",
                "Strategy discussion at {schooltime} on {date}.",
                "Case allocated to {worker} on {date}.",
                "Questions to the duty desk on {agencytel} or {agencymail}.",
                "Early Help closed the family's plan in {month}.",
                "{Child} was subject to a child in need plan until {month}.",
                "No previous contact with Children's Services.",
                "This is the second referral in twelve months; the first was closed on {date}.",
                "The threshold for section 47 is not met.",
                "Recommendation: assessment under section 17.",
                "{Worker} will visit with the health visitor next week.",
                "Outcome: no further action.",
                "Information is asked for the past {few} years.",
                "Parents are to be told what was shared.",
                "Please state expressly if nothing is held.",
                "The lawful basis is public task.",
                "{Worker} has read the chronology and sees a pattern of neglect.",
                "The manager thinks that the level of need is three.",
                "Return from Health received at {time}.",
                "Education's return is late.",
                "The records of the neighbouring authority have been asked for.",
                "{Mother} will be sent a letter about the outcome.",
                "Danger statement: {child} may be hurt if the quarrels at home go on.",
                "Working well: {mother} keeps appointments.",
                "What needs to happen: a safety plan for the evenings.",
                "On a scale of nought to ten the workers' answers lie between three and seven.",
                "The family's Early Help worker is {worker}, {agencymail}.",
                "The meeting is on Teams, and the link comes from {agencymail}.",
            ]
        ),
    ];
}
