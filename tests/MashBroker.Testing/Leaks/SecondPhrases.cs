namespace MashBroker.Testing.Leaks;

/// <summary>Sentences of the second set that tell who told, or how they come to know.</summary>
internal static class SecondPhrases
{
    public static readonly string[] Telling =
    [
        "A concerned citizen left a voicemail about this.",
        "Somebody from the same block of flats says the baby screams at night.",
        "He has watched the comings and goings from his balcony.",
        "I've known {m} since we were at school together.",
        "Our kitchen backs onto theirs and we can smell the cannabis.",
        "The person making this report wishes to remain nameless.",
        "They asked that their details be kept out of any paperwork.",
        "Whoever told us is terrified of reprisals from the stepfather.",
        "Source of the information: a resident of the estate.",
        "I'm only telling you because I'm worried sick about {c}.",
        "My daughter plays with {c} and came home upset.",
        "When I deliver parcels there the door is always open.",
        "The gentleman who phoned on Tuesday would like to know what happens next.",
        "She looks after {c} on Thursdays and noticed the marks while changing him; she would lose her job if it came out.",
        "If {m} hears about this call she will know who made it.",
        "One of the other mums from the playgroup raised this with us.",
        "The whistle-blower gave dates and times.",
        "Received via the web form from a family friend.",
        "Someone who attends the same church told the hub.",
        "It's me they will blame, so please leave me out of it.",
        "He sits at the bar most nights and hears the father boast about hitting {c}.",
        "We live two doors down.",
        "A passer-by flagged down a social worker and said the child was crying.",
        "Anon tip: drugs being sold from the flat with kids inside.",
        "The lad upstairs hears them rowing.",
        "Our source has been inside the house.",
        "The complainant fears for her own safety.",
        "She saw it with her own eyes from the bus stop across from the house.",
        "Please ring me after six.",
        "The adult who contacted us used to be in a relationship with the mother.",
        "Her own grandchildren go to the same nursery.",
        "They don't get on with the family because of a row about parking, but say that this is genuine.",
        "A work colleague has overheard {m} on the telephone.",
        "He does not wish to be identified.",
        "Tell nobody that this came from the shop.",
        "A witness living close by gave us this.",
        "The anonymous letter was posted in Otterby.",
        "The informer is related to the family.",
        "As the adult who collects {c} from school each day, he sees the bruises.",
        "Told to us in confidence.",
        "You can hear every word through these walls.",
        "The woman said she cuts {m}'s hair.",
        "I am writing about {c}.",
        "me and my husband took {c} in for the night",
        "im really scared of the dad",
        "The tip-off came from a customer.",
        "This was passed on by a relation who sees them every Sunday.",
        "The teller of this is a pensioner.",
        "{m} must not find out that it was him that rang.",
        "It was reported by a young man who rents the room above.",
    ];

    public static readonly string[] Roles =
    [
        "Concern raised by: {role}.",
        "The {role} says {c} is often hungry.",
        "According to a {role}, {c} is often hungry.",
        "This is from the {role}, who has seen it for months.",
        "Relationship of the person who told us: {role}.",
        "Spoke to the {role} again today.",
    ];
}
