using Dapper;
using Microsoft.Data.Sqlite;

namespace MashBroker.Benchmarks;

/// <summary>What a ledger holds, read from outside while its hub runs.</summary>
internal sealed class LedgerView : IDisposable
{
    private readonly SqliteConnection _connection;

    public LedgerView(string folder)
    {
        var where = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "ledger.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        _connection = new SqliteConnection(where.ToString());
        SqliteTrace.OpenUncounted(_connection.Open);
    }

    public (bool AllIn, bool Packed) Standing(string contact)
    {
        var row = _connection.QueryFirstOrDefault<(string? AllInAt, long PackVersion)>(
            "select all_in_at, pack_version from enquiries where contact_reference = @contact",
            new { contact }
        );
        return (row.AllInAt is not null, row.AllInAt is not null && row.PackVersion > 0);
    }

    /// <summary>Changes with every commit of others.</summary>
    public long Version() => _connection.ExecuteScalar<long>("pragma data_version");

    public long Packs() =>
        _connection.ExecuteScalar<long>(
            "select count(*) from enquiries where pack_version > 0 and all_in_at is not null"
        );

    public bool HasUnsent() =>
        _connection.ExecuteScalar<bool>("select exists (select 1 from outbox where settled_at is null)");

    public LedgerCounts Count() =>
        new(
            _connection.ExecuteScalar<long>("select count(*) from requests where state <> 'NotAsked'"),
            _connection.ExecuteScalar<long>("select count(*) from receipts"),
            _connection.ExecuteScalar<long>("select count(*) from returns"),
            _connection.ExecuteScalar<long>(
                "select count(*) from outbox where type = 'ReturnReceipt' and sent_at is not null"
            ),
            _connection.ExecuteScalar<long>("select count(*) from outbox where sealed is not null"),
            _connection.ExecuteScalar<long>("select count(*) from inbox"),
            _connection.ExecuteScalar<long>("select coalesce(sum(length(sealed)), 0) from outbox"),
            _connection.ExecuteScalar<long>("select count(*) from quarantine")
        );

    public void Dispose() => _connection.Dispose();
}

/// <param name="LettersOfHub">Sealed by the hub, of all kinds.</param>
/// <param name="LettersOfAgencies">Taken in from agencies, of all kinds.</param>
/// <param name="BytesOfHub">Of the hub's letters, sealed.</param>
internal sealed record LedgerCounts(
    long Requests,
    long Receipts,
    long Returns,
    long ReturnReceipts,
    long LettersOfHub,
    long LettersOfAgencies,
    long BytesOfHub,
    long Refused
)
{
    public LedgerCounts Since(LedgerCounts before) =>
        new(
            Requests - before.Requests,
            Receipts - before.Receipts,
            Returns - before.Returns,
            ReturnReceipts - before.ReturnReceipts,
            LettersOfHub - before.LettersOfHub,
            LettersOfAgencies - before.LettersOfAgencies,
            BytesOfHub - before.BytesOfHub,
            Refused - before.Refused
        );
}
