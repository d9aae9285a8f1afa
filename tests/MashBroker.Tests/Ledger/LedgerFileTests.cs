using Dapper;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

public sealed class LedgerFileTests
{
    private static readonly SettableClock Clock = new(new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero));

    [Test]
    public async Task Writes_ahead_with_synchronous_full()
    {
        using var ledger = await LedgerForTests.OpenAsync(Clock);
        using var connection = ledger.Ledger.Connect();
        Assert.Multiple(() =>
        {
            Assert.That(connection.ExecuteScalar<string>("pragma journal_mode"), Is.EqualTo("wal"));
            Assert.That(connection.ExecuteScalar<int>("pragma synchronous"), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_damaged_file_refuses_the_start_and_stays_as_it_is()
    {
        using var ledger = await LedgerForTests.OpenAsync(Clock);
        ledger.Ledger.Dispose();
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(ledger.File);
        Array.Fill(bytes, (byte)0x5A, 4096, 8192);
        await File.WriteAllBytesAsync(ledger.File, bytes);

        Assert.That(
            async () => await ledger.ReopenAsync(),
            Throws.TypeOf<LedgerException>().With.Message.Contains("restore the last backup").IgnoreCase
        );
        Assert.That(await File.ReadAllBytesAsync(ledger.File), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_file_that_is_no_database_refuses_the_start()
    {
        using var ledger = await LedgerForTests.OpenAsync(Clock);
        ledger.Ledger.Dispose();
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(ledger.File, new string('x', 5000));

        Assert.That(async () => await ledger.ReopenAsync(), Throws.TypeOf<LedgerException>());
    }

    [Test]
    public async Task Content_without_one_key_refuses_the_start()
    {
        using var ledger = await LedgerForTests.OpenAsync(Clock);
        await ledger.Ledger.WriteAsync(
            change => ContactStore.AddAsync(change, "TEST", "k", Clock.GetUtcNow(), [1], "test"),
            CancellationToken.None
        );
        ledger.Ledger.Dispose();
        var files = new LedgerOptions { File = ledger.File }.VaultFiles;
        foreach (var file in Directory.GetFiles(ledger.Folder, "keys.db*"))
        {
            File.Delete(file);
        }

        Assert.That(
            async () => await ledger.ReopenAsync(),
            Throws.TypeOf<LedgerException>().With.Message.Contains(files.Keys).And.Message.Contains("Restore")
        );
    }

    [Test]
    public async Task Content_in_the_clear_of_a_version_before_refuses_the_start()
    {
        using var ledger = await LedgerForTests.OpenAsync(Clock);
        await ledger.Ledger.WriteAsync(
            change =>
                change.Connection.ExecuteAsync(
                    """
                    create table before as select reference, submission_key, state, received_at, written_at, content from contacts;
                    drop table lookups;
                    drop table enquiries;
                    drop table contacts;
                    alter table before rename to contacts;
                    insert into contacts values ('TEST-C-2026-000001', 'k', 'Received', 'x', 'x', '{}');
                    """,
                    transaction: change.Transaction
                ),
            CancellationToken.None
        );

        Assert.That(
            async () => await ledger.ReopenAsync(),
            Throws.TypeOf<LedgerException>().With.Message.Contains("in the clear")
        );
    }

    [Test]
    public async Task A_newer_schema_refuses_the_older_build()
    {
        using var ledger = await LedgerForTests.OpenAsync(Clock);
        await ledger.Ledger.WriteAsync(
            change =>
                change.Connection.ExecuteAsync(
                    "insert into migrations (number, name, checksum, applied_at) values (999, 'later', 'x', 'x')",
                    transaction: change.Transaction
                ),
            CancellationToken.None
        );

        Assert.That(
            async () => await ledger.ReopenAsync(),
            Throws.TypeOf<LedgerException>().With.Message.Contains("schema 999")
        );
    }

    [Test]
    public async Task An_edited_script_refuses_the_start()
    {
        using var connection = Memory();
        await MigrationRunner.RunAsync(connection, [Migration.Of("0001_a.sql", "create table a (x)")], Clock, default);

        Assert.That(
            async () =>
                await MigrationRunner.RunAsync(
                    connection,
                    [Migration.Of("0001_a.sql", "create table a (x, y)")],
                    Clock,
                    default
                ),
            Throws.TypeOf<LedgerException>().With.Message.Contains("edited")
        );
    }

    [Test]
    public void A_gap_in_the_scripts_refuses_the_start()
    {
        using var connection = Memory();
        Assert.That(
            async () =>
                await MigrationRunner.RunAsync(
                    connection,
                    [Migration.Of("0002_b.sql", "create table b (x)")],
                    Clock,
                    default
                ),
            Throws.TypeOf<LedgerException>().With.Message.Contains("Migration 1 is missing")
        );
    }

    [Test]
    public async Task A_script_that_fails_half_way_leaves_nothing_and_runs_again_when_mended()
    {
        using var connection = Memory();
        Assert.That(
            async () =>
                await MigrationRunner.RunAsync(
                    connection,
                    [Migration.Of("0001_a.sql", "create table a (x); insert into nowhere values (1);")],
                    Clock,
                    default
                ),
            Throws.TypeOf<SqliteException>()
        );

        await MigrationRunner.RunAsync(connection, [Migration.Of("0001_a.sql", "create table a (x);")], Clock, default);
        Assert.That(connection.ExecuteScalar<int>("select count(*) from migrations"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_failed_change_wrote_does_not_stay()
    {
        using var ledger = await LedgerForTests.OpenAsync(Clock);
        Assert.That(
            async () =>
                await ledger.Ledger.WriteAsync(
                    async change =>
                    {
                        await change.Connection.ExecuteAsync(
                            "insert into numbers (name, last) values ('x', 1)",
                            transaction: change.Transaction
                        );
                        throw new InvalidOperationException("half-way");
                    },
                    CancellationToken.None
                ),
            Throws.InvalidOperationException
        );

        using var connection = ledger.Ledger.Connect();
        Assert.That(connection.ExecuteScalar<int>("select count(*) from numbers"), Is.Zero);
    }

    [Test]
    public async Task A_change_made_by_another_process_raises_the_signal()
    {
        using var ledger = await LedgerForTests.OpenAsync(Clock);
        using var watch = new LedgerWatch(ledger.Ledger, ledger.Signal);
        var watching = ledger.Signal.Any.Next;
        await watch.StartAsync(CancellationToken.None);
        await watching.WaitAsync(TimeSpan.FromSeconds(20));
        var other = await MashBroker.Ledger.Ledger.OpenAsync(
            new LedgerOptions { File = ledger.File },
            Clock,
            new LedgerSignal(),
            CancellationToken.None
        );

        var next = ledger.Signal.Any.Next;
        await other.WriteAsync(
            change =>
                change.Connection.ExecuteAsync(
                    "insert into numbers (name, last) values ('x', 1)",
                    transaction: change.Transaction
                ),
            CancellationToken.None
        );

        await next.WaitAsync(TimeSpan.FromSeconds(20));
        await watch.StopAsync(CancellationToken.None);
        other.Dispose();
    }

    private static SqliteConnection Memory()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }
}
