using System.Diagnostics;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Messaging;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Sealing;
using Microsoft.Data.Sqlite;

namespace MashBroker.Benchmarks;

/// <summary>Many enquiries at once: how many a second, and where the processor time goes.</summary>
internal static class LoadFigures
{
    private const int AtATime = 16;
    private const int WarmUp = 100;

    public static async Task<object> MeasureAsync(Uri? broker, int enquiries)
    {
        SqliteTrace.Install();
        try
        {
            return await MeasureTracedAsync(broker, enquiries);
        }
        finally
        {
            SqliteTrace.Uninstall();
        }
    }

    private static async Task<object> MeasureTracedAsync(Uri? broker, int enquiries)
    {
        Measured measured;
        await using (var hub = await MeasuredHub.StartAsync(broker))
        {
            _ = await RunAsync(hub, "warm-up", WarmUp);
            measured = await RunAsync(hub, "measured", enquiries);
        }

        var letters = measured.Counts.LettersOfHub + measured.Counts.LettersOfAgencies;
        var letterBytes = (int)(measured.Counts.BytesOfHub / Math.Max(1, measured.Counts.LettersOfHub));
        var bare = BareOperations.Measure(letterBytes);
        var (seal, open) = MeasureSealing();
        var perStatement = MeasureAroundStatements();
        var perLetter = await MeasureBrokerClientAsync(broker, letterBytes);

        var total = measured.Cpu.TotalMilliseconds / enquiries;
        var sealing = letters * (seal + open) / 1000 / enquiries;
        var client = letters * perLetter / 1000 / enquiries;
        var ledger = Sqlite(SqliteUse.Ledger);
        var inboxes = Sqlite(SqliteUse.Inboxes);
        var records = Sqlite(SqliteUse.Records);
        var bareTotal = letters * (bare.Seal + bare.Open) / 1000 / enquiries;
        return new
        {
            How = "Ratings confirmed over the API 16 at a time until all packs are there and the last receipt is sent; processor time of the whole process, "
                + "the API's own client included, divided by the enquiries.",
            Enquiries = enquiries,
            LoadAverage = Machine.LoadAverage(),
            Seconds = Timings.Round(measured.Elapsed.TotalSeconds),
            EnquiriesPerSecond = Timings.Round(enquiries / measured.Elapsed.TotalSeconds),
            CpuMsPerEnquiry = Timings.Round(total),
            LettersPerEnquiry = Timings.Round((double)letters / enquiries),
            BytesPerLetter = letterBytes,
            ReturnsPerEnquiry = Timings.Round((double)measured.Counts.Returns / enquiries),
            Split = new
            {
                Sealing = Part(
                    sealing,
                    $"letters counted in the ledger x one seal ({seal} us) and one open ({open} us) of a request and a return, JSON "
                        + "included, measured on one thread in this run"
                ),
                BrokerClient = Part(
                    client,
                    $"letters x {perLetter} us: the same number of bytes through the same transport to a consumer that does nothing"
                ),
                Ledger = Part(
                    ledger,
                    "processor time of each statement as SQLite reported it in the measured run, and "
                        + $"{perStatement} us of Dapper and driver for each, measured on one thread"
                ),
                Inboxes = Part(inboxes, "the same, of the six adapters' inboxes"),
                RecordsInSqlite = Part(records, "the same, of the police's and adult services' sample records"),
                Rest = Part(
                    total - sealing - client - ledger - inboxes - records,
                    "what is left: searches and matching, FHIR and case servers with their clients over HTTP, the API and its "
                        + "client, packs, logging, waiting threads, garbage collection"
                ),
            },
            BareOperations = new
            {
                CpuMsPerEnquiry = Timings.Round(bareTotal),
                How = "letters x (2 sign, make key, derive, encrypt; 2 verify, import point, derive, decrypt)",
                Microseconds = bare,
                TotalOverBare = Timings.Round(total / bareTotal),
                // Without the sample records systems, the API's client and whatever else the rest holds.
                NamedPartsOverBare = Timings.Round((sealing + client + ledger + inboxes) / bareTotal),
                TargetTotalOverBare = 3,
            },
            Commits = Enum.GetValues<SqliteUse>()
                .ToDictionary(
                    use => use.ToString(),
                    use => new
                    {
                        PerEnquiry = Timings.Round((double)measured.Sqlite[use].Commits / enquiries),
                        StatementsPerEnquiry = Timings.Round((double)measured.Sqlite[use].Statements / enquiries),
                    }
                ),
        };

        double Sqlite(SqliteUse use)
        {
            var work = measured.Sqlite[use];
            return (work.CpuMilliseconds + (work.Statements * perStatement / 1000)) / enquiries;
        }

        object Part(double milliseconds, string how) =>
            new
            {
                CpuMsPerEnquiry = Timings.Round(milliseconds),
                Percent = Timings.Round(100 * milliseconds / total),
                How = how,
            };
    }

    private static async Task<Measured> RunAsync(MeasuredHub hub, string name, int enquiries)
    {
        var contacts = new string[enquiries];
        await Parallel.ForAsync(
            0,
            enquiries,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (number, _) =>
                contacts[number] = await OneEnquiry.SubmitAsync(hub.Api, hub.Family, $"{name} {number}")
        );
        var packed = hub.Ledger.Packs();
        var counts = hub.Ledger.Count();
        var sqlite = SqliteTrace.Read();
        var cpu = Timings.ProcessorTime();
        var since = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            contacts,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (contact, _) => await OneEnquiry.RateAsync(hub.Api, contact)
        );
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (hub.Ledger.Packs() < packed + enquiries || hub.Ledger.HasUnsent())
        {
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(5))
            {
                throw new TimeoutException("The packs were not all there within five minutes.");
            }

            await timer.WaitForNextTickAsync();
        }

        var elapsed = Stopwatch.GetElapsedTime(since);
        var now = SqliteTrace.Read();
        return new Measured(
            elapsed,
            Timings.ProcessorTime() - cpu,
            hub.Ledger.Count().Since(counts),
            now.ToDictionary(each => each.Key, each => each.Value.Since(sqlite[each.Key]))
        );
    }

    /// <summary>Mean of a request of the hub and a return of an agency: the letters of most bytes.</summary>
    private static (double Seal, double Open) MeasureSealing()
    {
        var request = SomeLetter.Request;
        var answer = SomeLetter.Return;
        string[] agencies = [request.Head.Recipient, answer.Head.Sender];
        using var parties = new SampleParties(request.Head.Hub, [.. agencies.Distinct()], SomeLetter.Noon);
        var (sealRequest, openRequest) = SealingFigures.MeasureLetter(parties, request, SomeLetter.Noon);
        var (sealReturn, openReturn) = SealingFigures.MeasureLetter(parties, answer, SomeLetter.Noon);
        return (Timings.Round((sealRequest + sealReturn) / 2), Timings.Round((openRequest + openReturn) / 2));
    }

    /// <summary>What Dapper and the driver do around one statement, in microseconds.</summary>
    private static double MeasureAroundStatements()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute("create table numbers (name text primary key, last integer)");
        connection.Execute("insert into numbers values ('one', 1)");
        using var transaction = connection.BeginTransaction();
        var before = SqliteTrace.Read()[SqliteUse.Records];
        var cpu = ThreadCpu.Nanoseconds();
        const int Statements = 20_000;
        for (var number = 0; number < Statements; number++)
        {
            connection.Execute(
                "update numbers set last = @number where name = @name",
                new { number, name = "one" },
                transaction
            );
        }

        var spent = (ThreadCpu.Nanoseconds() - cpu) / 1e6;
        var inside = SqliteTrace.Read()[SqliteUse.Records].Since(before).CpuMilliseconds;
        return Timings.Round((spent - inside) * 1000 / Statements);
    }

    /// <summary>Processor time of one letter through the transport alone, in microseconds.</summary>
    private static async Task<double> MeasureBrokerClientAsync(Uri? broker, int letterBytes)
    {
        const string Hub = "measured";
        const string Agency = "police";
        const int Letters = 2000;
        await using var bus = broker is null
            ? MashBus.InMemory()
            : MashBus.RabbitMq(
                new BrokerOptions
                {
                    Address = broker,
                    CreatesTopology = true,
                    Hub = Hub,
                    Agencies = [Agency],
                }
            );
        await bus.StartAsync(default);
        var lane = Lane.ToAgency(Hub, Agency, Rating.Amber);
        var consumer = new CountingConsumer();
        await using var reading = await bus.ConsumeAsync(lane, consumer, default);
        await bus.ReadyAsync(default);
        var bytes = new byte[letterBytes];
        await SendAsync(Letters / 4);
        var cpu = Timings.ProcessorTime();
        await SendAsync(Letters);
        return Timings.Round((Timings.ProcessorTime() - cpu).TotalMilliseconds * 1000 / Letters);

        async Task SendAsync(int letters)
        {
            var all = consumer.Expect(letters);
            await Parallel.ForAsync(
                0,
                letters,
                new ParallelOptions { MaxDegreeOfParallelism = AtATime },
                async (_, cancellation) => await bus.SendAsync(lane, bytes, MessageId.New(), cancellation)
            );
            await all;
        }
    }

    private sealed class CountingConsumer : ISealedConsumer
    {
        private TaskCompletionSource _all = new();
        private int _left;

        public Task Expect(int letters)
        {
            _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _left, letters);
            return _all.Task;
        }

        public Task ConsumeAsync(SealedDelivery delivery, CancellationToken cancellation)
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _all.TrySetResult();
            }

            return Task.CompletedTask;
        }
    }

    private sealed record Measured(
        TimeSpan Elapsed,
        TimeSpan Cpu,
        LedgerCounts Counts,
        IReadOnlyDictionary<SqliteUse, SqliteWork> Sqlite
    );
}
