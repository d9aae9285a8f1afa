using Dapper;
using MashBroker.Contracts;

namespace MashBroker.Ledger.Outbox;

/// <summary>
/// What an agency's answer, or a withdrawal, makes of letters in the outbox: they go no more, or an answer goes once again.
/// </summary>
public static class OutboxSettlement
{
    /// <summary>No letter of type request needs sending any more for this request.</summary>
    internal static Task SettleAsync(LedgerTransaction ledger, MessageId request) =>
        ledger.Connection.ExecuteAsync(
            """
            update outbox
            set settled_at = @Now
            where request_id = @request and type = 'Request' and settled_at is null
            """,
            new { request, ledger.Now },
            ledger.Transaction
        );

    /// <summary>The agency has this amendment or withdrawal.</summary>
    public static Task SettleLetterAsync(LedgerTransaction ledger, MessageId letter) =>
        ledger.Connection.ExecuteAsync(
            """
            update outbox
            set settled_at = coalesce(settled_at, @Now)
            where letter_id = @letter and type in ('Amendment', 'Withdrawal')
            """,
            new { letter, ledger.Now },
            ledger.Transaction
        );

    /// <summary>Nothing that was asked needs sending any more for this request.</summary>
    /// <returns>True when the agency can have heard of the request: it has been sealed.</returns>
    internal static async Task<bool> StopAsync(LedgerTransaction ledger, MessageId request)
    {
        await ledger.Connection.ExecuteAsync(
            """
            update outbox
            set settled_at = @Now
            where request_id = @request
                and type in ('Request', 'Amendment', 'Chaser')
                and settled_at is null
            """,
            new { request, ledger.Now },
            ledger.Transaction
        );
        return await ledger.Connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from outbox where request_id = @request and sealed_at is not null)",
            new { request },
            ledger.Transaction
        );
    }

    /// <summary>The letter answered came again: its answer goes again, same bytes, unless it was erased. Many arrivals before that are one repeat.</summary>
    public static Task<int> RepeatAnswerAsync(LedgerTransaction ledger, MessageId answered) =>
        ledger.Connection.ExecuteAsync(
            """
            update outbox
            set settled_at = null, next_attempt_at = @Now
            where in_reply_to = @answered and (sealed is not null or letter is not null)
            """,
            new { answered, ledger.Now },
            ledger.Transaction
        );
}
