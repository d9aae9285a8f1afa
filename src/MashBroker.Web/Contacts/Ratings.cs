using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Contacts;

namespace MashBroker.Web.Contacts;

/// <summary>A rating as people write it: a colour, or nothing for the one that triage suggested.</summary>
internal static class Ratings
{
    public const string Remedy = "Give red, amber or green.";

    /// <returns>Null for a word that is no rating, or where nothing was suggested.</returns>
    public static Rating? Read(string? text, ContactRow contact) =>
        text?.ToLowerInvariant() switch
        {
            null or "suggested" => contact.SuggestedRating is Rating.None ? null : contact.SuggestedRating,
            "red" => Rating.Red,
            "amber" => Rating.Amber,
            "green" => Rating.Green,
            _ => null,
        };

    /// <summary>One that nobody has to give.</summary>
    /// <returns>Null where none is given, or the word is no rating; then there is a fault.</returns>
    public static Rating? ReadOwn(string? text, List<FieldFault> faults)
    {
        Rating? rating = text?.ToLowerInvariant() switch
        {
            "red" => Rating.Red,
            "amber" => Rating.Amber,
            "green" => Rating.Green,
            _ => null,
        };
        if (text is not null && rating is null)
        {
            faults.Add(new FieldFault("rating", "is no rating", Remedy));
        }

        return rating;
    }

    public static string Fault(string? text) =>
        text is null or "suggested" ? "nothing was suggested for this contact" : "is no rating";
}
