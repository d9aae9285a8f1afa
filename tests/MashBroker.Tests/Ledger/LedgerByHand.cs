using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Outbox;
using MashBroker.Ledger.Returns;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;

namespace MashBroker.Tests.Ledger;

/// <summary>A ledger whose enquiries are written store by store, as the hub would, from <see cref="Start"/> on.</summary>
internal sealed class LedgerByHand : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    private readonly LedgerForTests _file;

    private LedgerByHand(SettableClock clock, LedgerForTests file) => (Clock, _file) = (clock, file);

    public SettableClock Clock { get; }

    public static async Task<LedgerByHand> OpenAsync()
    {
        var clock = new SettableClock(Start);
        return new LedgerByHand(clock, await LedgerForTests.OpenAsync(clock));
    }

    /// <summary>As after a crash.</summary>
    public Task ReopenAsync() => _file.ReopenAsync();

    public Task<T> WriteAsync<T>(Func<LedgerTransaction, Task<T>> work) =>
        _file.Ledger.WriteAsync(work, CancellationToken.None);

    public Task WriteAsync(Func<LedgerTransaction, Task> work) => _file.Ledger.WriteAsync(work, CancellationToken.None);

    public Task<T> ReadAsync<T>(Func<LedgerSession, Task<T>> work) =>
        _file.Ledger.ReadAsync(work, CancellationToken.None);

    public Task<IReadOnlyList<RequestRow>> RequestsAsync(EnquiryReference reference) =>
        ReadAsync(view => EnquiryStore.RequestsOfAsync(view, reference));

    public Task<IReadOnlyList<OutboxRow>> DueAsync() =>
        ReadAsync(view => OutboxStore.DueAsync(view, Clock.GetUtcNow(), 10));

    public Task<IReadOnlyList<Flag>> RaiseAsync() => WriteAsync(FlagStore.RaiseDueAsync);

    public Task<ContactWritten> AddContactAsync(string key) =>
        WriteAsync(change => ContactStore.AddAsync(change, "test", key, Start, "{}"u8.ToArray(), "A Manager"));

    public Task<bool> ConfirmAsync(string contact, Rating rating = Rating.Red) =>
        WriteAsync(change => ContactStore.ConfirmRatingAsync(change, contact, rating, "A Manager", "manager", null));

    public Task<bool> AnswerAsync(RequestRow request, AnswerKind answer) =>
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

    public async Task<EnquiryReference> PublishAsync(
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

    public static LetterHead Head(
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

    public void Dispose() => _file.Dispose();

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
