using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// Whether somebody is named to oversee what a decision leads to, where the hub's rules have that outcome overseen: after an enquiry
/// and without one alike.
/// </summary>
public static class Overseers
{
    /// <param name="outcome">Null where the hub has no such outcome.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="overseenBy">Who is named; null where nobody is.</param>
    public static IEnumerable<FieldFault> Check(OutcomeRule? outcome, string by, string? overseenBy)
    {
        if (outcome?.OverseenBy is { } overseer && overseenBy is null)
        {
            yield return new FieldFault(
                "overseenBy",
                $"is missing: this hub has such cases overseen by {overseer}",
                "Give that person's name."
            );
        }

        if (overseenBy is { } other && SamePerson.Are(other, by))
        {
            yield return new FieldFault(
                "overseenBy",
                "is whoever decides: nobody oversees their own decision",
                "Give another person's name."
            );
        }
    }
}
