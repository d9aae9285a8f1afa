using Dapper;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;
using Microsoft.Data.Sqlite;

namespace MashBroker.Ledger;

/// <summary>What must be true of the file before anybody relies on it.</summary>
internal static class LedgerFile
{
    private const int SynchronousFull = 2;

    /// <summary>
    /// What it holds names people: nobody but its owner may read it. SQLite gives the files beside it the same rights.
    /// </summary>
    public static void MakePrivate(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OwnerOnlyFile.MakeUnlessThere(file) && (File.GetUnixFileMode(file) & ~OwnerOnly) != 0)
        {
            throw new LedgerException(
                $"The ledger '{file}' can be read by others than its owner, and it names people. Run 'chmod 600' on it and on "
                    + "the files beside it that begin with its name."
            );
        }
    }

    /// <summary>
    /// A ledger of the version before content was protected is not taken over: what stood in it clear would stay in free pages
    /// and backups.
    /// </summary>
    public static async Task RefuseClearContentAsync(SqliteConnection connection, string file)
    {
        var clear = await connection.ExecuteScalarAsync<long>(
            """
            select count(*)
            from sqlite_master
            where name = 'contacts' and sql not like '%key_id%'
            """
        );
        if (clear > 0 && await connection.ExecuteScalarAsync<long>("select exists (select 1 from contacts)") == 1)
        {
            throw new LedgerException(
                $"The ledger '{file}' holds contacts in the clear, written by a version before 0.2. Finish them with that version, "
                    + "then start this one on a new file and erase the old one."
            );
        }
    }

    /// <summary>Content whose keys are gone is not to be found out one family at a time.</summary>
    public static async Task RefuseLostKeysAsync(SqliteConnection connection, LedgerOptions options, ContentVault vault)
    {
        if (vault.IsNew && await connection.ExecuteScalarAsync<long>("select exists (select 1 from contacts)") == 1)
        {
            throw new LedgerException(
                $"The ledger '{options.File}' holds content, and '{options.VaultFiles.Keys}' not one key. Restore the newest backup "
                    + "of the keys, or name their file."
            );
        }
    }

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
