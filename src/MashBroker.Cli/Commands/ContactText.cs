using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Web.Contacts;

namespace MashBroker.Cli.Commands;

/// <summary>One contact as a worker reads it: where it stands, who told the hub, of whom, of what, and what the rules say.</summary>
internal static class ContactText
{
    /// <summary>One row of the list. A cell is never empty: what is not there says why.</summary>
    public static IReadOnlyList<string> Row(ContactView contact) =>
        [
            contact.Reference,
            Output.When(contact.ReceivedAt),
            Stands(contact),
            contact.SuggestedRating?.ToString() ?? (contact.Qualifies is null ? "with triage" : "none"),
            contact.RatedAnew is { } anew
                ? $"{anew},\nfirst {contact.Rating}"
                : contact.Rating?.ToString()
                    ?? (contact.State is ContactState.NotAnEnquiry ? "not rated" : "nobody yet"),
            DecisionDue(contact).Replace(", ", "\n", StringComparison.Ordinal),
            contact.Enquiry?.ToString() ?? NoEnquiry(contact),
        ];

    public static IEnumerable<string> Lines(ContactShown shown) =>
        Standing(shown.Standing)
            .Concat(Lines(shown.Contact, shown.Standing.Reference))
            .Concat(Triage(shown.Standing))
            .Concat(OnRecord(shown));

    /// <summary>What was said to the hub, by whom and of whom.</summary>
    /// <param name="reference">Absent where it is not received yet.</param>
    public static IEnumerable<string> Lines(Contact contact, string? reference = null) =>
        Told(reference, contact)
            .Append("People")
            .Concat(contact.People.SelectMany(PersonText.Lines))
            .Concat(Concern(contact));

    /// <summary>Who told the hub, as far as they are named.</summary>
    public static string Of(Referrer referrer)
    {
        string?[] parts = [referrer.Name, referrer.Role, referrer.Organisation, referrer.Telephone, referrer.Email];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>What the hub's criteria leave to a person; none before triage.</summary>
    public static IReadOnlyList<QuestionForAPerson> QuestionsOf(ContactView contact) =>
        contact.Triage is { } json ? json.Deserialize<TriageNote>(MashJson.Options)!.ForAPerson : [];

    public static string DecisionDue(ContactView contact)
    {
        var due = contact.DecisionDueAt is { } at ? Output.When(at) : "not known yet";
        var over = contact.DecidedAt is null && !contact.Joined ? "overdue by" : "late by";
        return contact.MinutesOver is { } minutes ? $"{due}, {over} {Output.Minutes(minutes)}" : due;
    }

    private static string Stands(ContactView contact) =>
        contact switch
        {
            { LeakBlockedAt: not null } => "held back: leak check",
            { JoinedTo: { } enquiry } => $"joined to {enquiry}",
            { Joined: true } => "joined to an enquiry",
            { DecidedAt: { } at, Enquiry: null } => $"decided, no enquiry: {Outcome(contact)}, {Output.When(at)}",
            { DecidedAt: { } at } => $"decided: {Outcome(contact)}, {Output.When(at)}",
            { WithdrawnAt: { } at } => $"withdrawn {Output.When(at)}, not decided",
            _ => contact.State.InWords(),
        };

    private static string NoEnquiry(ContactView contact) =>
        contact switch
        {
            { JoinedTo: { } joined } => $"{joined}",
            { State: ContactState.NotAnEnquiry } => "none was made",
            { Qualifies: null } => "with triage",
            { Qualifies: false } => QuestionsOf(contact).Count > 0 ? "a person has to say" : "none by the rules",
            _ => "not yet",
        };

    private static IEnumerable<string> Standing(ContactView contact)
    {
        yield return $"{contact.Reference}, received {Output.When(contact.ReceivedAt)}: {Stands(contact)}";
        if (contact.LeakBlockedAt is { } since)
        {
            yield return $"  held back by the leak check since {Output.When(since)}: see 'mash contact leaks {contact.Reference}'";
        }

        if (contact.RatedAt is { } at)
        {
            var rated = contact.Rating is { } rating ? $"rated {rating}" : "not rated";
            var what =
                contact.Joined ? "joined"
                : contact.State is ContactState.NotAnEnquiry
                    ? $"decided without an enquiry: {Outcome(contact)}, {rated}"
                : rated;
            yield return $"  {what}, by {contact.RatedBy}, {contact.RatedRole}, {Output.When(contact.DecidedAnewAt ?? at)}{(contact.RatingReason is { } why ? $": {why}" : "")}";
        }

        if (contact.DecidedAnewAt is not null)
        {
            yield return $"  in place of an earlier decision: see 'mash case show {contact.Reference}'";
        }

        if (contact.OverseenBy is { } overseer)
        {
            yield return $"  overseen by {overseer}";
        }

        if (contact.Enquiry is { } enquiry)
        {
            yield return $"  enquiry {enquiry}{(contact.RatedAnew is { } anew ? $", rated anew: {anew} now" : "")}";
        }

        if (contact is { WithdrawnAt: { } withdrawn, DecidedAt: not null })
        {
            yield return $"  withdrawn {Output.When(withdrawn)}";
        }

        yield return $"  decision {(contact.DecidedAt is null && !contact.Joined ? "due" : "was due")} {DecisionDue(contact)}";
        if (contact.Follows is { } follows)
        {
            yield return $"  follows {follows}";
        }

        foreach (var later in contact.FollowedBy)
        {
            yield return $"  followed by {later}";
        }
    }

    private static string Outcome(ContactView contact) =>
        contact.OutcomeName ?? (contact.Outcome is { } code ? PlainNames.OfCode(code) : "no outcome was recorded");

    private static IEnumerable<string> Told(string? reference, Contact contact)
    {
        var referrer = contact.Referrer;
        var named = reference is null || referrer.Kind is not ReferrerKind.MemberOfPublic;
        yield return !named
            ? "Referred by a member of the public, who is not named here"
            : $"Referred by {Of(referrer)} ({referrer.Kind.InWords()})";
        if (!named)
        {
            yield return $"  who may know: mash contact referrer {reference} --key FOLDER --purpose \"...\"";
        }

        if (referrer.Relationship is { } relationship)
        {
            yield return $"  to the child: {relationship}";
        }

        if (contact.Consent is { } consent)
        {
            yield return $"  the parents or carers, by the referrer: {Parents(consent)}; their agreement: {Agreement(consent)}";
        }

        if (contact.DoNotInformFamily)
        {
            yield return "  the family must not be told: it would put the child at risk";
        }
    }

    private static string Parents(ReferrerConsent said) =>
        said.Parents is { } told ? $"{PlainNames.Of(told)}{Because(said.WhyNotInformed)}" : "not said whether informed";

    private static string Agreement(ReferrerConsent said) =>
        said.Agreement is { } outcome
            ? $"{PlainNames.Of(outcome)}{(said.SoughtFrom is { } who ? $" ({who})" : "")}{Because(said.Reason)}"
            : "not said";

    private static string Because(string? why) => why is null ? "" : $", because: {why}";

    private static IEnumerable<string> Concern(Contact contact)
    {
        var concern = contact.Concern;
        yield return concern.Kinds.Count == 0
            ? "Concern: no kind is named"
            : $"Concern: {string.Join(", ", concern.Kinds.Select(PlainNames.OfCode))}";
        if (concern.ImmediateRisk)
        {
            yield return "  the child is said to be at risk now";
        }

        if (concern.SignificantHarm)
        {
            yield return concern.HarmSuffered switch
            {
                true => "  significant harm is said to have been suffered",
                false => "  significant harm is said to be likely",
                _ => "  significant harm is said to be suffered or likely; nobody said which",
            };
        }

        yield return concern.LevelOfNeed is { } level
            ? $"  level of need {level}, by the referrer"
            : "  level of need: the referrer states none";
        yield return $"  in the referrer's words: {concern.Summary}";
        if (contact.ConcernSummary is { } told)
        {
            yield return $"  what agencies are told: {told}";
        }

        foreach (var missing in contact.MissingEpisodes)
        {
            yield return $"  missing from {Output.When(missing.From)} {(missing.Until is { } until ? $"to {Output.When(until)}" : "and not found")}";
        }

        foreach (var before in contact.PreviousReferrals)
        {
            yield return $"  referred before on {Output.Day(before.On)}{(before.Outcome is { } outcome ? $": {outcome}" : "")}";
        }
    }

    private static IEnumerable<string> Triage(ContactView contact)
    {
        if (contact.Triage is not { } json)
        {
            yield return "Triage: not yet; look again in a moment";
            yield break;
        }

        var triage = json.Deserialize<TriageNote>(MashJson.Options)!;
        yield return triage.Qualifies ? "Triage: meets the hub's criteria for a multi-agency enquiry"
        : triage.ForAPerson.Count > 0
            ? "Triage: somebody has to say whether this is a multi-agency enquiry (mash enquiry publish --yes CODE)"
        : "Triage: meets none of the hub's criteria for a multi-agency enquiry; a person still decides";
        foreach (var criterion in triage.Criteria)
        {
            yield return $"  {criterion.Name}, since {Output.When(criterion.Since)}: {string.Join(" ", criterion.Facts)}";
        }

        foreach (var near in triage.NearMisses)
        {
            yield return $"  nearly: {near.Name}: {near.Why}";
        }

        foreach (var question in triage.ForAPerson)
        {
            yield return $"  a person answers ({question.Code}): {question.Question}";
        }

        if (triage.OtherConcerns.Count > 0)
        {
            yield return $"  no criterion here: {string.Join(", ", triage.OtherConcerns.Select(PlainNames.OfCode))}";
        }

        yield return $"  suggested rating {triage.Suggested.Rating}: {string.Join(" ", triage.Suggested.Reasons)}";
        if (triage.LowestAllowed is { } lowest)
        {
            yield return $"  {lowest} at least";
        }
    }

    private static IEnumerable<string> OnRecord(ContactShown shown)
    {
        foreach (var answer in shown.Answers)
        {
            yield return $"  {answer.By}, {answer.Role}, answered {(answer.Yes ? "yes" : "no")} to: {answer.Question} {answer.Reason}";
        }

        foreach (var departure in shown.Departures)
        {
            yield return $"  departs from {PlainNames.OfDeparture(departure.From)}: {departure.Reason} ({departure.By}, {departure.Role}, {Output.When(departure.At)})";
        }
    }
}
