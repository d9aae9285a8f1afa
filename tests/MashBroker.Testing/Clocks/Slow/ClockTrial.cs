using System.Diagnostics;
using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Testing.Clocks.Slow;

/// <summary>
/// Random enquiries through the hub's clock and through one that steps through minutes; the first on which they differ is told.
/// </summary>
public sealed class ClockTrial(int seed)
{
    private static readonly Rating[] Ratings = [Rating.Red, Rating.Amber, Rating.Green];

    private readonly Random _random = new(seed);
    private readonly List<(HubProfile Profile, SlowHub Slow, string Json)> _hubs = [];
    private long _deadlines;
    private long _reratings;
    private long _restarts;
    private long _acrossClockChange;
    private long _acrossClosure;

    /// <param name="Deadlines">Compared to the tick; with each whether it is out of hours and who is told.</param>
    /// <param name="AcrossClockChange">Enquiries that were open while the clocks changed.</param>
    /// <param name="AcrossClosure">Enquiries in whose first three days the hub was closed for a whole day.</param>
    public sealed record Outcome(
        long Enquiries,
        int Hubs,
        long Deadlines,
        long Reratings,
        long Restarts,
        long AcrossClockChange,
        long AcrossClosure,
        double Seconds
    );

    /// <param name="changedHubs">How many variants of each hub's file beside the file itself.</param>
    /// <exception cref="InvalidOperationException">The two differ; says on what.</exception>
    public Outcome Run(long enquiries, int changedHubs)
    {
        var since = Stopwatch.StartNew();
        foreach (var code in RandomHub.Codes)
        {
            Add(RandomHub.AsItIs(code));
            for (var number = 0; number < changedHubs; number++)
            {
                Add(RandomHub.Changed(code, _random));
            }
        }

        for (var number = 0L; number < enquiries; number++)
        {
            Follow(number, _hubs[(int)(number % _hubs.Count)]);
        }

        return new Outcome(
            enquiries,
            _hubs.Count,
            _deadlines,
            _reratings,
            _restarts,
            _acrossClockChange,
            _acrossClosure,
            Math.Round(since.Elapsed.TotalSeconds, 1)
        );
    }

    private void Add(System.Text.Json.Nodes.JsonObject hub)
    {
        var json = hub.ToJsonString();
        _hubs.Add((HubProfile.Read(json).Required(), new SlowHub(hub, RandomHub.Holidays), json));
    }

    private void Follow(long number, (HubProfile Profile, SlowHub Slow, string Json) hub)
    {
        var enquiry = new RandomEnquiry(_random);
        var slow = new SlowDeadlines(hub.Slow);
        var clock = new HubClock(hub.Profile);
        var rating = _random.Next(3);
        string Where() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"Enquiry {number} of seed {seed}, {Ratings[rating]}, {enquiry}: {hub.Json}"
            );
        void Same(string what, DueTime due, SlowDeadlines.Due expected)
        {
            _deadlines++;
            if (due.At.UtcDateTime != expected.At || due.OutOfHours != expected.Out || due.Tell?.Name != expected.Tell)
            {
                throw new InvalidOperationException($"{what}: {due} is not {expected}. {Where()}");
            }
        }

        void Agree<T>(string what, T found, T expected)
        {
            if (!EqualityComparer<T>.Default.Equals(found, expected))
            {
                throw new InvalidOperationException($"{what}: {found} is not {expected}. {Where()}");
            }
        }

        void SameWarnings(IReadOnlyList<PreWarning> found, List<(int Percent, DateTime At)> expected)
        {
            for (var at = 0; at < expected.Count; at++)
            {
                Agree("warning", (found[at].Percent, found[at].At.UtcDateTime), expected[at]);
            }
        }

        var slowStart = hub.Slow.StartsAtAllocation ? enquiry.Allocated ?? enquiry.Received : enquiry.Received;
        var (received, published) = (Utc(enquiry.Received), Utc(enquiry.Published));
        DateTimeOffset? allocated = enquiry.Allocated is { } at ? Utc(at) : null;

        var due = clock.ReturnDue(Ratings[rating], published);
        var slowDue = slow.After(hub.Slow.Returns[rating], enquiry.Published);
        Same("return", due, slowDue);
        var decision = clock.DecisionDue(Ratings[rating], received, allocated);
        var slowDecision = slow.After(hub.Slow.Decisions[rating], slowStart);
        Same("decision", decision, slowDecision);
        var warnings = clock.PreWarnings(Ratings[rating], published);
        var slowWarnings = slow.Warnings(hub.Slow.Returns[rating], enquiry.Published);
        SameWarnings(warnings, slowWarnings);
        var open = (slowDecision.At > slowDue.At ? slowDecision.At : slowDue.At);

        foreach (var change in enquiry.Reratings)
        {
            // Whoever re-rates may have been started since: the file is read again, and nothing is remembered but what is written.
            if (_random.Next(20) == 0)
            {
                _restarts++;
                clock = new HubClock(HubProfile.Read(hub.Json).Required());
            }

            _reratings++;
            rating = change.Rating;
            var kept =
                slow.After(hub.Slow.Returns[rating], enquiry.Published).At > slowDue.At
                && string.IsNullOrWhiteSpace(change.LaterBecause);
            warnings = clock.PreWarningsAfterRerating(
                Ratings[rating],
                published,
                due.At,
                warnings,
                change.LaterBecause
            );
            slowWarnings = kept ? slowWarnings : slow.Warnings(hub.Slow.Returns[rating], enquiry.Published);
            due = clock.ReturnDueAfterRerating(Ratings[rating], published, due.At, change.LaterBecause);
            slowDue = slow.Again(hub.Slow.Returns[rating], enquiry.Published, slowDue.At, change.LaterBecause);
            Same("return after a re-rating", due, slowDue);
            SameWarnings(warnings, slowWarnings);
            decision = clock.DecisionDueAfterRerating(
                Ratings[rating],
                received,
                decision.At,
                allocated,
                change.LaterBecause
            );
            slowDecision = slow.Again(hub.Slow.Decisions[rating], slowStart, slowDecision.At, change.LaterBecause);
            Same("decision after a re-rating", decision, slowDecision);
        }

        Agree(
            "minutes to decide",
            HubClock.MinutesToDecide(due.At, decision.At),
            (int)Math.Truncate((slowDecision.At - slowDue.At).TotalMinutes)
        );
        var answered = slowDue.At.AddTicks(_random.Next(-2, 3));
        Agree("late", HubClock.IsLate(Utc(answered), due.At), answered > slowDue.At);

        if (hub.Slow.Strategy is not null)
        {
            var strategy = clock.StrategyDiscussionDue(enquiry.AtRisk, Utc(enquiry.Decided), decision.At)!;
            var slowStrategy = slow.Strategy(enquiry.AtRisk, enquiry.Decided, slowDecision.At);
            Same("strategy discussion", strategy.Due, slowStrategy.Due);
            Agree("lead", strategy.Lead, slowStrategy.Lead);
            Agree("aim", strategy.Aim?.At.UtcDateTime, slowStrategy.Aim?.At);
        }

        if (hub.Slow.CaseHold is { } hold)
        {
            Same("case held", clock.CaseHoldDue(Utc(enquiry.Decided))!, slow.After(hold, enquiry.Decided));
        }

        var limit = enquiry.OwnLimit;
        var ownLimit =
            limit.WorkingDays > 0
                ? TimeLimit.OfWorkingDays(limit.WorkingDays)
                : new TimeLimit(
                    TimeSpan.FromHours(limit.Hours),
                    limit.WhileOpen ? ClockRuns.HubHours : ClockRuns.Elapsed
                );
        Same("a limit of its own", clock.Due(ownLimit, Utc(enquiry.Decided)), slow.After(limit, enquiry.Decided));
        SameWarnings(clock.PreWarnings(ownLimit, Utc(enquiry.Decided)), slow.Warnings(limit, enquiry.Decided));
        Agree("open", clock.IsOpen(Utc(enquiry.Decided)), hub.Slow.IsOpen(enquiry.Decided));
        Agree("next opening", clock.NextOpening(Utc(enquiry.Decided)).UtcDateTime, slow.NextOpening(enquiry.Decided));
        Count(hub.Slow, enquiry.Published, open);
    }

    private void Count(SlowHub hub, DateTime from, DateTime until)
    {
        _acrossClockChange += SlowHub.IsSummer(from) != SlowHub.IsSummer(until) ? 1 : 0;
        var noon = from.Date.AddHours(12);
        for (var day = 0; day < 3; day++)
        {
            if (!hub.IsOpen(noon.AddDays(day)))
            {
                _acrossClosure++;
                return;
            }
        }
    }

    private static DateTimeOffset Utc(DateTime at) => new(at, TimeSpan.Zero);
}
