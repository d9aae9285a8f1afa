namespace MashBroker.Testing.Leaks;

/// <summary>What mother and child say, and kin who live with the child.</summary>
internal static class EighthKinFacts
{
    private const string Subject = "kin";

    public static readonly IReadOnlyList<EighthFrame> All =
    [
        .. EighthFrame.Of(
            Subject,
            EighthGroup.None,
            [
                "{Mother} says that {child} sleeps well.",
                "{Mother} is {child}'s mother and has parental responsibility.",
                "{Child} {surname} lives with {mother} {surname} and is cared for by her.",
                "{Mother} told {worker} that she shouts when she is tired and wants to change that.",
                "{Child} said, \"Mummy was cross\".",
                "{Child} told {worker} that {he} loves {his} mum.",
                "{Mother} rang the duty desk on {date} to ask what happens next.",
                "{Mother} disagrees with the concern and would like to put her view in writing.",
                "According to {mother}, {child} fell down the stairs on {day}.",
                "{Mother} accepts that things have been hard since {month}.",
                "{Child} wishes for more time with {his} mum.",
                "Ms {surname}, the mother, is polite with workers and answers the telephone.",
                "{Mother} described a good bedtime routine.",
                "{Mother} and {child} are the only people in the household.",
                "{Child} was seen alone and spoke freely.",
                "{Mother} has told us that {child} can be defiant.",
                "{Child} would not say how {he} got the mark.",
                "{Mother}'s account and {child}'s account agree.",
                "{Mother} reports that {child} wets the bed.",
                "{Child} and {mother} were laughing together when {worker} left.",
                "{Mother} was tearful and asked for help with her drinking.",
                "Mum's view: {child} needs more support at school.",
                "{Mother} called {worker} back within the hour.",
            ]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Kin | EighthGroup.Estranged,
            [
                "{Child} has a half-brother aged {few}, who lives in the same household.",
                "The grandmother lives with them and cooks for {child}.",
                "The maternal grandfather, who shares the home, is unwell.",
                "{Child}'s baby sister was born in {month} and lives at home.",
                "{Child}'s older brother, also in the household, is at college.",
                "{Mother}'s sister moved in with the family in {month} and helps with the children.",
                "Both siblings share a bedroom and get on.",
                "{Child}'s father lives in the household and works nights.",
                "The stepfather, who lives with the family, was present at the visit.",
                "The father told {worker} during the visit that he smokes in the garden only.",
                "The children's nan, a member of the household, answered the door to {worker}.",
            ]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Friend,
            ["{Mother} says that she has nobody to turn to and few friends in {town}."]
        ),
        .. EighthFrame.Of(
            Subject,
            EighthGroup.Work,
            ["{Mother} works part-time and arranges her shifts around school."]
        ),
        .. EighthFrame.Of(Subject, EighthGroup.InHouse, ["{Child} is not left with anyone else, {mother} says."]),
    ];
}
