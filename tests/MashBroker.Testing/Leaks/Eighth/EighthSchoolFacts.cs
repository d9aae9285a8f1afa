namespace MashBroker.Testing.Leaks;

/// <summary>What school knows.</summary>
internal static class EighthSchoolFacts
{
    private const string Subject = "school";

    public static readonly IReadOnlyList<EighthFrame> All =
    [
        .. EighthFrame.Of(
            Subject,
            EighthGroup.None,
            [
                "{Child} is in Year {class} at {school}.",
                "Attendance at {school} stands at {percent} %.",
                "{Teacher} has noticed that {child} is tired in the mornings.",
                "School reports that {child} arrived without a coat on {weekday}.",
                "{Child} told {teacher} that {he} had not had breakfast.",
                "The designated safeguarding lead at {school} has kept a log since {month}.",
                "{School} rang the hub on {date} about unauthorised absence.",
                "{Child} is working at the level expected for {his} age in mathematics.",
                "{Teacher} says that {mother} comes to parents' evenings and answers letters.",
                "{Child} was late on {n} days out of {nn}.",
                "A bruise on {child}'s forearm was seen by {teacher} on {date}; {child} said {he} fell off the climbing frame.",
                "{School} has no concerns about hygiene or clothing.",
                "{Child} receives free school meals and eats them with appetite.",
                "{Child} has an education, health and care plan for speech and language.",
                "The school nurse weighed and measured {child} on {date}.",
                "{Teacher} told us that {child} settles quickly after drop-off.",
                "School telephoned {mother} at {schooltime} and she collected {child} within the hour.",
                "There were {few} detentions last term, all for forgotten homework.",
                "{Child} moved to {school} in {month} from another authority.",
                "The head of {school} will attend the meeting.",
                "Class teacher {teacher} describes {child} as bright and chatty.",
                "{Child} goes to breakfast club at {school} on most days.",
                "{School} can be reached on {agencytel}.",
                "{Child} drew a picture of a house on fire in art and {teacher} kept it.",
                "{Mother} told {teacher} that {child} had been poorly.",
                "The education welfare officer visited on {date} and was let in.",
                "Exclusions: none.",
                "{Child} has a small group of friends and plays well at break.",
                "School says that {he} is often hungry by ten o'clock.",
                "{Child} said in circle time that there is shouting at home.",
                "Reading age is a little below what is expected, and the school has put in extra support.",
                "{Child} will go on the Year {class} trip in the summer term.",
                "The school's worries were shared with {mother} on {date}.",
                "{School} asks that any visit be outside lesson time.",
                "A teaching assistant noticed that {child}'s shoes were too small.",
                "{Child} represented the school at cross-country.",
            ]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Kin,
            ["Pick-up is by {mother} on Mondays and by after-school club on the other days."]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Trade | EighthGroup.Gate,
            ["{Child} walks to {school} with {mother}.", "{Child} comes to {school} on the council's minibus."]
        ),
    ];
}
