using System.Collections.Concurrent;
using System.Data;
using Dapper;
using MashBroker.Sqlite;
using MashBroker.Vault;
using Microsoft.Data.Sqlite;

namespace MashBroker.Ledger;

/// <summary>
/// The one durable record of a hub. Every change is one immediate SQLite transaction under WAL with synchronous FULL: what
/// was committed survives the loss of power.
/// </summary>
public sealed class Ledger : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly LedgerSignal _signal;
    private readonly string _connectionString;

    // SQLite has one writer. Queueing for it here keeps the order and costs no busy polling between our own threads.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SqliteConnection _writing;
    private readonly ChangedTables _changed;

    // Kept open with their settings: to open and set one costs more than most reads.
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private volatile bool _disposed;

    static Ledger()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new UtcText());
        SqlMapper.AddTypeHandler(new MessageIdText());
        SqlMapper.AddTypeHandler(new EnquiryReferenceText());
        SqlMapper.AddTypeHandler(new KeyIdText());
    }

    private Ledger(LedgerOptions options, TimeProvider clock, LedgerSignal signal, ContentVault vault)
    {
        Vault = vault;
        _clock = clock;
        _signal = signal;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.File,
            DefaultTimeout = options.BusySeconds,
            ForeignKeys = true,
            Pooling = false,
        }.ToString();
        _writing = Connect();
        _changed = new ChangedTables(_writing);
    }

    /// <summary>What protects its content and can destroy it. Disposed with the ledger.</summary>
    public ContentVault Vault { get; }

    /// <summary>Opens the file, or makes it, and brings its schema up to date.</summary>
    /// <exception cref="LedgerException">
    /// The file is damaged, read-only, of a newer version, or does not give the durability asked for. Never replaced silently.
    /// </exception>
    /// <exception cref="MashBroker.Sealing.KeyFolderException">The hub key is missing, readable by others or damaged.</exception>
    /// <exception cref="VaultException">The keys are missing, readable by others, or not of this hub key.</exception>
    public static async Task<Ledger> OpenAsync(
        LedgerOptions options,
        TimeProvider clock,
        LedgerSignal signal,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.File))!);
        LedgerFile.MakePrivate(options.File);
        var vault = ContentVault.Open(options.VaultFiles, clock, options.MakeHubKey);
        Ledger? ledger = null;
        try
        {
            ledger = new Ledger(options, clock, signal, vault);
            await LedgerFile.AssertSoundAsync(ledger._writing, options.File);
            await LedgerFile.RefuseClearContentAsync(ledger._writing, options.File);
            await MigrationRunner.RunAsync(ledger._writing, clock, cancellation);
            await LedgerFile.RefuseLostKeysAsync(ledger._writing, options, vault);
            return ledger;
        }
        catch (SqliteException fault)
        {
            Drop(ledger, vault);
            throw new LedgerException(
                $"The ledger '{options.File}' cannot be opened: SQLite says '{fault.SqliteErrorCode}: {fault.Message}'. "
                    + "Check that the folder is writable and the disk is sound; restore the last backup if it is damaged.",
                fault
            );
        }
        catch
        {
            Drop(ledger, vault);
            throw;
        }
    }

    /// <summary>Makes one change. If <paramref name="work"/> throws, nothing of it stays.</summary>
    public async Task<T> WriteAsync<T>(Func<LedgerTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            Vault.Refresh();
            // Not deferred: the write lock is taken before anything is read, so no other writer can come between.
            await using var transaction = _writing.BeginTransaction(IsolationLevel.Serializable, deferred: false);
            var result = await work(new LedgerTransaction(_writing, transaction, Vault, _clock.GetUtcNow()));
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            var changed = _changed.Take();
            _writer.Release();
            _signal.Raise(changed);
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<LedgerTransaction, Task> work, CancellationToken cancellation) =>
        WriteAsync(
            async transaction =>
            {
                await work(transaction);
                return true;
            },
            cancellation
        );

    /// <summary>Reads one consistent state; never waits for a writer.</summary>
    public async Task<T> ReadAsync<T>(Func<LedgerSession, Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_readers.TryTake(out var connection))
        {
            connection = Connect();
        }

        var sound = false;
        try
        {
            Vault.Refresh();
            await using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
            var result = await work(new LedgerSession(connection, transaction, Vault));
            sound = true;
            return result;
        }
        finally
        {
            GiveBack(connection, sound);
        }
    }

    /// <summary>Another number whenever somebody else has written; what this object writes leaves it as it is.</summary>
    internal async Task<long> VersionByOthersAsync(CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            return _writing.ExecuteScalar<long>("pragma data_version");
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        CloseReaders();
        _writing.Dispose();
        _writer.Dispose();
        Vault.Dispose();
    }

    private static void Drop(Ledger? ledger, ContentVault vault)
    {
        ledger?.Dispose();
        vault.Dispose();
    }

    // One whose read failed may be left in the middle of something.
    private void GiveBack(SqliteConnection connection, bool sound)
    {
        if (!sound)
        {
            connection.Dispose();
            return;
        }

        _readers.Add(connection);
        if (_disposed)
        {
            CloseReaders();
        }
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    internal SqliteConnection Connect()
    {
        var connection = new PreparedConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute("pragma synchronous = full; pragma temp_store = memory; pragma secure_delete = on;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
