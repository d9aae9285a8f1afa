using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Web;

/// <summary>Health has real keys, a real return before it, and bad intentions. Each trick is refused, and shown to operations.</summary>
[CancelAfter(60_000)]
internal sealed class When_an_agency_cheats
{
    private WebBench _bench = null!;
    private AgencyByHand _police = null!;
    private AgencyByHand _health = null!;
    private Came _toHealth = null!;
    private byte[] _ofPolice = [];

    [SetUp]
    public async Task SetUp()
    {
        _bench = await WebBench.SetUpAsync("police", "health");
        (_police, _health) = (await _bench.Hub.AgencyAsync("police"), await _bench.Hub.AgencyAsync("health"));
        await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Red);
        var toPolice = (await _police.ExpectAsync(LetterType.Request))[0];
        _toHealth = (await _health.ExpectAsync(LetterType.Request))[0];
        _ofPolice = await _police.SendAsync(toPolice, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await _police.ExpectAsync(LetterType.ReturnReceipt);
    }

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task A_captured_message_replayed_on_another_lane_is_refused()
    {
        await _police.SendAsync(_ofPolice, Rating.Green);
        await ShownAsync(nameof(SealFault.Replayed));
    }

    [Test]
    public async Task A_captured_message_replayed_under_ones_own_user_is_refused()
    {
        await _health.SendAsync(_ofPolice, Rating.Red);
        await ShownAsync("BrokerUserIsNotSigner");
    }

    [Test]
    public async Task The_hubs_request_to_health_forwarded_to_the_hub_itself_is_refused()
    {
        // What health was sent, sealed anew to another: the words are the hub's, the seal is health's.
        await _health.SendAsync(Outer(Envelope(EvidenceOfRequest())), Rating.Red);
        await ShownAsync(nameof(SealFault.InnerSignerIsNotOuterSigner));
    }

    [Test]
    public async Task A_message_signed_anew_by_another_agency_is_refused()
    {
        // Health cannot open what the police sealed, but it can take the police's signature off and put its own on.
        await _health.SendAsync(Outer(SignedMessage.Read(_ofPolice, SignedLayer.Outer).Content.ToArray()), Rating.Red);
        await ShownAsync(nameof(SealFault.InnerSignerIsNotOuterSigner));
    }

    [Test]
    public async Task A_message_signed_twice_is_refused()
    {
        await _health.SendAsync(Outer(Envelope(Inner()), signers: 2), Rating.Red);
        await ShownAsync(nameof(SealFault.SeveralSigners));
    }

    [Test]
    public async Task An_unsigned_letter_inside_a_signed_envelope_is_refused()
    {
        await _health.SendAsync(Outer(Envelope(Json())), Rating.Red);
        await ShownAsync(nameof(SealFault.InnerSignatureMissing));
    }

    [Test]
    public async Task A_message_under_weaker_algorithms_is_refused()
    {
        await _health.SendAsync(Outer(Envelope(Inner(), cipher: "2.16.840.1.101.3.4.1.42")), Rating.Red);
        await ShownAsync(nameof(SealFault.WeakOrUnknownAlgorithm));
    }

    [Test]
    public async Task A_reply_bound_to_another_childs_enquiry_is_refused()
    {
        var other = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Red);
        await _health.ExpectAsync(LetterType.Request, 2);
        var answer = _health.Answering(_toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await _health.SendAsync(answer with { Head = answer.Head with { Enquiry = other } });
        await ShownAsync("RequestOfAnotherEnquiry");
    }

    private async Task ShownAsync(string fault)
    {
        JsonElement[] rows = [];
        await _bench.Hub.UntilAsync(
            fault,
            async () =>
            {
                using var json = JsonDocument.Parse(await _bench.Http.GetStringAsync("/api/refused"));
                rows = [.. json.RootElement.Clone().EnumerateArray()];
                return rows.Length > 0;
            }
        );
        var board = await _bench.Http.GetStringAsync("/");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => row.GetProperty("fault").GetString()), Is.EqualTo(new[] { fault }));
            Assert.That(rows[0].GetProperty("digest").GetString(), Has.Length.EqualTo(64));
            Assert.That(rows[0].GetProperty("brokerUser").GetString(), Does.StartWith("mash.sample."));
            Assert.That(board, Does.Contain("messages of it were refused").Or.Contain("Its messages are refused"));
        }
    }

    private byte[] EvidenceOfRequest() =>
        TripleWrap
            .Open(
                _toHealth.Bytes,
                PartyKeys.Load(_bench.Hub.KeysOf("health")),
                TrustRegister.Load(_bench.Hub.KeysOf("health")),
                _bench.Hub.Clock.GetUtcNow()
            )
            .Evidence!;

    private byte[] Json() =>
        MashBroker.Contracts.Json.LetterJson.Write(
            _health.Answering(_toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1")))
        );

    private byte[] Inner() => Health().Write(Json());

    private byte[] Envelope(byte[] evidence, string? cipher = null)
    {
        var envelope = new CraftedEnvelope
        {
            Recipient = SealingWorld.Pair(_bench.Hub.PkiFolder, "hub", "agreement").Certificate,
        };
        return (cipher is null ? envelope : envelope with { Cipher = cipher }).Write(evidence);
    }

    private byte[] Outer(byte[] content, int signers = 1) => (Health() with { Signers = signers }).Write(content);

    private CraftedSignature Health() =>
        new()
        {
            Signer = SealingWorld.Pair(_bench.Hub.PkiFolder, "health", "signing"),
            At = _bench.Hub.Clock.GetUtcNow(),
        };
}
