using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Life;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Ledger;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>Whatever is done to an enquiry in whatever order: no step but those of its life, no deadline later without a reason.</summary>
internal sealed class LifeProperties
{
    private const int Enquiries = 25;
    private const int Changes = 14;

    private static readonly HubProfile Profile = HubProfiles.Load(HubProfiles.Sample);
    private static readonly string[] Agencies = ["police", "health", "education"];
    private static readonly string[] Given = ["Corin", "Dorin", "Elin", "Farin", "Gerin", "Horin", "Ilin", "Jorin"];

    private SettableClock _clock = null!;
    private LedgerForTests _file = null!;

    [SetUp]
    public async Task Open()
    {
        _clock = new SettableClock(HubBench.Start);
        _file = await LedgerForTests.OpenAsync(_clock);
    }

    [TearDown]
    public void Close() => _file.Dispose();

    [Test]
    public async Task Random_changes_make_only_steps_that_the_life_of_an_enquiry_allows()
    {
        var random = new Random(20261117);
        var steps = new HashSet<(RequestState, RequestState)>();
        var (refused, askedAgain) = (0, 0);
        for (var one = 0; one < Enquiries; one++)
        {
            _clock.Set(HubBench.Start.AddDays(one));
            var enquiry = await PublishedEnquiries.AddAsync(
                _file.Ledger,
                Profile,
                Any(random, Rating.Red, Rating.Amber, Rating.Green),
                "police",
                "health"
            );
            for (var at = 0; at < Changes; at++)
            {
                _clock.Advance(TimeSpan.FromMinutes(random.Next(1, 180)));
                var before = await StateAsync(enquiry);
                var (change, reasoned) = await AnyChangeAsync(random, enquiry);
                refused += change is { Faults.Count: > 0 } ? 1 : 0;
                var after = await StateAsync(enquiry);
                Check(before, after, reasoned);
                steps.UnionWith(Steps(before, after).Select(step => (step.Was.State, step.Now.State)));
                askedAgain += after.Requests.Count - before.Requests.Count;
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(steps, Does.Contain((RequestState.Answered, RequestState.AnsweredInPart)));
            Assert.That(steps, Does.Contain((RequestState.NotAsked, RequestState.Queued)));
            Assert.That(steps, Does.Contain((RequestState.Answered, RequestState.Withdrawn)));
            Assert.That(askedAgain, Is.Positive, "who was withdrawn was asked again by another request");
            Assert.That(steps.Any(step => step is (not RequestState.Withdrawn, RequestState.Withdrawn)), Is.True);
            Assert.That(refused, Is.Positive, "what came too late was refused");
        });
    }

    private static void Check(Seen before, Seen after, bool reasoned)
    {
        Assert.Multiple(() =>
        {
            Assert.That(EnquiryLife.Allows(before.Enquiry.State, after.Enquiry.State), Is.True);
            Assert.That(
                after.Enquiry.AllInAt is not null,
                Is.EqualTo(after.Requests.All(request => !request.IsOpen)),
                "all in exactly when nobody has still to answer"
            );
            foreach (var (was, now) in Steps(before, after))
            {
                Assert.That(EnquiryLife.Allows(was.State, now.State), Is.True, $"{was.State} to {now.State}");
                if (was.IsOpen && now.IsOpen && !reasoned)
                {
                    Assert.That(now.DueAt, Is.LessThanOrEqualTo(was.DueAt), "no later without a reason");
                }
            }
        });
    }

    private async Task<(EnquiryChange? Change, bool Reasoned)> AnyChangeAsync(Random random, EnquiryReference enquiry)
    {
        var agency = Any(random, Agencies);
        switch (random.Next(12))
        {
            case 0 or 1:
                var reason = random.Next(3) == 0 ? "The family is away." : null;
                var rating = Any(random, Rating.Red, Rating.Amber, Rating.Green);
                return (
                    await WriteAsync(change =>
                        RerateEnquiry.WriteAsync(change, Profile, enquiry, SomeChange.Rated(rating, reason))
                    ),
                    reason is not null
                );
            case 2 or 3:
                return (
                    await WriteAsync(change => TellFacts.WriteAsync(change, Profile, enquiry, Person(random))),
                    false
                );
            case 4:
                return (
                    await WriteAsync(change =>
                        ChaseAgencies.WriteAsync(change, Profile, enquiry, SomeChange.Chased(agency))
                    ),
                    false
                );
            case 5:
                return (
                    await WriteAsync(change =>
                        AskAgency.WriteAsync(change, Profile, enquiry, SomeChange.Asked(agency))
                    ),
                    false
                );
            case 6:
                return (await WriteAsync(change => WithdrawAsync(change, enquiry, agency)), false);
            case 7 when random.Next(4) == 0:
                return (await WriteAsync(change => WithdrawAsync(change, enquiry, null)), false);
            case 8 or 9:
                return (await WriteAsync(change => AnswerAsync(change, enquiry, agency)), false);
            case 7 or 10:
                return (await WriteAsync(change => SealAsync(change)), false);
            default:
                return (
                    await WriteAsync(async change =>
                    {
                        await FlagStore.RaiseDueAsync(change);
                        return null;
                    }),
                    false
                );
        }
    }

    // Somebody else, or the same told twice: both happen.
    private static NewFacts Person(Random random) => SomeChange.Told(SomeChange.Adult(Any(random, Given)));

    private static Task<EnquiryChange?> WithdrawAsync(
        LedgerTransaction change,
        EnquiryReference enquiry,
        string? agency
    ) => WithdrawEnquiry.WriteAsync(change, Profile, enquiry, SomeChange.Withdrawn(agency));

    private static async Task<EnquiryChange?> AnswerAsync(
        LedgerTransaction change,
        EnquiryReference enquiry,
        string agency
    )
    {
        var request = (await EnquiryStore.RequestsOfAsync(change, enquiry)).Single(each => each.Agency == agency);
        // What was never sealed cannot be answered.
        if (request.State is not (RequestState.NotAsked or RequestState.Queued))
        {
            await PublishedEnquiries.AnswerAsync(change, enquiry, agency);
        }

        return null;
    }

    private static async Task<EnquiryChange?> SealAsync(LedgerTransaction change)
    {
        foreach (var row in await OutboxStore.DueAsync(change, change.Now, 100))
        {
            if (row.Sealed is null)
            {
                await OutboxStore.KeepSealedAsync(change, row, [1], [2], row.LetterId.ToString());
            }
            else
            {
                await OutboxStore.MarkSentAsync(change, row);
            }
        }

        return null;
    }

    private async Task<Seen> StateAsync(EnquiryReference enquiry) =>
        await _file.Ledger.ReadAsync(
            async view => new Seen(
                (await EnquiryStore.FindAsync(view, enquiry))!,
                await EnquiryStore.EveryRequestOfAsync(view, enquiry)
            ),
            CancellationToken.None
        );

    private Task<EnquiryChange?> WriteAsync(Func<LedgerTransaction, Task<EnquiryChange?>> work) =>
        _file.Ledger.WriteAsync(work, CancellationToken.None);

    private static T Any<T>(Random random, params T[] of) => of[random.Next(of.Length)];

    // By their ids: an agency that is asked again has another request beside its former one.
    private static IEnumerable<(RequestRow Was, RequestRow Now)> Steps(Seen before, Seen after) =>
        before.Requests.Join(after.Requests, was => was.Id, now => now.Id, (was, now) => (was, now));

    private sealed record Seen(EnquiryRow Enquiry, IReadOnlyList<RequestRow> Requests);
}
