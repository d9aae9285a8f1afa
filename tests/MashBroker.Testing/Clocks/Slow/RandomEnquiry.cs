using System.Globalization;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.Clocks.Slow;

/// <summary>What happened to one enquiry, in UTC: half of them near a change of the clock, Easter, Christmas, a leap day or a year's end.</summary>
public sealed class RandomEnquiry
{
    private static readonly DateTime First = new(2024, 1, 1);

    private static readonly DateTime[] Near =
    [
        .. new[]
        {
            "2024-02-29",
            "2024-10-27",
            "2025-12-31",
            "2026-03-29",
            "2026-04-03",
            "2026-10-25",
            "2026-12-25",
            "2027-03-28",
            "2027-12-27",
            "2028-01-03",
            "2028-02-29",
            "2028-03-26",
            "2029-10-28",
        }.Select(date => DateTime.Parse(date, CultureInfo.InvariantCulture)),
    ];

    public RandomEnquiry(Random random)
    {
        Received =
            random.Next(2) == 0
                ? First.AddMinutes(random.Next(6 * 365 * 24 * 60))
                : random.Of(Near).AddMinutes(random.Next(-3 * 24 * 60, 3 * 24 * 60));
        // Most instants are on the minute as people write them; some are as clocks give them.
        Received = random.Next(4) == 0 ? Received.AddTicks(random.NextInt64(TimeSpan.TicksPerMinute)) : Received;
        Allocated = random.Next(3) == 0 ? null : Received.AddMinutes(random.Next(20 * 60));
        Published = Received.AddMinutes(random.Next(8 * 60));
        Decided = Published.AddMinutes(random.Next(48 * 60));
        if (random.Next(4) == 0)
        {
            // On the quarter of an hour, where hubs open and close.
            (Received, Published, Decided) = (Quarter(Received), Quarter(Published), Quarter(Decided));
        }

        AtRisk = random.Next(2) == 0;
        for (var number = random.Next(4); number > 0; number--)
        {
            Reratings.Add((random.Next(3), random.Of(null, null, " ", "The child has been found safe.")));
        }

        OwnLimit = random.Next(3) switch
        {
            0 => new SlowLimit(random.Next(1, 72), false, 0),
            1 => new SlowLimit(random.Next(1, 24), true, 0),
            _ => new SlowLimit(0, false, random.Next(1, 11)),
        };
    }

    public DateTime Received { get; }

    public DateTime? Allocated { get; }

    public DateTime Published { get; }

    public DateTime Decided { get; }

    public bool AtRisk { get; }

    public List<(int Rating, string? LaterBecause)> Reratings { get; } = [];

    /// <summary>One for what follows the decision: feedback, a case held, a stage of a complaint.</summary>
    public SlowLimit OwnLimit { get; }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"received {Received:O}, allocated {Allocated:O}, published {Published:O}, then {string.Join(", ", Reratings)}; decided {Decided:O}, at risk {AtRisk}, {OwnLimit}"
        );

    private static DateTime Quarter(DateTime at) => new(at.Ticks - at.Ticks % TimeSpan.FromMinutes(15).Ticks);
}
