using System.Data.Common;
using MashBroker.Ledger.Leaks;
using MashBroker.Vault;

namespace MashBroker.Ledger;

/// <summary>
/// One change of the ledger: all of it or nothing. Stores take it as their first argument, so that a consumer can make one
/// unit of several steps.
/// </summary>
public sealed class LedgerTransaction : LedgerSession
{
    internal LedgerTransaction(
        DbConnection connection,
        DbTransaction transaction,
        ContentVault vault,
        DateTimeOffset now
    )
        : base(connection, transaction, vault) => Now = UtcText.Kept(now);

    /// <summary>The one instant of this change, UTC: every row it writes carries the same time.</summary>
    public DateTimeOffset Now { get; }

    internal LookedAt LookedAt { get; } = new();
}
