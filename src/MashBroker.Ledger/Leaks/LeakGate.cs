using System.Text;
using Dapper;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Referrers;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Leaks;

/// <summary>
/// The gate before whatever leaves: it asks the leak check, and lets pass what a named person has let pass in exactly these words.
/// Called in the transaction that would write a letter, a pack or feedback, before it is written.
/// </summary>
public static class LeakGate
{
    /// <param name="also">What must not be in these texts besides; absent: nothing.</param>
    /// <returns>Null when the texts may leave; otherwise nothing of them is written, and whoever acts is shown this.</returns>
    /// <exception cref="MashBroker.Vault.ContentErasedException">The contact was erased.</exception>
    public static async Task<LeakReport?> CheckAsync(
        LedgerSession ledger,
        ContactRow contact,
        IEnumerable<OutgoingText> texts,
        Func<OutgoingText, IEnumerable<LeakFinding>>? also = null
    )
    {
        OutgoingText[] all = [.. texts];
        var known = await ReferrerStore.RestoreAsync(ledger, contact, ContactContent.Read(contact.Content));
        var report = LeakCheck.Of(known).Look(all);
        if (also is not null)
        {
            report = report.With(all.SelectMany(also), all);
        }

        return report.Blocks && !await IsOverriddenAsync(ledger, contact.Reference, report.Digest) ? report : null;
    }

    /// <summary>
    /// Somebody lets these texts leave. A text written otherwise afterwards is checked anew. A contact that was held back for
    /// them is published.
    /// </summary>
    /// <param name="digest">Of the report that was shown.</param>
    /// <param name="reason">May name people; kept under the family's key.</param>
    /// <returns>False when they were let pass before: nothing was changed.</returns>
    public static async Task<bool> OverrideAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        string digest,
        string by,
        string role,
        string reason
    )
    {
        var hash = ledger.Vault.Hash(Kind, digest);
        var cell = Reason(contact.Reference, hash);
        var added = await ledger.Connection.ExecuteAsync(
            """
            insert into leak_overrides (contact_reference, digest, at, by, role, reason)
            values (@Reference, @hash, @Now, @by, @role, @reason)
            on conflict do nothing
            """,
            new
            {
                contact.Reference,
                hash,
                ledger.Now,
                by,
                role,
                reason = ledger.Vault.Protect(contact.KeyId, cell, Encoding.UTF8.GetBytes(reason)),
            },
            ledger.Transaction
        );
        if (added == 0)
        {
            return false;
        }

        var held = contact.Leak is { } leak && leak.Digest == digest;
        await AuditStore.AppendAsync(
            ledger,
            by,
            AuditAct.LeakOverridden,
            contact.EnquiryReference,
            contact.Reference,
            held ? LeakNote.Kinds(contact.Leak!) : "texts of a later act"
        );
        if (held)
        {
            await ContactStore.ReleaseAsync(ledger, contact.Reference);
        }

        return true;
    }

    /// <summary>Every override of a case, the earliest first.</summary>
    /// <exception cref="MashBroker.Vault.ContentErasedException">The contact was erased.</exception>
    public static async Task<IReadOnlyList<LeakOverride>> OverridesAsync(LedgerSession ledger, ContactRow contact) =>
        [
            .. (
                await ledger.Connection.QueryAsync<OverrideRow>(
                    """
                    select digest, at, by, role, reason
                    from leak_overrides
                    where contact_reference = @Reference
                    order by at
                    """,
                    new { contact.Reference },
                    ledger.Transaction
                )
            ).Select(row => new LeakOverride(
                row.At,
                row.By,
                row.Role,
                Encoding.UTF8.GetString(ledger.Vault.Open(Reason(contact.Reference, row.Digest), row.Reason))
            )),
        ];

    private const string Kind = "leak-override";

    private static Cell Reason(string contact, byte[] hash) =>
        new("leak_overrides", "reason", $"{contact} {Convert.ToHexStringLower(hash)}");

    private static Task<bool> IsOverriddenAsync(LedgerSession ledger, string contact, string digest) =>
        ledger.Connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from leak_overrides where contact_reference = @contact and digest = @hash)",
            new { contact, hash = ledger.Vault.Hash(Kind, digest) },
            ledger.Transaction
        );

    private sealed record OverrideRow
    {
        public required byte[] Digest { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string By { get; init; }

        public required string Role { get; init; }

        public required byte[] Reason { get; init; }
    }
}

/// <summary>A named person let texts leave that a check had stopped.</summary>
/// <param name="Reason">May name people.</param>
public sealed record LeakOverride(DateTimeOffset At, string By, string Role, string Reason);
