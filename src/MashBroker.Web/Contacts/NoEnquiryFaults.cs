using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Web.Contacts;

/// <summary>What stands in the way of deciding on a contact without an enquiry.</summary>
internal static class NoEnquiryFaults
{
    public static IEnumerable<FieldFault> OfOutcome(ContactDecision decision, HubProfile profile)
    {
        var open = DecisionOutlook.Open(profile, afterEnquiry: false);
        var outcome = open.FirstOrDefault(each => each.Code == decision.Outcome);
        if (outcome is null)
        {
            yield return new FieldFault(
                "outcome",
                "is not one that this hub gives a contact without an enquiry",
                $"Give one of {string.Join(", ", open.Select(each => each.Code))}."
            );
        }

        foreach (var fault in Overseers.Check(outcome, decision.By, decision.OverseenBy))
        {
            yield return fault;
        }
    }

    /// <param name="standing">Number of the decision that stands; null where none does.</param>
    public static IEnumerable<FieldFault> OfPlace(string reference, int? standing, int? supersedes)
    {
        if (standing == supersedes)
        {
            yield break;
        }

        yield return standing is { } number
            ? new FieldFault(
                "supersedes",
                $"is not {number}, and decision {number} on {reference} stands",
                $"Say \"supersedes\": {number} to put this one in its place; both stay on record. To have the agencies asked, make a new contact that says \"follows\": \"{reference}\"."
            )
            : new FieldFault("supersedes", "names a decision, and none stands", "Leave it out.");
    }

    // Who may decide, and what of. The person may depart from the criteria: it stands on record with a reason of its own.
    public static IEnumerable<FieldFault> OfRules(HubProfile profile, ContactRow contact, string role, string? departs)
    {
        if (ContactRoles.CheckDecider(profile, role) is { } fault)
        {
            yield return fault;
        }

        if (contact.Qualifies == true && string.IsNullOrWhiteSpace(departs))
        {
            yield return new FieldFault(
                "departsFromCriteria",
                "is missing, and the contact meets the hub's criteria",
                "Rate it, so that the agencies are asked, or say here why no enquiry is made all the same (--departs-from-criteria)."
            );
        }

        if (contact.Qualifies != true && departs is not null)
        {
            yield return new FieldFault(
                "departsFromCriteria",
                "is given, and none of the hub's criteria holds",
                "Leave it out: the reason is enough."
            );
        }
    }

    public static IEnumerable<FieldFault> OfSteps(
        HubProfile profile,
        string reference,
        IReadOnlyList<CaseEntry> file
    ) =>
        NoEnquirySteps
            .Missing(profile.NoEnquiry, file)
            .Select(missing => new FieldFault(
                $"steps.{missing.Step.Code}",
                $"is not on record ({missing.Step.Name.TrimEnd('.')})",
                $"Put it into the case file of {reference} as {missing.ShownBy}."
            ));
}
