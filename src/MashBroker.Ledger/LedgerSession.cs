using System.Data.Common;
using MashBroker.Vault;

namespace MashBroker.Ledger;

/// <summary>One consistent view of the ledger for reading.</summary>
public class LedgerSession
{
    internal LedgerSession(DbConnection connection, DbTransaction transaction, ContentVault vault) =>
        (Connection, Transaction, Vault) = (connection, transaction, vault);

    internal DbConnection Connection { get; }

    internal DbTransaction Transaction { get; }

    /// <summary>What protects and opens the content of this ledger.</summary>
    internal ContentVault Vault { get; }
}
