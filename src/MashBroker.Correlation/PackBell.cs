using MashBroker.Ledger;

namespace MashBroker.Correlation;

/// <summary>
/// Rung when a pack may have fallen due, so that asking which one is not repeated at every change of the ledger. Another
/// process's changes are found within the interval of every worker.
/// </summary>
internal sealed class PackBell
{
    public LedgerInterest Interest { get; } = new LedgerSignal().Any;

    public void Ring() => Interest.Raise();
}
