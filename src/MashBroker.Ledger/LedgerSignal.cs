using System.Collections.Immutable;

namespace MashBroker.Ledger;

/// <summary>
/// Wakes those who work on the ledger when it changed, in this process or in another. A hint only: whoever is woken asks the
/// ledger what there is to do, so a lost signal costs a moment and never a deadline.
/// </summary>
public sealed class LedgerSignal
{
    private ImmutableArray<LedgerInterest> _interests = [];

    public LedgerSignal() => Any = Of();

    /// <summary>Every change.</summary>
    public LedgerInterest Any { get; }

    /// <summary>Changes of these tables alone: a commit that cannot have made work must not cost a look. None means all.</summary>
    public LedgerInterest Of(params string[] tables)
    {
        var interest = new LedgerInterest(tables);
        ImmutableInterlocked.Update(ref _interests, interests => interests.Add(interest));
        return interest;
    }

    /// <param name="tables">What changed; null where nobody can say.</param>
    public void Raise(IReadOnlySet<string>? tables = null)
    {
        foreach (var interest in _interests)
        {
            interest.Tell(tables);
        }
    }
}
