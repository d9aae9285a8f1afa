namespace MashBroker.Testing.Leaks;

/// <summary>Sentences with a telephone number, or the end of one.</summary>
internal static class EighthTelephoneFrames
{
    public static readonly IReadOnlyList<string> All =
    [
        "Call back on {tel} after {time}.",
        "Tel. {tel}.",
        "The call came from {tel}.",
        "Number left on the answerphone: {tel}.",
        "If more is needed, ring {tel} and ask about {child}.",
        "{Rhe} can be reached on {tel}.",
        "Contact number given: {tel}.",
        "We were rung from {tel} on {date}.",
        "Telephone {tel}, best in the evening.",
        "A message came in from {tel} with a photograph of {child}.",
        "Caller display showed {tel}.",
        "Duty tried {tel} twice without answer.",
        "Message from {tel}: \"{worry}\".",
        "Please ring {tel} for a first-hand account of {worries}.",
        "Our switchboard logged {tel} at {time}.",
        "({tel}) rang at {time} and said that {worry}.",
        "Private number {tel}, not before {time}.",
        "Witness can be phoned: {tel}.",
        "Ph {tel} re {child}.",
        "The voicemail was left by somebody on {tel}.",
        "The number for follow-up is {tel} and it may be used until ten at night.",
        "Number withheld at first, later given as {tel}.",
        "The call about {worries} was from the number ending {ending}.",
        "Last digits of the caller's number: {ending}.",
        "We rang back on the number that ends in {ending}.",
        "The phone that was used ends {ending}.",
    ];
}
