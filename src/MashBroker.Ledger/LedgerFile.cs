using Dapper;
using Microsoft.Data.Sqlite;

namespace MashBroker.Ledger;

/// <summary>What must be true of the file before anybody relies on it.</summary>
internal static class LedgerFile
{
    private const int SynchronousFull = 2;

    public static async Task AssertSoundAsync(SqliteConnection connection, string file)
    {
        var health = await connection.ExecuteScalarAsync<string>("pragma quick_check(1)");
        if (health != "ok")
        {
            throw new LedgerException(
                $"The ledger '{file}' is damaged: {health}. Nothing was changed. Keep the file and restore the last backup."
            );
        }

        var journal = await connection.ExecuteScalarAsync<string>("pragma journal_mode = wal");
        if (journal != "wal")
        {
            throw new LedgerException(
                $"The ledger '{file}' cannot use write-ahead logging (journal is '{journal}'). Put it on a local, writable disk."
            );
        }

        // NORMAL may lose the last commits when the power goes; a return that was receipted must not be among them.
        if (await connection.ExecuteScalarAsync<int>("pragma synchronous") != SynchronousFull)
        {
            throw new LedgerException($"The ledger '{file}' does not write with synchronous FULL.");
        }
    }
}
