namespace MashBroker.Testing.Leaks;

/// <summary>Telling phrases: who called, who reported, how they know.</summary>
internal static class EighthPhraseFrames
{
    /// <summary>By group of those who refer; <see cref="EighthGroup.None"/>: whoever it was.</summary>
    public static readonly IReadOnlyDictionary<EighthGroup, IReadOnlyList<string>> All = new Dictionary<
        EighthGroup,
        IReadOnlyList<string>
    >
    {
        [EighthGroup.None] =
        [
            "The referrer asked us not to let {mother} know it was {rhim}, because the two of them speak nearly every day.",
            "Only one person outside the household was there when it happened, and that person rang us.",
            "The caller is a {woman} whom {mother} trusts and would not suspect.",
            "{Mother} will know at once who rang, as {rhe} told her to her face that {rhe} would.",
            "The {woman} who rang had warned {mother} on {day} that {rhe} would report it.",
            "The person who reported this was the last to speak to {mother} on {day}.",
            "The caller found {child} crying on {day} and stayed with {him} until {mother} came.",
            "The {lady} who called said that {rhe} has known {child} since {he} was a baby.",
            "The caller had {child} in {rhis} arms when the bruises were noticed.",
            "The referrer lent {mother} money in {month} and has not had it back.",
            "Our caller was a {woman} who is often in the house and knows where the key is kept.",
            "The caller was in the kitchen when {mother} threw the plate.",
        ],
        [EighthGroup.Near] =
        [
            "The caller hears {child} crying through the wall at night.",
            "The person who rang can see into the yard from an upstairs window.",
            "The walls are thin and the caller can make out every word {mother} says.",
            "The referrer lives close enough to hear the front door slam.",
            "The caller watched from {rhis} own front step as {child} was pushed outside.",
            "The person who reported this shares a landing or a fence with the family.",
            "{Rhe} told us that {rhe} hears it all through {rhis} bedroom wall.",
            "The caller said, \"I only live a few yards from them\".",
            "The person who rang takes in parcels for {mother} when she is out.",
            "Whoever called has heard them come in at three in the morning, night after night, from {rhis} own bed.",
            "The referrer has spoken to {mother} over the fence about {worries}.",
            "The caller said the noise keeps {rhim} awake because the bedrooms adjoin.",
            "The sounds that reached the caller's own sitting room were of a child being hit.",
            "From {rhis} window the caller saw {child} alone on the wall.",
            "The person who told us shares the bin store with the family.",
            "The caller said {child} knocks at {rhis} door for food because it is the nearest.",
        ],
        [EighthGroup.Kin] =
        [
            "The caller is a relative of {mother}'s.",
            "The person who rang is family and was at the birthday tea on {day}.",
            "The referrer is related to {child}.",
            "A member of the wider family rang us about {worries}.",
            "The caller said, \"I love {child}, {he} is my own flesh and blood\".",
            "The person who reported this had {child} to stay over half-term and saw the marks at bath time.",
            "The caller has offered to have {child} live with {rhim}, being family.",
            "{Child} told the caller about it during a family Sunday lunch.",
            "The referrer has been at odds with the rest of the family since {rhe} spoke up about {worries}.",
            "The information came from within the extended family.",
            "The caller bathed {child} on {day} at {rhis} house, where the family was visiting, and saw the bruises.",
            "{Mother}'s own family reported this.",
            "One of {child}'s relations got in touch with us on {date}.",
            "The person who rang said that blood is thicker than water but the child comes first.",
        ],
        [EighthGroup.Friend] =
        [
            "{Mother} confided this to the caller over a glass of wine.",
            "The caller has been on holiday with {mother} and knows her well.",
            "The person who rang has known {mother} for years and {mother} cried on {rhis} shoulder.",
            "The referrer was a guest in the house when it happened.",
            "The caller said that {mother} tells {rhim} everything.",
            "{Mother} sent the caller a message saying that she had hit {child}.",
            "The person who reported this goes round there for tea most weeks.",
            "The caller is close to {mother} and does not want to lose her.",
        ],
        [EighthGroup.InHouse] =
        [
            "The caller has a key and let {rhim}self in on {day} to find {child} alone.",
            "The person who rang is paid by {mother} and fears to lose the money.",
            "The caller is in the house every week and sees the state of the bedrooms.",
            "The referrer was in the house that evening, and {mother} came back at four in the morning.",
            "{Mother} pays the person who told us in cash.",
            "The caller said {child} begs {rhim} not to leave when {rhis} time there is up.",
        ],
        [EighthGroup.Landlord] =
        [
            "The caller went in for the yearly gas check and saw the mattress.",
            "The person who rang says {mother} is three months behind with what she owes {rhim} for the house.",
            "The referrer had come about the rent and found {child} alone.",
            "The caller owns the property.",
            "The person who reported this went round to look at the damp and was shocked.",
        ],
        [EighthGroup.Trade] =
        [
            "The caller met the family through {rhis} work on {day}, and {mother} would know {rhim} by that.",
            "The caller has {mother} on {rhis} round or among {rhis} customers.",
            "The person who rang sees the family through {rhis} job and does not know them otherwise.",
            "The referrer was doing {rhis} job when {child} asked {rhim} for food.",
            "The caller serves the family in the course of {rhis} trade.",
            "The person who rang meets the family while at work and must not be seen to have told.",
        ],
        [EighthGroup.Club] =
        [
            "{Child} told the caller about it after the weekly session.",
            "The person who rang meets the family once a week and gives {rhis} time for nothing.",
            "The caller saw the bruise when the group met on {day}.",
            "The referrer sees {child} every week outside school, in a group {rhe} belongs to.",
        ],
        [EighthGroup.Gate] =
        [
            "The caller's own child is in {child}'s class and came home with the story.",
            "The person who rang stands at the school gate with {mother} every afternoon.",
            "The referrer's {son} plays with {child} and saw it happen.",
            "{Child} came to the caller's house to play and would not go home.",
            "The caller's child was invited to {child}'s party, and {rhe} saw the house then.",
            "The person who reported this drives {child} to school with {rhis} own two.",
        ],
        [EighthGroup.Estranged] =
        [
            "The caller used to share a home with {mother}.",
            "The person who rang lived with {mother} until they parted.",
            "The referrer and {mother} separated and {rhe} still has some of {rhis} things there.",
            "The caller is in dispute with {mother} in the family court.",
            "The caller was once in a relationship with {mother}.",
        ],
        [EighthGroup.Work] =
        [
            "The caller does the same job as {mother}, in the same place.",
            "{Mother} told the caller about it in the staff room.",
            "The person who rang sees {mother} at work every day.",
            "The referrer covers for {mother} when she comes in drunk.",
            "The caller shares a rota with {mother} and saw {child} asleep in the stock room.",
        ],
        [EighthGroup.Passer] =
        [
            "The caller was walking by and does not know the family.",
            "The person who rang was out for a walk and heard it from the pavement.",
            "The referrer happened to go past at {time} and saw {child} at the window.",
            "The caller stopped on {rhis} way through the street because {child} was on the ledge.",
            "Somebody going past on foot rang us from the pavement.",
        ],
        [EighthGroup.Former] =
        [
            "The caller used to hear it through the wall before {rhe} moved away.",
            "The person who rang has moved since, but lived close by for years.",
            "The referrer moved out of the street in {month} because of the noise.",
        ],
    };
}
