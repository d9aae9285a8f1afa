using System.Diagnostics;

namespace MashBroker.Benchmarks;

/// <summary>One enquiry after the other, each with the whole machine to itself.</summary>
internal static class AtRestFigures
{
    private const int WarmUp = 40;

    /// <summary>Enough to count what each enquiry writes.</summary>
    private const int Counted = 20;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    public static async Task<object> MeasureAsync(Uri? broker, int enquiries)
    {
        await using var hub = await MeasuredHub.StartAsync(broker);
        var first = await AskAsync(hub, "first");
        for (var number = 0; number < WarmUp; number++)
        {
            _ = await AskAsync(hub, $"warm-up {number}");
        }

        var before = hub.Ledger.Count();
        var processor = Timings.ProcessorTime();
        var times = new List<Times>();
        for (var number = 0; number < enquiries; number++)
        {
            times.Add(await AskAsync(hub, $"{number}"));
        }

        var spent = (Timings.ProcessorTime() - processor).TotalMilliseconds;
        await SettledAsync(hub);
        var counted = hub.Ledger.Count().Since(before);
        return new
        {
            How = "Milliseconds from sending POST /api/contacts/.../rating to what the ledger has committed, looked for "
                + "every millisecond: all final returns in, and the pack. One household of four; health answers in parts.",
            TargetMedianMs = broker is null ? 60 : 100,
            Enquiries = enquiries,
            LoadAverage = Machine.LoadAverage(),
            AllInMs = Spread(times.Select(each => each.AllIn)),
            PackMs = Spread(times.Select(each => each.Pack)),
            PublishedMs = Spread(times.Select(each => each.Published)),
            FirstOfTheProcess = new { AllInMs = Timings.Round(first.AllIn), PackMs = Timings.Round(first.Pack) },
            CpuMsPerEnquiry = Timings.Round(spent / enquiries),
            PerEnquiry = new
            {
                Requests = Timings.Round((double)counted.Requests / enquiries),
                Receipts = Timings.Round((double)counted.Receipts / enquiries),
                Returns = Timings.Round((double)counted.Returns / enquiries),
                ReturnReceipts = Timings.Round((double)counted.ReturnReceipts / enquiries),
                Letters = Timings.Round((double)(counted.LettersOfHub + counted.LettersOfAgencies) / enquiries),
            },
            Refused = counted.Refused,
            Commits = await CommitsAsync(),
        };
    }

    /// <summary>Counted apart and in memory: to hear of every statement takes the time that is measured.</summary>
    private static async Task<object> CommitsAsync()
    {
        SqliteTrace.Install();
        try
        {
            await using var hub = await MeasuredHub.StartAsync(null);
            _ = await AskAsync(hub, "first of the counted");
            await SettledAsync(hub);
            var before = SqliteTrace.Read();
            for (var number = 0; number < Counted; number++)
            {
                _ = await AskAsync(hub, $"counted {number}");
            }

            await SettledAsync(hub);
            var now = SqliteTrace.Read();
            return Enum.GetValues<SqliteUse>()
                .ToDictionary(use => use.ToString(), use => Commits(now[use].Since(before[use]), Counted));
        }
        finally
        {
            SqliteTrace.Uninstall();
        }
    }

    public static object Spread(IEnumerable<double> milliseconds)
    {
        var all = milliseconds.ToArray();
        return new
        {
            Median = Timings.Median(all),
            P95 = Timings.Percentile(all, 95),
            Least = Timings.Round(all.Min()),
        };
    }

    private static object Commits(SqliteWork work, int enquiries) =>
        new
        {
            PerEnquiry = Timings.Round((double)work.Commits / enquiries),
            StatementsPerEnquiry = Timings.Round((double)work.Statements / enquiries),
            MsEach = work.Commits == 0 ? 0 : Timings.Round(work.CommitMilliseconds / work.Commits),
        };

    private static async Task<Times> AskAsync(MeasuredHub hub, string number)
    {
        var contact = await OneEnquiry.SubmitAsync(hub.Api, hub.Family, number);
        await SettledAsync(hub);
        using var timer = new PeriodicTimer(Look);
        var since = Stopwatch.GetTimestamp();
        var rating = RateAsync();
        double? allIn = null;
        var seen = -1L;
        while (true)
        {
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(1))
            {
                throw new TimeoutException("An enquiry at rest was not answered within a minute.");
            }

            // To ask the ledger again while nothing was committed would take the time that is measured.
            var version = hub.Ledger.Version();
            if (version == seen)
            {
                await timer.WaitForNextTickAsync();
                continue;
            }

            seen = version;
            var standing = hub.Ledger.Standing(contact);
            if (standing.AllIn)
            {
                allIn ??= Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            }

            if (standing.Packed)
            {
                var packed = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
                return new Times(allIn!.Value, packed, await rating);
            }

            await timer.WaitForNextTickAsync();
        }

        async Task<double> RateAsync()
        {
            _ = await OneEnquiry.RateAsync(hub.Api, contact);
            return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        }
    }

    /// <summary>What the enquiry before left to do (receipts, marks) would otherwise be counted to the next.</summary>
    private static async Task SettledAsync(MeasuredHub hub)
    {
        while (true)
        {
            var (version, processor) = (hub.Ledger.Version(), Timings.ProcessorTime());
            await Task.Delay(40);
            // The inboxes' files are the adapters' own: who writes to one also computes.
            if (hub.Ledger.Version() == version && Timings.ProcessorTime() - processor < TimeSpan.FromMilliseconds(8))
            {
                return;
            }
        }
    }

    private sealed record Times(double AllIn, double Pack, double Published);
}
