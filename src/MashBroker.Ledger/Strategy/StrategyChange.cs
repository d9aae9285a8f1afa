using MashBroker.Contracts.Contacts;

namespace MashBroker.Ledger.Strategy;

/// <summary>What came of calling, cancelling or recording a strategy discussion. Where there are faults, nothing of it was done.</summary>
public sealed record StrategyChange
{
    public int? Number { get; init; }

    public bool? Quorate { get; init; }

    /// <summary>When it is held, as it was understood; of a discussion that was called or moved.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>What whoever did it should know, in plain words without names.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    internal static StrategyChange Refused(IReadOnlyList<FieldFault> faults) => new() { Faults = faults };

    /// <summary>What is wrong with the form of what was said, and what else stands in its way but what follows from that.</summary>
    internal static IReadOnlyList<FieldFault> All(
        IReadOnlyList<FieldFault> misread,
        params IEnumerable<FieldFault> faults
    ) => [.. misread, .. faults.Where(fault => misread.All(each => each.Path != fault.Path))];
}
