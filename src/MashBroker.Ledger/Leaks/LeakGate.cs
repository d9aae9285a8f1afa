using System.Text;
using Dapper;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Referrers;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Leaks;

/// <summary>
/// The gate before whatever leaves or goes on record: it asks the leak check, and lets pass what a named person has let pass in
/// exactly these words. Called in the transaction that would write a statement, a letter, a pack or feedback, before it is written.
/// </summary>
public static partial class LeakGate
{
    /// <returns>Null when the texts may leave; otherwise nothing of them is written, and whoever acts is shown this.</returns>
    /// <exception cref="MashBroker.Vault.ContentErasedException">The contact was erased.</exception>
    public static async Task<LeakReport?> CheckAsync(
        LedgerSession ledger,
        ContactRow contact,
        IEnumerable<OutgoingText> texts
    )
    {
        var report = (await CheckOfAsync(ledger, contact)).Look(texts);
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
        if (!await KeepAsync(ledger, contact, hash, new LeakOverride(ledger.Now, by, role, reason)))
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
            held ? LeakNote.Kinds(contact.Leak!) : "texts of a later act, counted where they go on record"
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
            // The texts that one of them let pass are kept beside it.
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
            ).Select(row => Read(ledger, contact.Reference, row)).Distinct(),
        ];

    private const string Kind = "leak-override";

    private static Cell Reason(string contact, byte[] hash) =>
        new("leak_overrides", "reason", $"{contact} {Convert.ToHexStringLower(hash)}");

    private static async Task<LeakCheck> CheckOfAsync(LedgerSession ledger, ContactRow contact) =>
        LeakCheck.Of(await ReferrerStore.RestoreAsync(ledger, contact, ContactContent.Read(contact.Content)));

    private static async Task<bool> KeepAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        byte[] hash,
        LeakOverride given
    ) =>
        await ledger.Connection.ExecuteAsync(
            """
            insert into leak_overrides (contact_reference, digest, at, by, role, reason)
            values (@Reference, @hash, @At, @By, @Role, @reason)
            on conflict do nothing
            """,
            new
            {
                contact.Reference,
                hash,
                given.At,
                given.By,
                given.Role,
                reason = ledger.Vault.Protect(
                    contact.KeyId,
                    Reason(contact.Reference, hash),
                    Encoding.UTF8.GetBytes(given.Reason)
                ),
            },
            ledger.Transaction
        ) > 0;

    private static LeakOverride Read(LedgerSession ledger, string contact, OverrideRow row) =>
        new(
            row.At,
            row.By,
            row.Role,
            Encoding.UTF8.GetString(ledger.Vault.Open(Reason(contact, row.Digest), row.Reason))
        );

    private static Task<bool> IsOverriddenAsync(LedgerSession ledger, string contact, string digest) =>
        IsKeptAsync(ledger, contact, ledger.Vault.Hash(Kind, digest));

    private static Task<bool> IsKeptAsync(LedgerSession ledger, string contact, byte[] hash) =>
        ledger.Connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from leak_overrides where contact_reference = @contact and digest = @hash)",
            new { contact, hash },
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
