using MashBroker.Ledger;

namespace MashBroker.Correlation;

/// <summary>
/// Rung when a pack may have fallen due, so that asking which one is not repeated at every change of the ledger; a decision rings
/// it by itself. Another process's changes are found within the interval of every worker.
/// </summary>
internal sealed class PackBell(LedgerSignal signal)
{
    public LedgerInterest Interest { get; } = signal.Of("decisions");

    public void Ring() => Interest.Raise();
}
