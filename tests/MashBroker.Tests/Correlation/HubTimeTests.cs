using System.Globalization;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

internal sealed class HubTimeTests
{
    [TestCase("2026-07-01T10:00:00Z", "Wed 1 Jul 2026, 11:00")]
    [TestCase("2026-11-17T10:00:00Z", "Tue 17 Nov 2026, 10:00")]
    [TestCase("2026-10-25T00:30:00Z", "Sun 25 Oct 2026, 01:30 (UTC+01:00)")]
    [TestCase("2026-10-25T01:30:00Z", "Sun 25 Oct 2026, 01:30 (UTC+00:00)")]
    [TestCase("2026-10-25T02:00:00Z", "Sun 25 Oct 2026, 02:00")]
    public void The_offset_is_shown_only_where_the_wall_clock_shows_a_time_twice(string instant, string said) =>
        Assert.That(
            new HubTime("Europe/London").Say(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)),
            Is.EqualTo(said)
        );
}
