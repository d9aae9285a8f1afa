namespace MashBroker.Testing.Leaks;

/// <summary>Sentences with the name of the person who referred.</summary>
internal static class EighthNameFrames
{
    /// <summary>The name as people write it in sentences.</summary>
    public static readonly IReadOnlyList<string> Spoken =
    [
        "{Name} rang the hub on {day} about {child}.",
        "Call taken from {name} at {time}.",
        "As {name} put it, {worry}.",
        "We spoke to {name} again on {date}. {Rhe} stands by what was said.",
        "Please do not let {mother} know that {name} spoke to us.",
        "Information from {name}: {worry}.",
        "{Worry}, according to {name}.",
        "The account {name} gave is that {worry}.",
        "{Name} would be willing to speak to the social worker.",
        "{Child} is sometimes looked after by {name}, who says that {worry}.",
        "{Mother} has fallen out with {name} over this and may guess.",
        "{Name} saw {child} on {day} and was upset by it.",
        "Thank you letter to be sent to {name} once the case is allocated.",
        "Feedback due to {name} by {date}.",
        "The concern was first raised by {name} in {month}.",
        "Taken down as said by {name}: \"{worry}\".",
        "Source: {name}.",
        "Ref. {name}, telephone call of {date}.",
        "{Name} was worried about {worries} and so contacted us.",
        "On {date} {name} heard {child} screaming and looked at the clock: it was {time}.",
        "Duty worker to call {name} back before {time}.",
        "We are told by {name} that {worry}.",
        "{Mother} may say this is malicious because she and {name} do not get on.",
        "This is the second time {name} has written to us about the {surname}s.",
        "Statement of {name}, taken on {date}, says that {worry}.",
        "{Name} has photographs of the house and would hand them over.",
        "Could Police please take a first account from {name}?",
        "{Name} says: {worry}.",
        "Everything we know so far comes from {name}.",
        "We owe {name} our thanks, as nobody else had noticed.",
        "The person who made the call is {name}.",
        "Reported by {name} on {date}.",
    ];

    /// <summary>The name as it stands in names of files, lists and headers.</summary>
    public static readonly IReadOnlyList<string> Filed =
    [
        "See the attached letter_{filed}.pdf for the detail.",
        "Notes of the call are saved as {filed} call note.docx.",
        "Photographs are in the folder Evidence/{filed}.",
        "Voicemail recording: {filed}_voicemail.mp3.",
        "Forwarded message, subject line: \"Worried about {child} - {filed}\".",
    ];
}
