using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>Every step of contacts, requests and enquiries, in every order in which they can come.</summary>
internal sealed class EnquiryStepTests
{
    private LedgerByHand _ledger = null!;

    [SetUp]
    public async Task Open() => _ledger = await LedgerByHand.OpenAsync();

    [TearDown]
    public void Close() => _ledger.Dispose();

    [Test]
    public async Task Every_step_that_the_stores_make_is_one_that_the_life_of_an_enquiry_allows()
    {
        var contacts = new List<(ContactState, ContactState)>();
        var requests = new List<(RequestState, RequestState)>();
        var enquiries = new List<(EnquiryState, EnquiryState)>();

        var declined = (await _ledger.AddContactAsync("declined")).Reference;
        await StepAsync(() =>
            _ledger.WriteAsync(change =>
                ContactStore.KeepTriageAsync(
                    change,
                    declined,
                    "{}",
                    false,
                    Rating.Green,
                    LedgerByHand.Start,
                    LedgerByHand.Start
                )
            )
        );
        await StepAsync(() =>
            _ledger.WriteAsync(change =>
                ContactStore.DeclineEnquiryAsync(change, declined, "A Manager", "manager", "No.")
            )
        );
        _ledger.Clock.Advance(TimeSpan.FromMinutes(1));
        await StepAsync(async () =>
        {
            var row = (
                await _ledger.ReadAsync(view => ContactStore.RetriageDueAsync(view, _ledger.Clock.GetUtcNow(), 1))
            ).Single();
            await _ledger.WriteAsync(change =>
                ContactStore.KeepRetriageAsync(change, row, "{}", true, Rating.Red, reopened: true, null, null)
            );
        });
        await StepAsync(() => _ledger.ConfirmAsync(declined));

        // The steps of a request in every order in which they can come once it is sealed; answers overtake receipts.
        Func<RequestRow, OutboxRow, Task>[] steps =
        [
            (_, row) => _ledger.WriteAsync(change => OutboxStore.MarkSentAsync(change, row)),
            (request, _) => _ledger.WriteAsync(change => EnquiryStore.MarkReceiptedAsync(change, request.Id)),
            (request, _) =>
                _ledger.WriteAsync(change =>
                    EnquiryStore.NoteAnswerAsync(change, request, AnswerKind.Held, parts: 1, complete: false)
                ),
            (request, _) =>
                _ledger.WriteAsync(change =>
                    EnquiryStore.NoteAnswerAsync(change, request, AnswerKind.Held, parts: 2, complete: true)
                ),
        ];
        foreach (var (order, number) in Orders(steps.Length).Select((order, number) => (order, number)))
        {
            EnquiryReference reference = null!;
            await StepAsync(async () => reference = await _ledger.PublishAsync($"order-{number}"));
            var request = (await _ledger.RequestsAsync(reference))[0];
            var row = (
                await _ledger.ReadAsync(view => OutboxStore.DueAsync(view, _ledger.Clock.GetUtcNow(), 1_000))
            ).Single(due => due.RequestId == request.Id);
            await StepAsync(() =>
                _ledger.WriteAsync(change => OutboxStore.KeepSealedAsync(change, row, [1], [2], "d"))
            );
            foreach (var step in order)
            {
                await StepAsync(() => steps[step](request, row));
            }

            if (number % 2 == 0)
            {
                var other = (await _ledger.RequestsAsync(reference))[1];
                var unsealed = (
                    await _ledger.ReadAsync(view => OutboxStore.DueAsync(view, _ledger.Clock.GetUtcNow(), 1_000))
                ).Single(due => due.RequestId == other.Id);
                await StepAsync(() =>
                    _ledger.WriteAsync(change => OutboxStore.KeepSealedAsync(change, unsealed, [1], [2], "d"))
                );
                await StepAsync(() => _ledger.AnswerAsync(other, AnswerKind.Held));
            }
        }

        _ledger.Clock.Set(LedgerByHand.Start.AddHours(25));
        await StepAsync(() => _ledger.RaiseAsync());

        Assert.Multiple(() =>
        {
            Assert.That(contacts.Where(step => !EnquiryLife.Allows(step.Item1, step.Item2)), Is.Empty);
            Assert.That(requests.Where(step => !EnquiryLife.Allows(step.Item1, step.Item2)), Is.Empty);
            Assert.That(enquiries.Where(step => !EnquiryLife.Allows(step.Item1, step.Item2)), Is.Empty);
            Assert.That(contacts, Does.Contain((ContactState.NotAnEnquiry, ContactState.Triaged)));
            Assert.That(contacts, Does.Contain((ContactState.Triaged, ContactState.RatingConfirmed)));
            Assert.That(requests, Does.Contain((RequestState.Sealed, RequestState.Answered)));
            Assert.That(requests, Does.Contain((RequestState.Receipted, RequestState.AnsweredInPart)));
            Assert.That(enquiries, Does.Contain((EnquiryState.Open, EnquiryState.AllIn)));
            Assert.That(enquiries, Does.Contain((EnquiryState.AllIn, EnquiryState.DecisionDuePassed)));
        });

        async Task StepAsync(Func<Task> step)
        {
            var before = await StatesAsync();
            await step();
            var after = await StatesAsync();
            contacts.AddRange(Changed(before.Contacts, after.Contacts));
            requests.AddRange(Changed(before.Requests, after.Requests));
            enquiries.AddRange(Changed(before.Enquiries, after.Enquiries));
        }
    }

    private async Task<(
        Dictionary<string, ContactState> Contacts,
        Dictionary<MessageId, RequestState> Requests,
        Dictionary<EnquiryReference, EnquiryState> Enquiries
    )> StatesAsync()
    {
        var contacts = await _ledger.ReadAsync(view => ContactStore.LatestAsync(view, 1_000));
        var enquiries = await _ledger.ReadAsync(view => EnquiryStore.ListAsync(view, 1_000));
        var requests = await _ledger.ReadAsync(view =>
            EnquiryStore.RequestsOfAsync(view, [.. enquiries.Select(enquiry => enquiry.Reference)])
        );
        return (
            contacts.ToDictionary(row => row.Reference, row => row.State),
            requests.SelectMany(rows => rows).ToDictionary(row => row.Id, row => row.State),
            enquiries.ToDictionary(row => row.Reference, row => row.State)
        );
    }

    // What is new was nothing before and made no step.
    private static IEnumerable<(TState, TState)> Changed<TKey, TState>(
        Dictionary<TKey, TState> before,
        Dictionary<TKey, TState> after
    )
        where TKey : notnull
        where TState : struct, Enum =>
        after
            .Where(now => before.TryGetValue(now.Key, out var was) && !was.Equals(now.Value))
            .Select(now => (before[now.Key], now.Value));

    private static IEnumerable<int[]> Orders(int count) =>
        count == 0
            ?
            [
                [],
            ]
            : Orders(count - 1)
                .SelectMany(order =>
                    Enumerable.Range(0, count).Select(at => (int[])[.. order[..at], count - 1, .. order[at..]])
                );
}
