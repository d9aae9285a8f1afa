using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Life;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>By hand: each with a clock and a count of its own.</summary>
[CancelAfter(60_000)]
internal sealed class When_an_agency_is_asked_later_or_reminded
{
    private ChangeBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await ChangeBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task An_agency_asked_later_has_its_own_deadline_and_is_never_missing_before_it()
    {
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        await _bench.Hub.StopHubAsync();
        _bench.Hub.Clock.Set(HubBench.Start.AddHours(30));
        await _bench.Hub.StartHubAsync();
        await _bench.UntilAsync(enquiry, row => row.State is EnquiryState.DecisionDuePassed);

        var change = await _bench.ChangeAsync(write =>
            AskAgency.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Asked("education"))
        );
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(1));
        await _bench.Hub.UntilAsync(
            "looked at",
            async () => await _bench.Hub.ReadAsync(FlagStore.NextAsync) > HubBench.Start.AddHours(31)
        );

        var request = await _bench.RequestAsync(enquiry, "education");
        Assert.Multiple(() =>
        {
            Assert.That(change.Remarks, Has.Some.Contains("never reported").And.Some.Contains("after the decision"));
            Assert.That(request.State, Is.EqualTo(RequestState.Queued), "it has no certificate yet");
            Assert.That(request.DueAt, Is.EqualTo(HubBench.Start.AddHours(36)));
            Assert.That(
                request,
                Has.Property(nameof(RequestRow.Late)).False.And.Property(nameof(RequestRow.Missing)).False
            );
        });
    }

    [Test]
    public async Task A_reminder_by_hand_is_counted_and_not_repeated_within_five_minutes()
    {
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        await _bench.Police.ExpectAsync(LetterType.Request);

        var first = await _bench.ChangeAsync(write =>
            ChaseAgencies.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Chased("police"))
        );
        var again = await _bench.ChangeAsync(write =>
            ChaseAgencies.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Chased("police"))
        );
        _bench.Hub.Clock.Advance(TimeSpan.FromMinutes(5));
        await _bench.ChangeAsync(write =>
            ChaseAgencies.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Chased(null))
        );

        // The first goes again after five minutes without a receipt: the same letter, not another reminder.
        await _bench.Hub.UntilAsync("reminded twice", () => Task.FromResult(Reminders().Length == 2));
        var chasers = Reminders();
        Assert.Multiple(() =>
        {
            Assert.That(first.Told, Is.EqualTo(new[] { "police" }));
            Assert.That(again.Faults.Single().Fault, Does.Contain("within the last five minutes"));
            Assert.That(chasers.Select(came => ((Chaser)came.Letter.Body).Number), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(((Chaser)chasers[0].Letter.Body).MinutesLeft, Is.EqualTo(360));
        });
    }

    private Came[] Reminders() =>
        [
            .. _bench
                .Police.All.Where(came => came.Letter.Head.Type is LetterType.Chaser)
                .DistinctBy(came => came.Letter.Head.Id),
        ];
}
