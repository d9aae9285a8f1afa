using System.Globalization;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Testing.Messaging;
using Microsoft.Data.Sqlite;

namespace MashBroker.Testing.Processes;

/// <summary>The ledger of a hub whose processes run, and the inboxes of its adapters, seen from outside them.</summary>
public sealed class SeparateRecord : IDisposable
{
    private readonly MashBroker.Ledger.Ledger _ledger;
    private readonly string _file;
    private readonly IReadOnlyList<string> _inboxes;

    private SeparateRecord(MashBroker.Ledger.Ledger ledger, string file, IReadOnlyList<string> inboxes) =>
        (_ledger, _file, _inboxes) = (ledger, file, inboxes);

    public static async Task<SeparateRecord> OpenAsync(string file, string hubKey, IReadOnlyList<string> inboxes) =>
        new(
            await MashBroker.Ledger.Ledger.OpenAsync(
                new LedgerOptions { File = file, HubKeyFile = hubKey },
                TimeProvider.System,
                new LedgerSignal(),
                CancellationToken.None
            ),
            file,
            inboxes
        );

    public Task<T> ReadAsync<T>(Func<LedgerSession, Task<T>> work) => _ledger.ReadAsync(work, CancellationToken.None);

    /// <summary>Whether the record of acts is whole, as it stands in the file now.</summary>
    public AuditVerdict VerifyAudit() => AuditVerification.Run(_file, [], null, CancellationToken.None);

    /// <summary>One number that no store tells.</summary>
    public Task<long> CountAsync(string sql, object? values = null) => CountAsync(_file, sql, values);

    /// <summary>
    /// Seconds. What a killed broker loses goes again after five minutes: that is the promise, seconds are only the rule.
    /// </summary>
    public const int LongestHealing = 400;

    /// <summary>Nobody has anything left to send, nor waits for a receipt: what happens next is the test's doing.</summary>
    public Task AtRestAsync() =>
        Eventually.HoldsAsync(
            async () =>
                await CountAsync("select count(*) from outbox where settled_at is null") == 0
                && await CountAsync("select count(*) from enquiries where pack_owed = 1") == 0
                && (await Task.WhenAll(_inboxes.Select(UnfinishedAsync))).Sum() == 0,
            withinSeconds: LongestHealing,
            () => "The hub or an adapter still has letters to send or a pack to assemble."
        );

    /// <summary>An agency was last heard of at this time.</summary>
    public Task SetHeardAtAsync(string agency, DateTimeOffset at) =>
        ChangeAsync(
            """
            insert into agencies (agency, heard_at, adapter_version, records_reachable, open_requests)
            values (@agency, @at, '0', 1, 0)
            on conflict (agency) do update set heard_at = excluded.heard_at
            """,
            new { agency, at = Text(at) }
        );

    /// <summary>
    /// Moves an enquiry's deadlines, as the clock of processes cannot be moved: they come from the ledger and nowhere else.
    /// </summary>
    public Task MoveDeadlinesAsync(EnquiryReference enquiry, DateTimeOffset returnDue, DateTimeOffset decisionDue) =>
        ChangeAsync(
            """
            update requests set due_at = @returnDue where enquiry_reference = @enquiry;
            update enquiries
            set return_due_at = @returnDue, decision_due_at = @decisionDue, next_clock_at = @returnDue
            where reference = @enquiry;
            """,
            new
            {
                enquiry = enquiry.ToString(),
                returnDue = Text(returnDue),
                decisionDue = Text(decisionDue),
            }
        );

    public void Dispose() => _ledger.Dispose();

    private static Task<long> UnfinishedAsync(string inbox) =>
        CountAsync(
            inbox,
            "select count(*) from outgoing where sent_at is null or (type = 'Return' and acknowledged_at is null)"
        );

    private static async Task<long> CountAsync(string file, string sql, object? values = null)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        return await connection.ExecuteScalarAsync<long>(sql, values);
    }

    private async Task ChangeAsync(string sql, object values)
    {
        await using var connection = new SqliteConnection($"Data Source={_file};Default Timeout=30");
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync(sql, values, transaction);
        await transaction.CommitAsync();
    }

    private static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
