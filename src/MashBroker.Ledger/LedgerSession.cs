using System.Data.Common;

namespace MashBroker.Ledger;

/// <summary>One consistent view of the ledger for reading.</summary>
public class LedgerSession
{
    internal LedgerSession(DbConnection connection, DbTransaction transaction) =>
        (Connection, Transaction) = (connection, transaction);

    internal DbConnection Connection { get; }

    internal DbTransaction Transaction { get; }
}
