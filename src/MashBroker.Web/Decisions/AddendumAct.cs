using System.Security.Cryptography;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
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

        var decision = (await DecisionStore.FindAsync(change, enquiry, addendum.Decision))!;
        var receiver = profile.Outcomes.FirstOrDefault(outcome => outcome.Code == decision.Outcome)?.Receiver;
        var salted = judgement with { Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltSize)) };
        return new Act(async () =>
            await AddendumStore.JudgeAsync(change, await ContactAsync(change, enquiry), addendum, salted)
        )
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

    private static async Task<AddendumRow?> FindAsync(LedgerTransaction change, EnquiryReference enquiry, int number) =>
        (await AddendumStore.OfEnquiryAsync(change, enquiry)).FirstOrDefault(row => row.Number == number);

    private static async Task<ContactRow> ContactAsync(LedgerTransaction change, EnquiryReference enquiry) =>
        (await ContactStore.FindAsync(change, (await EnquiryStore.FindAsync(change, enquiry))!.ContactReference))!;
}
