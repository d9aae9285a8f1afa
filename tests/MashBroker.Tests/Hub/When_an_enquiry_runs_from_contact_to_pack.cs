using System.Text;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Figures;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Quarantine;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

[CancelAfter(60_000)]
internal sealed class When_an_enquiry_runs_from_contact_to_pack
{
    private HubBench _bench = null!;
    private AgencyByHand _police = null!;
    private AgencyByHand _health = null!;

    [SetUp]
    public async Task SetUp()
    {
        _bench = await HubBench.SetUpAsync("police", "health");
        _police = await _bench.AgencyAsync("police");
        _health = await _bench.AgencyAsync("health");
    }

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Each_connected_agency_is_asked_and_every_other_stands_with_its_reason()
    {
        var enquiry = await PublishAsync();

        var asked = (await _police.ExpectAsync(LetterType.Request))[0].Letter;
        var requests = await RequestsAsync(enquiry);
        Assert.Multiple(() =>
        {
            Assert.That(asked.Head.Enquiry, Is.EqualTo(enquiry));
            Assert.That(asked.Head.DueAt, Is.EqualTo(HubBench.Start.AddHours(6)));
            Assert.That(((Request)asked.Body).Criteria, Is.EqualTo(new[] { "domestic-violence" }));
            Assert.That(requests.Select(each => each.Agency), Is.EqualTo(_bench.Profile.Agencies.Select(a => a.Code)));
            Assert.That(
                requests.Where(each => each.Agency is not ("police" or "health")),
                Has.All.Property(nameof(RequestRow.NotAskedReason)).EqualTo("not connected")
            );
        });
    }

    [Test]
    public async Task Receipts_and_returns_in_parts_and_out_of_order_make_one_pack_when_all_are_in()
    {
        var enquiry = await PublishAsync();
        var toPolice = (await _police.ExpectAsync(LetterType.Request))[0];
        var toHealth = (await _health.ExpectAsync(LetterType.Request))[0];

        await _police.ReceiptAsync(toPolice);
        await UntilRequestAsync(enquiry, "police", request => request.ReceiptedAt is not null);
        await _police.SendAsync(
            toPolice,
            SomeReturn.Of(SomeReturn.Held("S1", Incident), SomeReturn.NothingKnown("S2"))
        );
        await _health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S2")).Part(2, final: true));
        await UntilRequestAsync(enquiry, "health", request => request.State is RequestState.AnsweredInPart);
        await _health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1")).Part(1, final: false));

        var pack = await PackAsync(enquiry, 1);
        var row = await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry));
        await _police.ExpectAsync(LetterType.ReturnReceipt);
        await _health.ExpectAsync(LetterType.ReturnReceipt, 2);
        Assert.Multiple(() =>
        {
            Assert.That(row!.State, Is.EqualTo(EnquiryState.AllIn));
            Assert.That(pack.Cover.Reason, Is.EqualTo(PackReason.AllIn));
            Assert.That(StandingOf(pack, "police"), Is.EqualTo(Standing.Held));
            Assert.That(StandingOf(pack, "health"), Is.EqualTo(Standing.NothingKnown));
            Assert.That(StandingOf(pack, "education"), Is.EqualTo(Standing.NotAsked));
            Assert.That(pack.Chronology.Select(entry => entry.Source.RecordId), Is.EqualTo(new[] { "DI-1" }));
            Assert.That(pack.GapsLine, Does.Contain("Education was not asked (not connected)."));
            Assert.That(pack.GapsLine, Does.Not.Contain("Health"));
        });
    }

    [Test]
    public async Task The_same_return_a_hundred_times_has_one_effect_and_one_receipt_at_a_time()
    {
        var enquiry = await PublishAsync();
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        var letter = _police.Answering(request, SomeReturn.Of(SomeReturn.Held("S1", Incident)));
        var bytes = await _police.SendAsync(letter);
        await UntilRequestAsync(enquiry, "police", each => each.State is RequestState.Answered);

        await Task.WhenAll(Enumerable.Range(0, 99).Select(_ => _police.SendAsync(bytes, letter.Head.Rating)));

        var receipts = await _police.ExpectAsync(LetterType.ReturnReceipt, 2);
        var returns = await ReturnsAsync(enquiry);
        var refused = await RefusedAsync();
        Assert.Multiple(() =>
        {
            Assert.That(returns, Has.Count.EqualTo(1));
            Assert.That(returns[0].Revision, Is.EqualTo(1));
            Assert.That(receipts.Select(each => each.Digest).Distinct().Count(), Is.EqualTo(1));
            Assert.That(refused, Is.Empty);
        });
    }

    [Test]
    public async Task The_same_request_comes_again_after_five_minutes_until_its_receipt()
    {
        var enquiry = await PublishAsync();
        var first = (await _police.ExpectAsync(LetterType.Request))[0];
        await UntilRequestAsync(enquiry, "police", request => request.TimesSent == 1);
        // Its five minutes run from when it was marked as sent.
        await UntilRequestAsync(enquiry, "health", request => request.TimesSent == 1);

        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = (await _police.ExpectAsync(LetterType.Request, 2))[1];
        await _police.ReceiptAsync(second);
        await UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Receipted);
        await UntilRequestAsync(enquiry, "health", request => request.TimesSent == 2);
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await _health.ExpectAsync(LetterType.Request, 3);

        Assert.Multiple(() =>
        {
            Assert.That(second.Bytes, Is.EqualTo(first.Bytes));
            Assert.That(_police.All.Count(each => each.Letter.Head.Type is LetterType.Request), Is.EqualTo(2));
        });
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    public async Task A_return_is_late_only_after_the_instant_of_its_deadline(int millisecondsAfter, bool late)
    {
        var enquiry = await PublishAsync();
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        _bench.Clock.Set(request.Letter.Head.DueAt!.Value.AddMilliseconds(millisecondsAfter));

        await _police.SendAsync(request, SomeReturn.Of(SomeReturn.Held("S1", Incident)));

        var receipt = (ReturnReceipt)(await _police.ExpectAsync(LetterType.ReturnReceipt))[0].Letter.Body;
        var returns = await ReturnsAsync(enquiry);
        Assert.Multiple(() =>
        {
            Assert.That(returns[0].Late, Is.EqualTo(late));
            Assert.That(receipt.Late, Is.EqualTo(late));
        });
    }

    [Test]
    public async Task Late_then_missing_then_answered_is_flagged_told_and_kept_in_versions_of_the_pack()
    {
        var enquiry = await PublishAsync();
        var toPolice = (await _police.ExpectAsync(LetterType.Request))[0];
        await _police.SendAsync(
            toPolice,
            SomeReturn.Of(SomeReturn.Held("S1", Incident), SomeReturn.NothingKnown("S2"))
        );
        var toHealth = (await _health.ExpectAsync(LetterType.Request))[0];
        await UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Answered);

        _bench.Clock.Set(toHealth.Letter.Head.DueAt!.Value.AddMinutes(1));
        var atDeadline = await PackAsync(enquiry, 1);
        var chaser = (await _health.ExpectAsync(LetterType.Chaser))[0];
        _bench.Clock.Set(HubBench.Start.AddHours(24));
        var atDecision = await PackAsync(enquiry, 2);
        // Packs and flags are made by two workers, each at its own pace.
        await UntilRequestAsync(enquiry, "health", request => request.Missing);
        await _health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2")));
        var afterwards = await PackAsync(enquiry, 3);

        var flags = await _bench.ReadAsync(view => FlagStore.OfEnquiryAsync(view, enquiry));
        Assert.Multiple(() =>
        {
            Assert.That(atDeadline.Cover.Reason, Is.EqualTo(PackReason.DeadlinePassed));
            Assert.That(atDeadline.GapsLine, Does.StartWith("Health has not answered and is late."));
            Assert.That(((Chaser)chaser.Letter.Body).MinutesLeft, Is.EqualTo(-1));
            Assert.That(_police.All.Select(each => each.Letter.Head.Type), Has.None.EqualTo(LetterType.Chaser));
            Assert.That(atDecision.Cover.Reason, Is.EqualTo(PackReason.DecisionDue));
            Assert.That(
                atDecision.GapsLine,
                Does.StartWith("Health is missing: no answer although the decision is due.")
            );
            Assert.That(afterwards.Cover.Reason, Is.EqualTo(PackReason.ReturnAfterwards));
            Assert.That(afterwards.GapsLine, Does.Contain("Health answered after the deadline."));
            Assert.That(
                flags.Where(flag => flag.Agency == "health").Select(flag => flag.Kind),
                Is.SupersetOf(new[] { FlagKind.HalfTimeGone, FlagKind.Late, FlagKind.Missing })
            );
            Assert.That(flags.Where(flag => flag.Agency == "police"), Is.Empty);
            Assert.That(_bench.Lines.All, Has.Some.Contains($"{enquiry} health Late"));
        });
    }

    [Test]
    public async Task A_hub_that_was_down_at_the_deadline_flags_at_start_with_the_true_time()
    {
        var enquiry = await PublishAsync();
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        await UntilRequestAsync(enquiry, "police", each => each.SentAt is not null);
        await _bench.StopHubAsync();

        _bench.Clock.Set(request.Letter.Head.DueAt!.Value.AddHours(1));
        await _bench.StartHubAsync();

        await _bench.UntilAsync("flagged", async () => (await FlagsAsync(enquiry, FlagKind.Late)).Length == 2);
        var flags = await FlagsAsync(enquiry, FlagKind.Late);
        var again = await _police.ExpectAsync(LetterType.Request, 2);
        Assert.Multiple(() =>
        {
            Assert.That(flags, Has.All.Property(nameof(Flag.DueAt)).EqualTo(request.Letter.Head.DueAt));
            Assert.That(again[1].Bytes, Is.EqualTo(request.Bytes));
        });
    }

    [Test]
    public async Task A_revised_part_is_kept_beside_the_first_and_counts_instead()
    {
        var enquiry = await PublishAsync();
        var toPolice = (await _police.ExpectAsync(LetterType.Request))[0];
        var toHealth = (await _health.ExpectAsync(LetterType.Request))[0];
        await _police.SendAsync(toPolice, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Answered);
        await _police.SendAsync(toPolice, SomeReturn.Of(SomeReturn.Held("S1", Incident)));
        await UntilRequestAsync(enquiry, "police", request => request.Answer is AnswerKind.Held);
        await _health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1")));

        var police = (await PackAsync(enquiry, 1)).Agencies.Single(agency => agency.Agency == "police");

        Assert.Multiple(() =>
        {
            Assert.That(police.Standing, Is.EqualTo(Standing.Held));
            Assert.That(
                police.Returns.Select(each => (each.Revision, each.Superseded)),
                Is.EqualTo(new[] { (1, true), (2, false) })
            );
        });
    }

    [Test]
    public async Task An_agency_that_could_look_in_the_end_stands_so_in_a_further_version_of_the_pack()
    {
        var enquiry = await PublishAsync();
        var toPolice = (await _police.ExpectAsync(LetterType.Request))[0];
        var toHealth = (await _health.ExpectAsync(LetterType.Request))[0];
        await _police.SendAsync(toPolice, SomeReturn.Of(SomeReturn.CannotLook("S1", "Sample records do not answer.")));
        await _health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        var first = await PackAsync(enquiry, 1);
        await _police.SendAsync(toPolice, SomeReturn.Of(SomeReturn.Held("S1", Incident)));
        var second = await PackAsync(enquiry, 2);
        var request = (await RequestsAsync(enquiry)).Single(each => each.Agency == "police");
        var figures = await _bench.ReadAsync(LedgerFigures.ReadAsync);

        Assert.Multiple(() =>
        {
            Assert.That(StandingOf(first, "police"), Is.EqualTo(Standing.CannotLook));
            Assert.That(second.Cover.Reason, Is.EqualTo(PackReason.ReturnAfterwards));
            Assert.That(StandingOf(second, "police"), Is.EqualTo(Standing.Held));
            Assert.That((request.Answer, request.State), Is.EqualTo((AnswerKind.Held, RequestState.Answered)));
            Assert.That((figures.CouldNotLook, figures.CannotLook), Is.EqualTo((1, 0)));
        });
    }

    [Test]
    public async Task What_does_not_belong_is_kept_as_evidence_and_changes_nothing()
    {
        var enquiry = await PublishAsync();
        var toPolice = (await _police.ExpectAsync(LetterType.Request))[0];
        var toHealth = (await _health.ExpectAsync(LetterType.Request))[0];
        var body = SomeReturn.Of(SomeReturn.Held("S1", Incident));
        var own = _health.Answering(toHealth, body);

        await _health.SendAsync(toPolice, body);
        await _health.SendAsync(
            own with
            {
                Head = own.Head with { Enquiry = EnquiryReference.For("sample", 2026, 999) },
            }
        );
        await _health.SendAsync(
            own with
            {
                Head = own.Head with { InReplyTo = own.Head.InReplyTo! with { Digest = new string('0', 64) } },
            }
        );
        await _health.SendAsync("not sealed at all"u8.ToArray(), Rating.Amber);

        await _bench.UntilAsync("refused", async () => (await RefusedAsync()).Count == 4);
        var refused = await RefusedAsync();
        var returns = await ReturnsAsync(enquiry);
        Assert.Multiple(() =>
        {
            Assert.That(
                refused.Select(each => each.Fault),
                Is.EquivalentTo(new[] { "RequestOfAnotherAgency", "EnquiryUnknown", "DigestIsNotOurs", "NotCms" })
            );
            Assert.That(returns, Is.Empty);
        });
    }

    [Test]
    public async Task The_same_id_with_another_content_is_a_replay()
    {
        var enquiry = await PublishAsync();
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        var letter = _police.Answering(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await _police.SendAsync(letter);
        await UntilRequestAsync(enquiry, "police", each => each.State is RequestState.Answered);

        await _police.SendAsync(letter with { Body = SomeReturn.Of(SomeReturn.Held("S1", Incident)) });

        await _bench.UntilAsync("refused", async () => (await RefusedAsync()).Count == 1);
        var (refused, returns) = (await RefusedAsync(), await ReturnsAsync(enquiry));
        Assert.Multiple(() =>
        {
            Assert.That(refused[0].Fault, Is.EqualTo("Replayed"));
            Assert.That(returns, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task A_return_sent_under_another_agencys_broker_user_is_refused()
    {
        await PublishAsync();
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        var letter = _police.Answering(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")));

        await _health.SendAsync(_police.Sealer.Seal(letter).Bytes, letter.Head.Rating);

        await _bench.UntilAsync("refused", async () => (await RefusedAsync()).Count == 1);
        Assert.That((await RefusedAsync())[0].Fault, Is.EqualTo("BrokerUserIsNotSigner"));
    }

    [Test]
    public async Task A_heartbeat_is_noted_and_answered()
    {
        var beat = new Heartbeat
        {
            AdapterVersion = "0.1.0",
            RecordsReachable = true,
            OpenRequests = 0,
        };
        var head = LetterHeads.New(
            beat,
            _police.Sealer.Profile,
            _bench.Profile.Code,
            "police",
            "hub",
            Rating.Green,
            "operations",
            HubBench.Start,
            HubBench.Start.AddMinutes(5)
        );

        await _police.SendAsync(new Letter(head, beat));

        var answer = (await _police.ExpectAsync(LetterType.HeartbeatAnswer))[0].Letter;
        Assert.That(answer.Head.InReplyTo!.Id, Is.EqualTo(head.Id));
    }

    [Test]
    public async Task Nobody_is_named_in_what_was_logged()
    {
        var enquiry = await PublishAsync();
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        await _police.SendAsync(request, SomeReturn.Of(SomeReturn.Held("S1", Incident)));
        _bench.Clock.Set(HubBench.Start.AddHours(25));
        var html = Encoding.UTF8.GetString((await PackRowAsync(enquiry, 1)).Html);

        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain(SomeFamily.Canary));
            Assert.That(_bench.Lines.All, Is.Not.Empty);
            Assert.That(_bench.Lines.All, Has.None.Contains(SomeFamily.Canary).IgnoreCase);
        });
    }

    private static AgencyRecord Incident => SomeReturn.Record("DI-1", new DateOnly(2026, 10, 4));

    private Task<EnquiryReference> PublishAsync() => _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);

    private Task<IReadOnlyList<RequestRow>> RequestsAsync(EnquiryReference enquiry) =>
        _bench.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry));

    private Task<IReadOnlyList<ReturnRow>> ReturnsAsync(EnquiryReference enquiry) =>
        _bench.ReadAsync(view => ReturnStore.OfEnquiryAsync(view, enquiry));

    private Task<IReadOnlyList<RefusedMessage>> RefusedAsync() =>
        _bench.ReadAsync(view => QuarantineStore.LatestAsync(view, 100));

    private async Task<Flag[]> FlagsAsync(EnquiryReference enquiry, FlagKind kind) =>
        [.. (await _bench.ReadAsync(view => FlagStore.OfEnquiryAsync(view, enquiry))).Where(flag => flag.Kind == kind)];

    private Task UntilRequestAsync(EnquiryReference enquiry, string agency, Func<RequestRow, bool> holds) =>
        _bench.UntilAsync(
            $"request to {agency}",
            async () => holds((await RequestsAsync(enquiry)).Single(request => request.Agency == agency))
        );

    private async Task<PackRow> PackRowAsync(EnquiryReference enquiry, int version)
    {
        await _bench.UntilAsync(
            $"pack version {version}",
            async () => await _bench.ReadAsync(view => PackStore.FindAsync(view, enquiry, version)) is not null
        );
        return (await _bench.ReadAsync(view => PackStore.FindAsync(view, enquiry, version)))!;
    }

    private async Task<Pack> PackAsync(EnquiryReference enquiry, int version) =>
        JsonSerializer.Deserialize<Pack>((await PackRowAsync(enquiry, version)).Json, MashJson.Options)!;

    private static Standing StandingOf(Pack pack, string agency) =>
        pack.Agencies.Single(each => each.Agency == agency).Standing;
}
