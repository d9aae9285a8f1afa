using MashBroker.Sealing.AtRest;
using Microsoft.Data.Sqlite;

namespace MashBroker.Vault;

/// <summary>The SQLite file of wrapped keys: private, written through to the disk, and erasing what is deleted.</summary>
internal static class KeyFile
{
    // Never edited once released: a new version is a new entry.
    private static readonly string[] Migrations =
    [
        """
            create table keys (
                id text not null primary key,
                -- For keys that are found by what they are for (a day's evidence, the lookups); null for those of a family.
                purpose text null unique,
                generation text not null,
                wrapped blob not null,
                made_at text not null
            ) strict;

            -- Tells what was erased from what was lost. An id says nothing of whose key it was.
            create table destroyed (
                position integer not null primary key autoincrement,
                id text not null unique,
                destroyed_at text not null
            ) strict;

            -- The generation of the wrapping key that is to be used, written before anything is wrapped with it.
            create table wrapping (
                one integer not null primary key check (one = 1),
                generation text not null
            ) strict;

            create index keys_by_generation on keys (generation);
            """,
    ];

    public static SqliteConnection Open(string file)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        MakePrivate(path);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                DefaultTimeout = 30,
            }.ToString()
        );
        try
        {
            connection.Open();
            MakeDurable(connection, file);
            Migrate(connection, file);
            return connection;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw new VaultException(
                $"The keys '{file}' cannot be opened: SQLite says '{fault.SqliteErrorCode}: {fault.Message}'. Check that the "
                    + "folder is writable and the disk is sound; restore the last backup if it is damaged.",
                fault
            );
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void MakePrivate(string file)
    {
        if (!OwnerOnlyFile.MakeUnlessThere(file) && !OwnerOnlyFile.IsPrivate(file))
        {
            throw new VaultException(
                $"The keys '{file}' can be used by group or others. Run 'chmod 600' on it and on the files beside it that "
                    + "begin with its name, and rotate the wrapping key."
            );
        }
    }

    private static void MakeDurable(SqliteConnection connection, string file)
    {
        var journal = Ask(connection, "pragma journal_mode = wal");
        Run(
            connection,
            "pragma synchronous = full; pragma secure_delete = on; pragma temp_store = memory; pragma busy_timeout = 10000"
        );
        var (synchronous, erases) = (Ask(connection, "pragma synchronous"), Ask(connection, "pragma secure_delete"));
        // 2 is FULL: with less, content may outlive its key when the power goes.
        if (journal is not "wal" || synchronous is not 2L || erases is not 1L)
        {
            throw new VaultException(
                $"The keys '{file}' do not keep what is committed or do not erase what is deleted (journal {journal}, synchronous "
                    + $"{synchronous}, secure_delete {erases}). Put them on a local, writable disk."
            );
        }
    }

    private static void Migrate(SqliteConnection connection, string file)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = (long)Ask(connection, "pragma user_version", transaction)!;
        if (version > Migrations.Length)
        {
            throw new VaultException(
                $"The keys '{file}' were written by a later version (schema {version}, this one knows {Migrations.Length}). "
                    + "Start the later version."
            );
        }

        foreach (var script in Migrations[(int)version..])
        {
            Run(connection, script, transaction);
        }

        Run(connection, $"pragma user_version = {Migrations.Length:D}", transaction);
        transaction.Commit();
    }

    private static void Run(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = Command(connection, sql, transaction);
        command.ExecuteNonQuery();
    }

    private static object? Ask(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = Command(connection, sql, transaction);
        return command.ExecuteScalar();
    }

#pragma warning disable CA2100 // Every caller's text is a constant of this file.
    private static SqliteCommand Command(SqliteConnection connection, string sql, SqliteTransaction? transaction) =>
        new(sql, connection, transaction);
#pragma warning restore CA2100
}
