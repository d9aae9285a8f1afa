using MashBroker.Contracts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;
using MashBroker.Testing.Processes;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Processes;

[Category("RabbitMq")]
[Order(1)]
internal sealed class When_a_process_is_killed
{
    private const string Broker = "broker";
    private static readonly string[] Samples = ["03-physical-harm", "04-emotional-harm-accented-names"];

    private static SeparateHub Hub => RunningHub.Hub;

    // The sweep has a test of its own: it writes only what has fallen due.
    private static IEnumerable<string> Points =>
        CrashPoint.All.Where(point => point != CrashPoint.CorrelationDuringSweep);

    [SetUp]
    public Task SetUp() => Hub.AtRestAsync();

    [TestCaseSource(nameof(Points))]
    public async Task At_a_named_point_every_enquiry_still_reaches_its_pack_and_nothing_is_there_twice(string point)
    {
        var process = Hub[OwnerOf(point)];
        await process.KillAsync();
        await process.StartAsync(crashAt: point);

        var enquiring = EnquireAsync();
        await process.EndedAsync();
        await process.StartAsync();

        await ReckonAsync(await enquiring);
    }

    // The moment is counted in acts on record, so that it is the same work that is cut through wherever this runs.
    [TestCase(SeparateHub.Hub, 1)]
    [TestCase(SeparateHub.Correlation, 2)]
    [TestCase(SeparateHub.Web, 3)]
    [TestCase("police", 4)]
    [TestCase(Broker, 5)]
    public async Task At_any_moment_every_enquiry_still_reaches_its_pack_and_nothing_is_there_twice(
        string victim,
        int seed
    )
    {
        var moment = await ActsAsync() + new Random(seed).Next(2, 40);

        var enquiring = EnquireAsync();
        await Eventually.HoldsAsync(
            async () => await ActsAsync() >= moment,
            explain: () => "The contacts do not flow."
        );
        if (victim == Broker)
        {
            await RunningHub.Rabbit.KillAsync();
            await RunningHub.Rabbit.StartAgainAsync();
        }
        else
        {
            await Hub[victim].KillAsync();
            await Hub[victim].StartAsync();
        }

        await ReckonAsync(await enquiring);
    }

    [Test]
    public async Task While_flags_are_written_they_are_raised_once_with_their_true_time_and_the_late_return_still_counts()
    {
        await Hub["police"].KillAsync();
        var correlation = Hub[SeparateHub.Correlation];
        await correlation.KillAsync();
        await correlation.StartAsync(crashAt: CrashPoint.CorrelationDuringSweep);
        var enquiries = await EnquireAsync();
        await Task.WhenAll(enquiries.Select(AllButPoliceAsync));

        // The first falls due while the service runs, which it does not survive; the second while it is down.
        // Whole milliseconds, which is what the ledger keeps.
        var now = TimeProvider.System.GetUtcNow();
        var due = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        await Hub.Record.MoveDeadlinesAsync(enquiries[0], due, due);
        await correlation.EndedAsync();
        var cutShort = await Task.WhenAll(enquiries.Select(FlagsAsync));
        await Hub.Record.MoveDeadlinesAsync(enquiries[1], due, due);
        await correlation.StartAsync();
        await Eventually.HoldsAsync(async () =>
            (await Task.WhenAll(enquiries.Select(FlagsAsync))).All(flags => flags.Count >= 3)
        );
        var flags = await Task.WhenAll(enquiries.Select(FlagsAsync));
        await Hub["police"].StartAsync();
        await ReckonAsync(enquiries);

        Assert.Multiple(() =>
        {
            Assert.That(cutShort, Is.All.Empty, "what was cut short left nothing behind");
            foreach (var raised in flags)
            {
                Assert.That(
                    raised.Select(flag => (flag.Agency, flag.Kind)),
                    Is.EquivalentTo(
                        new[] { ("police", FlagKind.Late), ("police", FlagKind.Missing), ("", FlagKind.DecisionDue) }
                    )
                );
                Assert.That(raised.Select(flag => flag.DueAt), Is.All.EqualTo(due));
            }
        });
        foreach (var enquiry in enquiries)
        {
            var police = (await RequestsAsync(enquiry)).Single(request => request.Agency == "police");
            Assert.That((police.Late, police.Missing), Is.EqualTo((true, true)), "marked for good, though it answered");
        }
    }

    private static string OwnerOf(string point) =>
        point.Split('-')[0] switch
        {
            // It answers in parts, which has one more place to be cut in two.
            "adapter" => "health",
            "hub" => SeparateHub.Hub,
            _ => SeparateHub.Correlation,
        };

    private static Task<EnquiryReference[]> EnquireAsync() => Task.WhenAll(Samples.Select(Hub.Caller.EnquireAsync));

    private static async Task ReckonAsync(IReadOnlyList<EnquiryReference> enquiries)
    {
        await Hub.Caller.PackedAsync(enquiries);
        await Hub.Record.AtRestAsync();
        await Reckoning.HoldsAsync(Hub, enquiries);
        await Reckoning.FiguresHoldAsync(Hub);
    }

    private static Task<long> ActsAsync() => Hub.Record.CountAsync("select coalesce(max(sequence), 0) from audit");

    private static Task AllButPoliceAsync(EnquiryReference enquiry) =>
        Eventually.HoldsAsync(async () =>
            (await RequestsAsync(enquiry)).All(request => request.Agency == "police" || request.AnsweredAt is not null)
        );

    private static Task<IReadOnlyList<RequestRow>> RequestsAsync(EnquiryReference enquiry) =>
        Hub.Record.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry));

    private static Task<IReadOnlyList<Flag>> FlagsAsync(EnquiryReference enquiry) =>
        Hub.Record.ReadAsync(view => FlagStore.OfEnquiryAsync(view, enquiry));
}
