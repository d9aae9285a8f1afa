using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Inbox;

/// <content>Letters that wait for the transport, and those nobody has acknowledged.</content>
internal sealed partial class InboxStore
{
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
}
