namespace MashBroker.Testing.Leaks;

/// <summary>Sentences that tell the protected address of the family.</summary>
internal static class EighthProtectedFrames
{
    public static readonly IReadOnlyList<string> All =
    [
        "{Mother} and {child} are now at {hid}.",
        "The family's protected address is {hid}.",
        "Please write to {mother} at {hid}, not at the old house.",
        "The father does not know that they have moved to {hid}.",
        "New address, not to be given to anyone: {hid}.",
        "{Mother} has taken a tenancy at {hid} under her maiden name.",
        "Housing moved them to {hid} on {date}.",
        "Health visitor to see {child} at {hid} on {day}.",
        "{Child} has been living at {hid} since {month}.",
        "Confidential: {hid}.",
        "An alarm has been fitted at {hid} by Police.",
        "School has been given {hid} as the new home address.",
        "Current address: {hid}.",
        "The order forbids him to come within 100 metres of {hid}.",
        "The removal van took their things to {hid}.",
        "{Mother} asked that post be redirected to {hid}.",
        "They live in {hidstreet} now.",
        "{Mother} gave her new street as {hidstreet} and begged us to keep it quiet.",
        "The new flat is in {hidstreet}, {hidtown}.",
        "{Child} told {his} class that {he} lives in {hidstreet} these days.",
        "The GP nearest to their new home in {hidstreet} has registered {child}.",
        "They are in {hidname} for now.",
        "{Mother} has the keys to {hidname} and feels safe there.",
        "{Child} and {mother} can be visited at {hidname}, {hidtown}.",
        "The new place is called {hidname}.",
        "Postcode of the new place: {hidpc}.",
        "{Mother}'s new postcode, which he must not learn, is {hidpc}.",
        "The family's present address is in {hidpc}.",
        "They have been rehoused, UPRN {uprn}.",
        "UPRN of the address where {mother} is now: {uprn}.",
        "Property reference {uprn} is where {child} lives at present.",
        "{Mother} has fled to {hidtown} with {child}.",
        "They were moved to {hidtown} for their safety and he is looking for them.",
        "The place where {mother} is hiding from him is in {hidtown}.",
    ];
}
