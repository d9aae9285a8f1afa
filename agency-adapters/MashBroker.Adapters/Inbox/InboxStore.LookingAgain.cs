using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Inbox;

/// <content>People who could not be looked for, and when to look again.</content>
internal sealed partial class InboxStore
{
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
        ReadAsync(
            () =>
            {
                const string Sql = $"""
                    select
                        {WhatWasAsked},
                        0 as PartsStored,
                        look_again.part as Part,
                        look_again.final as Final,
                        look_again.subjects as Subjects,
                        look_again.not_looked as NotLooked,
                        look_again.tries as Tries
                    from look_again
                    join work on work.letter = look_again.letter
                    {ItsRequest}
                    where look_again.at <= @now
                        and request.due_at > @now
                        and work.done_at is not null
                        and {StillToDo}
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
                    }
                );
                return row?.ToLookAgain(_vault);
            },
            cancellation
        );

    /// <summary>The next instant at which something is to be looked at again; null when nothing is.</summary>
    public Task<DateTimeOffset?> NextAgainAtAsync(CancellationToken cancellation) =>
        ReadAsync<DateTimeOffset?>(
            () =>
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
                return _connection.ExecuteScalar<string?>(Sql, new { now = Now() }) is { } at ? Instant(at) : null;
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
}
