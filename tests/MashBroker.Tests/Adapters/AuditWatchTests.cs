using MashBroker.Adapters;
using MashBroker.Adapters.Inbox;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Adapters;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>An agency keeps the heads of the hub's record of acts, and what it needs to prove that it answered in time.</summary>
[CancelAfter(60_000)]
internal sealed class AuditWatchTests
{
    private static readonly string Chain = new('c', 32);

    private AdapterBench _bench = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _bench = await AdapterBench.OpenAsync();
        await _bench.StartAsync(Household.Records());
    }

    [TearDown]
    public async Task CloseAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task Heads_that_follow_each_other_are_kept_for_whoever_verifies()
    {
        await HearAsync(Head(10, 'a'));
        await HearAsync(Head(10, 'a'));
        await HearAsync(Head(25, 'b'));

        await UntilKeptAsync(2);
        var kept = Kept();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept.Select(each => each.Head.Sequence), Is.EqualTo(new long[] { 10, 25 }));
            Assert.That(kept.Select(each => each.Certificate), Has.All.Not.Empty);
            Assert.That(_bench.LogText, Has.None.Contains("security"));
        }
    }

    [TestCase(10, 'b', ExpectedResult = "was written anew")]
    [TestCase(9, 'a', ExpectedResult = "has become shorter")]
    public async Task<string> A_record_that_was_written_anew_or_cut_off_raises_an_alert(long sequence, char hash)
    {
        await HearAsync(Head(10, 'a'));
        await UntilKeptAsync(1);
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await HearAsync(Head(sequence, hash));
        await _bench.LoggedAsync("security");

        Assert.That(Kept(), Has.Count.EqualTo(2), "What contradicts is kept too.");
        var said = _bench.LogText.Single(line => line.Contains("security", StringComparison.Ordinal));
        Assert.That(said, Does.StartWith("Critical"));
        return said.Contains("was written anew", StringComparison.Ordinal) ? "was written anew"
            : said.Contains("has become shorter", StringComparison.Ordinal) ? "has become shorter"
            : said;
    }

    [Test]
    public async Task Another_ledger_in_the_hubs_place_raises_an_alert()
    {
        await HearAsync(Head(10, 'a'));
        await UntilKeptAsync(1);
        await HearAsync(Head(1, 'a', new string('d', 32)));
        await _bench.LoggedAsync("is another one");
    }

    [Test]
    public async Task A_head_that_was_long_on_its_way_is_no_alert()
    {
        var early = Head(10, 'a');
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await HearAsync(Head(25, 'b'));
        await HearAsync(early);
        await UntilKeptAsync(2);
        Assert.That(_bench.LogText, Has.None.Contains("security"));
    }

    [Test]
    public async Task A_head_that_says_something_else_than_was_signed_is_not_kept()
    {
        await HearAsync(Head(10, 'a') with { Sequence = 11 });
        await _bench.LoggedAsync("does not bear the hub's signature");
        Assert.That(Kept(), Is.Empty);
    }

    [Test]
    public async Task Did_we_answer_in_time_is_proven_by_the_hubs_signed_receipt([Values] bool late)
    {
        var (request, answered) = await AnsweredAsync();
        Assert.That(await ProveAsync(request), Is.Zero);
        Assert.That(_said.ToString(), Does.Contain("no receipt of the hub's"));

        await ReceiptAsync(request, answered, answered.Digest, late);
        Assert.That(await ProveAsync(request), Is.Zero);
        Assert.That(_said.ToString(), Does.Contain("our signed receipt of it"));
        Assert.That(
            _said.ToString(),
            Does.Contain(late ? "LATE; the signature holds" : "in time; the signature holds")
        );
        Assert.That(_said.ToString(), Does.Contain(answered.Digest));
    }

    [Test]
    public async Task A_receipt_that_was_changed_in_the_inbox_proves_nothing()
    {
        var (request, answered) = await AnsweredAsync();
        await ReceiptAsync(request, answered, answered.Digest, late: true);
        Assert.That(await ProveAsync(request), Is.Zero);
        await _bench.StopAsync();
        using (
            var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_bench.InboxFile};Pooling=false")
        )
        {
            connection.Open();
            var original = Dapper.SqlMapper.ExecuteScalar<byte[]>(connection, "select original from proof")!;
            original[^1] ^= 1;
            Dapper.SqlMapper.Execute(connection, "update proof set original = @original", new { original });
        }

        Assert.That(await ProveAsync(request), Is.EqualTo(AdapterApp.NotGenuine));
        Assert.That(_said.ToString(), Does.Contain("NOT PROVEN"));
    }

    [Test]
    public async Task What_is_not_in_the_inbox_is_said_to_be_not_there()
    {
        using var errors = new StringWriter();
        Assert.That(ProofCommands.Run(["proof", "no-such"], Options(), _said, errors), Is.EqualTo(AdapterApp.NotFound));
        Assert.That(errors.ToString(), Does.Contain("is in the inbox"));
        await Task.CompletedTask;
    }

    private readonly StringWriter _said = new();

    private AdapterOptions Options() =>
        new()
        {
            Hub = HubStandIn.Hub,
            Agency = AdapterBench.Agency,
            KeyFolder = _bench.KeyFolder,
            InboxFile = _bench.InboxFile,
        };

    private Task<int> ProveAsync(Letter request)
    {
        _said.GetStringBuilder().Clear();
        return Task.FromResult(
            ProofCommands.Run(["proof", request.Head.Request.ToString()!], Options(), _said, TextWriter.Null)
        );
    }

    private async Task<(Letter Request, Arrival Answered)> AnsweredAsync()
    {
        var request = _bench.Hub.Letter(
            Asking.For([Household.Child()], _bench.Clock.GetUtcNow(), [RecordKind.PoliceDomesticIncident])
        );
        await _bench.Hub.SendAsync(request);
        return (request, (await _bench.Hub.ExpectAsync<Return>())[0]);
    }

    private async Task ReceiptAsync(Letter request, Arrival answered, string digest, bool late)
    {
        var receipt = _bench.Hub.Letter(
            new ReturnReceipt { ReceivedAt = _bench.Clock.GetUtcNow(), Late = late },
            request.Head.Request,
            inReplyTo: new InReplyTo(answered.Letter.Head.Id, digest)
        );
        await _bench.Hub.SendAsync(receipt);
        await _bench.LoggedAsync($"{LetterType.ReturnReceipt} {receipt.Head.Id.Value}");
    }

    private AuditHead Head(long sequence, char hash, string? chain = null)
    {
        var at = _bench.Clock.GetUtcNow();
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
        var statement = new AuditHeadStatement
        {
            Statement = AuditHeadStatement.Kind,
            Hub = HubStandIn.Hub,
            Chain = chain ?? Chain,
            Sequence = sequence,
            Hash = new string(hash, 64),
            At = at,
        };
        return new AuditHead
        {
            Chain = statement.Chain,
            Sequence = sequence,
            Hash = statement.Hash,
            At = at,
            Statement = Convert.ToBase64String(_bench.Hub.Sealer.SignStatement(statement.Write())),
        };
    }

    private async Task HearAsync(AuditHead head)
    {
        var heartbeat = (await _bench.Hub.ExpectAsync<Heartbeat>())[0];
        var answer = _bench.Hub.Letter(
            new HeartbeatAnswer { HeardAt = _bench.Clock.GetUtcNow(), AuditHead = head },
            inReplyTo: new InReplyTo(heartbeat.Letter.Head.Id, heartbeat.Digest)
        );
        await _bench.Hub.SendAsync(answer);
    }

    private IReadOnlyList<KeptAuditHead> Kept()
    {
        using var inbox = new InboxProofs(_bench.InboxFile);
        return inbox.Heads();
    }

    // A head that fits is kept in silence: there is no other signal than the file.
    private async Task UntilKeptAsync(int heads)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (Kept().Count < heads)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
