using Dapper;
using MashBroker.Contracts;

namespace MashBroker.Ledger.Enquiries;

/// <summary>What changes of an enquiry as a whole after publication.</summary>
internal static class EnquiryChanges
{
    /// <summary>
    /// Keeps another rating with what follows from it. What was flagged as due stays flagged; what is due by the new plan is
    /// looked at by the next sweep. A decision that has fallen due stays due.
    /// </summary>
    public static Task RerateAsync(
        LedgerTransaction ledger,
        EnquiryReference enquiry,
        Rating rating,
        DateTimeOffset returnDueAt,
        DateTimeOffset decisionDueAt,
        string planJson
    ) =>
        ledger.Connection.ExecuteAsync(
            """
            update enquiries
            set rating = @rating,
                return_due_at = @returnDueAt,
                decision_due_at = case when state = 'DecisionDuePassed' then decision_due_at else @decisionDueAt end,
                plan_json = @planJson
            where reference = @enquiry
            """,
            new
            {
                enquiry,
                rating = rating.ToString(),
                returnDueAt,
                decisionDueAt,
                planJson,
            },
            ledger.Transaction
        );

    /// <summary>Keeps whom and what the enquiry is about now.</summary>
    public static Task KeepContentAsync(LedgerTransaction ledger, EnquiryRow enquiry, EnquiryContent content) =>
        ledger.Connection.ExecuteAsync(
            "update enquiries set content = @content where reference = @Reference",
            new
            {
                enquiry.Reference,
                content = ledger.Vault.Protect(
                    enquiry.KeyId,
                    EnquiryStore.ContentOf(enquiry.Reference),
                    content.Write()
                ),
            },
            ledger.Transaction
        );

    public static Task WithdrawAsync(LedgerTransaction ledger, EnquiryReference enquiry) =>
        ledger.Connection.ExecuteAsync(
            "update enquiries set withdrawn_at = @Now where reference = @enquiry",
            new { enquiry, ledger.Now },
            ledger.Transaction
        );

    /// <summary>
    /// Whoever watches the clock looks at it anew, and a pack that has been made is owed another version. Where somebody has
    /// still to answer, the enquiry is open again.
    /// </summary>
    public static async Task NoteAsync(LedgerTransaction ledger, EnquiryReference enquiry)
    {
        await ledger.Connection.ExecuteAsync(
            """
            update enquiries
            set next_clock_at = @Now,
                pack_owed = pack_version > 0,
                version = version + 1
            where reference = @enquiry
            """,
            new { enquiry, ledger.Now },
            ledger.Transaction
        );
        await ledger.Connection.ExecuteAsync(
            """
            update enquiries
            set state = case when state = 'AllIn' then 'Open' else state end,
                all_in_at = null
            where reference = @enquiry
                and all_in_at is not null
                and exists (
                    select 1
                    from requests
                    where enquiry_reference = enquiries.reference
                        and state not in ('NotAsked', 'Answered', 'Withdrawn')
                )
            """,
            new { enquiry },
            ledger.Transaction
        );
        await EnquiryStore.MarkAllInAsync(ledger, enquiry);
    }
}
