using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Ledger;
using MashBroker.Web.Contacts;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>Two contacts about one household, rated in the same moment by two people at two processes.</summary>
internal sealed class HouseholdRaceTests
{
    private const int Rounds = 20;

    private static readonly HubProfile Profile = HubProfiles.Load(HubProfiles.Sample);

    private LedgerForTests _file = null!;
    private MashBroker.Ledger.Ledger _other = null!;

    [SetUp]
    public async Task Open()
    {
        var clock = new SettableClock(HubBench.Start);
        _file = await LedgerForTests.OpenAsync(clock);
        _other = await MashBroker.Ledger.Ledger.OpenAsync(
            new LedgerOptions { File = _file.File },
            clock,
            new LedgerSignal(),
            CancellationToken.None
        );
    }

    [TearDown]
    public void Close()
    {
        _other.Dispose();
        _file.Dispose();
    }

    [Test]
    public async Task Of_two_ratings_at_once_one_is_confirmed_and_the_other_is_told_of_it()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (one, two) = (await AddAsync(round), await AddAsync(round));
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var ratings = new[] { RateAsync(_file.Ledger, one), RateAsync(_other, two) };
            start.SetResult();
            var came = await Task.WhenAll(ratings);

            var refused = came.Single(each => !each.Confirmed);
            var winner = came[0].Confirmed ? one : two;
            Assert.Multiple(() =>
            {
                Assert.That(came.Count(each => each.Confirmed), Is.EqualTo(1));
                Assert.That(refused.Faults.Single().Path, Is.EqualTo(AskedOnce.Field));
                Assert.That(refused.Faults.Single().Fault, Does.Contain(winner).And.Not.Contain(SomeFamily.Canary));
            });

            Task<Rated> RateAsync(MashBroker.Ledger.Ledger ledger, string contact) =>
                Task.Run(async () =>
                {
                    await start.Task;
                    return await WriteAsync(ledger, contact, null);
                });
        }
    }

    [Test]
    public async Task Whoever_says_why_the_agencies_are_asked_twice_may_and_that_stands_on_record()
    {
        var (one, two) = (await AddAsync(1), await AddAsync(1));
        await WriteAsync(_file.Ledger, one, null);

        var rated = await WriteAsync(_file.Ledger, two, "Two families live there.");

        var departure = await _file.Ledger.ReadAsync(
            view => CaseFile.LatestAsync<Departure>(view, two),
            CancellationToken.None
        );
        Assert.Multiple(() =>
        {
            Assert.That(rated.Confirmed, Is.True);
            Assert.That(departure!.From, Is.EqualTo(DepartureFrom.AskedOnce));
            Assert.That(departure.Reason, Is.EqualTo("Two families live there."));
        });
    }

    [Test]
    public async Task Another_family_is_rated_without_a_word()
    {
        var (one, two) = (await AddAsync(1), await AddAsync(2));
        await WriteAsync(_file.Ledger, one, null);

        Assert.That((await WriteAsync(_file.Ledger, two, null)).Confirmed, Is.True);
    }

    private static Task<Rated> WriteAsync(MashBroker.Ledger.Ledger ledger, string contact, string? twice) =>
        ledger.WriteAsync(
            async change =>
                await RatingAct.WriteAsync(
                    change,
                    Profile,
                    (await ContactStore.FindAsync(change, contact))!,
                    new RatingDecision(Rating.Amber, "A. Manager", "Team manager", null, null)
                    {
                        AskTwiceBecause = twice,
                    }
                ),
            CancellationToken.None
        );

    private async Task<string> AddAsync(int family)
    {
        var contact = SomeFamily.Contact with
        {
            People =
            [
                SomeFamily.Contact.People[0] with
                {
                    DateOfBirth = SomeFamily.Contact.People[0].DateOfBirth!.Value.AddDays(family),
                },
            ],
        };
        return (
            await _file.Ledger.WriteAsync(
                async change =>
                {
                    var written = await ContactStore.AddAsync(
                        change,
                        Profile.Code,
                        MessageId.New().ToString(),
                        contact.ReceivedAt,
                        ContactContent.Write(contact),
                        "web",
                        LookupTerms.Of(contact)
                    );
                    await ContactStore.KeepTriageAsync(change, written.Reference, "{}", true, Rating.Amber);
                    return written;
                },
                CancellationToken.None
            )
        ).Reference;
    }
}
