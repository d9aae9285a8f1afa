using Dapper;

namespace MashBroker.Ledger.Notices;

/// <summary>What operations staff must see to, in plain sentences without personal data; gone when it no longer holds.</summary>
public static class NoticeStore
{
    /// <summary>Puts these in the place of all notices of a subject. What was there before keeps the time at which it was raised.</summary>
    public static async Task<int> ReplaceAsync(LedgerTransaction ledger, string subject, IReadOnlyList<string> texts)
    {
        await ledger.Connection.ExecuteAsync(
            "delete from notices where subject = @subject and text not in @texts",
            new { subject, texts },
            ledger.Transaction
        );
        return await ledger.Connection.ExecuteAsync(
            """
            insert into notices (subject, text, raised_at)
            values (@subject, @text, @Now)
            on conflict (subject, text) do nothing
            """,
            texts.Select(text => new
            {
                subject,
                text,
                ledger.Now,
            }),
            ledger.Transaction
        );
    }

    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<Notice>> AllAsync(LedgerSession ledger) =>
        [
            .. await ledger.Connection.QueryAsync<Notice>(
                "select subject, text, raised_at from notices order by raised_at, text",
                transaction: ledger.Transaction
            ),
        ];
}

public sealed record Notice
{
    /// <summary>What raises it, e.g. <c>certificates</c>.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }
}
