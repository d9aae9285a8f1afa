using Dapper;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Leaks;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Contacts;

// What the leak check holds back, and how it goes on.
public static partial class ContactStore
{
    /// <summary>The leak check found something in what would be published: nothing is, until somebody has seen to it.</summary>
    public static async Task HoldBackAsync(LedgerTransaction ledger, ContactRow contact, LeakReport leak)
    {
        var held = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set leak_blocked_at = @Now, leak = @kept
            where reference = @Reference and state = 'RatingConfirmed' and leak_blocked_at is null
            """,
            new
            {
                contact.Reference,
                ledger.Now,
                kept = ledger.Vault.Protect(contact.KeyId, ContactCells.Leak(contact.Reference), LeakNote.Write(leak)),
            },
            ledger.Transaction
        );
        if (held == 1)
        {
            await AuditStore.AppendAsync(
                ledger,
                "leak check",
                AuditAct.LeakFound,
                subject: contact.Reference,
                detail: LeakNote.Kinds(leak)
            );
        }
    }

    /// <summary>What was held back is looked at again.</summary>
    public static Task ReleaseAsync(LedgerTransaction ledger, string reference) =>
        ledger.Connection.ExecuteAsync(
            "update contacts set leak_blocked_at = null, leak = null where reference = @reference",
            new { reference },
            ledger.Transaction
        );

    /// <summary>Somebody puts for agencies what the referrer said; what was held back for the old words is looked at again.</summary>
    /// <returns>False when it was published or decided: nothing was changed.</returns>
    public static async Task<bool> SummariseAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        string summary,
        string by,
        string role
    )
    {
        var content = ContactContent.Write(ContactContent.Read(contact.Content) with { ConcernSummary = summary });
        var changed = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set content = @kept, leak_blocked_at = null, leak = null
            where reference = @Reference and state in ('Received', 'Triaged', 'RatingConfirmed')
            """,
            new
            {
                contact.Reference,
                kept = ledger.Vault.Protect(contact.KeyId, ContactCells.Content(contact.Reference), content),
            },
            ledger.Transaction
        );
        if (changed == 1)
        {
            await AuditStore.AppendAsync(ledger, by, AuditAct.SummaryWritten, subject: contact.Reference, detail: role);
        }

        return changed == 1;
    }
}
