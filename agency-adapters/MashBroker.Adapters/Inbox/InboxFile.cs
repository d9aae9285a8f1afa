using System.Globalization;
using Dapper;
using MashBroker.Sealing.AtRest;
using MashBroker.Sqlite;
using MashBroker.Vault;
using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Inbox;

/// <summary>The SQLite file itself: opened so that what was committed survives a power cut, and brought to today's schema.</summary>
internal static class InboxFile
{
    // Never edited once released: a new version is a new entry.
    private static readonly string[] Migrations =
    [
        """
            create table received (
                id text primary key,
                digest text not null,
                signer text not null,
                lane text not null,
                type text not null,
                enquiry text,
                request text,
                received_at text not null,
                content blob,
                evidence blob
            ) strict;

            create table request (
                id text primary key,
                enquiry text not null,
                rating integer not null,
                due_at text not null,
                withdrawn_at text
            ) strict;

            create table purged (
                enquiry text primary key,
                purged_at text not null
            ) strict;

            create table work (
                seq integer primary key autoincrement,
                letter text not null unique references received (id),
                request text not null,
                type text not null,
                done_at text
            ) strict;

            create table outgoing (
                seq integer primary key autoincrement,
                id text not null unique,
                type text not null,
                in_reply_to text not null,
                enquiry text,
                request text,
                part integer,
                rating integer not null,
                digest text not null,
                body blob,
                expires_at text not null,
                sent_at text,
                acknowledged_at text,
                given_up_at text
            ) strict;

            create table quarantine (
                seq integer primary key autoincrement,
                at text not null,
                lane text not null,
                fault text not null,
                signer text,
                digest text not null unique,
                detail text,
                body blob not null
            ) strict;

            create index received_enquiry on received (enquiry);
            create index work_open on work (request) where done_at is null;
            create index outgoing_unsent on outgoing (rating) where sent_at is null;
            create index outgoing_unacknowledged on outgoing (sent_at) where acknowledged_at is null;
            create index outgoing_reply on outgoing (in_reply_to);
            create index outgoing_request on outgoing (request);
            create index outgoing_enquiry on outgoing (enquiry);
            """,
        """
            create table look_again (
                letter text not null references received (id),
                part integer not null,
                final integer not null,
                subjects text not null,
                not_looked text not null,
                tries integer not null,
                woken integer not null default 0,
                at text not null,
                primary key (letter, part)
            ) strict;

            create index look_again_at on look_again (at);
            """,
        """
            -- received.content and received.evidence are protected by the key of their enquiry, quarantine.body by that of its day.
            -- outgoing.body is sealed to the hub: nobody here can open it.
            create table family (
                enquiry text primary key,
                key_id text not null
            ) strict;
            """,
        """
            create table proof (
                id text primary key,
                type text not null,
                request text,
                acknowledges text,
                received_at text not null,
                original blob not null,
                certificate blob not null
            ) strict;

            create index proof_request on proof (request);

            create table audit_head (
                chain text not null,
                sequence integer not null,
                hash text not null,
                at text not null,
                statement text not null,
                certificate blob not null,
                received_at text not null,
                primary key (chain, sequence, hash)
            ) strict;
            """,
        """
            -- When the hub wrote the amendment that the request's rating and deadline are from.
            alter table request add column amended_at text;
            """,
    ];

    public static SqliteConnection Open(string path)
    {
        var whole = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        _ = OwnerOnlyFile.MakeUnlessThere(whole);
        var connection = new PreparedConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = whole,
                Pooling = false,
                DefaultTimeout = 30,
            }.ToString()
        );
        try
        {
            connection.Open();
            MakeDurable(connection);
            Migrate(connection);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new InboxUnusableException(
                $"The file of {AdapterOptions.Section}:InboxFile cannot be used as an inbox (SQLite error "
                    + $"{exception.SqliteErrorCode}). Check that its folder can be written to and has room; if the file is "
                    + "damaged, restore it from the last backup, or move it away: the hub sends open requests again.",
                exception
            );
        }
        catch (InboxUnusableException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Content whose keys are gone is not to be found out one request at a time.</summary>
    public static void RefuseLostKeys(SqliteConnection connection, ContentVault vault, VaultFiles files)
    {
        const string HasContent = "select exists (select 1 from received where content is not null)";
        if (vault.IsNew && connection.ExecuteScalar<bool>(HasContent))
        {
            throw new InboxUnusableException(
                $"The file of {AdapterOptions.Section}:InboxFile holds requests, and '{files.Keys}' not one key. Restore the newest "
                    + "backup of the keys, or move the inbox away: the hub sends open requests again."
            );
        }
    }

    // What stood in the clear would stay in free pages and backups.
    private static void RefuseClearContent(SqliteConnection connection, int version, SqliteTransaction transaction)
    {
        if (
            version is 1 or 2
            && connection.ExecuteScalar<bool>(
                """
                select exists (select 1 from received where content is not null) or exists (select 1 from quarantine)
                """,
                transaction: transaction
            )
        )
        {
            throw new InboxUnusableException(
                $"The file of {AdapterOptions.Section}:InboxFile holds requests in the clear, written by an adapter before 0.2. Move "
                    + "it away and erase it: the hub sends open requests again."
            );
        }
    }

    private static void MakeDurable(SqliteConnection connection)
    {
        var journal = connection.ExecuteScalar<string>("pragma journal_mode = wal");
        connection.Execute("pragma synchronous = full; pragma secure_delete = on; pragma foreign_keys = on");
        var synchronous = connection.ExecuteScalar<long>("pragma synchronous");
        var erases = connection.ExecuteScalar<long>("pragma secure_delete");
        // 2 is FULL: with less, a request whose receipt went out may be gone after a power cut.
        if (journal != "wal" || synchronous != 2 || erases != 1)
        {
            throw new InboxUnusableException(
                $"The file of {AdapterOptions.Section}:InboxFile does not keep what is committed (journal {journal}, "
                    + $"synchronous {synchronous}, secure_delete {erases}). Put it on a local disk."
            );
        }
    }

    private static void Migrate(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = connection.ExecuteScalar<int>("pragma user_version", transaction: transaction);
        RefuseClearContent(connection, version, transaction);
        if (version > Migrations.Length)
        {
            throw new InboxUnusableException(
                $"The file of {AdapterOptions.Section}:InboxFile was written by a later adapter (schema {version}, this one "
                    + $"knows {Migrations.Length}). Start the later adapter."
            );
        }

        foreach (var script in Migrations[version..])
        {
            connection.Execute(script, transaction: transaction);
        }

        connection.Execute(
            string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {Migrations.Length}"),
            transaction: transaction
        );
        transaction.Commit();
    }
}

/// <summary>The start must stop: the text names the setting, the fault and the remedy.</summary>
public sealed class InboxUnusableException(string message, Exception? cause = null) : Exception(message, cause);
