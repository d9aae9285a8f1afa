using System.Text;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Retention;

/// <summary>Legal holds: while one stands, nothing of the family is erased, whatever its period.</summary>
public static class HoldStore
{
    /// <param name="reason">May name people; kept under the family's key.</param>
    /// <returns>False when a hold stands already, or the content is erased or being erased.</returns>
    public static async Task<bool> PlaceAsync(LedgerTransaction ledger, ContactRow contact, string by, string reason)
    {
        if (await ErasureStore.FindAsync(ledger, contact.Reference) is not null)
        {
            return false;
        }

        var kept = ledger.Vault.Protect(contact.KeyId, Reason(contact.Reference), Encoding.UTF8.GetBytes(reason));
        var placed = await ledger.Connection.ExecuteAsync(
            """
            insert into holds (contact_reference, placed_at, placed_by, reason)
            values (@Reference, @Now, @by, @kept)
            on conflict do nothing
            """,
            new
            {
                contact.Reference,
                ledger.Now,
                by,
                kept,
            },
            ledger.Transaction
        );
        return placed == 1 && await RecordAsync(ledger, contact, by, AuditAct.HoldPlaced);
    }

    /// <param name="reason">Stands in the audit for good, so it names nobody.</param>
    /// <returns>False when no hold stands.</returns>
    public static async Task<bool> ReleaseAsync(LedgerTransaction ledger, ContactRow contact, string by, string reason)
    {
        var released = await ledger.Connection.ExecuteAsync(
            """
            update holds
            set released_at = @Now, released_by = @by
            where contact_reference = @Reference and released_at is null
            """,
            new
            {
                contact.Reference,
                ledger.Now,
                by,
            },
            ledger.Transaction
        );
        return released == 1 && await RecordAsync(ledger, contact, by, AuditAct.HoldReleased, reason);
    }

    public static Task<bool> StandsAsync(LedgerSession ledger, string contact) =>
        ledger.Connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from holds where contact_reference = @contact and released_at is null)",
            new { contact },
            ledger.Transaction
        );

    /// <summary>Holds that stand, the oldest first.</summary>
    public static async Task<IReadOnlyList<HoldRow>> StandingAsync(LedgerSession ledger) =>
        [
            .. await ledger.Connection.QueryAsync<HoldRow>(
                """
                select holds.contact_reference, enquiry_reference, placed_at, placed_by
                from holds
                join contacts on contacts.reference = holds.contact_reference
                where released_at is null
                order by position
                """,
                transaction: ledger.Transaction
            ),
        ];

    private static async Task<bool> RecordAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        string by,
        AuditAct act,
        string? reason = null
    )
    {
        await AuditStore.AppendAsync(ledger, by, act, contact.EnquiryReference, contact.Reference, purpose: reason);
        return true;
    }

    private static Cell Reason(string contact) => new("holds", "reason", contact);
}

/// <summary>A hold that stands.</summary>
public sealed record HoldRow
{
    public required string ContactReference { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required string PlacedBy { get; init; }
}
