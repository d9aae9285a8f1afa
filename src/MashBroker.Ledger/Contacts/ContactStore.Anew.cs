using Dapper;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Audit;
using MashBroker.Rules;

namespace MashBroker.Ledger.Contacts;

// A decision without an enquiry that takes the place of another.
public static partial class ContactStore
{
    /// <summary>
    /// Puts what is decided now in the place of what was. The former stands in the case file; that it was in time, or was not, stays
    /// told by when the first was made.
    /// </summary>
    public static async Task DecideAnewAsync(LedgerTransaction ledger, string reference, ContactDecision decision)
    {
        await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set rating = coalesce(@rating, rating),
                rated_by = @By,
                rated_role = @Role,
                reason = @kept,
                level_of_need = coalesce(@LevelOfNeed, level_of_need),
                outcome = @Outcome,
                overseen_by = @OverseenBy,
                decided_anew_at = @Now
            where reference = @reference and state = 'NotAnEnquiry'
            """,
            new
            {
                reference,
                rating = decision.Rating?.ToString(),
                decision.By,
                decision.Role,
                kept = await KeptAsync(ledger, ContactCells.Reason(reference), decision.Reason),
                decision.LevelOfNeed,
                decision.Outcome,
                decision.OverseenBy,
                ledger.Now,
            },
            ledger.Transaction
        );
        await AuditStore.AppendAsync(
            ledger,
            decision.By,
            AuditAct.EnquiryDeclined,
            subject: reference,
            detail: $"{decision.Outcome}, in place of decision {decision.Supersedes}"
        );
    }
}
