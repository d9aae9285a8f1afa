using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// What a hub's rules ask for about a child, and nobody has put on record when it is decided: said to whoever decides, and no obstacle
/// to it. ops/decisions/0100.
/// </summary>
public static class NotOnRecord
{
    /// <param name="statements">All of the case file.</param>
    /// <param name="at">When it is, or was, decided, UTC.</param>
    /// <param name="decided">The outcome; null while nobody has decided.</param>
    /// <returns>Sentences in plain words without names of people.</returns>
    public static IReadOnlyList<string> AtDecision(
        HubProfile profile,
        Contact contact,
        IReadOnlyList<CaseStatement> statements,
        DateTimeOffset at,
        OutcomeRule? decided = null
    )
    {
        var facts = new ContactFacts(profile, contact, at);
        var found = Triage.Assess(profile, contact, at).Criteria;
        var sharing = SharingRecord.Of(statements, contact);
        return
        [
            .. sharing.NotOnRecord(profile, facts, found, asked: true),
            .. OfTelling(profile.Consent, sharing, facts, found),
            .. OfDiscussion(profile.Consent, contact, statements, decided),
            .. OfViews(profile.ViewsSoughtFrom, contact, statements),
            .. OfVisit(profile.Visits, statements, facts, found),
        ];
    }

    private static IEnumerable<string> OfTelling(
        ConsentRule rule,
        SharingRecord sharing,
        ContactFacts facts,
        IReadOnlyList<CriterionFinding> found
    )
    {
        if (sharing.Parents is { Parents: ParentsTold.Informed } && rule.OnlyIfSureHolds(facts, found))
        {
            yield return "The parents or carers are on record as informed, where by this hub's rules they are told only if it is sure that this adds no risk to the child.";
        }
    }

    private static IEnumerable<string> OfDiscussion(
        ConsentRule rule,
        Contact contact,
        IReadOnlyList<CaseStatement> statements,
        OutcomeRule? decided
    )
    {
        var said =
            statements.OfType<ParentsInformed>().Any()
            || statements.OfType<ViewGiven>().Any(view => view.Of is ViewOf.Parent or ViewOf.Carer)
            || statements.OfType<NotContacted>().Any(none => none.Of is ContactSought.Parents);
        // Once it is decided otherwise, the child does not need what it would be discussed for.
        if (
            rule.DiscussedWhere is { } where
            && !said
            && !contact.DoNotInformFamily
            && decided is not { SocialCare: false }
        )
        {
            yield return $"Nothing on record says that it was discussed with the parents or carers, or why not. This hub discusses it with them where: {where.TrimEnd('.')}.";
        }
    }

    private static IEnumerable<string> OfViews(
        IReadOnlyList<string> sought,
        Contact contact,
        IReadOnlyList<CaseStatement> statements
    )
    {
        var missing = sought.Where(party => !IsHeard(party, contact, statements)).ToArray();
        if (missing.Length > 0)
        {
            yield return $"No view is on record of: {Words.List(missing)}. This hub seeks their views; nor does it say why not.";
        }
    }

    // Hubs name parties in their own words: "Professionals", "Parents", "Significant others".
    private static bool IsHeard(string party, Contact contact, IReadOnlyList<CaseStatement> statements)
    {
        var views = statements.OfType<ViewGiven>().Select(view => view.Of);
        var notContacted = statements.OfType<NotContacted>().Select(none => none.Of);
        if (party.Contains("professional", StringComparison.OrdinalIgnoreCase))
        {
            return views.Any(of => of is ViewOf.Professional or ViewOf.Referrer)
                || notContacted.Contains(ContactSought.Referrer);
        }

        // Whoever must not know is not asked; and a child has parents or carers, and perhaps nobody else.
        return contact.DoNotInformFamily
            || notContacted.Contains(ContactSought.Parents)
            || views.Any(of => of is ViewOf.Parent or ViewOf.Carer)
            || (IsOfOthers(party) && views.Any(of => of is ViewOf.Other or ViewOf.Child));
    }

    private static bool IsOfOthers(string party) =>
        !party.Contains("parent", StringComparison.OrdinalIgnoreCase)
        && !party.Contains("carer", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> OfVisit(
        VisitRule? rule,
        IReadOnlyList<CaseStatement> statements,
        ContactFacts facts,
        IReadOnlyList<CriterionFinding> found
    )
    {
        if (rule is not { ByHub: true } || !rule.WhenAny.Any(when => when.Hold(facts, found)))
        {
            yield break;
        }

        var visits = statements.OfType<DutyVisit>().ToArray();
        if (visits.Length == 0)
        {
            yield return $"A duty visit is expected for this child, by {rule.Who}, and none is on record.";
        }
        else if (!visits.Any(visit => visit.ChildSeen))
        {
            yield return "The child was seen at none of the duty visits on record.";
        }
    }
}
