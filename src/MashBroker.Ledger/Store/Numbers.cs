using Dapper;

namespace MashBroker.Ledger;

/// <summary>Running numbers without gaps or repeats: they belong to the transaction that takes them.</summary>
internal static class Numbers
{
    public static Task<long> NextAsync(LedgerTransaction ledger, string name) =>
        ledger.Connection.ExecuteScalarAsync<long>(
            """
            insert into numbers (name, last) values (@name, 1)
            on conflict (name) do update set last = last + 1
            returning last
            """,
            new { name },
            ledger.Transaction
        );
}
