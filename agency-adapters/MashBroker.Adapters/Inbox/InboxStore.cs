using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Inbox;

/// <summary>
/// What the adapter must not forget: letters received, work to do, letters to send, messages refused. Each method is one
/// transaction; when it returns, the disk has it, except where it says otherwise.
/// </summary>
internal sealed class InboxStore : IDisposable
{
    // A refused message may be of any size; its beginning is evidence enough of a flood.
    private const int LongestRefusalKept = 2 * LetterJson.SizeLimit;

    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _one = new(1);
    private readonly TimeProvider _clock;

    public InboxStore(IOptions<AdapterOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _connection = InboxFile.Open(options.Value.InboxFile);
    }

    /// <summary>Writes a letter with all that follows from it, and our reply to it.</summary>
    /// <param name="reply">Seals the reply; given the number of letters erased, which only a purge has.</param>
    public Task<Kept> KeepAsync(
        ReceivedLetter received,
        ReadOnlyMemory<byte> body,
        Func<int, OutgoingLetter?> reply,
        CancellationToken cancellation
    ) =>
        InOneAsync(
            transaction =>
            {
                var head = received.Letter.Head;
                if (Earlier(head.Id, transaction) is { } earlier)
                {
                    return Again(earlier, received, body, transaction);
                }

                var purged = head.Enquiry is { } enquiry && IsPurged(enquiry, transaction);
                Insert(received, withContent: !purged, transaction);
                var erased = purged ? 0 : Follow(received.Letter, transaction);
                if (reply(erased) is { } answer)
                {
                    Insert(answer, transaction);
                }

                return Kept.New;
            },
            cancellation
        );

    /// <summary>The most urgent work that is not in hand: by rating, then due time, then as it came.</summary>
    /// <param name="inHand">Requests being worked on; the letters of one request are answered one after the other.</param>
    public Task<Work?> NextWorkAsync(
        IReadOnlyCollection<MessageId> inHand,
        bool redOnly,
        CancellationToken cancellation
    ) =>
        ReadAsync(
            () =>
            {
                const string Sql = """
                    select
                        work.letter as Letter,
                        request.rating as Rating,
                        request.due_at as DueAt,
                        asking.digest as Digest,
                        asking.content as Content,
                        original.content as RequestContent,
                        (select count(*) from outgoing
                            where in_reply_to = work.letter and type = 'Return') as PartsStored,
                        (select coalesce(max(part), 0) from outgoing
                            where request = work.request and type = 'Return') + 1 as NextPart
                    from work
                    join request on request.id = work.request
                    join received as asking on asking.id = work.letter
                    join received as original on original.id = (
                        select id from received
                        where request = work.request and type = 'Request' and content is not null
                        order by received_at desc, rowid desc
                        limit 1)
                    where work.done_at is null
                        and request.withdrawn_at is null
                        and asking.content is not null
                        and request.rating >= @leastRating
                        and work.request not in @inHand
                    order by
                        request.rating desc,
                        request.due_at,
                        work.type = 'Amendment',
                        work.seq
                    limit 1
                    """;
                var row = _connection.QueryFirstOrDefault<WorkRow>(
                    Sql,
                    new
                    {
                        leastRating = (int)(redOnly ? Rating.Red : Rating.None),
                        inHand = inHand.Select(id => id.ToString()).ToArray(),
                    }
                );
                return row?.ToWork();
            },
            cancellation
        );

    /// <summary>
    /// The most urgent part that is due to be looked at again. Until the deadline only; while the first answer to its letter
    /// is still being made, it waits.
    /// </summary>
    /// <param name="inHand">Requests being worked on.</param>
    public Task<LookAgain?> NextAgainAsync(
        IReadOnlyCollection<MessageId> inHand,
        bool redOnly,
        CancellationToken cancellation
    ) =>
        InOneAsync(
            transaction =>
            {
                const string Sql = """
                    select
                        work.letter as Letter,
                        request.rating as Rating,
                        request.due_at as DueAt,
                        asking.digest as Digest,
                        asking.content as Content,
                        original.content as RequestContent,
                        0 as PartsStored,
                        (select coalesce(max(part), 0) from outgoing
                            where request = work.request and type = 'Return') + 1 as NextPart,
                        look_again.part as Part,
                        look_again.final as Final,
                        look_again.subjects as Subjects,
                        look_again.not_looked as NotLooked,
                        look_again.tries as Tries
                    from look_again
                    join work on work.letter = look_again.letter
                    join request on request.id = work.request
                    join received as asking on asking.id = work.letter
                    join received as original on original.id = (
                        select id from received
                        where request = work.request and type = 'Request' and content is not null
                        order by received_at desc, rowid desc
                        limit 1)
                    where look_again.at <= @now
                        and request.due_at > @now
                        and work.done_at is not null
                        and request.withdrawn_at is null
                        and asking.content is not null
                        and request.rating >= @leastRating
                        and work.request not in @inHand
                    order by
                        request.rating desc,
                        request.due_at,
                        look_again.at
                    limit 1
                    """;
                var row = _connection.QueryFirstOrDefault<AgainRow>(
                    Sql,
                    new
                    {
                        leastRating = (int)(redOnly ? Rating.Red : Rating.None),
                        inHand = inHand.Select(id => id.ToString()).ToArray(),
                        now = Now(),
                    },
                    transaction
                );
                return row?.ToLookAgain();
            },
            cancellation
        );

    /// <summary>The next instant at which something is to be looked at again; null when nothing is.</summary>
    public Task<DateTimeOffset?> NextAgainAtAsync(CancellationToken cancellation) =>
        InOneAsync<DateTimeOffset?>(
            transaction =>
            {
                const string Sql = """
                    select min(look_again.at)
                    from look_again
                    join work on work.letter = look_again.letter
                    join request on request.id = work.request
                    where request.due_at > @now
                        and work.done_at is not null
                        and request.withdrawn_at is null
                    """;
                return _connection.ExecuteScalar<string?>(Sql, new { now = Now() }, transaction) is { } at
                    ? Instant(at)
                    : null;
            },
            cancellation
        );

    /// <summary>The records answer again: what could not be looked at is due now. Once for each, for else a system that answers
    /// probes and no searches would be searched at every probe.</summary>
    public Task<int> WakeAgainAsync(CancellationToken cancellation) =>
        InOneAsync(
            transaction =>
            {
                const string Sql = "update look_again set at = @now, woken = 1 where woken = 0 and at > @now";
                return _connection.Execute(Sql, new { now = Now() }, transaction);
            },
            cancellation
        );

    public Task PostponeAgainAsync(LookAgain again, DateTimeOffset until, CancellationToken cancellation) =>
        InOneAsync(
            transaction =>
            {
                const string Sql = """
                    update look_again
                    set tries = tries + 1,
                        at = @until
                    where letter = @letter and part = @part
                    """;
                return _connection.Execute(
                    Sql,
                    new
                    {
                        letter = again.Work.Asking.Head.Id.ToString(),
                        part = again.Unlooked.Part,
                        until = Text(until),
                    },
                    transaction
                );
            },
            cancellation
        );

    /// <summary>
    /// Stores what was found of a part that could not be looked at before. False when the request was withdrawn or purged
    /// meanwhile: then nothing is stored.
    /// </summary>
    public Task<bool> StoreRevisionAsync(
        LookAgain again,
        IReadOnlyList<OutgoingLetter> parts,
        IReadOnlyList<Unlooked> unlooked,
        DateTimeOffset lookAgainAt,
        CancellationToken cancellation
    ) =>
        InOneAsync(
            transaction =>
            {
                // The answer of before must not be repeated after this one: the hub believes whichever comes last.
                const string Supersede = """
                    update outgoing
                    set given_up_at = @now
                    where request = @request
                        and type = 'Return'
                        and part = @part
                        and acknowledged_at is null
                        and given_up_at is null
                    """;
                const string Remove = "delete from look_again where letter = @letter and part = @part";
                var key = new
                {
                    letter = again.Work.Asking.Head.Id.ToString(),
                    request = again.Work.Asking.Head.Request.ToString(),
                    part = again.Unlooked.Part,
                    now = Now(),
                };
                if (_connection.Execute(Remove, key, transaction) == 0)
                {
                    return false;
                }

                _connection.Execute(Supersede, key, transaction);
                foreach (var part in parts)
                {
                    Insert(part, transaction);
                }

                Insert(key.letter, unlooked, again.Tries + 1, lookAgainAt, transaction);
                return true;
            },
            cancellation
        );

    /// <summary>Requests and amendments that wait for a search or are being worked on.</summary>
    public Task<int> CountOpenAsync(CancellationToken cancellation) =>
        ReadAsync(
            () =>
            {
                const string Sql = """
                    select count(distinct work.request)
                    from work
                    join request on request.id = work.request
                    where work.done_at is null and request.withdrawn_at is null
                    """;
                return _connection.ExecuteScalar<int>(Sql);
            },
            cancellation
        );

    /// <summary>
    /// Stores parts of an answer; with <paramref name="last"/> the letter counts as answered in the same transaction. False
    /// when the request was withdrawn or purged meanwhile: then nothing is stored.
    /// </summary>
    /// <param name="unlooked">Which of these parts say that the agency could not look.</param>
    public Task<bool> StoreReturnAsync(
        MessageId asking,
        IReadOnlyList<OutgoingLetter> parts,
        bool last,
        IReadOnlyList<Unlooked> unlooked,
        DateTimeOffset lookAgainAt,
        CancellationToken cancellation
    ) =>
        InOneAsync(
            transaction =>
            {
                const string StillWanted = """
                    select count(*)
                    from work
                    join request on request.id = work.request
                    join received on received.id = work.letter
                    where work.letter = @letter
                        and work.done_at is null
                        and request.withdrawn_at is null
                        and received.content is not null
                    """;
                var letter = asking.ToString();
                if (_connection.ExecuteScalar<int>(StillWanted, new { letter }, transaction) == 0)
                {
                    return false;
                }

                foreach (var part in parts)
                {
                    Insert(part, transaction);
                }

                Insert(letter, unlooked, tries: 0, lookAgainAt, transaction);
                if (last)
                {
                    const string Done = "update work set done_at = @now where letter = @letter";
                    _connection.Execute(Done, new { letter, now = Now() }, transaction);
                }

                return true;
            },
            cancellation
        );

    /// <summary>Letters of one rating that are to be sent: receipts before returns, as they were made.</summary>
    public Task<IReadOnlyList<UnsentLetter>> UnsentAsync(Rating rating, int most, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<UnsentLetter>>(
            () =>
            {
                const string Sql = """
                    select
                        id as Id,
                        type as Type,
                        body as Body
                    from outgoing
                    where sent_at is null
                        and rating = @rating
                        and body is not null
                        and given_up_at is null
                        and expires_at > @now
                    order by
                        type = 'Return',
                        seq
                    limit @most
                    """;
                return
                [
                    .. _connection
                        .Query<UnsentRow>(
                            Sql,
                            new
                            {
                                rating = (int)rating,
                                most,
                                now = Now(),
                            }
                        )
                        .Select(row => new UnsentLetter(Id(row.Id), Enum.Parse<LetterType>(row.Type), row.Body)),
                ];
            },
            cancellation
        );

    /// <summary>
    /// Notes that the transport has them. The one change that does not wait for the disk: if a power cut takes it back, the
    /// same bytes go once more, and the hub knows them.
    /// </summary>
    public async Task MarkSentAsync(IReadOnlyCollection<MessageId> letters, CancellationToken cancellation)
    {
        const string Sql = """
            pragma synchronous = normal;
            update outgoing set sent_at = @now where id in @ids;
            """;
        await _one.WaitAsync(cancellation);
        try
        {
            _connection.Execute(Sql, new { now = Now(), ids = letters.Select(id => id.ToString()).ToArray() });
        }
        finally
        {
            _connection.Execute("pragma synchronous = full");
            _one.Release();
        }
    }

    /// <summary>Lets returns go again that were sent before an instant and that the hub has not receipted.</summary>
    public Task<int> ReleaseUnacknowledgedAsync(DateTimeOffset sentBefore, CancellationToken cancellation) =>
        InOneAsync(
            transaction =>
            {
                const string Sql = """
                    update outgoing
                    set sent_at = null
                    where type = 'Return'
                        and acknowledged_at is null
                        and given_up_at is null
                        and body is not null
                        and sent_at <= @sentBefore
                        and expires_at > @now
                    """;
                return _connection.Execute(Sql, new { sentBefore = Text(sentBefore), now = Now() }, transaction);
            },
            cancellation
        );

    public Task QuarantineAsync(Refusal refusal, CancellationToken cancellation) =>
        InOneAsync(
            transaction =>
            {
                Insert(refusal, transaction);
                return true;
            },
            cancellation
        );

    /// <summary>A small write, to prove that the file takes one.</summary>
    public Task ProbeAsync(CancellationToken cancellation) =>
        InOneAsync(
            transaction =>
                _connection.Execute("update work set done_at = done_at where 1 = 0", transaction: transaction),
            cancellation
        );

    public void Dispose()
    {
        _connection.Dispose();
        _one.Dispose();
    }

    private Kept Again(
        EarlierRow earlier,
        ReceivedLetter received,
        ReadOnlyMemory<byte> body,
        SqliteTransaction transaction
    )
    {
        var same =
            earlier.Digest == received.Digest && earlier.Signer == received.Signer && earlier.Lane == received.Lane;
        if (!same)
        {
            var differs = string.Join(
                ", ",
                new[]
                {
                    earlier.Digest == received.Digest ? "" : "digest",
                    earlier.Signer == received.Signer ? "" : "signer",
                    earlier.Lane == received.Lane ? "" : "lane",
                }.Where(word => word.Length > 0)
            );
            Insert(
                new Refusal(
                    received.Lane,
                    nameof(Sealing.SealFault.Replayed),
                    received.Signer,
                    $"Message {received.Letter.Head.Id} was here before with another {differs}.",
                    body
                ),
                transaction
            );
            return Kept.Replayed;
        }

        const string Resend = """
            update outgoing
            set sent_at = null
            where in_reply_to = @letter
                and given_up_at is null
                and body is not null
            """;
        _connection.Execute(Resend, new { letter = received.Letter.Head.Id.ToString() }, transaction);
        return Kept.Duplicate;
    }

    // What each letter changes besides being kept. Returns how many letters a purge erased.
    private int Follow(Letter letter, SqliteTransaction transaction)
    {
        switch (letter.Body)
        {
            case Request request:
                KeepRequest(letter.Head, request.ReturnDueAt, transaction);
                AddWork(letter.Head, transaction);
                return 0;
            case Amendment amendment:
                Amend(letter.Head, amendment, transaction);
                return 0;
            case Withdrawal:
                Withdraw(letter.Head, transaction);
                return 0;
            case Chaser:
                ResendReturns(letter.Head, transaction);
                return 0;
            case ReturnReceipt:
                Acknowledge(letter.Head, transaction);
                return 0;
            case PurgeInstruction:
                return Purge(letter.Head, transaction);
            default:
                return 0;
        }
    }

    private void KeepRequest(LetterHead head, DateTimeOffset dueAt, SqliteTransaction transaction)
    {
        // An amendment or a withdrawal may have overtaken the request on another lane: what it said stands.
        const string Sql = """
            insert into request (id, enquiry, rating, due_at)
            values (@id, @enquiry, @rating, @dueAt)
            on conflict (id) do nothing
            """;
        _connection.Execute(
            Sql,
            new
            {
                id = head.Request.ToString(),
                enquiry = head.Enquiry!.ToString(),
                rating = (int)head.Rating,
                dueAt = Text(dueAt),
            },
            transaction
        );
    }

    private void Amend(LetterHead head, Amendment amendment, SqliteTransaction transaction)
    {
        KeepRequest(
            head with
            {
                Rating = amendment.NewRating ?? head.Rating,
            },
            amendment.ReturnDueAt ?? head.DueAt ?? head.ExpiresAt,
            transaction
        );
        const string Rerate = """
            update request
            set rating = coalesce(@rating, rating),
                due_at = coalesce(@dueAt, due_at)
            where id = @id
            """;
        _connection.Execute(
            Rerate,
            new
            {
                id = head.Request.ToString(),
                rating = (int?)amendment.NewRating,
                dueAt = amendment.ReturnDueAt is { } dueAt ? Text(dueAt) : null,
            },
            transaction
        );
        if (amendment.Subjects.Count > 0)
        {
            AddWork(head, transaction);
        }
    }

    private void AddWork(LetterHead head, SqliteTransaction transaction)
    {
        const string Sql = "insert into work (letter, request, type) values (@letter, @request, @type)";
        _connection.Execute(
            Sql,
            new
            {
                letter = head.Id.ToString(),
                request = head.Request.ToString(),
                type = head.Type.ToString(),
            },
            transaction
        );
    }

    private void Withdraw(LetterHead head, SqliteTransaction transaction)
    {
        KeepRequest(head, head.DueAt ?? head.ExpiresAt, transaction);
        const string Sql = """
            update request
            set withdrawn_at = coalesce(withdrawn_at, @now)
            where id = @request;

            update outgoing
            set given_up_at = @now
            where request = @request
                and type = 'Return'
                and acknowledged_at is null;

            delete from look_again
            where letter in (select letter from work where request = @request);
            """;
        _connection.Execute(Sql, new { request = head.Request.ToString(), now = Now() }, transaction);
    }

    private void ResendReturns(LetterHead head, SqliteTransaction transaction)
    {
        const string Sql = """
            update outgoing
            set sent_at = null
            where request = @request
                and type = 'Return'
                and given_up_at is null
                and body is not null
            """;
        _connection.Execute(Sql, new { request = head.Request.ToString() }, transaction);
    }

    private void Acknowledge(LetterHead head, SqliteTransaction transaction)
    {
        const string Sql = """
            update outgoing
            set acknowledged_at = @now
            where id = @id
                and digest = @digest
                and acknowledged_at is null
            """;
        _connection.Execute(
            Sql,
            new
            {
                id = head.InReplyTo!.Id.ToString(),
                digest = head.InReplyTo.Digest,
                now = Now(),
            },
            transaction
        );
    }

    private int Purge(LetterHead head, SqliteTransaction transaction)
    {
        // Ids and digests stay: they tell a duplicate from a replay, and hold nothing of a person.
        const string Sql = """
            insert into purged (enquiry, purged_at)
            values (@enquiry, @now)
            on conflict (enquiry) do nothing;

            update work
            set done_at = @now
            where done_at is null
                and letter in (select id from received where enquiry = @enquiry);

            delete from look_again
            where letter in (select id from received where enquiry = @enquiry);
            """;
        const string EraseReceived = """
            update received
            set content = null,
                evidence = null
            where enquiry = @enquiry
                and content is not null
            """;
        const string EraseOutgoing = """
            update outgoing
            set body = null
            where enquiry = @enquiry
                and body is not null
            """;
        var parameters = new { enquiry = head.Enquiry!.ToString(), now = Now() };
        _connection.Execute(Sql, parameters, transaction);
        return _connection.Execute(EraseReceived, parameters, transaction)
            + _connection.Execute(EraseOutgoing, parameters, transaction);
    }

    /// <summary>Erased pages also stand in the write-ahead log until it is emptied.</summary>
    public async Task EmptyLogAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            _connection.Execute("pragma wal_checkpoint(truncate)");
        }
        finally
        {
            _one.Release();
        }
    }

    private EarlierRow? Earlier(MessageId id, SqliteTransaction transaction)
    {
        const string Sql = """
            select
                digest as Digest,
                signer as Signer,
                lane as Lane
            from received
            where id = @id
            """;
        return _connection.QueryFirstOrDefault<EarlierRow>(Sql, new { id = id.ToString() }, transaction);
    }

    private bool IsPurged(EnquiryReference enquiry, SqliteTransaction transaction)
    {
        const string Sql = "select count(*) from purged where enquiry = @enquiry";
        return _connection.ExecuteScalar<int>(Sql, new { enquiry = enquiry.ToString() }, transaction) > 0;
    }

    private void Insert(ReceivedLetter received, bool withContent, SqliteTransaction transaction)
    {
        const string Sql = """
            insert into received
                (id, digest, signer, lane, type, enquiry, request, received_at, content, evidence)
            values
                (@id, @digest, @signer, @lane, @type, @enquiry, @request, @now, @content, @evidence)
            """;
        var head = received.Letter.Head;
        // Receipts and instructions hold no person: their ids are all that is worth keeping.
        var keep = withContent && head.Type is LetterType.Request or LetterType.Amendment;
        _connection.Execute(
            Sql,
            new
            {
                id = head.Id.ToString(),
                digest = received.Digest,
                signer = received.Signer,
                lane = received.Lane,
                type = head.Type.ToString(),
                enquiry = head.Enquiry?.ToString(),
                request = head.Request?.ToString(),
                now = Now(),
                content = keep ? LetterJson.Write(received.Letter) : null,
                evidence = keep ? received.Evidence : null,
            },
            transaction
        );
    }

    private void Insert(OutgoingLetter letter, SqliteTransaction transaction)
    {
        const string Sql = """
            insert into outgoing
                (id, type, in_reply_to, enquiry, request, part, rating, digest, body, expires_at)
            values
                (@id, @type, @inReplyTo, @enquiry, @request, @part, @rating, @digest, @body, @expiresAt)
            """;
        _connection.Execute(
            Sql,
            new
            {
                id = letter.Id.ToString(),
                type = letter.Type.ToString(),
                inReplyTo = letter.InReplyTo.ToString(),
                enquiry = letter.Enquiry?.ToString(),
                request = letter.Request?.ToString(),
                part = letter.Part,
                rating = (int)letter.Rating,
                digest = letter.Digest,
                body = letter.Body,
                expiresAt = Text(letter.ExpiresAt),
            },
            transaction
        );
    }

    private void Insert(
        string letter,
        IReadOnlyList<Unlooked> unlooked,
        int tries,
        DateTimeOffset at,
        SqliteTransaction transaction
    )
    {
        const string Sql = """
            insert into look_again (letter, part, final, subjects, not_looked, tries, at)
            values (@letter, @Part, @Final, @subjects, @notLooked, @tries, @at)
            """;
        foreach (var part in unlooked)
        {
            _connection.Execute(
                Sql,
                new
                {
                    letter,
                    part.Part,
                    part.Final,
                    subjects = string.Join(' ', part.Subjects),
                    notLooked = string.Join(' ', part.NotLooked),
                    tries,
                    at = Text(at),
                },
                transaction
            );
        }
    }

    private void Insert(Refusal refusal, SqliteTransaction transaction)
    {
        // The same refused bytes again tell operations nothing new.
        const string Sql = """
            insert into quarantine (at, lane, fault, signer, digest, detail, body)
            values (@now, @lane, @fault, @signer, @digest, @detail, @body)
            on conflict (digest) do nothing
            """;
        var kept = refusal.Body.Span[..Math.Min(refusal.Body.Length, LongestRefusalKept)].ToArray();
        _connection.Execute(
            Sql,
            new
            {
                now = Now(),
                lane = refusal.Lane,
                fault = refusal.Fault,
                signer = refusal.Signer,
                digest = Convert.ToHexStringLower(SHA256.HashData(refusal.Body.Span)),
                detail = refusal.Detail,
                body = kept,
            },
            transaction
        );
    }

    // One statement sees one state; a transaction around it would only be one more lock on the file.
    private async Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return read();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<T> InOneAsync<T>(Func<SqliteTransaction, T> change, CancellationToken cancellation)
    {
        // SQLite has one writer; waiting for our own turn here costs less than finding the file busy.
        await _one.WaitAsync(cancellation);
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var result = change(transaction);
            transaction.Commit();
            return result;
        }
        finally
        {
            _one.Release();
        }
    }

    private string Now() => Text(_clock.GetUtcNow());

    // Fixed width, so that the order of the texts is that of the instants.
    private static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    private static MessageId Id(string text) =>
        MessageId.TryParse(text, out var id) ? id : throw new FormatException("The inbox holds an id that is none.");

    private static Letter Read(byte[] content) =>
        LetterJson.Read(content).Letter ?? throw new FormatException("The inbox holds a letter that cannot be read.");

    private sealed class EarlierRow
    {
        public required string Digest { get; init; }

        public required string Signer { get; init; }

        public required string Lane { get; init; }
    }

    private sealed class UnsentRow
    {
        public required string Id { get; init; }

        public required string Type { get; init; }

        public required byte[] Body { get; init; }
    }

    private class WorkRow
    {
        public required string Letter { get; init; }

        public required long Rating { get; init; }

        public required string DueAt { get; init; }

        public required string Digest { get; init; }

        public required byte[] Content { get; init; }

        public required byte[] RequestContent { get; init; }

        public required long PartsStored { get; init; }

        public required long NextPart { get; init; }

        public Work ToWork() =>
            new(
                Read(Content),
                Digest,
                Read(RequestContent),
                (Rating)Rating,
                Instant(DueAt),
                (int)PartsStored,
                (int)NextPart
            );
    }

    private sealed class AgainRow : WorkRow
    {
        public required long Part { get; init; }

        public required long Final { get; init; }

        public required string Subjects { get; init; }

        public required string NotLooked { get; init; }

        public required long Tries { get; init; }

        public LookAgain ToLookAgain() =>
            new(ToWork(), new Unlooked((int)Part, Final != 0, Subjects.Split(' '), NotLooked.Split(' ')), (int)Tries);
    }
}

/// <summary>A sealed letter that the transport has not confirmed since it was last to be sent.</summary>
internal sealed record UnsentLetter(MessageId Id, LetterType Type, byte[] Body);
