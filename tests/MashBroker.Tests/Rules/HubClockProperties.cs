using MashBroker.Contracts;
using MashBroker.Rules;
using MashBroker.Testing.Clocks.Slow;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

/// <summary>
/// The clock against one that steps through every minute and shares no code with it. A million enquiries:
/// <c>dotnet run -c Release --project tests/MashBroker.Benchmarks -- --only clocks</c>.
/// </summary>
internal sealed class HubClockProperties
{
    [Test]
    public void Random_enquiries_fall_due_when_counting_minutes_says_so()
    {
        var outcome = new ClockTrial(seed: 20261125).Run(enquiries: 4000, changedHubs: 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Deadlines, Is.GreaterThan(12_000));
            Assert.That(outcome.Reratings, Is.GreaterThan(4000));
            Assert.That(outcome.Restarts, Is.GreaterThan(100));
            Assert.That(outcome.AcrossClockChange, Is.GreaterThan(50));
            Assert.That(outcome.AcrossClosure, Is.GreaterThan(1000));
        }
    }

    // Two ways to know when summer is: the slow clock's own and the system's.
    [Test]
    public void The_slow_clock_knows_summer_time_as_the_system_does()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        for (var at = new DateTime(2024, 1, 1, 0, 30, 0, DateTimeKind.Utc); at.Year < 2031; at = at.AddHours(1))
        {
            Assert.That(SlowHub.IsSummer(at), Is.EqualTo(london.IsDaylightSavingTime(at)), $"{at:u}");
        }
    }

    [Test]
    public void Asked_again_later_and_by_another_process_the_answer_is_the_same()
    {
        var random = new Random(7);
        var json = RandomHub.Changed("sefton", random).ToJsonString();
        var clock = new HubClock(HubProfile.Read(json).Required());
        var asked = Enumerable
            .Range(0, 200)
            .Select(_ => new DateTimeOffset(new RandomEnquiry(random).Published, TimeSpan.Zero))
            .Select(at => (at, clock.ReturnDue(Rating.Amber, at), clock.DecisionDue(Rating.Green, at)))
            .ToList();
        var restarted = new HubClock(HubProfile.Read(json).Required());
        Assert.That(
            asked.Select(each =>
                (each.at, restarted.ReturnDue(Rating.Amber, each.at), restarted.DecisionDue(Rating.Green, each.at))
            ),
            Is.EqualTo(asked)
        );
    }
}
