using MashBroker.Hub.Dispatch;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

internal sealed class LanePausesTests
{
    private readonly Ticking _clock = new();

    [Test]
    public void Letters_that_fail_together_are_one_failure()
    {
        var pauses = new LanePauses(TimeSpan.FromSeconds(20), _clock);
        Assert.That(Enumerable.Range(0, 4).Select(_ => pauses.AfterFailure("lane").TotalSeconds), Is.All.EqualTo(1));
    }

    [Test]
    public void A_lane_that_fails_again_is_left_alone_for_longer_up_to_the_limit()
    {
        var pauses = new LanePauses(TimeSpan.FromSeconds(5), _clock);
        var seen = new List<double>();
        for (var time = 0; time < 5; time++)
        {
            seen.Add(pauses.AfterFailure("lane").TotalSeconds);
            _clock.Pass(TimeSpan.FromSeconds(6));
        }

        Assert.That(seen, Is.EqualTo(new double[] { 1, 2, 4, 5, 5 }));
    }

    [Test]
    public void A_lane_that_took_a_letter_begins_anew()
    {
        var pauses = new LanePauses(TimeSpan.FromSeconds(20), _clock);
        pauses.AfterFailure("lane");
        _clock.Pass(TimeSpan.FromSeconds(6));
        pauses.AfterFailure("lane");
        pauses.Sent("lane");
        Assert.That(pauses.AfterFailure("lane").TotalSeconds, Is.EqualTo(1));
    }

    private sealed class Ticking : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Pass(TimeSpan time) => _now += time.Ticks;
    }
}
