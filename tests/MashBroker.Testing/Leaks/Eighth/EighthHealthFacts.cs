namespace MashBroker.Testing.Leaks;

/// <summary>What health services know.</summary>
internal static class EighthHealthFacts
{
    private const string Subject = "health";

    public static readonly IReadOnlyList<EighthFrame> All =
    [
        .. EighthFrame.Of(
            Subject,
            EighthGroup.None,
            [
                "{Child} is registered with {doctor}, who last saw {him} on {date}.",
                "Immunisations are up to date.",
                "The health visitor, {hv}, saw {child} and {mother} at home on {date}.",
                "{Hv} noted that the flat was warm and that there was food in the cupboards.",
                "{Child} was brought to {hospital} on {date} with a broken wrist.",
                "Two dental appointments were missed in {month}.",
                "{Mother} is prescribed sertraline and collects it on time.",
                "{Doctor} has referred {child} to paediatrics for weight loss.",
                "{Mother} attended all antenatal appointments.",
                "Ambulance crew attended at {time} on {date} after {mother} dialled 999.",
                "{Child} has asthma and keeps an inhaler at school.",
                "CAMHS closed {child}'s case in {month} after {few} sessions.",
                "The practice nurse reported that {mother} seemed low in mood.",
                "{Mother} told {hv} that she sleeps badly.",
                "No injuries were found when {child} was examined on {date}.",
                "{Hv} can be contacted at the clinic on {agencytel}.",
                "The GP surgery rang back on {date} to confirm the appointments.",
                "{Child} is {age} years old and on the 25th centile for height.",
                "Speech and language therapy has {child} on the waiting list.",
                "{Mother} has been open to drug and alcohol services since {month} and engages.",
                "The paediatrician's view is that the mark is consistent with the account given.",
                "{Child} was not brought to the eye clinic on {date}.",
                "Midwifery booked {mother} at nineteen weeks, which is late.",
                "{Mother} was seen in the emergency department at {time} with a cut to her hand.",
                "CP-IS shows one attendance in the last year.",
                "{Doctor} reports no concerns about {mother}'s parenting.",
                "{Child} needs glasses and does not wear them.",
                "The school nurse called {mother} on {weekday} about head lice.",
                "{Mother} says that {child} bruises easily, and blood tests were normal.",
                "Mental health services hold nothing on {mother}.",
                "A&E staff observed that {child} was reluctant to go home.",
                "{Hv} heard {mother} speak to {child} in a kind voice throughout.",
                "{Doctor}'s letter of {date} is attached.",
                "{Child}'s hearing test is due next month.",
                "{Mother} has a long-term back condition and receives PIP.",
                "{Hospital} discharged {child} home the same evening.",
            ]
        ),
    ];
}
