using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Whether a strategy discussion was led by somebody whom the hub's rule names for that time of day.</summary>
public static class StrategyLead
{
    /// <param name="role">Of whoever led it.</param>
    /// <param name="departs">Why it was somebody else; null where nobody says.</param>
    public static IEnumerable<FieldFault> Check(HubProfile profile, DateTimeOffset heldAt, string role, string? departs)
    {
        var clock = new HubClock(profile);
        var fits = clock.StrategyLead(heldAt) is not { } lead || MakerRoles.Fits(lead, role);
        if (!fits && departs is null)
        {
            var hour = clock.IsOpen(heldAt) ? "" : "while it is closed ";
            yield return new FieldFault(
                "leadRole",
                $"is not who leads such a discussion at this hub {hour}by its rule: {clock.StrategyLead(heldAt)}",
                "State their role as the hub does, or say in departsFromRole why somebody else led it"
            );
        }

        if (fits && departs is not null)
        {
            yield return new FieldFault(
                "departsFromRole",
                "is given, and whoever led it is who leads at this hub",
                "Leave it out"
            );
        }
    }
}
