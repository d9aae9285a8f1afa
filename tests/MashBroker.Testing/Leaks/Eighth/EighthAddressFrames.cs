namespace MashBroker.Testing.Leaks;

/// <summary>Sentences with the address of the person who referred, whole or in part.</summary>
internal static class EighthAddressFrames
{
    /// <summary>With the number of the house at least.</summary>
    public static readonly IReadOnlyList<string> Whole =
    [
        "The call came from somebody at {address}.",
        "The view from {address} is straight into the {surname}s' kitchen.",
        "Feedback to be posted to {address}.",
        "We had a visit to the front desk from the person at {address}.",
        "A social worker may call at {address} to hear more.",
        "The person living at {address} heard {child} crying.",
        "Address given: {address}.",
        "Whoever lives at {address} took the photographs.",
        "{Child} ran to {address} in {his} pyjamas and asked to be let in, which is how this came to us.",
        "Written statement received by post, sender's address {address}.",
        "The noise can be heard as far as {address}, from where we were rung.",
        "Letter of thanks to {address}, please.",
        "{Worry}, says the household at {address}.",
        "Witness resident at {address}.",
        "Please do not send anything to {address}, as {mother} might see the envelope.",
        "Police to take an account at {address} before {time}.",
        "Information received from {address} on {date}.",
    ];

    /// <summary>With the street only.</summary>
    public static readonly IReadOnlyList<string> Streets =
    [
        "Somebody who lives in {street} told us that {worry}.",
        "The information came from a person in {street}.",
        "We were contacted by someone from {street} on {day}.",
        "The caller gave an address in {street}.",
        "A resident of {street} has been keeping a diary of {worries}.",
        "From the back bedroom of a house in {street} one can see into the yard, and that is how {child} was seen.",
        "The letter about {worries} was posted by somebody living in {street}.",
        "The person in {street} who contacted us does not want {mother} to know.",
    ];

    /// <summary>With the postcode, alone or with the number of the house.</summary>
    public static readonly IReadOnlyList<string> Postcodes =
    [
        "The caller's postcode is {postcode}.",
        "Referral received from {postcode}.",
        "Contact from the public, postcode {postcode}, on {date}.",
        "House {number} at {postcode} rang us.",
        "The person who wrote to us lives at {postcode}, number {number}.",
        "The online form was sent with the postcode {postcode}.",
        "Map reference for the person who rang: {postcode}.",
        "Reported from {postcode} at {time}.",
    ];
}
