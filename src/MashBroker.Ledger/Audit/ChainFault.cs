namespace MashBroker.Ledger.Audit;

/// <summary>The first row at which an audit chain is not what it was.</summary>
/// <param name="Sequence">Number of the row.</param>
/// <param name="Kind">What was done to it.</param>
/// <param name="Text">The same in a sentence.</param>
public sealed record ChainFault(long Sequence, ChainFaultKind Kind, string Text);

/// <summary>What can be seen to have happened to a chain.</summary>
public enum ChainFaultKind
{
    None = 0,

    /// <summary>The row does not say what was hashed.</summary>
    Edited,

    /// <summary>The number is missing between two others.</summary>
    Deleted,

    /// <summary>The row is well formed by itself, and is not the one that the next was linked to.</summary>
    Replaced,

    /// <summary>Rows are missing at the end.</summary>
    Truncated,

    /// <summary>A signed head names another hash: the rows up to it were written anew.</summary>
    Forked,

    /// <summary>A head speaks of another chain than this ledger's.</summary>
    AnotherChain,
}
