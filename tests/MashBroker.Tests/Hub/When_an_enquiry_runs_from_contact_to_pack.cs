using System.Text;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Figures;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

/// <summary>Who is asked, what is answered in parts and anew, and what the pack makes of it.</summary>
[CancelAfter(60_000)]
internal sealed class When_an_enquiry_runs_from_contact_to_pack
{
    private AskingBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await AskingBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Each_connected_agency_is_asked_and_every_other_stands_with_its_reason()
    {
        var enquiry = await _bench.PublishAsync();

        var asked = (await _bench.Police.ExpectAsync(LetterType.Request))[0].Letter;
        var requests = await _bench.RequestsAsync(enquiry);
        Assert.Multiple(() =>
        {
            Assert.That(asked.Head.Enquiry, Is.EqualTo(enquiry));
            Assert.That(asked.Head.DueAt, Is.EqualTo(HubBench.Start.AddHours(6)));
            Assert.That(((Request)asked.Body).Criteria, Is.EqualTo(new[] { "domestic-violence" }));
            Assert.That(
                requests.Select(each => each.Agency),
                Is.EqualTo(_bench.Hub.Profile.Agencies.Select(a => a.Code))
            );
            Assert.That(
                requests.Where(each => each.Agency is not ("police" or "health")),
                Has.All.Property(nameof(RequestRow.NotAskedReason)).EqualTo("not connected")
            );
        });
    }

    [Test]
    public async Task Receipts_and_returns_in_parts_and_out_of_order_make_one_pack_when_all_are_in()
    {
        var enquiry = await _bench.PublishAsync();
        var toPolice = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        var toHealth = (await _bench.Health.ExpectAsync(LetterType.Request))[0];

        await _bench.Police.ReceiptAsync(toPolice);
        await _bench.UntilRequestAsync(enquiry, "police", request => request.ReceiptedAt is not null);
        await _bench.Police.SendAsync(
            toPolice,
            SomeReturn.Of(SomeReturn.Held("S1", AskingBench.Incident), SomeReturn.NothingKnown("S2"))
        );
        await _bench.Health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S2")).Part(2, final: true));
        await _bench.UntilRequestAsync(enquiry, "health", request => request.State is RequestState.AnsweredInPart);
        await _bench.Health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1")).Part(1, final: false));

        var pack = await _bench.PackAsync(enquiry, 1);
        var row = await _bench.Hub.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry));
        await _bench.Police.ExpectAsync(LetterType.ReturnReceipt);
        await _bench.Health.ExpectAsync(LetterType.ReturnReceipt, 2);
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
    public async Task A_revised_part_is_kept_beside_the_first_and_counts_instead()
    {
        var enquiry = await _bench.PublishAsync();
        var toPolice = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        var toHealth = (await _bench.Health.ExpectAsync(LetterType.Request))[0];
        await _bench.Police.SendAsync(toPolice, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await _bench.UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Answered);
        await _bench.Police.SendAsync(toPolice, SomeReturn.Of(SomeReturn.Held("S1", AskingBench.Incident)));
        await _bench.UntilRequestAsync(enquiry, "police", request => request.Answer is AnswerKind.Held);
        await _bench.Health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1")));

        var police = (await _bench.PackAsync(enquiry, 1)).Agencies.Single(agency => agency.Agency == "police");

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
        var enquiry = await _bench.PublishAsync();
        var toPolice = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        var toHealth = (await _bench.Health.ExpectAsync(LetterType.Request))[0];
        await _bench.Police.SendAsync(
            toPolice,
            SomeReturn.Of(SomeReturn.CannotLook("S1", "Sample records do not answer."))
        );
        await _bench.Health.SendAsync(toHealth, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        var first = await _bench.PackAsync(enquiry, 1);
        await _bench.Police.SendAsync(toPolice, SomeReturn.Of(SomeReturn.Held("S1", AskingBench.Incident)));
        var second = await _bench.PackAsync(enquiry, 2);
        var request = (await _bench.RequestsAsync(enquiry)).Single(each => each.Agency == "police");
        var figures = await _bench.Hub.ReadAsync(LedgerFigures.ReadAsync);

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
            _bench.Police.Sealer.Profile,
            _bench.Hub.Profile.Code,
            "police",
            "hub",
            Rating.Green,
            "operations",
            HubBench.Start,
            HubBench.Start.AddMinutes(5)
        );

        await _bench.Police.SendAsync(new Letter(head, beat));

        var answer = (await _bench.Police.ExpectAsync(LetterType.HeartbeatAnswer))[0].Letter;
        Assert.That(answer.Head.InReplyTo!.Id, Is.EqualTo(head.Id));
    }

    [Test]
    public async Task Nobody_is_named_in_what_was_logged()
    {
        var enquiry = await _bench.PublishAsync();
        var request = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        await _bench.Police.SendAsync(request, SomeReturn.Of(SomeReturn.Held("S1", AskingBench.Incident)));
        _bench.Hub.Clock.Set(HubBench.Start.AddHours(25));
        var html = Encoding.UTF8.GetString((await _bench.PackRowAsync(enquiry, 1)).Html);

        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain(SomeFamily.Canary));
            Assert.That(_bench.Hub.Lines.All, Is.Not.Empty);
            Assert.That(_bench.Hub.Lines.All, Has.None.Contains(SomeFamily.Canary).IgnoreCase);
        });
    }

    private static Standing StandingOf(Pack pack, string agency) =>
        pack.Agencies.Single(each => each.Agency == agency).Standing;
}
