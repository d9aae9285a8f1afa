using MashBroker.Cli.Api;
using MashBroker.Ledger.Lookups;
using MashBroker.Web.Contacts;

namespace MashBroker.Cli.Commands;

/// <summary>What commands say of a contact.</summary>
internal static class ContactOutput
{
    /// <summary>What became of a contact that was handed in, and what comes next.</summary>
    public static async Task TellAsync(HubClient hub, ContactView contact, CancellationToken cancellation)
    {
        Output.Line(
            $"{contact.Reference} {(contact.AlreadyThere ? "was received before: nothing new was written" : "received")}"
        );
        foreach (var warning in contact.Warnings)
        {
            Output.Line($"  note: {warning.Path}: {warning.Fault}. {warning.Remedy}");
        }

        Tell(contact);
        if (contact is { Qualifies: true, Enquiry: null })
        {
            var plan = await hub.GetAsync<PlanView>($"api/contacts/{contact.Reference}/plan", cancellation);
            Output.Line(
                $"  published now: returns due {Output.When(plan.ReturnDueAt)}, decision due {Output.When(plan.DecisionDueAt)}"
            );
            var household = plan.Household.Select(open => open.InWords());
            foreach (var remark in household.Concat(plan.Remarks).Concat(plan.NotOnRecord))
            {
                Output.Line($"  note: {remark}");
            }

            LeakCommands.Tell(contact.Reference, plan.Leaks);
        }
    }

    public static void Tell(ContactAdvice advice)
    {
        Tell(advice.Routes);
        if (advice.WithoutEnquiry is { } where)
        {
            Output.Line($"  without an enquiry: {where}");
        }

        foreach (var step in advice.Steps)
        {
            var standing =
                step.MissingEntries.Count == 0
                    ? "on record"
                    : $"not on record: {string.Join("; ", step.MissingEntries)}";
            Output.Line($"  step {step.Code}: {step.Name} {standing}");
        }
    }

    private static void Tell(IReadOnlyList<RouteView> routes)
    {
        foreach (var route in routes)
        {
            Output.Line($"  {route.InWords()}");
        }
    }

    private static void Tell(ContactView contact)
    {
        Tell(contact.Routes);
        foreach (var earlier in contact.Earlier)
        {
            var common = earlier.InCommon switch
            {
                InCommon.Child => "the same child",
                InCommon.Person => "somebody in common",
                _ => "the same home",
            };
            var became = earlier.EnquiryReference is { } reference ? $", enquiry {reference}" : "";
            Output.Line($"  heard of before: {earlier.Reference}, {common}{became}");
        }

        LeakCommands.Tell(contact);
        if (contact.Enquiry is { } enquiry)
        {
            Output.Line($"  enquiry {enquiry}");
            return;
        }

        switch (contact.Qualifies)
        {
            case null:
                Output.Line("  not triaged yet: see 'mash contact list' in a moment");
                break;
            case true:
                Output.Line($"  meets the hub's criteria; suggested rating {contact.SuggestedRating}");
                Output.Line($"  next: mash enquiry publish {contact.Reference} --by \"NAME\" --role \"...\"");
                break;
            default:
                Output.Line("  meets none of the hub's criteria for a multi-agency enquiry; a person still decides");
                Output.Line(
                    $"  next: mash contact decide {contact.Reference} --outcome CODE --by \"NAME\" --role \"...\" --reason \"...\""
                );
                break;
        }
    }
}
