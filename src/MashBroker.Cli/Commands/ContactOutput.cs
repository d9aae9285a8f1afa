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
        if (contact.Enquiry is null && (contact.Qualifies == true || ContactText.QuestionsOf(contact).Count > 0))
        {
            var plan = await hub.GetAsync<PlanView>($"api/contacts/{contact.Reference}/plan", cancellation);
            Output.Line(
                $"  published now: returns due {Output.When(plan.ReturnDueAt)}, decision due {Output.When(plan.DecisionDueAt)}{Over(plan.DecisionMinutesOver)}"
            );
            var household = plan.Household.Select(open => open.InWords());
            foreach (var remark in household.Concat(plan.Remarks).Concat(plan.NotOnRecord))
            {
                Output.Line($"  note: {remark}");
            }

            LeakCommands.Tell(contact.Reference, plan.Leaks);
        }
    }

    private const string OfAnother =
        "the number of this child is another child's there: neither a name nor the date of birth agrees; one of the two was likely mistyped";

    private static string Over(int? minutes) => minutes is { } over ? $", overdue by {Output.Minutes(over)}" : "";

    /// <summary>What is done besides or without an enquiry; none where nothing is.</summary>
    public static IEnumerable<string> Lines(ContactAdvice advice) =>
        advice.Routes.Select(route => $"  {route.InWords()}").Concat(WithoutEnquiry(advice));

    private static IEnumerable<string> WithoutEnquiry(ContactAdvice advice)
    {
        if (advice.WithoutEnquiry is { } where)
        {
            yield return $"  without an enquiry: {where}";
        }

        foreach (var step in advice.Steps)
        {
            var standing =
                step.MissingEntries.Count == 0
                    ? "on record"
                    : $"not on record: {string.Join("; ", step.MissingEntries)}";
            yield return $"  step {step.Code}: {step.Name} {standing}";
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
                InCommon.Child when earlier.Possibly => OfAnother,
                InCommon.Child => "the same child",
                InCommon.Person => "somebody in common",
                _ => "the same home",
            };
            var became = earlier.EnquiryReference is { } reference ? $", enquiry {reference}" : "";
            var besides = earlier is { Possibly: true, InCommon: not InCommon.Child } ? $"; {OfAnother}" : "";
            Output.Line($"  heard of before: {earlier.Reference}, {common}{besides}{became}");
        }

        LeakCommands.Tell(contact);
        if (contact.Enquiry is { } enquiry)
        {
            Output.Line($"  enquiry {enquiry}");
            return;
        }

        if (contact.DecisionDueAt is not null)
        {
            Output.Line($"  decision due {ContactText.DecisionDue(contact)}");
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
                TellWithoutCriterion(contact);
                break;
        }
    }

    private static void TellWithoutCriterion(ContactView contact)
    {
        const string Who = "--by \"NAME\" --role \"...\" --reason \"...\"";
        var decide = $"mash contact decide {contact.Reference} --outcome CODE {Who}";
        var asked = ContactText.QuestionsOf(contact);
        if (asked.Count > 0)
        {
            var who = contact.Advice?.AnsweredBy is { } answers ? $": {answers}" : "";
            Output.Line($"  somebody has to say whether this is a multi-agency enquiry{who}");
            foreach (var question in asked)
            {
                Output.Line($"    {question.Question}");
                Output.Line(
                    $"    if so: mash enquiry publish {contact.Reference} --yes {question.Code} {Who}"
                        + " (--yes-by, --yes-role where another answers than rates)"
                );
            }

            Output.Line($"    if not: {decide}");
        }
        else
        {
            Output.Line("  meets none of the hub's criteria for a multi-agency enquiry; a person still decides");
            Output.Line($"  next: {decide}");
        }

        foreach (var line in contact.Advice is { } advice ? WithoutEnquiry(advice) : [])
        {
            Output.Line(line);
        }
    }
}
