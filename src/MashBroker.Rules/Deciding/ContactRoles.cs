using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Who may do what about a contact by the hub's rules, told by their role. Where a profile names nobody, the defaults say who.</summary>
public static class ContactRoles
{
    /// <summary>
    /// Who decides on a contact of which no enquiry is made: whoever the hub has decide whether there is one, and whoever decides at
    /// the end. Nobody has to join them: what a document says of deciding together it says of what was gathered.
    /// </summary>
    public static DecisionMakers WithoutEnquiry(HubProfile profile) =>
        new(
            [
                .. profile.TriagedBy == HubDefaults.TriagedBy ? [] : (string[])[profile.TriagedBy.Who],
                // Where a document has a team decide, those of it whom it names for these contacts are the team.
                .. MakerRoles.NamesNoPost(profile.TriagedBy.Who)
                && profile.NoEnquiry.By is { } post
                && !MakerRoles.NamesNoPost(post)
                    ? [post]
                    : (string[])[],
                .. profile.DecisionMakers.By,
            ],
            [],
            []
        );

    /// <returns>Null where the role is one of <see cref="WithoutEnquiry"/>.</returns>
    public static FieldFault? CheckDecider(HubProfile profile, string role)
    {
        var makers = WithoutEnquiry(profile).By;
        return makers.Any(rule => Fits(rule, role))
            ? null
            : new FieldFault(
                "role",
                $"is not one that decides on a contact at this hub: {string.Join(" or ", makers)}",
                "Let one of them decide, or state their role as the hub does."
            );
    }

    /// <summary>Whether a rating is this person's to confirm; where the profile names nobody, that of a manager or a social worker.</summary>
    public static bool MayRate(HubProfile profile, string role) =>
        profile.RatedBy == HubDefaults.RatedBy
            ? HubDefaults.RatingPosts.Any(post => Fits(post, role))
            : Fits(profile.RatedBy, role);

    /// <summary>Whether a criterion that the hub leaves to a person is this person's to answer.</summary>
    public static bool MayAnswer(HubProfile profile, string role) =>
        profile.TriagedBy == HubDefaults.TriagedBy || Fits(profile.TriagedBy.Who, role);

    // "Children's Reception Team (CRT)" is said either way.
    internal static bool Fits(string rule, string role)
    {
        var open = rule.IndexOf('(', StringComparison.Ordinal);
        return MakerRoles.Fits(rule, role)
            || (open > 0 && (MakerRoles.Fits(rule[..open], role) || MakerRoles.Fits(rule[open..], role)));
    }
}
