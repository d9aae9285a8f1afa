using Dapper;
using MashBroker.Ledger;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Ledger;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

internal sealed class LedgerGroupTests
{
    private LedgerForTests _file = null!;
    private LedgerGroup _group = null!;

    [SetUp]
    public async Task SetUp()
    {
        _file = await LedgerForTests.OpenAsync(new SettableClock(HubBench.Start));
        _group = new LedgerGroup(_file.Ledger);
    }

    [TearDown]
    public void TearDown()
    {
        _group.Dispose();
        _file.Dispose();
    }

    [Test]
    public async Task Changes_that_wait_together_are_all_made()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => AddAsync($"n{i}")));

        Assert.That(await CountAsync(), Is.EqualTo(200));
    }

    [Test]
    public async Task One_that_fails_takes_back_itself_and_no_other()
    {
        var good = Enumerable.Range(0, 20).Select(i => AddAsync($"n{i}")).ToArray();
        var bad = _group.WriteAsync<int>(
            async change =>
            {
                await InsertAsync(change, "bad");
                throw new InvalidOperationException("It must not stay.");
            },
            CancellationToken.None
        );
        var after = AddAsync("after");

        Assert.That(async () => await bad, Throws.InvalidOperationException);
        await Task.WhenAll([.. good, after]);
        Assert.That(await CountAsync(), Is.EqualTo(21));
    }

    [Test]
    public async Task Who_waits_together_shares_a_commit()
    {
        var entered = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var first = _group.WriteAsync(
            async change =>
            {
                entered.SetResult();
                await go.Task;
                return change;
            },
            CancellationToken.None
        );
        await entered.Task;
        var waiting = Enumerable
            .Range(0, 3)
            .Select(_ => _group.WriteAsync(change => Task.FromResult(change), CancellationToken.None))
            .ToArray();

        go.SetResult();

        await first;
        Assert.That((await Task.WhenAll(waiting)).Distinct().Count(), Is.EqualTo(1));
    }

    private Task<int> AddAsync(string name) =>
        _group.WriteAsync(change => InsertAsync(change, name), CancellationToken.None);

    private static Task<int> InsertAsync(LedgerTransaction change, string name) =>
        change.Connection.ExecuteAsync(
            "insert into numbers (name, last) values (@name, 1)",
            new { name },
            change.Transaction
        );

    private Task<long> CountAsync() =>
        _file.Ledger.ReadAsync(
            view =>
                view.Connection.ExecuteScalarAsync<long>("select count(*) from numbers", transaction: view.Transaction),
            CancellationToken.None
        );
}
