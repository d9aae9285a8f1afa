namespace MashBroker.Testing.Leaks;

/// <summary>What is known of the home, the housekeeping and housing services.</summary>
internal static class EighthHomeFacts
{
    private const string Subject = "home";

    private static readonly IEnumerable<EighthFrame> LivesThere = EighthFrame
        .Of(
            Subject,
            EighthGroup.None,
            [
                "{Child} lives at {home}, {town}, {homepc}.",
                "Home address: {home}, {town} {homepc}.",
                "The family has lived at {home} since {month}.",
                "{Mother} is the sole tenant of {home}.",
                "Visit to {home} planned for {date}.",
                "Gas at {home} was capped off in {month} and restored a week later.",
                "{Worker} knocked at {home} on {date} and nobody answered.",
                "Council tax for {home} is in {mother}'s name.",
                "{Home} is a two-bedroom house with a garden.",
                "Letters to {mother} should go to {home}, {homepc}.",
                "{Mother} gives her address as {home}.",
                "{Child} sleeps in the smaller bedroom at {home}.",
            ]
        )
        .Select(frame => frame with { NotHidden = true });

    private static readonly IEnumerable<EighthFrame> Housing = EighthFrame.Of(
        Subject,
        EighthGroup.Landlord,
        [
            "Rent is {few} weeks in arrears, says Housing.",
            "The housing officer saw damp in the bathroom on {date}.",
            "Housing has written to {mother} about repairs.",
            "The housing association will replace the boiler.",
        ]
    );

    private static readonly IEnumerable<EighthFrame> Anywhere = EighthFrame.Of(
        Subject,
        EighthGroup.None,
        [
            "{Mother} says that money is short at the end of the month.",
            "{Child} has {his} own room.",
            "{Mother} told {worker} that the washing machine is broken.",
            "There was a stair gate and a working smoke alarm.",
            "{Worker} saw toys, books and a clean bed.",
            "{Mother} has applied for Universal Credit.",
            "{Mother} keeps a dog, which is friendly.",
            "The kitchen was clean when {worker} called on {date}.",
            "{Mother} lost her job in {month} and is looking for work.",
            "Debt advice was offered and taken up.",
            "{Mother} has no recourse to public funds.",
            "The family speaks English at home and needs no interpreter.",
            "An interpreter was booked for the visit on {date}.",
            "A food bank voucher was issued on {date}.",
            "{Child} helps to lay the table and is proud of it.",
            "{Mother} puts {child} to bed at half past seven.",
            "There is no garden, and {child} plays in the park after school.",
            "{Worker} noted a strong smell of cannabis in the hall.",
            "Broken glass lay in the yard on {date} and had gone by the next visit.",
            "{Mother} is asking for help with bedtime and mealtimes.",
            "{Child} says {he} likes living with {his} mum.",
            "{Mother} is aged 31 and grew up in care.",
            "The {surname} family moved to {town} in {month}.",
        ]
    );

    public static readonly IReadOnlyList<EighthFrame> All = [.. LivesThere, .. Housing, .. Anywhere];
}
