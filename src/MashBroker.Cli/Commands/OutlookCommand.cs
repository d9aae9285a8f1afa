using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Rules;
using MashBroker.Web.Contacts;

namespace MashBroker.Cli.Commands;

/// <summary>What the hub's rules say of a contact, as a worker would read it.</summary>
internal static class OutlookCommand
{
    public static Command Make()
    {
        var reference = new Argument<string>("reference") { Description = "e.g. SEFTON-C-2026-000001." };
        var rating = new Option<string?>("--rating")
        {
            Description = "red, amber or green; left out: the confirmed or suggested one.",
        };
        var command = new Command(
            "outlook",
            "Everything that the hub's rules say of a contact now; the reading is put on record."
        )
        {
            reference,
            rating,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var path = $"api/contacts/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}/outlook";
                path += parsed.GetValue(rating) is { } chosen ? $"?rating={Uri.EscapeDataString(chosen)}" : "";
                var outlook = await hub.GetAsync<OutlookView>(path, cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(outlook);
                    return;
                }

                foreach (
                    var line in Triage(outlook).Concat(Parents(outlook)).Concat(Enquiry(outlook)).Concat(After(outlook))
                )
                {
                    Output.Line(line);
                }
            }
        );
        return command;
    }

    private static IEnumerable<string> Triage(OutlookView outlook)
    {
        yield return outlook.Standing switch
        {
            EnquiryStanding.Enquiry => "The rules make a multi-agency enquiry of this contact.",
            EnquiryStanding.AskAPerson => $"Somebody has to say: {outlook.TriagedBy.Who}.",
            _ => "The rules make no multi-agency enquiry of this contact; it is decided on all the same.",
        };
        foreach (var criterion in outlook.Criteria)
        {
            yield return $"  {criterion.Name}, since {Output.When(criterion.Since)}: {string.Join(" ", criterion.Facts)}";
        }

        foreach (var near in outlook.NearMisses)
        {
            yield return $"  nearly: {near.Name}: {near.Why}";
        }

        foreach (var question in outlook.ForAPerson)
        {
            yield return $"  a person answers ({question.Code}): {question.Question}";
        }

        yield return $"  suggested rating {outlook.Suggested.Rating}: {string.Join(" ", outlook.Suggested.Reasons)}";
        if (outlook.LowestAllowed is { } lowest)
        {
            yield return $"  {lowest} at least";
        }

        if (outlook.LevelOfNeed is { } need)
        {
            yield return need.AskReferrer ? $"  level of need: ask the referrer ({need.Guidance})"
            : need.MetBy is { } by ? $"  level of need {need.Stated}: {by} ({need.Guidance})"
            : $"  level of need: {need.Guidance}";
        }

        foreach (var route in outlook.Routes)
        {
            yield return $"  {route.Kind.InWords()}: {route.Then}{(route.AllocateAtOnce ? " Allocate it now." : "")}";
        }
    }

    private static IEnumerable<string> Parents(OutlookView outlook)
    {
        var consent = outlook.Consent;
        yield return consent switch
        {
            { InsteadOfSeeking: not null } =>
                "  agreement of the parents: nobody seeks it now, as telling them is said to add risk; put on record why",
            { MayBeDispensedWith: true } =>
                "  agreement of the parents: the enquiry goes ahead without it; put on record why",
            _ => $"  agreement of the parents: sought by {string.Join(", else ", consent.SoughtBy)}",
        };
        yield return consent.Beforehand switch
        {
            ToldBeforehand.Expected => "  parents are told beforehand",
            ToldBeforehand.OnlyIfSure => "  parents are told beforehand only if that surely adds no risk to the child",
            _ when consent.InsteadOfSeeking is not null => "  parents are not told beforehand",
            _ => "  parents need not be told beforehand",
        };
        if (outlook.NeedToKnow.Count > 0)
        {
            var grounds = outlook.NeedToKnow.Select(ground => ground.Name.TrimEnd('.'));
            yield return $"  by the hub's rules shared only where: {string.Join("; or: ", grounds)}. Which of them holds, somebody puts on record (mash case add sharing-decision).";
        }

        if (outlook.ViewsSoughtFrom.Count > 0)
        {
            yield return $"  views sought from: {string.Join(", ", outlook.ViewsSoughtFrom)}";
        }
    }

    private static IEnumerable<string> Enquiry(OutlookView outlook)
    {
        foreach (var choice in outlook.Choices)
        {
            yield return $"  {choice.Rating}: returns due {Output.When(choice.ReturnDueAt)}, {Output.ToDecide(choice.MinutesToDecide)}";
        }

        foreach (var agency in outlook.Agencies)
        {
            yield return agency.NotAskedBecause is { } because ? $"  {agency.Name}: not asked: {because}"
            : agency.NeverHeardOf ? $"  {agency.Name}: never heard of; asked if it is connected by then"
            : $"  {agency.Name}: asked";
        }

        if (outlook.Strategy is { } meeting)
        {
            yield return $"  {meeting.Name} by {Output.When(meeting.DueAt)}"
                + (meeting.AimedAt is { } aim ? $", better by {Output.When(aim)}" : "")
                + (meeting.Lead is { } lead ? $", led by {lead}" : "")
                + (meeting.MayWait ? "; it may wait until then" : "");
            yield return meeting.Quorum.Count == 0
                ? "    nobody in particular has to attend"
                : $"    have to attend: {string.Join(", ", meeting.Quorum)}";
            if (meeting.Invited.Count > 0)
            {
                // A return never stands in for those who have to attend.
                var instead = meeting.ReturnStandsIn ? "; their return stands in for attendance" : "";
                yield return $"    invited: {string.Join(", ", meeting.Invited)}{instead}";
            }
        }

        if (outlook.VisitExpected)
        {
            yield return "  the hub's rules ask for a visit now";
        }

        foreach (var step in outlook.InsteadOfEnquiry?.Steps ?? [])
        {
            yield return $"  to do: {step.Name}";
        }
    }

    private static IEnumerable<string> After(OutlookView outlook)
    {
        var makers = outlook.DecisionMakers;
        var over = outlook.Choices.FirstOrDefault(choice => choice.Rating == outlook.Rating)?.DecisionMinutesOver;
        yield return $"Decision due {Output.When(outlook.DecisionDueAt)}{(over is { } late ? $", overdue by {Output.Minutes(late)}" : "")}; decided by: {string.Join(" or ", makers.By)}"
            + (makers.JointlyWith.Count > 0 ? $", jointly with {string.Join(" and ", makers.JointlyWith)}" : "")
            + (makers.RecommendedBy.Count > 0 ? $", recommended by {string.Join(" or ", makers.RecommendedBy)}" : "");
        foreach (var outcome in outlook.Outcomes)
        {
            yield return $"  outcome {outcome.Code}: {outcome.Name}";
        }
    }
}
