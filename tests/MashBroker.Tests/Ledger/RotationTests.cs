using System.Collections.Concurrent;
using System.Text;
using Dapper;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;
using MashBroker.Vault;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>The hub key is rotated while two processes write and read: nothing is written again, and nothing cannot be read.</summary>
[CancelAfter(60_000)]
internal sealed class RotationTests
{
    private static readonly SettableClock Clock = new(new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero));

    private readonly ConcurrentDictionary<string, string> _written = new();
    private volatile TaskCompletionSource _grown = New();
    private LedgerForTests _file = null!;
    private MashBroker.Ledger.Ledger _other = null!;

    private VaultFiles Files => new LedgerOptions { File = _file.File }.VaultFiles;

    [SetUp]
    public async Task Open()
    {
        _file = await LedgerForTests.OpenAsync(Clock);
        _other = await OpenAnotherAsync();
    }

    [TearDown]
    public void Close()
    {
        _other.Dispose();
        _file.Dispose();
    }

    [Test]
    public async Task Twice_under_load_no_content_is_written_again_and_nothing_is_unreadable()
    {
        // More than one batch of keys.
        await AddAsync(_file.Ledger, 700);
        var before = ContentAsItStands();
        using var stop = new CancellationTokenSource();
        // Nothing in them waits for anything else than SQLite, which does not give the thread back.
        Task[] load =
        [
            Task.Run(() => WriteAsync(_file.Ledger, stop.Token)),
            Task.Run(() => WriteAsync(_other, stop.Token)),
            Task.Run(() => ReadAsync(_file.Ledger, stop.Token)),
            Task.Run(() => ReadAsync(_other, stop.Token)),
        ];
        await GrowAsync(20);
        var first = await Task.Run(() => KeyRotation.Rotate(Files));
        // More than were made in advance with the generation before.
        await GrowAsync(100);
        var second = await Task.Run(() => KeyRotation.Rotate(Files));
        await GrowAsync(100);
        await stop.CancelAsync();
        await Task.WhenAll(load);

        using var fresh = await OpenAnotherAsync();
        var after = ContentAsItStands();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Keys, Is.GreaterThanOrEqualTo(700));
            Assert.That(Generations(), Is.EqualTo([second.Generation]), "what is wrapped with what");
            Assert.That(
                before.Where(row => !after[row.Key].AsSpan().SequenceEqual(row.Value)),
                Is.Empty,
                "rows changed"
            );
            await AssertReadableAsync(fresh);
        }

        Assert.That(KeyRotation.Retire(Files), Is.EqualTo(2));
        await AssertReadableAsync(_file.Ledger);
        await AssertReadableAsync(_other);
        using var afterwards = await OpenAnotherAsync();
        await AssertReadableAsync(afterwards);
    }

    [Test]
    public async Task A_rotation_that_was_stopped_half_way_is_finished_by_the_next()
    {
        await AddAsync(_file.Ledger, 10);
        // Stopped after the file was written and before anything was wrapped.
        MashBroker.Sealing.AtRest.WrappingKeys.AddGeneration(Files.WrappingKey);
        await AddAsync(_other, 40);
        Assert.That(
            () => KeyRotation.Retire(Files),
            Throws.TypeOf<VaultException>().With.Message.Contains("nothing was removed")
        );

        var rotation = KeyRotation.Rotate(Files);
        Assert.That(Generations(), Is.EqualTo([rotation.Generation]));
        await AssertReadableAsync(_file.Ledger);
        await AssertReadableAsync(_other);
    }

    private Task<MashBroker.Ledger.Ledger> OpenAnotherAsync() =>
        MashBroker.Ledger.Ledger.OpenAsync(
            new LedgerOptions { File = _file.File },
            Clock,
            new LedgerSignal(),
            CancellationToken.None
        );

    private async Task WriteAsync(MashBroker.Ledger.Ledger ledger, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await AddAsync(ledger, 8);
        }
    }

    private async Task AddAsync(MashBroker.Ledger.Ledger ledger, int contacts)
    {
        var written = await ledger.WriteAsync(
            async change =>
            {
                var added = new List<(string Reference, string Text)>();
                for (var count = 0; count < contacts; count++)
                {
                    var text = MashBroker.Contracts.MessageId.New().ToString();
                    var content = Encoding.UTF8.GetBytes(text);
                    var contact = await ContactStore.AddAsync(change, "TEST", text, Clock.GetUtcNow(), content, "test");
                    added.Add((contact.Reference, text));
                }

                return added;
            },
            CancellationToken.None
        );
        written.ForEach(each => _written[each.Reference] = each.Text);
        Interlocked.Exchange(ref _grown, New()).TrySetResult();
    }

    private async Task ReadAsync(MashBroker.Ledger.Ledger ledger, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await AssertReadableAsync(ledger);
        }
    }

    private async Task AssertReadableAsync(MashBroker.Ledger.Ledger ledger)
    {
        var expected = _written.ToArray();
        var rows = await ledger.ReadAsync(view => ContactStore.LatestAsync(view, int.MaxValue), CancellationToken.None);
        var read = rows.ToDictionary(row => row.Reference, row => Encoding.UTF8.GetString(row.Content));
        Assert.That(expected.Where(each => read[each.Key] != each.Value), Is.Empty);
    }

    private async Task GrowAsync(int by)
    {
        var enough = _written.Count + by;
        while (true)
        {
            var grown = _grown.Task;
            if (_written.Count >= enough)
            {
                return;
            }

            await grown.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    private Dictionary<string, byte[]> ContentAsItStands()
    {
        using var connection = new SqliteConnection($"Data Source={_file.File};Mode=ReadOnly;Pooling=False");
        return connection
            .Query<(string Reference, byte[] Content)>("select reference, content from contacts")
            .ToDictionary(row => row.Reference, row => row.Content);
    }

    private string[] Generations()
    {
        using var connection = new SqliteConnection($"Data Source={Files.Keys};Mode=ReadOnly;Pooling=False");
        return [.. connection.Query<string>("select distinct generation from keys")];
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
