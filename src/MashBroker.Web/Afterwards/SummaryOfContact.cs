using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Web.Afterwards;

/// <summary>
/// Makes the summary of a contact of which no enquiry was made: what the hub itself has gathered. What somebody said who stays
/// anonymous is left out, and said to be.
/// </summary>
internal static class SummaryOfContact
{
    public static CaseSummary Make(
        HubProfile profile,
        OutcomeOfCase ended,
        ContactRow row,
        IReadOnlyList<CaseEntry> file
    )
    {
        var contact = ContactContent.Read(row.Content);
        var statements = file.Select(entry => entry.Statement).ToList();
        // Somebody of the family who asks for help is named to whoever helps; only a member of the public stays anonymous.
        var known = contact.Referrer.Kind is not ReferrerKind.MemberOfPublic;
        var views = statements.OfType<ViewGiven>().ToList();
        return new CaseSummary
        {
            Contact = row.Reference,
            HubName = profile.Name,
            To = ReceivingTeam.InWords(profile, ended.Outcome),
            People = [.. contact.People.Select(new SummaryOfPerson(contact.People, ended.DecidedAt, known).Make)],
            Concern = contact.ConcernSummary ?? (known ? contact.Concern.Summary : null),
            ConcernKinds = [.. contact.Concern.Kinds.Select(SummaryText.InWords)],
            Criteria = row.TriageJson is { } triage
                ? [.. TriageNote.Read(triage).Criteria.Select(criterion => criterion.Name)]
                : [],
            DoNotInformFamily = contact.DoNotInformFamily,
            Outcome = ended.Outcome.Name,
            Reason = ended.Reason ?? "",
            DecidedAt = ended.DecidedAt,
            DecidedBy = $"{ended.DecidedBy}, {ended.Role}",
            NotKnown =
            [
                "No agency was asked: no multi-agency enquiry was made.",
                .. statements.OfType<NotContacted>().Select(NotAsked),
            ],
            Views =
            [
                .. views
                    .Where(view => known || view.Of is not ViewOf.Referrer)
                    .Select(view => $"{view.Giver}: {view.Text}"),
            ],
            Worries = [.. statements.OfType<RiskFactor>().Select(factor => factor.Text)],
            Strengths = [.. statements.OfType<ProtectiveFactor>().Select(factor => factor.Text)],
            NextSteps =
            [
                .. statements
                    .OfType<SignsOfSafety>()
                    .TakeLast(1)
                    .SelectMany(signs => signs.SafetyGoals.Concat(signs.NextSteps)),
            ],
            Entries =
            [
                .. statements
                    .OfType<ChronologyEntry>()
                    .OrderBy(entry => entry.On)
                    .Select(entry => new SummaryEntry(Source(entry.Source), [], entry.Text, entry.On)),
            ],
            Withheld =
                known || views.All(view => view.Of is not ViewOf.Referrer)
                    ? []
                    : ["What the referrer said, who stays anonymous"],
        };
    }

    private static string NotAsked(NotContacted sought) =>
        $"{(sought.Of is ContactSought.Parents ? "The parents were" : "The referrer was")} not contacted: {sought.Why}";

    private static string Source(ChronologySource source) =>
        source switch
        {
            ChronologySource.SocialCare => "Social care",
            ChronologySource.EarlyHelp => "Early Help",
            _ => "Other records",
        };
}
