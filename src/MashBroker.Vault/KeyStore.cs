using System.Globalization;
using MashBroker.Sealing.AtRest;
using Microsoft.Data.Sqlite;

namespace MashBroker.Vault;

/// <summary>The statements on the file of wrapped keys. Not for several threads at once.</summary>
internal sealed class KeyStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _version;
    private readonly SqliteCommand _find;
    private SqliteTransaction? _transaction;

    public KeyStore(string file)
    {
        _connection = KeyFile.Open(file);
        _version = Command("pragma data_version");
        _find = Command("select generation, wrapped from keys where id = @id", ("@id", ""));
    }

    /// <summary>Changes when another connection, of this process or another, has changed the file; reads no page.</summary>
    public long FileVersion => (long)_version.ExecuteScalar()!;

    /// <summary>Whether a key was ever in it.</summary>
    public bool IsNew => (long)Ask("select exists (select 1 from keys) or exists (select 1 from destroyed)")! == 0;

    /// <summary>Grows with every key destroyed.</summary>
    public long Destroyed => (long)Ask("select coalesce(max(position), 0) from destroyed")!;

    /// <summary>The generation to wrap with; null before the first start.</summary>
    public string? Generation
    {
        get => (string?)Ask("select generation from wrapping");
        set =>
            Run(
                """
                insert into wrapping (one, generation) values (1, @generation)
                on conflict (one) do update set generation = excluded.generation
                """,
                ("@generation", value!)
            );
    }

    public void Dispose()
    {
        _version.Dispose();
        _find.Dispose();
        _connection.Dispose();
    }

    /// <summary>All of it or nothing, on disk when it returns. The write lock is taken first.</summary>
    public T InOne<T>(Func<T> change)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _transaction = transaction;
        try
        {
            var result = change();
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    public WrappedKey? Find(KeyId id)
    {
        _find.Transaction = _transaction;
        _find.Parameters[0].Value = id.ToString();
        using var reader = _find.ExecuteReader();
        return reader.Read() ? new WrappedKey(id, reader.GetString(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    public bool IsDestroyed(KeyId id) =>
        (long)Ask("select exists (select 1 from destroyed where id = @id)", ("@id", id.ToString()))! == 1;

    public KeyId? FindByPurpose(string purpose) =>
        Ask("select id from keys where purpose = @purpose", ("@purpose", purpose)) is string text ? Id(text) : null;

    /// <param name="purpose">Of a day; days sort as text.</param>
    public List<KeyId> FindDaysBefore(string purpose)
    {
        var found = new List<KeyId>();
        using var command = Command(
            "select id from keys where purpose like 'day %' and purpose < @purpose",
            ("@purpose", purpose)
        );
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add(Id(reader.GetString(0)));
        }

        return found;
    }

    public void Add(WrappedKey key, string? purpose, DateTimeOffset now) =>
        Run(
            """
            insert into keys (id, purpose, generation, wrapped, made_at)
            values (@id, @purpose, @generation, @wrapped, @now)
            """,
            ("@id", key.Id.ToString()),
            ("@purpose", (object?)purpose ?? DBNull.Value),
            ("@generation", key.Generation),
            ("@wrapped", key.Wrapped),
            ("@now", Text(now))
        );

    public void Rewrap(WrappedKey key) =>
        Run(
            "update keys set generation = @generation, wrapped = @wrapped where id = @id",
            ("@id", key.Id.ToString()),
            ("@generation", key.Generation),
            ("@wrapped", key.Wrapped)
        );

    /// <summary>Keys that another generation than this wraps.</summary>
    public IReadOnlyList<WrappedKey> NotOf(string generation, int most)
    {
        using var command = Command(
            "select id, generation, wrapped from keys where generation <> @generation limit @most",
            ("@generation", generation),
            ("@most", most)
        );
        using var reader = command.ExecuteReader();
        var keys = new List<WrappedKey>();
        while (reader.Read())
        {
            keys.Add(new WrappedKey(Id(reader.GetString(0)), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }

        return keys;
    }

    /// <summary>Takes a key out; nothing remembers it.</summary>
    public void Remove(KeyId id) => Run("delete from keys where id = @id", ("@id", id.ToString()));

    public void Destroy(KeyId id, DateTimeOffset now)
    {
        Remove(id);
        Run(
            "insert into destroyed (id, destroyed_at) values (@id, @now) on conflict (id) do nothing",
            ("@id", id.ToString()),
            ("@now", Text(now))
        );
    }

    public long Count() => (long)Ask("select count(*) from keys")!;

    /// <summary>Empties the write-ahead log, in which erased pages still stand. False while somebody reads from it.</summary>
    public bool EmptyLog()
    {
        using var command = Command("pragma wal_checkpoint(truncate)");
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetInt64(0) == 0;
    }

    private void Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private object? Ask(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar();
    }

#pragma warning disable CA2100 // Every caller's text is a constant of this file.
    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = new SqliteCommand(sql, _connection, _transaction);
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static KeyId Id(string text) =>
        KeyId.TryParse(text, out var id)
            ? id
            : throw new VaultException("The keys hold an id that is none. Restore the last backup of their file.");

    private static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A content key as it stands in the file.</summary>
/// <param name="Generation">Of the wrapping key.</param>
internal sealed record WrappedKey(KeyId Id, string Generation, byte[] Wrapped);
