using Dapper;
using MashBroker.Contracts;

namespace MashBroker.Ledger.Enquiries;

/// <summary>
/// Steps of a request after publication. Each is made under its condition in one statement, so that of two that race the one
/// written first stands.
/// </summary>
internal static class RequestChanges
{
    /// <summary>Another deadline for a request that is still to be answered; marks of the old one go, its flags stay.</summary>
    /// <param name="warningsJson">Null where those of the enquiry's plan are its own.</param>
    /// <returns>False when it has been answered or withdrawn.</returns>
    public static async Task<bool> MoveDeadlineAsync(
        LedgerTransaction ledger,
        MessageId request,
        DateTimeOffset dueAt,
        string? warningsJson
    ) =>
        await ledger.Connection.ExecuteAsync(
            """
            update requests
            set due_at = @dueAt,
                warnings_json = @warningsJson,
                late = late and @dueAt < @Now
            where id = @request and state not in ('NotAsked', 'Answered', 'Withdrawn')
            """,
            new
            {
                request,
                dueAt,
                warningsJson,
                ledger.Now,
            },
            ledger.Transaction
        ) == 1;

    /// <summary>A request that was answered is asked anew, with a clock of its own from now.</summary>
    /// <returns>False when it is not answered: what it was asked before is open still, and its deadline stands.</returns>
    public static async Task<bool> ReopenAsync(
        LedgerTransaction ledger,
        MessageId request,
        DateTimeOffset dueAt,
        string warningsJson
    ) =>
        await ledger.Connection.ExecuteAsync(
            """
            update requests
            set state = 'AnsweredInPart',
                asked_at = @Now,
                due_at = @dueAt,
                warnings_json = @warningsJson,
                answered_at = null,
                late = 0,
                missing = 0
            where id = @request and state = 'Answered'
            """,
            new
            {
                request,
                dueAt,
                warningsJson,
                ledger.Now,
            },
            ledger.Transaction
        ) == 1;

    /// <summary>An agency that was not asked is asked now.</summary>
    /// <returns>False when it has been asked.</returns>
    public static async Task<bool> AskAsync(
        LedgerTransaction ledger,
        MessageId request,
        DateTimeOffset dueAt,
        string warningsJson
    ) =>
        await ledger.Connection.ExecuteAsync(
            """
            update requests
            set state = 'Queued',
                asked_at = @Now,
                due_at = @dueAt,
                warnings_json = @warningsJson
            where id = @request and state = 'NotAsked'
            """,
            new
            {
                request,
                dueAt,
                warningsJson,
                ledger.Now,
            },
            ledger.Transaction
        ) == 1;

    /// <summary>Withdraws a request, whether it has been answered or not, and keeps which of the two it was.</summary>
    /// <returns>False when it was withdrawn before.</returns>
    public static async Task<bool> WithdrawAsync(LedgerTransaction ledger, MessageId request) =>
        await ledger.Connection.ExecuteAsync(
            """
            update requests
            set answered_when_withdrawn = state = 'Answered',
                state = 'Withdrawn',
                withdrawn_at = @Now
            where id = @request and state not in ('NotAsked', 'Withdrawn')
            """,
            new { request, ledger.Now },
            ledger.Transaction
        ) == 1;

    /// <summary>
    /// An agency whose request was withdrawn is asked by another one. The former stays as it is, and so does what is returned to it.
    /// </summary>
    /// <param name="request">The one that was withdrawn.</param>
    /// <param name="next">Id of the new one.</param>
    /// <returns>False when it is not withdrawn, or another has taken its place already.</returns>
    public static async Task<bool> AskAgainAsync(
        LedgerTransaction ledger,
        MessageId request,
        MessageId next,
        DateTimeOffset dueAt,
        string warningsJson
    )
    {
        var replaced = await ledger.Connection.ExecuteAsync(
            "update requests set replaced_at = @Now where id = @request and state = 'Withdrawn' and replaced_at is null",
            new { request, ledger.Now },
            ledger.Transaction
        );
        return replaced == 1
            && await ledger.Connection.ExecuteAsync(
                """
                insert into requests (id, enquiry_reference, agency, agency_name, state, asked_at, due_at, warnings_json)
                select @next, enquiry_reference, agency, agency_name, 'Queued', @Now, @dueAt, @warningsJson
                from requests
                where id = @request
                """,
                new
                {
                    request,
                    next,
                    dueAt,
                    warningsJson,
                    ledger.Now,
                },
                ledger.Transaction
            ) == 1;
    }

    /// <returns>The number of this reminder.</returns>
    public static Task<int> CountChaserAsync(LedgerTransaction ledger, MessageId request) =>
        ledger.Connection.ExecuteScalarAsync<int>(
            "update requests set chasers = chasers + 1, chased_at = @Now where id = @request returning chasers",
            new { request, ledger.Now },
            ledger.Transaction
        );
}
