using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Inbox;

/// <content>Work that waits, and the returns it ends in.</content>
internal sealed partial class InboxStore
{
    private const string WhatWasAsked = """
        work.letter as Letter,
        request.rating as Rating,
        request.due_at as DueAt,
        asking.digest as Digest,
        asking.content as Content,
        original.id as RequestLetter,
        original.content as RequestContent,
        (select coalesce(max(part), 0) from outgoing
            where request = work.request and type = 'Return') + 1 as NextPart
        """;

    /// <summary>From a row of work to its request, the letter that asks, and the newest request letter with content.</summary>
    private const string ItsRequest = """
        join request on request.id = work.request
        join received as asking on asking.id = work.letter
        join received as original on original.id = (
            select id from received
            where request = work.request and type = 'Request' and content is not null
            order by received_at desc, rowid desc
            limit 1)
        """;

    /// <summary>Neither withdrawn nor erased, urgent enough, and nobody works on it.</summary>
    private const string StillToDo = """
        request.withdrawn_at is null
        and asking.content is not null
        and request.rating >= @leastRating
        and work.request not in @inHand
        """;

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
                const string Sql = $"""
                    select
                        {WhatWasAsked},
                        (select count(*) from outgoing
                            where in_reply_to = work.letter and type = 'Return') as PartsStored
                    from work
                    {ItsRequest}
                    where work.done_at is null
                        and {StillToDo}
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
                return row?.ToWork(_vault);
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
}
