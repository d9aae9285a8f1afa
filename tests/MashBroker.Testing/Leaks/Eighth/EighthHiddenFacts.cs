namespace MashBroker.Testing.Leaks;

/// <summary>That somebody hides, without where; said of families of whom somebody does.</summary>
internal static class EighthHiddenFacts
{
    private const string Subject = "somebody hides";

    public static readonly IReadOnlyList<EighthFrame> All =
    [
        .. EighthFrame
            .Of(
                Subject,
                EighthGroup.None,
                [
                    "The family's current address is protected and is not to be shared.",
                    "{Mother} and {child} are in a place of safety.",
                    "{Mother}'s present address is known to the IDVA only.",
                    "Please do not ask {mother} where she lives now.",
                    "{Mother} left home on {date} and is safe.",
                    "The address is withheld on purpose.",
                    "Contact with {mother} is through {worker} on {agencytel}.",
                    "{Mother} used to live at {home}, {homepc}.",
                    "{Home} is the former address and may be given.",
                    "Letters to {home} will not reach {mother}.",
                    "{Mother} and {child} have moved out of the area.",
                    "The IDVA sees {mother} every week.",
                    "{Child} has changed school and is settling in.",
                    "{Mother} has a safety plan and carries an alarm.",
                    "{Mother} feels safer since the move.",
                    "The police hold the present address under restriction.",
                    "{Child} misses {his} old bedroom at {home}.",
                    "A refuge place was found within a day.",
                    "Health records have been transferred without an address.",
                    "{Mother} hopes to be rehoused in the new year.",
                    "The council's refuge budget was agreed in {month}.",
                    "Housing is looking for a permanent home for {mother} and {child}.",
                ]
            )
            .Select(frame => frame with { NeedsHidden = true }),
    ];
}
