using System.Text;
using Dapper;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Contacts;

// What is read of contacts: one, those that wait for something, the latest.
public static partial class ContactStore
{
    private const string Columns = """
        reference,
        state,
        received_at,
        written_at,
        key_id,
        content as kept_content,
        triage,
        qualifies,
        suggested_rating,
        rating,
        rated_by,
        rated_role,
        reason,
        rated_at,
        decided_anew_at,
        level_of_need,
        outcome,
        overseen_by,
        enquiry_reference,
        retriage_at,
        decision_due_at,
        undecided_flagged_at,
        allocated_at,
        leak_blocked_at,
        leak as kept_leak
        """;

    public static async Task<ContactRow?> FindAsync(LedgerSession ledger, string reference) =>
        (
            await QueryAsync(ledger, $"select {Columns} from contacts where reference = @reference", new { reference })
        ).SingleOrDefault();

    /// <summary>Oldest first: a contact that waits is served before one that came after it.</summary>
    public static async Task<IReadOnlyList<ContactRow>> InStateAsync(
        LedgerSession ledger,
        ContactState state,
        int most
    ) =>
        await QueryAsync(
            ledger,
            $"select {Columns} from contacts where state = @state order by written_at, reference limit @most",
            new { state = state.ToString(), most }
        );

    /// <summary>Contacts whose rating is confirmed and that nothing holds back; oldest first.</summary>
    public static async Task<IReadOnlyList<ContactRow>> ToPublishAsync(LedgerSession ledger, int most) =>
        await QueryAsync(
            ledger,
            $"""
            select {Columns}
            from contacts
            where state = 'RatingConfirmed' and leak_blocked_at is null
            order by written_at, reference
            limit @most
            """,
            new { most }
        );

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<ContactRow>> LatestAsync(LedgerSession ledger, int most) =>
        await QueryAsync(
            ledger,
            $"select {Columns} from contacts order by written_at desc, reference desc limit @most",
            new { most }
        );

    /// <summary>Contacts whose triage can have changed by waiting, longest due first.</summary>
    public static async Task<IReadOnlyList<ContactRow>> RetriageDueAsync(
        LedgerSession ledger,
        DateTimeOffset now,
        int most
    ) =>
        await QueryAsync(
            ledger,
            $"select {Columns} from contacts where retriage_at < @now order by retriage_at, reference limit @most",
            new { now, most }
        );

    /// <summary>The earliest instant at which a contact is overdue that nobody has decided on; null when none waits.</summary>
    public static Task<DateTimeOffset?> NextUndecidedAsync(LedgerSession ledger) =>
        ledger.Connection.ExecuteScalarAsync<DateTimeOffset?>(
            """
            select min(decision_due_at)
            from contacts
            where state in ('Received', 'Triaged', 'RatingConfirmed') and undecided_flagged_at is null
            """,
            transaction: ledger.Transaction
        );

    /// <summary>Contacts without a decision clock: whatever kept them from triage, the limit runs.</summary>
    public static async Task<IReadOnlyList<ContactRow>> WithoutClockAsync(
        LedgerSession ledger,
        DateTimeOffset writtenBefore
    ) =>
        await QueryAsync(
            ledger,
            $"""
            select {Columns}
            from contacts
            where state in ('Received', 'Triaged', 'RatingConfirmed') and undecided_flagged_at is null
                and decision_due_at is null
                and written_at < @writtenBefore
            """,
            new { writtenBefore }
        );

    // Of a contact that does not exist nothing is changed, so nothing needs to be protected.
    private static async Task<byte[]?> KeptAsync(LedgerSession ledger, Cell cell, string text) =>
        await ledger.Connection.ExecuteScalarAsync<string?>(
            "select key_id from contacts where reference = @Row",
            new { cell.Row },
            ledger.Transaction
        )
            is { } key
            ? ledger.Vault.Protect(KeyIdText.Read(key), cell, Encoding.UTF8.GetBytes(text))
            : null;

    private static async Task<IReadOnlyList<ContactRow>> QueryAsync(LedgerSession ledger, string sql, object parameters)
    {
        var rows = (await ledger.Connection.QueryAsync<ContactRow>(sql, parameters, ledger.Transaction)).AsList();
        rows.ForEach(row => row.Vault = ledger.Vault);
        return rows;
    }
}
