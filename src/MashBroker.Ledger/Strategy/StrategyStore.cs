using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Contacts;

namespace MashBroker.Ledger.Strategy;

/// <summary>Strategy discussions: at most one of a case is called and not yet held.</summary>
public static class StrategyStore
{
    private const string Columns = """
        id,
        contact_reference,
        number,
        state,
        called_at,
        due_at,
        starts_at,
        ends_at,
        sequence,
        quorate,
        held_at
        """;

    /// <summary>In the order called.</summary>
    public static async Task<IReadOnlyList<StrategyRow>> OfCaseAsync(LedgerSession ledger, string contact) =>
        [
            .. await ledger.Connection.QueryAsync<StrategyRow>(
                $"select {Columns} from strategy_discussions where contact_reference = @contact order by number",
                new { contact },
                ledger.Transaction
            ),
        ];

    public static Task<StrategyRow?> CalledAsync(LedgerSession ledger, string contact) =>
        ledger.Connection.QuerySingleOrDefaultAsync<StrategyRow>(
            $"select {Columns} from strategy_discussions where contact_reference = @contact and state = 'Called'",
            new { contact },
            ledger.Transaction
        );

    /// <returns>Its number.</returns>
    internal static Task<int> AddAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        DateTimeOffset dueAt,
        DateTimeOffset startsAt,
        DateTimeOffset endsAt
    ) =>
        ledger.Connection.ExecuteScalarAsync<int>(
            """
            insert into strategy_discussions (
                id, contact_reference, number, state, called_at, due_at, starts_at, ends_at
            )
            values (
                @id, @Reference,
                (select count(*) + 1 from strategy_discussions where contact_reference = @Reference),
                'Called', @Now, @dueAt, @startsAt, @endsAt
            )
            returning number
            """,
            new
            {
                id = MessageId.New().ToString(),
                contact.Reference,
                ledger.Now,
                dueAt,
                startsAt,
                endsAt,
            },
            ledger.Transaction
        );

    internal static Task MoveAsync(
        LedgerTransaction ledger,
        StrategyRow called,
        DateTimeOffset startsAt,
        DateTimeOffset endsAt
    ) =>
        ledger.Connection.ExecuteAsync(
            """
            update strategy_discussions
            set starts_at = @startsAt,
                ends_at = @endsAt,
                sequence = sequence + 1
            where id = @Id
            """,
            new
            {
                called.Id,
                startsAt,
                endsAt,
            },
            ledger.Transaction
        );

    internal static Task CancelAsync(LedgerTransaction ledger, StrategyRow called) =>
        ledger.Connection.ExecuteAsync(
            "update strategy_discussions set state = 'Cancelled', sequence = sequence + 1 where id = @Id",
            new { called.Id },
            ledger.Transaction
        );

    internal static Task HoldAsync(
        LedgerTransaction ledger,
        string contact,
        int number,
        DateTimeOffset heldAt,
        bool? quorate
    ) =>
        ledger.Connection.ExecuteAsync(
            """
            update strategy_discussions
            set state = 'Held',
                held_at = @heldAt,
                quorate = @quorate
            where contact_reference = @contact and number = @number
            """,
            new
            {
                contact,
                number,
                heldAt,
                quorate,
            },
            ledger.Transaction
        );
}
