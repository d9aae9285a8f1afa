using MashBroker.Rules;

namespace MashBroker.Ledger.Leaks;

/// <summary>
/// Something was about to go on record that no act had looked at, and the leak check stopped it: nothing of the transaction is kept.
/// </summary>
public sealed class LeakFoundException(LeakReport report)
    : Exception("The leak check stopped what was about to go on record. Nothing was written.")
{
    public LeakReport Report { get; } = report;
}
