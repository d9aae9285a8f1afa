using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Life;
using MashBroker.Ledger.Outbox;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Ledger;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>A change and a return that come at the same time: whichever is written first stands, whoever else writes.</summary>
internal sealed class LifeRaceTests
{
    private const int Rounds = 24;

    private static readonly HubProfile Profile = HubProfiles.Load(HubProfiles.Sample);

    private SettableClock _clock = null!;
    private LedgerForTests _file = null!;
    private MashBroker.Ledger.Ledger _other = null!;

    [SetUp]
    public async Task Open()
    {
        _clock = new SettableClock(HubBench.Start);
        _file = await LedgerForTests.OpenAsync(_clock);
        // As another process has it: its own connection, its own place in the queue of writers.
        _other = await MashBroker.Ledger.Ledger.OpenAsync(
            new LedgerOptions { File = _file.File },
            _clock,
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
    public async Task A_return_written_first_is_kept_under_the_withdrawal_that_comes_after_it()
    {
        var enquiry = await PublishAsync();
        await AnswerAsync(_file.Ledger, enquiry);

        var change = await WithdrawAsync(_file.Ledger, enquiry, "police");

        var request = await RequestAsync(enquiry, "police");
        Assert.Multiple(() =>
        {
            Assert.That(change.Faults, Is.Empty);
            Assert.That(change.Remarks, Has.Some.Contains("stays on record under the withdrawal"));
            Assert.That(request.State, Is.EqualTo(RequestState.Withdrawn));
            Assert.That(request.Answer, Is.EqualTo(AnswerKind.NothingKnown));
            Assert.That(request.AnsweredWhenWithdrawn, Is.True);
            Assert.That(request.AnsweredAfterWithdrawal, Is.False);
        });
    }

    [Test]
    public async Task A_withdrawal_written_first_stands_and_the_return_is_kept_beside_it()
    {
        var enquiry = await PublishAsync();
        await WithdrawAsync(_file.Ledger, enquiry, "police");
        _clock.Advance(TimeSpan.FromMinutes(1));

        await AnswerAsync(_file.Ledger, enquiry);

        var request = await RequestAsync(enquiry, "police");
        var returns = await ReadAsync(view => ReturnStore.OfEnquiryAsync(view, enquiry));
        Assert.Multiple(() =>
        {
            Assert.That(request.State, Is.EqualTo(RequestState.Withdrawn));
            Assert.That(request.Answer, Is.EqualTo(AnswerKind.NothingKnown));
            Assert.That(request.AnsweredAfterWithdrawal, Is.True);
            Assert.That(returns, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Withdrawals_and_returns_at_once_have_one_winner_each_and_lose_nothing()
    {
        var (returnsFirst, withdrawalsFirst) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var enquiry = await PublishAsync();
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var withdrawing = Task.Run(async () =>
            {
                await start.Task;
                return await WithdrawAsync(_other, enquiry, "police");
            });
            var answering = Task.Run(async () =>
            {
                await start.Task;
                await AnswerAsync(_file.Ledger, enquiry);
            });
            start.SetResult();
            await Task.WhenAll(withdrawing, answering);

            var request = await RequestAsync(enquiry, "police");
            var returned = await ReadAsync(view => ReturnStore.OfEnquiryAsync(view, enquiry));
            var told = await LettersAsync(enquiry, LetterType.Withdrawal);
            Assert.Multiple(async () =>
            {
                Assert.That(returned, Has.Count.EqualTo(1), "whoever won, what the agency said is kept");
                Assert.That((await withdrawing).Faults, Is.Empty);
                Assert.That(request.State, Is.EqualTo(RequestState.Withdrawn), "the withdrawal holds in either order");
                // Both stand in one instant of the clock: the order in which they were written is kept apart from it.
                Assert.That(request.AnsweredAfterWithdrawal, Is.Not.EqualTo(request.AnsweredWhenWithdrawn));
                // Never sealed, so its agency knows of nothing that could be withdrawn.
                Assert.That(told, Is.Zero);
            });
            (withdrawalsFirst, returnsFirst) = request.AnsweredAfterWithdrawal
                ? (withdrawalsFirst + 1, returnsFirst)
                : (withdrawalsFirst, returnsFirst + 1);
        }

        TestContext.Out.WriteLine($"{returnsFirst} returns and {withdrawalsFirst} withdrawals were first.");
    }

    [Test]
    public async Task Ratings_facts_and_returns_at_once_leave_an_enquiry_that_agrees_with_itself()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var enquiry = await PublishAsync();
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task[] racing =
            [
                Racing(
                    _other,
                    change => RerateEnquiry.WriteAsync(change, Profile, enquiry, SomeChange.Rated(Rating.Red))
                ),
                Racing(
                    _file.Ledger,
                    change => TellFacts.WriteAsync(change, Profile, enquiry, SomeChange.Told(SomeChange.Adult("Corin")))
                ),
                Racing(
                    _other,
                    async change =>
                    {
                        await PublishedEnquiries.AnswerAsync(change, enquiry, "police");
                        return null;
                    }
                ),
            ];
            start.SetResult();
            await Task.WhenAll(racing);

            var row = (await ReadAsync(view => EnquiryStore.FindAsync(view, enquiry)))!;
            var requests = await ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry));
            var police = requests.Single(request => request.Agency == "police");
            var questions = await ReadAsync(view => QuestionStore.OfEnquiryAsync(view, enquiry));
            var entries = await ReadAsync(view => CaseFile.ReadAsync(view, row.ContactReference));
            Assert.Multiple(() =>
            {
                Assert.That(row.Rating, Is.EqualTo(Rating.Red));
                Assert.That(row.AllInAt, Is.Null, "health has not answered");
                Assert.That(
                    questions.Select(question => question.RequestId),
                    Is.EquivalentTo(requests.Where(request => request.IsOpen).Select(request => request.Id)),
                    "each agency that was asked is asked about the person added"
                );
                Assert.That(police.State, Is.EqualTo(RequestState.AnsweredInPart).Or.EqualTo(RequestState.Answered));
                Assert.That(
                    entries.Select(entry => entry.Kind.Code),
                    Is.EquivalentTo(new[] { "re-rating", "new-facts" })
                );
                Assert.That(
                    requests.Single(request => request.Agency == "health").DueAt,
                    Is.EqualTo(HubBench.Start.AddHours(2))
                );
            });

            Task Racing(MashBroker.Ledger.Ledger ledger, Func<LedgerTransaction, Task<EnquiryChange?>> work) =>
                Task.Run(async () =>
                {
                    await start.Task;
                    await ledger.WriteAsync(work, CancellationToken.None);
                });
        }
    }

    private Task<EnquiryReference> PublishAsync() =>
        PublishedEnquiries.AddAsync(_file.Ledger, Profile, Rating.Amber, "police", "health");

    private static async Task<EnquiryChange> WithdrawAsync(
        MashBroker.Ledger.Ledger ledger,
        EnquiryReference enquiry,
        string? agency
    ) =>
        (
            await ledger.WriteAsync(
                change => WithdrawEnquiry.WriteAsync(change, Profile, enquiry, SomeChange.Withdrawn(agency)),
                CancellationToken.None
            )
        )!;

    private static Task AnswerAsync(MashBroker.Ledger.Ledger ledger, EnquiryReference enquiry) =>
        ledger.WriteAsync(change => PublishedEnquiries.AnswerAsync(change, enquiry, "police"), CancellationToken.None);

    private async Task<int> LettersAsync(EnquiryReference enquiry, LetterType type) =>
        (await ReadAsync(view => OutboxStore.DueAsync(view, _clock.GetUtcNow(), 1_000))).Count(row =>
            row.EnquiryReference == enquiry && row.Type == type
        );

    private async Task<RequestRow> RequestAsync(EnquiryReference enquiry, string agency) =>
        (await ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry))).Single(each => each.Agency == agency);

    private Task<T> ReadAsync<T>(Func<LedgerSession, Task<T>> work) =>
        _file.Ledger.ReadAsync(work, CancellationToken.None);
}
