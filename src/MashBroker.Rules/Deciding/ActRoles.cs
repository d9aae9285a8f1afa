using MashBroker.Contracts.Cases;

namespace MashBroker.Rules;

/// <summary>
/// Who may change what stands once agencies are asked, told by their role. The five documents name who rates, who decides and who
/// leads a strategy discussion, and nobody for the rest: ops/decisions/0101 says whose each act is.
/// </summary>
public static class ActRoles
{
    private const string Manager = "A manager";

    /// <summary>Whoever rates first rates anew; that agencies may answer later than before is a manager's to say.</summary>
    /// <param name="role">Blank where it could not be read: nothing is held against it.</param>
    public static IEnumerable<NotTheirs> Rating(HubProfile profile, string role, string? laterBecause = null)
    {
        if (role.Length == 0)
        {
            yield break;
        }

        if (!ContactRoles.MayRate(profile, role))
        {
            yield return new NotTheirs(
                "role",
                $"is not the one that rates at this hub: {profile.RatedBy}",
                DepartureFrom.RatedBy
            );
        }

        if (!string.IsNullOrWhiteSpace(laterBecause) && !MakerRoles.Fits(Manager, role))
        {
            yield return new NotTheirs(
                "laterBecause",
                "is a manager's to say, and this role is none",
                DepartureFrom.LaterBecause
            );
        }
    }

    /// <summary>Whoever rates or decides may take back what agencies were asked.</summary>
    /// <inheritdoc cref="Rating"/>
    public static IEnumerable<NotTheirs> TakingBack(HubProfile profile, string role) =>
        RatersAndDeciders(
            profile,
            role,
            "is not one that takes back what agencies were asked",
            DepartureFrom.TakingBack
        );

    /// <summary>Whoever rates or decides may let texts leave that the leak check has stopped.</summary>
    /// <inheritdoc cref="Rating"/>
    public static IEnumerable<NotTheirs> LettingPass(HubProfile profile, string role) =>
        RatersAndDeciders(profile, role, "is not one that overrides the leak check", DepartureFrom.LeakCheck);

    /// <summary>
    /// Whoever leads the discussion by the hub's rule, or decides, says that none is needed; where the hub names nobody to lead it,
    /// whoever rates or decides.
    /// </summary>
    /// <inheritdoc cref="Rating"/>
    public static IEnumerable<NotTheirs> NoDiscussion(HubProfile profile, string role)
    {
        const string Fault = "is not one that says no strategy discussion is needed";
        string[] leads =
        [
            .. new[] { profile.StrategyDiscussion?.Lead, profile.StrategyDiscussion?.OutOfHoursLead }.OfType<string>(),
        ];
        return leads.Length == 0
            ? RatersAndDeciders(profile, role, Fault, DepartureFrom.NoDiscussion)
            : OneOf([.. leads, .. profile.DecisionMakers.By], role, Fault, DepartureFrom.NoDiscussion);
    }

    private static IEnumerable<NotTheirs> RatersAndDeciders(
        HubProfile profile,
        string role,
        string fault,
        string from
    ) =>
        ContactRoles.MayRate(profile, role)
            ? []
            : OneOf([.. ContactRoles.WithoutEnquiry(profile).By], role, fault, from, profile.RatedBy);

    private static IEnumerable<NotTheirs> OneOf(
        IReadOnlyList<string> posts,
        string role,
        string fault,
        string from,
        params IEnumerable<string> besides
    )
    {
        if (role.Length > 0 && !posts.Any(post => ContactRoles.Fits(post, role)))
        {
            yield return new NotTheirs(
                "role",
                $"{fault} at this hub: {string.Join(" or ", besides.Concat(posts).Distinct())}",
                from
            );
        }
    }
}
