using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Outbox;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Quarantine;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>The life of an enquiry as the ledger keeps it.</summary>
public sealed class LedgerLifeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    private SettableClock _clock = null!;
    private LedgerForTests _file = null!;

    private MashBroker.Ledger.Ledger Ledger => _file.Ledger;

    [SetUp]
    public async Task Open()
    {
        _clock = new SettableClock(Start);
        _file = await LedgerForTests.OpenAsync(_clock);
    }

    [TearDown]
    public void Close() => _file.Dispose();

    [Test]
    public async Task The_same_submission_twice_is_one_contact()
    {
        var first = await AddContactAsync("k1");
        var second = await AddContactAsync("k1");
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(new ContactWritten("TEST-C-2026-000001", AlreadyThere: false)));
            Assert.That(second, Is.EqualTo(new ContactWritten("TEST-C-2026-000001", AlreadyThere: true)));
        });
    }

    [Test]
    public async Task A_rating_is_confirmed_once()
    {
        var contact = (await AddContactAsync("k1")).Reference;
        await WriteAsync(change => ContactStore.KeepTriageAsync(change, contact, "{}", true, Rating.Red));
        Assert.Multiple(async () =>
        {
            Assert.That(await ConfirmAsync(contact), Is.True);
            Assert.That(await ConfirmAsync(contact), Is.False);
        });
    }

    [Test]
    public async Task Publishing_writes_the_enquiry_its_requests_and_their_letters_once()
    {
        var reference = await PublishAsync();
        var again = await WriteAsync(change =>
            EnquiryStore.PublishAsync(change, "test", "TEST-C-2026-000001", _ => throw new InvalidOperationException())
        );
        var requests = await ReadAsync(view => EnquiryStore.RequestsOfAsync(view, reference));
        var outbox = await ReadAsync(view => OutboxStore.DueAsync(view, _clock.GetUtcNow(), 10));
        Assert.Multiple(() =>
        {
            Assert.That(again, Is.Null);
            Assert.That(
                requests.Select(request => (request.Agency, request.State)),
                Is.EqualTo(
                    new[]
                    {
                        ("police", RequestState.Queued),
                        ("health", RequestState.Queued),
                        ("housing", RequestState.NotAsked),
                    }
                )
            );
            Assert.That(outbox.Select(row => row.Agency), Is.EqualTo(new[] { "police", "health" }));
        });
    }

    [Test]
    public async Task A_failure_while_publishing_leaves_the_contact_waiting()
    {
        var contact = (await AddContactAsync("k1")).Reference;
        await WriteAsync(change => ContactStore.KeepTriageAsync(change, contact, "{}", true, Rating.Red));
        await ConfirmAsync(contact);
        Assert.That(
            async () =>
                await WriteAsync(change =>
                    EnquiryStore.PublishAsync(
                        change,
                        "test",
                        contact,
                        _ => throw new InvalidOperationException("no plan")
                    )
                ),
            Throws.InvalidOperationException
        );
        var row = await ReadAsync(view => ContactStore.FindAsync(view, contact));
        Assert.That(row!.State, Is.EqualTo(ContactState.RatingConfirmed));
    }

    [Test]
    public async Task A_request_is_sent_again_with_the_same_bytes_until_its_receipt()
    {
        var reference = await PublishAsync();
        var row = (await DueAsync())[0];
        await WriteAsync(change => OutboxStore.KeepSealedAsync(change, row, [1, 2, 3], [4], "d1"));
        await WriteAsync(change => OutboxStore.MarkSentAsync(change, row));
        Assert.That((await DueAsync()).Select(due => due.Agency), Is.EqualTo(new[] { "health" }));

        _clock.Advance(OutboxStore.SendAgainAfter);
        var again = (await DueAsync()).Single(due => due.Agency == "police");
        Assert.That(again.Sealed, Is.EqualTo(new byte[] { 1, 2, 3 }));

        await WriteAsync(change => EnquiryStore.MarkReceiptedAsync(change, row.RequestId!.Value));
        var request = (await RequestsAsync(reference))[0];
        Assert.Multiple(async () =>
        {
            Assert.That((await DueAsync()).Select(due => due.Agency), Is.EqualTo(new[] { "health" }));
            Assert.That(request.State, Is.EqualTo(RequestState.Receipted));
            Assert.That(request.Digest, Is.EqualTo("d1"));
        });
    }

    [Test]
    public async Task After_a_start_a_request_without_receipt_goes_again_at_once()
    {
        await PublishAsync();
        foreach (var row in await DueAsync())
        {
            await WriteAsync(change => OutboxStore.KeepSealedAsync(change, row, [1], [2], "d"));
            await WriteAsync(change => OutboxStore.MarkSentAsync(change, row));
        }

        await _file.ReopenAsync();
        Assert.That(await DueAsync(), Is.Empty);
        await WriteAsync(OutboxStore.SendUnreceiptedAgainAsync);
        Assert.That(await DueAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_request_past_its_expiry_is_not_sent_any_more()
    {
        await PublishAsync();
        _clock.Set(Start.AddDays(40));
        Assert.That(await DueAsync(), Is.Empty);
    }

    [Test]
    public async Task Red_goes_before_green_however_long_green_has_waited()
    {
        await PublishAsync("k1", Rating.Green);
        await PublishAsync("k2", Rating.Red);
        Assert.That(
            (await DueAsync()).Select(row => row.Rating),
            Is.EqualTo(new[] { Rating.Red, Rating.Red, Rating.Green, Rating.Green })
        );
    }

    [Test]
    public async Task An_answer_before_its_request_is_marked_sent_stands()
    {
        var reference = await PublishAsync();
        var row = (await DueAsync())[0];
        await WriteAsync(change => OutboxStore.KeepSealedAsync(change, row, [1], [2], "d"));
        await AnswerAsync((await RequestsAsync(reference))[0], AnswerKind.Held);
        await WriteAsync(change => OutboxStore.MarkSentAsync(change, row));
        var request = (await RequestsAsync(reference))[0];
        Assert.That((request.State, request.Answer), Is.EqualTo((RequestState.Answered, AnswerKind.Held)));
    }

    [Test]
    public async Task The_last_answer_makes_the_enquiry_all_in()
    {
        var reference = await PublishAsync();
        var requests = await RequestsAsync(reference);
        Assert.Multiple(async () =>
        {
            Assert.That(await AnswerAsync(requests[0], AnswerKind.Held), Is.False);
            Assert.That(await AnswerAsync(requests[1], AnswerKind.NothingKnown), Is.True);
            Assert.That(
                (await ReadAsync(view => EnquiryStore.FindAsync(view, reference)))!.State,
                Is.EqualTo(EnquiryState.AllIn)
            );
        });
    }

    [TestCase(-1, false)]
    [TestCase(0, false)]
    [TestCase(1, true)]
    public async Task A_return_at_the_very_deadline_is_in_time(int millisecondsAfter, bool late)
    {
        var reference = await PublishAsync();
        _clock.Set(Start.AddHours(2).AddMilliseconds(millisecondsAfter));
        await AnswerAsync((await RequestsAsync(reference))[0], AnswerKind.Held);
        Assert.That((await RequestsAsync(reference))[0].Late, Is.EqualTo(late));
    }

    [Test]
    public async Task Flags_rise_when_due_once_and_with_the_true_time()
    {
        var reference = await PublishAsync();
        await AnswerAsync((await RequestsAsync(reference))[0], AnswerKind.Held);

        _clock.Set(Start.AddHours(2));
        Assert.That((await RaiseAsync()).Select(flag => flag.Kind), Is.EqualTo(new[] { FlagKind.HalfTimeGone }));

        // The hub was down for two days: everything is flagged at start with the time it was due.
        _clock.Set(Start.AddDays(2));
        var raised = await RaiseAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(
                raised.Select(flag => (flag.Agency, flag.Kind, flag.DueAt)),
                Is.EquivalentTo(
                    new[]
                    {
                        ("health", FlagKind.Late, Start.AddHours(2)),
                        ("health", FlagKind.Missing, Start.AddHours(24)),
                        ("", FlagKind.DecisionDue, Start.AddHours(24)),
                    }
                )
            );
            Assert.That(await RaiseAsync(), Is.Empty);
            Assert.That(await ReadAsync(FlagStore.NextAsync), Is.Null);
            var health = (await RequestsAsync(reference))[1];
            Assert.That((health.Late, health.Missing), Is.EqualTo((true, true)));
        });
    }

    [Test]
    public async Task An_answer_that_came_late_while_nobody_looked_is_still_flagged()
    {
        var reference = await PublishAsync();
        _clock.Set(Start.AddHours(3));
        await AnswerAsync((await RequestsAsync(reference))[0], AnswerKind.Held);
        Assert.That(
            (await RaiseAsync()).Where(flag => flag.Kind is FlagKind.Late).Select(flag => flag.Agency),
            Is.EquivalentTo(new[] { "police", "health" })
        );
    }

    [Test]
    public async Task A_letter_seen_again_is_a_duplicate_and_with_anything_else_a_replay()
    {
        var head = Head(LetterType.Return, MessageId.New());
        Assert.Multiple(async () =>
        {
            Assert.That(await NoteAsync(head, "d", "police", "red"), Is.EqualTo(Arrival.First));
            Assert.That(await NoteAsync(head, "d", "police", "red"), Is.EqualTo(Arrival.Duplicate));
            Assert.That(await NoteAsync(head, "other", "police", "red"), Is.EqualTo(Arrival.Replayed));
            Assert.That(await NoteAsync(head, "d", "health", "red"), Is.EqualTo(Arrival.Replayed));
            Assert.That(await NoteAsync(head, "d", "police", "green"), Is.EqualTo(Arrival.Replayed));
        });
    }

    [Test]
    public async Task A_pack_is_due_when_all_are_in_and_again_after_a_later_return()
    {
        var reference = await PublishAsync();
        var requests = await RequestsAsync(reference);
        await AnswerAsync(requests[0], AnswerKind.Held);
        Assert.That(await PacksDueAsync(), Is.Empty);

        _clock.Set(Start.AddHours(2).AddSeconds(1));
        Assert.That(await PacksDueAsync(), Is.EqualTo(new[] { PackReason.DeadlinePassed }));
        await AddPackAsync(reference);
        Assert.That(await PacksDueAsync(), Is.Empty);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await AnswerAsync(requests[1], AnswerKind.Held);
        Assert.That(await PacksDueAsync(), Is.EqualTo(new[] { PackReason.ReturnAfterwards }));
        await AddPackAsync(reference);
        Assert.Multiple(async () =>
        {
            Assert.That(await PacksDueAsync(), Is.Empty);
            Assert.That((await ReadAsync(view => PackStore.FindAsync(view, reference)))!.Version, Is.EqualTo(2));
            Assert.That((await ReadAsync(view => PackStore.FindAsync(view, reference, 1)))!.Version, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Every_step_that_the_stores_make_is_one_that_the_life_of_an_enquiry_allows()
    {
        var contacts = new List<(ContactState, ContactState)>();
        var requests = new List<(RequestState, RequestState)>();
        var enquiries = new List<(EnquiryState, EnquiryState)>();

        var declined = (await AddContactAsync("declined")).Reference;
        await StepAsync(() =>
            WriteAsync(change =>
                ContactStore.KeepTriageAsync(change, declined, "{}", false, Rating.Green, Start, Start)
            )
        );
        await StepAsync(() =>
            WriteAsync(change => ContactStore.DeclineEnquiryAsync(change, declined, "A Manager", "manager", "No."))
        );
        _clock.Advance(TimeSpan.FromMinutes(1));
        await StepAsync(async () =>
        {
            var row = (await ReadAsync(view => ContactStore.RetriageDueAsync(view, _clock.GetUtcNow(), 1))).Single();
            await WriteAsync(change =>
                ContactStore.KeepRetriageAsync(change, row, "{}", true, Rating.Red, reopened: true, null, null)
            );
        });
        await StepAsync(() => ConfirmAsync(declined));

        // The steps of a request in every order in which they can come once it is sealed; answers overtake receipts.
        Func<RequestRow, OutboxRow, Task>[] steps =
        [
            (_, row) => WriteAsync(change => OutboxStore.MarkSentAsync(change, row)),
            (request, _) => WriteAsync(change => EnquiryStore.MarkReceiptedAsync(change, request.Id)),
            (request, _) =>
                WriteAsync(change =>
                    EnquiryStore.NoteAnswerAsync(change, request, AnswerKind.Held, parts: 1, complete: false)
                ),
            (request, _) =>
                WriteAsync(change =>
                    EnquiryStore.NoteAnswerAsync(change, request, AnswerKind.Held, parts: 2, complete: true)
                ),
        ];
        foreach (var (order, number) in Orders(steps.Length).Select((order, number) => (order, number)))
        {
            EnquiryReference reference = null!;
            await StepAsync(async () => reference = await PublishAsync($"order-{number}"));
            var request = (await RequestsAsync(reference))[0];
            var row = (await ReadAsync(view => OutboxStore.DueAsync(view, _clock.GetUtcNow(), 1_000))).Single(due =>
                due.RequestId == request.Id
            );
            await StepAsync(() => WriteAsync(change => OutboxStore.KeepSealedAsync(change, row, [1], [2], "d")));
            foreach (var step in order)
            {
                await StepAsync(() => steps[step](request, row));
            }

            if (number % 2 == 0)
            {
                var other = (await RequestsAsync(reference))[1];
                var unsealed = (await ReadAsync(view => OutboxStore.DueAsync(view, _clock.GetUtcNow(), 1_000))).Single(
                    due => due.RequestId == other.Id
                );
                await StepAsync(() =>
                    WriteAsync(change => OutboxStore.KeepSealedAsync(change, unsealed, [1], [2], "d"))
                );
                await StepAsync(() => AnswerAsync(other, AnswerKind.Held));
            }
        }

        _clock.Set(Start.AddHours(25));
        await StepAsync(() => RaiseAsync());

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
        var contacts = await ReadAsync(view => ContactStore.LatestAsync(view, 1_000));
        var enquiries = await ReadAsync(view => EnquiryStore.ListAsync(view, 1_000));
        var requests = await ReadAsync(view =>
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

    [Test]
    public async Task A_refused_message_is_kept_once_with_its_bytes_however_often_it_comes()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await WriteAsync(change =>
                QuarantineStore.AddAsync(change, new byte[] { 9 }, "lane", null, null, "NotCms", null)
            );
        }

        var refused = await ReadAsync(view => QuarantineStore.LatestAsync(view, 10));
        Assert.That(refused.Single().TimesReceived, Is.EqualTo(3));
    }

    [Test]
    public async Task A_decision_that_was_due_before_anybody_was_asked_makes_nobody_missing()
    {
        _clock.Set(Start.AddHours(30));
        var reference = await PublishAsync(publishedAt: Start.AddHours(30));
        Assert.That((await RaiseAsync()).Select(flag => flag.Kind), Has.None.EqualTo(FlagKind.Missing));
        foreach (
            var request in (await RequestsAsync(reference)).Where(request => request.State is not RequestState.NotAsked)
        )
        {
            await AnswerAsync(request, AnswerKind.Held);
        }

        _clock.Set(Start.AddDays(5));
        await RaiseAsync();
        Assert.That((await RequestsAsync(reference)).Select(request => request.Missing), Has.None.True);
    }

    [Test]
    public async Task Every_act_stands_in_the_audit_in_order()
    {
        var reference = await PublishAsync();
        var acts = await ReadAsync(view => AuditStore.OfEnquiryAsync(view, reference));
        Assert.That(acts.Select(entry => entry.Act), Is.EqualTo(new[] { AuditAct.EnquiryPublished }));
    }

    private static LetterHead Head(
        LetterType type,
        MessageId request,
        EnquiryReference? enquiry = null,
        string agency = "police"
    ) =>
        new()
        {
            Type = type,
            Version = 1,
            Id = MessageId.New(),
            Profile = "p",
            Hub = "test",
            Sender = "hub",
            Recipient = agency,
            Rating = Rating.Red,
            Enquiry = enquiry,
            Request = request,
            Purpose = "safeguarding-enquiry",
            IssuedAt = Start,
            ExpiresAt = Start.AddDays(40),
            Salt = "c2FsdHNhbHRzYWx0c2FsdA==",
        };

    private Task<T> WriteAsync<T>(Func<LedgerTransaction, Task<T>> work) =>
        Ledger.WriteAsync(work, CancellationToken.None);

    private Task WriteAsync(Func<LedgerTransaction, Task> work) => Ledger.WriteAsync(work, CancellationToken.None);

    private Task<T> ReadAsync<T>(Func<LedgerSession, Task<T>> work) => Ledger.ReadAsync(work, CancellationToken.None);

    private Task<IReadOnlyList<RequestRow>> RequestsAsync(EnquiryReference reference) =>
        ReadAsync(view => EnquiryStore.RequestsOfAsync(view, reference));

    private Task<IReadOnlyList<OutboxRow>> DueAsync() =>
        ReadAsync(view => OutboxStore.DueAsync(view, _clock.GetUtcNow(), 10));

    private Task<IReadOnlyList<Flag>> RaiseAsync() => WriteAsync(FlagStore.RaiseDueAsync);

    private Task<Arrival> NoteAsync(LetterHead head, string digest, string signer, string lane) =>
        WriteAsync(change => InboxStore.NoteAsync(change, head, digest, signer, lane));

    private Task<ContactWritten> AddContactAsync(string key) =>
        WriteAsync(change => ContactStore.AddAsync(change, "test", key, Start, "{}"u8.ToArray(), "A Manager"));

    private Task<bool> ConfirmAsync(string contact, Rating rating = Rating.Red) =>
        WriteAsync(change => ContactStore.ConfirmRatingAsync(change, contact, rating, "A Manager", "manager", null));

    private async Task<IReadOnlyList<PackReason>> PacksDueAsync() =>
        [.. (await ReadAsync(view => PackStore.DueAsync(view, _clock.GetUtcNow(), 10))).Select(due => due.Reason)];

    private Task AddPackAsync(EnquiryReference reference) =>
        WriteAsync(async change =>
        {
            var enquiry = await EnquiryStore.FindAsync(change, reference);
            await PackStore.AddAsync(change, enquiry!, PackReason.AllIn, "{}"u8.ToArray(), "<p>"u8.ToArray());
        });

    private Task<bool> AnswerAsync(RequestRow request, AnswerKind answer) =>
        WriteAsync(async change =>
        {
            var body = new Return
            {
                Part = 1,
                Final = true,
                Kind = answer,
                SearchedAt = Start,
                SystemsSearched = ["a system"],
                Answers = [],
                AuthorisedBy = "standing authority",
                AdapterVersion = "1",
            };
            var head = Head(LetterType.Return, request.Id, request.EnquiryReference, request.Agency);
            await ReturnStore.AddAsync(change, request, head, body, "{}"u8.ToArray(), [1], "d", false, null);
            return await EnquiryStore.NoteAnswerAsync(change, request, answer, parts: 1, complete: true);
        });

    private async Task<EnquiryReference> PublishAsync(
        string key = "k1",
        Rating rating = Rating.Red,
        DateTimeOffset? publishedAt = null
    )
    {
        var contact = (await AddContactAsync(key)).Reference;
        await WriteAsync(change => ContactStore.KeepTriageAsync(change, contact, "{}", true, rating));
        await ConfirmAsync(contact, rating);
        var reference = await WriteAsync(change =>
            EnquiryStore.PublishAsync(
                change,
                "test",
                contact,
                reference => new NewEnquiry
                {
                    Rating = rating,
                    PublishedAt = publishedAt ?? Start,
                    ReturnDueAt = (publishedAt ?? Start).AddHours(2),
                    DecisionDueAt = Start.AddHours(24),
                    RaisedBy = "A Manager",
                    PlanJson = """{"warnings":[{"kind":"HalfTimeGone","at":"2026-11-16T10:00:00.000Z"}]}""",
                    Content = "{}"u8.ToArray(),
                    Requests =
                    [
                        Asked(reference, "police", rating, publishedAt ?? Start),
                        Asked(reference, "health", rating, publishedAt ?? Start),
                        new NewRequest(MessageId.New(), "housing", "Housing", null, "not connected"),
                    ],
                }
            )
        );
        return reference!;
    }

    private static NewRequest Asked(EnquiryReference reference, string agency, Rating rating, DateTimeOffset at)
    {
        var id = MessageId.New();
        var head = Head(LetterType.Request, id, reference, agency) with { Rating = rating, DueAt = at.AddHours(2) };
        var body = new Request
        {
            RaisedBy = new RaisedBy("A Manager", "manager", "Test hub"),
            ClockStartedAt = Start,
            ReturnDueAt = at.AddHours(2),
            Criteria = ["neglect"],
            LegalBasis = new LegalBasis("children-act-1989-s47", "needed"),
            DoNotInformFamily = false,
            Subjects =
            [
                new Subject
                {
                    Code = "S1",
                    Role = SubjectRole.Child,
                    Names = [new PersonName { Given = "Testa", Family = "Exemplar" }],
                },
            ],
            ConcernSummary = "text",
            Questions = [],
            MayReturn = [],
        };
        return new NewRequest(id, agency, agency, new Letter(head, body), null);
    }
}
