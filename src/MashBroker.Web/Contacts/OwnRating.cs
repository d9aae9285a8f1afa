using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Contacts;

namespace MashBroker.Web.Contacts;

/// <summary>
/// The rating that whoever decides without an enquiry gives the contact, held against the suggested one. It is theirs to give: what a
/// hub's document says of rating it says of contacts that agencies are asked about (ops/decisions/0101).
/// </summary>
internal static class OwnRating
{
    /// <param name="why">Why it differs from the suggested one; null where nobody says.</param>
    public static IEnumerable<FieldFault> Faults(ContactRow contact, Rating? rating, string? why)
    {
        var suggested = contact.SuggestedRating;
        if (rating is null && suggested is Rating.Red or Rating.Amber)
        {
            yield return new FieldFault(
                "rating",
                $"is missing, and {suggested} is suggested: a contact that no enquiry is made of is rated too",
                "Give red, amber or green (--rating)."
            );
        }

        if (rating is null && why is not null)
        {
            yield return new FieldFault(
                "ratingReason",
                "is given without a rating",
                "Give the rating, or leave it out."
            );
        }

        if (rating is not null && suggested is not (null or Rating.None) && rating != suggested && Blank(why))
        {
            yield return new FieldFault(
                "ratingReason",
                $"is missing, and the rating differs from the suggested one, {suggested}",
                "Say why in a sentence (--rating-reason)."
            );
        }
    }

    /// <summary>Why it was decided, and why it was rated as it was.</summary>
    public static string With(string reason, Rating? rating, string? why) =>
        rating is null || Blank(why) ? reason : $"{reason.TrimEnd().TrimEnd('.')}. Rated {rating}: {why!.Trim()}";

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}
