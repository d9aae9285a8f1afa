using MashBroker.Contracts;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Clocks.Slow;
using MashBroker.Testing.Ledger;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>Random enquiries of every hub, and a sweep that is up only now and then: what falls due is flagged once, with its true time.</summary>
internal sealed class When_the_hub_was_down_at_a_deadline
{
    [Test]
    public async Task Trap_9_everything_is_flagged_at_the_next_sweep_once_and_with_the_time_it_was_due()
    {
        var random = new Random(9);
        var clock = new SettableClock(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var ledger = await LedgerForTests.OpenAsync(clock);
        // A ledger that holds content is not opened again without a key.
        await ledger.Ledger.WriteAsync(
            change => ContactStore.AddAsync(change, "test", "k", change.Now, "{}"u8.ToArray(), "test"),
            CancellationToken.None
        );
        var expected = new Dictionary<(string Enquiry, FlagKind Kind), DateTimeOffset>();
        using (var filled = FilledLedger.Of(ledger))
        {
            for (var number = 1; number <= 150; number++)
            {
                Publish(filled, number, random, expected);
            }
        }

        var raised = new Dictionary<(string Enquiry, FlagKind Kind), Flag>();
        var before = clock.GetUtcNow();
        while (raised.Count < expected.Count && clock.GetUtcNow().Year < 2032)
        {
            clock.Advance(TimeSpan.FromMinutes(random.Next(1, 90 * 24 * 60)));
            if (random.Next(3) == 0)
            {
                await ledger.ReopenAsync();
            }

            foreach (var flag in await ledger.Ledger.WriteAsync(FlagStore.RaiseDueAsync, CancellationToken.None))
            {
                Assert.That(
                    raised.TryAdd((flag.EnquiryReference.ToString(), flag.Kind), flag),
                    $"{flag.Kind} rose twice"
                );
                Assert.That(flag.DueAt, Is.GreaterThanOrEqualTo(before), "it was due before the last sweep");
                Assert.That(flag.DueAt, Is.LessThan(clock.GetUtcNow()));
            }

            before = clock.GetUtcNow();
        }

        Assert.That(raised.ToDictionary(each => each.Key, each => each.Value.DueAt), Is.EquivalentTo(expected));
    }

    private static void Publish(
        FilledLedger filled,
        int number,
        Random random,
        Dictionary<(string, FlagKind), DateTimeOffset> expected
    )
    {
        var profile = HubProfiles.Load(RandomHub.Codes[number % RandomHub.Codes.Count]);
        var times = new RandomEnquiry(random);
        var rating = (Rating)random.Next(1, 4);
        var clock = new HubClock(profile);
        var published = Kept(new DateTimeOffset(times.Published, TimeSpan.Zero));
        var due = Kept(clock.ReturnDue(rating, published).At);
        var decision = Kept(clock.DecisionDue(rating, new DateTimeOffset(times.Received, TimeSpan.Zero)).At);
        var half = Kept(clock.PreWarnings(rating, published)[0].At);
        var reference = EnquiryReference.For("test", 2024, number).ToString();
        var plan = new PublishedPlan
        {
            Warnings = [PlannedWarning.Of(FlagKind.HalfTimeGone, half)],
            MinutesToDecide = 0,
            Criteria = [],
            Remarks = [],
            ReturnDueOutOfHours = false,
            DecisionDueOutOfHours = false,
        };
        filled.Contact($"C-{number}", published, "Published");
        filled.Enquiry(
            reference,
            $"C-{number}",
            rating.ToString(),
            published,
            decision,
            planJson: plan.Write(),
            returnDueAt: due
        );
        filled.Request(reference, "police", "Sent", due);
        expected[(reference, FlagKind.HalfTimeGone)] = half;
        expected[(reference, FlagKind.Late)] = due;
        // Where the decision was due before anybody was asked, nobody is missing before its own deadline.
        expected[(reference, FlagKind.Missing)] = decision > published ? decision : due;
        expected[(reference, FlagKind.DecisionDue)] = decision;
    }

    // The ledger keeps milliseconds.
    private static DateTimeOffset Kept(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
}
