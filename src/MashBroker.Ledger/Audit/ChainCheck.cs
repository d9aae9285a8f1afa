using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Audit;

/// <summary>
/// Follows a chain row by row and stops at the first that is not what it was. Holds one row at a time, however long the chain.
/// </summary>
/// <param name="chain">Id of the chain.</param>
/// <param name="heads">
/// Signed ends of it, whose signatures somebody has checked: what is hashed anew from some row on is seen by these alone.
/// </param>
public sealed class ChainCheck(byte[] chain, IEnumerable<AuditHead> heads)
{
    private readonly string _chain = Convert.ToHexStringLower(chain);
    private readonly Queue<AuditHead> _heads = new(heads.OrderBy(head => head.Sequence));
    private byte[] _hash = AuditHash.Beginning;
    private long _vouched;

    /// <summary>Sequence of the last row taken; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>How many of the signed heads were met and agree.</summary>
    public int HeadsMet { get; private set; }

    /// <summary>The next row. After a fault nothing more is to be asked.</summary>
    public ChainFault? Take(AuditEntry row)
    {
        var expected = Last + 1;
        if (row.Sequence != expected)
        {
            return new ChainFault(expected, ChainFaultKind.Deleted, $"Row {expected} is missing.");
        }
        var hash = AuditHash.OfLink(chain, row.Sequence, row.Previous, AuditHash.OfEntry(row));
        if (!hash.AsSpan().SequenceEqual(row.Hash))
        {
            return new ChainFault(
                expected,
                ChainFaultKind.Edited,
                $"Row {expected} does not say what was hashed: it was edited, or put there from elsewhere."
            );
        }
        if (!row.Previous.AsSpan().SequenceEqual(_hash))
        {
            return Last == 0
                ? new ChainFault(1, ChainFaultKind.Replaced, "Row 1 is not the beginning of a chain.")
                : new ChainFault(
                    Last,
                    ChainFaultKind.Replaced,
                    $"Row {Last} is not the one that row {expected} follows."
                );
        }
        (Last, _hash) = (expected, hash);
        return MeetHeads();
    }

    /// <summary>After the last row.</summary>
    /// <param name="last">The end as the ledger itself notes it.</param>
    /// <param name="hash">Hash at that end.</param>
    public ChainFault? End(long last, byte[] hash)
    {
        if (_heads.FirstOrDefault(head => head.Chain != _chain) is { } foreign)
        {
            return new ChainFault(
                foreign.Sequence,
                ChainFaultKind.AnotherChain,
                $"A signed head is of the chain {foreign.Chain}, this ledger's is {_chain}: it is another ledger, or was replaced."
            );
        }
        var furthest = Math.Max(last, _heads.Count > 0 ? _heads.Max(head => head.Sequence) : 0);
        if (furthest > Last)
        {
            return new ChainFault(
                Last + 1,
                ChainFaultKind.Truncated,
                $"Rows {Last + 1} to {furthest} are missing at the end."
            );
        }
        return last == Last && hash.AsSpan().SequenceEqual(_hash)
            ? null
            : new ChainFault(
                Last,
                ChainFaultKind.Replaced,
                $"Row {Last} is not the one that the ledger notes as its end (row {last})."
            );
    }

    private ChainFault? MeetHeads()
    {
        while (_heads.TryPeek(out var head) && head.Sequence == Last && head.Chain == _chain)
        {
            _heads.Dequeue();
            if (head.Hash != Convert.ToHexStringLower(_hash))
            {
                return new ChainFault(
                    _vouched + 1,
                    ChainFaultKind.Forked,
                    $"The head signed at {head.At:u} has another hash for row {Last}: from somewhere between rows {_vouched + 1} "
                        + $"and {Last} on, the rows are not those that were signed."
                );
            }
            HeadsMet++;
            _vouched = Last;
        }
        return null;
    }
}
