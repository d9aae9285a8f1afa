using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Web.Contacts;

/// <summary>A named person decides that no multi-agency enquiry is made, and why.</summary>
/// <param name="By">Blank, as every other text, where it could not be read; then there is a fault.</param>
/// <param name="DepartsFromCriteria">Why, although the contact meets the hub's criteria.</param>
internal sealed record DeclineDecision(string By, string Role, string Reason, string? DepartsFromCriteria)
{
    /// <summary>By that person's own judgement; null where they give none.</summary>
    public Rating? Rating { get; init; }

    /// <summary>Why, where it differs from the suggested one.</summary>
    public string? RatingReason { get; init; }

    /// <returns>The decision as far as it could be read: what else stands in its way is said with the faults of its form.</returns>
    public static (DeclineDecision Decision, IReadOnlyList<FieldFault> Faults) Read(byte[]? json)
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(json, faults);
        var by = fields.Name("by", "Give the name of the person who decides.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Name("reason", "Say why in a sentence.");
        var departs = fields.Optional("departsFromCriteria");
        var rating = Ratings.ReadOwn(fields.Optional("rating"), faults);
        return (
            new DeclineDecision(by ?? "", role ?? "", reason ?? "", departs)
            {
                Rating = rating,
                RatingReason = fields.Optional("ratingReason"),
            },
            faults
        );
    }
}
