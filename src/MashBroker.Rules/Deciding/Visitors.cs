using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Whether a visit to a child was made by those whom the hub's rules name.</summary>
public static class Visitors
{
    /// <returns>Null where it was, where the hub names nobody, or where somebody says why it was another.</returns>
    public static FieldFault? Check(VisitRule? rule, DutyVisit visit)
    {
        if (rule is { ByHub: false })
        {
            return new FieldFault(
                "visitedBy",
                "would be of the hub, whose staff visit nobody",
                $"Visits are made by: {rule.Who}."
            );
        }

        return (rule is null || MakerRoles.Fits(rule.Who, visit.VisitedByRole), visit.DepartsFromRole) switch
        {
            (false, null) => new FieldFault(
                "visitedByRole",
                $"is not who visits for this hub by its rule: {rule!.Who}",
                "State their role as the hub does, or say in departsFromRole why somebody else went."
            ),
            (true, not null) => new FieldFault(
                "departsFromRole",
                "is given, and whoever went is who visits for this hub",
                "Leave it out."
            ),
            _ => null,
        };
    }
}
