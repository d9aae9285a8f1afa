using System.Diagnostics;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Quarantine;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

/// <summary>Revoked at second 0, refused everywhere by second 60: over the hub's own folder, and over real heartbeats.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_certificate_is_revoked
{
    private static readonly TimeSpan InForceWithin = TimeSpan.FromSeconds(60);

    private HubBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await HubBench.SetUpAsync("police", "health");

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task The_agency_is_refused_at_the_hub_and_gets_nothing_more_and_no_other_is_touched()
    {
        await using var police = await _bench.AgencyAsync("police");
        await using var health = await _bench.AgencyAsync("health");
        await _bench.EnquireAsync(SomeFamily.Contact, Rating.Red);
        var (toPolice, toHealth) = (
            (await police.ExpectAsync(LetterType.Request))[0],
            (await health.ExpectAsync(LetterType.Request))[0]
        );

        var since = Stopwatch.StartNew();
        SampleAuthority.Revoke(_bench.PkiFolder, each => each.Party == "police", _bench.Clock.GetUtcNow());
        await _bench.UntilAsync(
            "list in force",
            () => Task.FromResult(_bench.Register.RevocationListEnds < _bench.Clock.GetUtcNow().AddDays(8))
        );
        Assert.That(since.Elapsed, Is.LessThan(InForceWithin));

        await police.SendAsync(toPolice, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await _bench.UntilAsync("refused", async () => (await RefusedAsync()).Count == 1);
        await health.ExpectAsync(LetterType.ReturnReceipt);
        await _bench.EnquireAsync(SomeFamily.Contact, Rating.Red);
        await health.ExpectAsync(LetterType.Request, 2);
        await _bench.UntilAsync(
            "not sealed",
            () =>
                Task.FromResult(
                    _bench.Lines.All.Any(line => line.Contains("police@sample") && line.Contains("it was revoked"))
                )
        );

        var refused = (await RefusedAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Fault, Is.EqualTo(nameof(SealFault.CertificateRevoked)));
            Assert.That(refused.BrokerUser, Is.EqualTo("mash.sample.police"), "whom to ring");
            Assert.That(police.All.Count(came => came.Letter.Head.Type == LetterType.Request), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task What_was_sealed_before_and_not_yet_sent_waits()
    {
        await _bench.EnquireAsync(SomeFamily.Contact, Rating.Red);
        await _bench.UntilAsync("sent", async () => await SentAsync() == 2);
        await _bench.StopHubAsync();
        SampleAuthority.Revoke(_bench.PkiFolder, each => each.Party == "police", _bench.Clock.GetUtcNow());
        // As if neither had been sent: a request without its receipt goes again at the next start.
        var police = await _bench.AgencyAsync("police");
        var health = await _bench.AgencyAsync("health");
        await police.ExpectAsync(LetterType.Request);

        await _bench.StartHubAsync();
        await _bench.UntilAsync(
            "waits",
            () => Task.FromResult(_bench.Lines.All.Any(line => line.Contains("it waits") && line.Contains("police")))
        );

        await health.ExpectAsync(LetterType.Request, 2);
        Assert.That(police.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_stolen_key_of_the_hub_itself_is_refused_by_an_adapter_after_its_next_heartbeat()
    {
        using var stolen = StealHubKeys();
        var old = CertificateAuthority.Look(Path.Combine(_bench.PkiFolder, SamplePki.AuthorityFolder));
        await _bench.StopHubAsync();
        var hub = new Party(_bench.Profile.Code, Party.HubName);
        SampleAuthority.Renew(_bench.PkiFolder, hub, _bench.Clock.GetUtcNow(), TimeSpan.Zero, "police", "health");
        await _bench.StartHubAsync();
        await using var adapter = await AdapterBeside.StartAsync(_bench, "police");
        await SendAsync(stolen.Write());
        await adapter.LoggedAsync("is in the inbox");

        SampleAuthority.Revoke(
            _bench.PkiFolder,
            each => each.Party == Party.HubName && old.Any(was => was.Serial == each.Serial),
            _bench.Clock.GetUtcNow()
        );
        var since = Stopwatch.StartNew();
        await _bench.UntilAsync(
            "list in force at the hub",
            () => Task.FromResult(_bench.Register.RevocationListEnds < _bench.Clock.GetUtcNow().AddDays(8))
        );
        var heartbeat = TimeSpan.FromSeconds(new MashBroker.Adapters.AdapterOptions().HeartbeatSeconds);
        adapter.Clock.Advance(heartbeat);
        await adapter.LoggedAsync("a newer revocation list is in force");
        Assert.That(since.Elapsed + heartbeat, Is.LessThan(InForceWithin));

        await SendAsync(stolen.Write());
        await adapter.LoggedAsync($"refused ({SealFault.CertificateRevoked})");
        Assert.That(adapter.LogText.Count(line => line.Contains("is in the inbox")), Is.EqualTo(1));
    }

    private StolenKeys StealHubKeys()
    {
        var folder = Directory.CreateTempSubdirectory("mash-stolen-").FullName;
        foreach (var file in Directory.EnumerateFiles(_bench.KeysOf(Party.HubName)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Directory.CreateDirectory(Path.Combine(folder, "register"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_bench.KeysOf(Party.HubName), "register")))
        {
            File.Copy(file, Path.Combine(folder, "register", Path.GetFileName(file)));
        }

        return new StolenKeys(folder, _bench.Profile.Code, _bench.Clock);
    }

    private Task SendAsync((MessageId Id, byte[] Bytes) sealedLetter) =>
        _bench.Bus.SendAsync(
            Lane.ToAgency(_bench.Profile.Code, "police", Rating.Red),
            sealedLetter.Bytes,
            sealedLetter.Id,
            CancellationToken.None
        );

    private Task<IReadOnlyList<RefusedMessage>> RefusedAsync() =>
        _bench.ReadAsync(view => QuarantineStore.LatestAsync(view, 100));

    private Task<int> SentAsync() =>
        _bench.ReadAsync(view =>
            view.Connection.ExecuteScalarAsync<int>("select count(*) from requests where sent_at is not null")
        );

    /// <summary>Whoever has copied the hub's key folder.</summary>
    private sealed class StolenKeys(string folder, string hub, TimeProvider clock) : IDisposable
    {
        private readonly PartyKeys _keys = PartyKeys.Load(folder);

        public (MessageId Id, byte[] Bytes) Write()
        {
            var sealer = new Sealer(_keys, TrustRegister.Load(folder), clock);
            var now = clock.GetUtcNow();
            var chaser = new Withdrawal { Reason = "Said by a thief." };
            var head = LetterHeads.New(
                chaser,
                sealer.Profile,
                hub,
                Party.HubName,
                "police",
                Rating.Red,
                "safeguarding-enquiry",
                now,
                now.AddDays(1)
            ) with
            {
                Enquiry = EnquiryReference.For(hub, 2026, 1),
                Request = MessageId.New(),
            };
            return (head.Id, sealer.Seal(new Letter(head, chaser)).Bytes);
        }

        public void Dispose()
        {
            _keys.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
