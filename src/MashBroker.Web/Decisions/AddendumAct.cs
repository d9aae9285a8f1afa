using System.Security.Cryptography;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Web.Decisions;

/// <summary>What a named person says of a return that came after the decision.</summary>
internal static class AddendumAct
{
    private const int SaltSize = 16;

    /// <returns>Null where there is no such addendum.</returns>
    public static async Task<Act?> JudgeAsync(
        LedgerTransaction change,
        HubProfile profile,
        EnquiryReference enquiry,
        AddendumJudgement judgement
    )
    {
        if (await FindAsync(change, enquiry, judgement.Addendum) is not { } addendum)
        {
            return null;
        }

        var decision = (await DecisionStore.StandingAsync(change, enquiry))!;
        // Who holds the child by a decision that was made with these returns got them with the case.
        var receiver = addendum.DecidedAnew is null
            ? profile.Outcomes.FirstOrDefault(outcome => outcome.Code == decision.Outcome)?.Receiver
            : null;
        var salted = judgement with { Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltSize)) };
        var row = (await EnquiryStore.FindAsync(change, enquiry))!;
        // As long as it had for reading the return. ops/decisions/0092.
        var lookAgainBy = new HubClock(profile).ReturnDue(row.Rating, change.Now).At;
        var contact = await ContactAsync(change, row);
        return new Act(contact, () => AddendumStore.JudgeAsync(change, contact, addendum, salted, lookAgainBy))
        {
            Faults =
                receiver is not null && judgement.ToldTo is null
                    ?
                    [
                        new FieldFault(
                            "toldTo",
                            $"is missing, and {receiver} holds the child",
                            "Say who of them was told."
                        ),
                    ]
                    : [],
            Conflicts = addendum.JudgedBy is { } by
                ?
                [
                    new FieldFault(
                        "addendum",
                        $"was judged by {by} already",
                        "Who sees it otherwise adds a note to the case file, or decides anew."
                    ),
                ]
                : [],
        };
    }

    /// <summary>The decision stays although the return would have changed it.</summary>
    /// <returns>Null where there is no such addendum.</returns>
    public static async Task<Act?> KeepAsync(
        LedgerTransaction change,
        HubProfile profile,
        EnquiryReference enquiry,
        DecisionKept kept
    )
    {
        if (await FindAsync(change, enquiry, kept.Addendum) is null)
        {
            return null;
        }

        var contact = await ContactAsync(change, (await EnquiryStore.FindAsync(change, enquiry))!);
        var waits = (await CaseClocks.OfCaseAsync(change, contact.Reference)).Any(clock =>
            clock is { Kind: CaseClockKind.DecisionAnew, EndedAt: null }
            && clock.About == AddendumStore.About(kept.Addendum)
        );
        return new Act(contact, () => AddendumStore.KeepAsync(change, contact, kept))
        {
            Faults = DecisionPolicy.CheckMaker(profile.DecisionMakers, kept.Role) is { } fault ? [fault] : [],
            Conflicts = waits
                ? []
                :
                [
                    new FieldFault(
                        "addendum",
                        "is none that waits for the decision to be looked at again",
                        "Only one that would have changed the decision does, until it is made anew or kept."
                    ),
                ],
        };
    }

    private static async Task<AddendumRow?> FindAsync(LedgerTransaction change, EnquiryReference enquiry, int number) =>
        (await AddendumStore.OfEnquiryAsync(change, enquiry)).FirstOrDefault(row => row.Number == number);

    private static async Task<ContactRow> ContactAsync(LedgerTransaction change, EnquiryRow enquiry) =>
        (await ContactStore.FindAsync(change, enquiry.ContactReference))!;
}
