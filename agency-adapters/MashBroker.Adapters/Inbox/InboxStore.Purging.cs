using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing.AtRest;
using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Inbox;

/// <content>What an instruction to erase leaves.</content>
internal sealed partial class InboxStore
{
    /// <summary>So long the agency and the hub can look into what was refused.</summary>
    private const int RefusedDays = 90;

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
        const string Key = "select key_id from family where enquiry = @enquiry";
        var parameters = new { enquiry = head.Enquiry!.ToString(), now = Now() };
        if (_connection.ExecuteScalar<string?>(Key, parameters, transaction) is { } key)
        {
            // Before the certificate that says so is on disk; stopped in between, the instruction comes again.
            _vault.Destroy([KeyOf(key)]);
        }

        _connection.Execute(Sql, parameters, transaction);
        return _connection.Execute(EraseReceived, parameters, transaction)
            + _connection.Execute(EraseOutgoing, parameters, transaction);
    }

    /// <summary>
    /// Keys of purged enquiries, which a restored backup would bring back, and of days whose refused messages nobody needs any more.
    /// </summary>
    private void DestroyAgain()
    {
        const string Purged = "select key_id from family join purged using (enquiry)";
        KeyId[] keys =
        [
            .. _connection.Query<string>(Purged).Select(KeyOf),
            .. _vault.DaysBefore(DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(-RefusedDays)),
        ];
        if (keys.Length > 0)
        {
            _vault.Destroy(keys);
        }
    }

    /// <summary>What was erased, and the key that was destroyed, also stand in the write-ahead logs until those are emptied.</summary>
    public async Task EmptyLogAsync(CancellationToken cancellation)
    {
        await _vault.EmptyLogAsync(cancellation);
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
}
