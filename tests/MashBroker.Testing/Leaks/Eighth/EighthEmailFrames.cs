namespace MashBroker.Testing.Leaks;

/// <summary>Sentences with an e-mail address, or its telling part.</summary>
internal static class EighthEmailFrames
{
    public static readonly IReadOnlyList<string> All =
    [
        "E-mail received from {email} on {date}.",
        "Photographs of the house were sent by {email}.",
        "From: {email}.",
        "Reply to {email} with the outcome.",
        "Write to {email} if anything is unclear.",
        "The message from {email} says that {worry}.",
        "Feedback to {email} please.",
        "We have {email} for further questions.",
        "cc {email}.",
        "Online form submitted at {time}, address given: {email}.",
        "{Rhis} e-mail is {email}.",
        "Our acknowledgement went to {email} on {day}.",
        "Screenshots forwarded by {email} show {child} alone in the yard.",
        "Contact by e-mail only: {email}.",
        "An e-mail ({email}) came in overnight about {worries}.",
        "Please send the secure link to {email}.",
        "The sender, {email}, has seen this more than once.",
        "The online form was filled in by the user {local}.",
        "The message came from {local}, an account with {provider}.",
        "{Rhe} writes as {local} on {provider}.",
        "Mail address starts {local}, the rest is on the form.",
    ];
}
