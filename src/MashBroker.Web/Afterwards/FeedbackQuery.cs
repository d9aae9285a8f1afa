using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Web.Afterwards;

/// <summary>What is told of the decision that stands.</summary>
internal sealed class FeedbackQuery(HubProfile profile, TimeProvider clock)
{
    public const string FamilyAtRisk = "The referrer says that telling the family would put the child at risk.";

    /// <returns>Null where nobody has decided.</returns>
    public async Task<FeedbackView?> ReadAsync(LedgerSession session, EnquiryRow enquiry)
    {
        if (await DecisionStore.StandingAsync(session, enquiry.Reference) is not { } decision)
        {
            return null;
        }

        var row = (await ContactStore.FindAsync(session, enquiry.ContactReference))!;
        var contact = ContactContent.Read(row.Content);
        var outcome = OutcomeOf(decision);
        var given = (await CaseFile.ReadAsync(session, row.Reference, CaseEntryKinds.Of<Feedback>().Code)).ToLookup(
            entry => ((Feedback)entry.Statement).To
        );
        var clocks = await CaseClocks.OfCaseAsync(session, row.Reference);
        var kind = contact.Referrer.Kind;
        return new FeedbackView
        {
            Enquiry = enquiry.Reference,
            ReferrerKind = kind,
            Referrer = With(
                new FeedbackOf
                {
                    ToldBy = [profile.Feedback.First(rule => rule.ReferrerKinds.Contains(kind)).By],
                    Text = FeedbackWords.ForReferrer(profile, outcome, kind),
                    Given = Of(given[FeedbackTo.Referrer], decision),
                    ToldOfFormerAt = OfFormer(given[FeedbackTo.Referrer], decision),
                },
                clocks,
                CaseClockKind.Feedback
            ),
            Family = With(
                new FeedbackOf
                {
                    ToldBy = outcome.FamilyToldBy is { } by ? [by] : profile.Family.ToldBy,
                    Text = FeedbackWords.ForFamily(profile, outcome),
                    Withheld = contact.DoNotInformFamily ? FamilyAtRisk : null,
                    Given = Of(given[FeedbackTo.Family], decision),
                    ToldOfFormerAt = OfFormer(given[FeedbackTo.Family], decision),
                },
                clocks,
                CaseClockKind.Family
            ),
        };
    }

    private static Feedback? Of(IEnumerable<CaseEntry> given, DecisionRow standing) =>
        given.LastOrDefault(entry => entry.At >= standing.DecidedAt)?.Statement as Feedback;

    private static DateTimeOffset? OfFormer(IEnumerable<CaseEntry> given, DecisionRow standing) =>
        given.LastOrDefault(entry => entry.At < standing.DecidedAt && ((Feedback)entry.Statement).NotTold is null)?.At;

    private OutcomeRule OutcomeOf(DecisionRow decision) =>
        profile.Outcomes.FirstOrDefault(outcome => outcome.Code == decision.Outcome)
        // The hub has taken the outcome out of its rules since.
        ?? new OutcomeRule { Code = decision.Outcome, Name = decision.Outcome };

    private FeedbackOf With(FeedbackOf feedback, IReadOnlyList<CaseClock> clocks, CaseClockKind kind) =>
        clocks.LastOrDefault(each => each.Kind == kind) is { } found
            ? feedback with
            {
                DueAt = found.DueAt,
                MinutesOver = found.MinutesOver(clock.GetUtcNow()),
            }
            : feedback;
}
