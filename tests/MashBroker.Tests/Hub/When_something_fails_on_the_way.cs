using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Enquiries;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

[CancelAfter(60_000)]
internal sealed class When_something_fails_on_the_way
{
    private HubBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await HubBench.SetUpAsync("police", "health");

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Requests_wait_sealed_while_the_broker_is_down_and_go_when_it_is_back()
    {
        await _bench.StopHubAsync();
        await _bench.ChangeBusAsync(Unreachable());
        await _bench.StartHubAsync();
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Red);
        await _bench.UntilAsync("postponed", () => Task.FromResult(Logged("did not take the letter") >= 2));
        var waiting = await RequestAsync(enquiry, "police");

        await _bench.StopHubAsync();
        await _bench.ChangeBusAsync(MashBus.InMemory());
        var police = await _bench.AgencyAsync("police");
        await _bench.StartHubAsync();

        var request = (await police.ExpectAsync(LetterType.Request))[0];
        await _bench.UntilAsync("sent", async () => (await RequestAsync(enquiry, "police")).SentAt is not null);
        Assert.Multiple(() =>
        {
            Assert.That(waiting.State, Is.EqualTo(RequestState.Sealed));
            Assert.That(waiting.TimesSent, Is.Zero);
            Assert.That(request.Digest, Is.EqualTo(waiting.Digest));
            Assert.That(police.All, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task A_return_is_accepted_before_its_request_is_marked_sent()
    {
        var police = await _bench.AgencyAsync("police");
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Red);
        var request = (await police.ExpectAsync(LetterType.Request))[0];
        await _bench.UntilAsync("sent", async () => (await RequestAsync(enquiry, "police")).SentAt is not null);
        // As if the hub had died between the broker's confirmation and its own mark.
        await _bench.StopHubAsync();
        await _bench.StartHubAsync(worker: false);
        await _bench.Ledger.WriteAsync(
            change =>
                change.Connection.ExecuteAsync(
                    "update requests set state = 'Sealed', sent_at = null where agency = 'police'",
                    transaction: change.Transaction
                ),
            CancellationToken.None
        );

        await police.SendAsync(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")));

        await _bench.UntilAsync(
            "answered",
            async () => (await RequestAsync(enquiry, "police")).State is RequestState.Answered
        );
    }

    [Test]
    public async Task An_agency_whose_letters_cannot_be_sealed_keeps_no_other_waiting()
    {
        // Police is in the register that says who is connected; by the time its letter is sealed its certificate has ended.
        var police = await _bench.AgencyAsync("police");
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Red);
        await police.ExpectAsync(LetterType.Request);
        _bench.Clock.Advance(TimeSpan.FromDays(1000));

        await _bench.UntilAsync("late", () => Task.FromResult(Logged("cannot be sealed") > 0));

        Assert.That(Logged("failed and tries again"), Is.Zero, "the dispatcher itself goes on");
        Assert.That((await RequestAsync(enquiry, "police")).Late, Is.True);
    }

    private static MashBus Unreachable() =>
        MashBus.RabbitMq(
            new BrokerOptions { Address = new Uri("amqp://guest:guest@127.0.0.1:1/"), ConfirmTimeoutSeconds = 1 }
        );

    private int Logged(string text) => _bench.Lines.All.Count(line => line.Contains(text, StringComparison.Ordinal));

    private async Task<RequestRow> RequestAsync(EnquiryReference enquiry, string agency) =>
        (await _bench.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry))).Single(request =>
            request.Agency == agency
        );
}
