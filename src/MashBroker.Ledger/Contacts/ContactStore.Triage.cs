using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Rules;

namespace MashBroker.Ledger.Contacts;

// What triage found, and what it found anew when waiting changed it.
public static partial class ContactStore
{
    /// <param name="decisionDueAt">When the hub has to have decided, by the suggested rating.</param>
    /// <param name="retriageAt">When this can change by waiting alone.</param>
    /// <returns>False when somebody else triaged it before: nothing was changed.</returns>
    public static async Task<bool> KeepTriageAsync(
        LedgerTransaction ledger,
        string reference,
        string triageJson,
        bool qualifies,
        Rating suggested,
        DateTimeOffset? decisionDueAt = null,
        DateTimeOffset? retriageAt = null
    )
    {
        var changed = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set state = 'Triaged',
                triage = @triage,
                qualifies = @qualifies,
                suggested_rating = @suggested,
                decision_due_at = coalesce(@decisionDueAt, decision_due_at),
                retriage_at = @retriageAt
            where reference = @reference and state = 'Received'
            """,
            new
            {
                reference,
                triage = await KeptAsync(ledger, ContactCells.Triage(reference), triageJson),
                qualifies,
                suggested = suggested.ToString(),
                decisionDueAt,
                retriageAt,
            },
            ledger.Transaction
        );
        if (changed == 1)
        {
            await AuditStore.AppendAsync(
                ledger,
                "triage",
                AuditAct.ContactTriaged,
                subject: reference,
                detail: qualifies ? $"qualifies, suggested {suggested}" : "does not qualify"
            );
        }

        return changed == 1;
    }

    /// <summary>Keeps what triage found of a contact that was triaged before.</summary>
    /// <param name="reopened">A criterion holds that did not: a contact that was no enquiry waits for a person again.</param>
    /// <param name="decisionDueAt">Null leaves the clock as it runs.</param>
    /// <returns>False when a person or another triage was faster: nothing was changed.</returns>
    public static async Task<bool> KeepRetriageAsync(
        LedgerTransaction ledger,
        ContactRow before,
        string triageJson,
        bool qualifies,
        Rating suggested,
        bool reopened,
        DateTimeOffset? decisionDueAt,
        DateTimeOffset? retriageAt
    )
    {
        var changed = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set undecided_flagged_at = case when state = 'NotAnEnquiry' and @reopened then null else undecided_flagged_at end,
                state = case when @reopened then 'Triaged' else state end,
                rating = case when @reopened then null else rating end,
                outcome = case when @reopened then null else outcome end,
                overseen_by = case when @reopened then null else overseen_by end,
                triage = @triage,
                qualifies = @qualifies,
                suggested_rating = @suggested,
                decision_due_at = coalesce(@decisionDueAt, decision_due_at),
                retriage_at = @retriageAt
            where reference = @Reference
                and state = @state
                and state in ('Triaged', 'NotAnEnquiry')
                and retriage_at = @dueBefore
            """,
            new
            {
                before.Reference,
                state = before.State.ToString(),
                triage = await KeptAsync(ledger, ContactCells.Triage(before.Reference), triageJson),
                qualifies,
                suggested = suggested.ToString(),
                reopened,
                decisionDueAt,
                retriageAt,
                dueBefore = before.RetriageAt,
            },
            ledger.Transaction
        );
        if (changed == 1)
        {
            await AuditStore.AppendAsync(
                ledger,
                "triage",
                AuditAct.ContactTriaged,
                subject: before.Reference,
                detail: $"again, {(qualifies ? $"qualifies, suggested {suggested}" : "does not qualify")}"
            );
        }

        return changed == 1;
    }
}
