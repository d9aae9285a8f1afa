using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Inbox;

/// <content>What each letter changes when it comes in.</content>
internal sealed partial class InboxStore
{
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
                var erased = purged ? 0 : Follow(received, transaction);
                if (reply(erased) is { } answer)
                {
                    Insert(answer, transaction);
                }

                return Kept.New;
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
    private int Follow(ReceivedLetter received, SqliteTransaction transaction)
    {
        var letter = received.Letter;
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
                KeepProof(received, transaction);
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
        // Amendments of different ratings come on different lanes: of two, the one written last says what holds.
        const string Rerate = """
            update request
            set rating = @rating,
                due_at = coalesce(@dueAt, due_at),
                amended_at = @issuedAt
            where id = @id and coalesce(amended_at, '') <= @issuedAt
            """;
        _connection.Execute(
            Rerate,
            new
            {
                id = head.Request.ToString(),
                rating = (int)(amendment.NewRating ?? head.Rating),
                // A request that was answered and is asked anew has a deadline of its own, which the head states.
                dueAt = (amendment.ReturnDueAt ?? head.DueAt) is { } dueAt ? Text(dueAt) : null,
                issuedAt = Text(head.IssuedAt),
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

    private sealed class EarlierRow
    {
        public required string Digest { get; init; }

        public required string Signer { get; init; }

        public required string Lane { get; init; }
    }
}
