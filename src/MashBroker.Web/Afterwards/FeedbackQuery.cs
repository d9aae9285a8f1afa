using MashBroker.Contracts.Cases;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Web.Afterwards;

/// <summary>What is told of the outcome that stands, after an enquiry or without one.</summary>
internal sealed class FeedbackQuery(HubProfile profile, TimeProvider clock)
{
    public const string FamilyAtRisk = "The referrer says that telling the family would put the child at risk.";

    /// <returns>Null where nobody has decided.</returns>
    public async Task<FeedbackView?> ReadAsync(LedgerSession session, ContactRow row)
    {
        if (await OutcomeOfCase.FindAsync(session, profile, row) is not { } ended)
        {
            return null;
        }

        var contact = ContactContent.Read(row.Content);
        var outcome = ended.Outcome;
        var given = (await CaseFile.ReadAsync(session, row.Reference, CaseEntryKinds.Of<Feedback>().Code)).ToLookup(
            entry => ((Feedback)entry.Statement).To
        );
        var clocks = await CaseClocks.OfCaseAsync(session, row.Reference);
        var kind = contact.Referrer.Kind;
        var rule = profile.Feedback.First(each => each.ReferrerKinds.Contains(kind));
        return new FeedbackView
        {
            Contact = row.Reference,
            Enquiry = ended.Enquiry?.Reference,
            ReferrerKind = kind,
            Referrer = With(
                new FeedbackOf
                {
                    ToldBy = [rule.By],
                    What = rule.What is FeedbackContent.Outcome ? "What was decided" : "That the hub has dealt with it",
                    Text = FeedbackWords.ForReferrer(profile, outcome, kind),
                },
                given[FeedbackTo.Referrer],
                ended,
                clocks.LastOrDefault(each => each.Kind is CaseClockKind.Feedback)
            ),
            Family = With(
                new FeedbackOf
                {
                    ToldBy = outcome.FamilyToldBy is { } by ? [by] : profile.Family.ToldBy,
                    What = profile.Family.What,
                    Text = FeedbackWords.ForFamily(profile, outcome),
                    Withheld = contact.DoNotInformFamily ? FamilyAtRisk : null,
                },
                given[FeedbackTo.Family],
                ended,
                clocks.LastOrDefault(each => each.Kind is CaseClockKind.Family)
            ),
        };
    }

    private FeedbackOf With(FeedbackOf feedback, IEnumerable<CaseEntry> given, OutcomeOfCase ended, CaseClock? limit)
    {
        IReadOnlyList<FeedbackOnRecord> history =
        [
            .. given.Select(entry => new FeedbackOnRecord(
                entry.At,
                entry.At < ended.DecidedAt,
                (Feedback)entry.Statement
            )),
        ];
        return feedback with
        {
            Given = history.LastOrDefault(each => !each.OfFormer)?.Statement,
            ToldOfFormerAt = history.LastOrDefault(each => each is { OfFormer: true, Statement.NotTold: null })?.At,
            History = history,
            DueAt = limit?.DueAt,
            MinutesOver = limit?.MinutesOver(clock.GetUtcNow()),
        };
    }
}
