using MashBroker.Contracts.Cases;

namespace MashBroker.Ledger.Cases;

/// <summary>One entry of a case file.</summary>
/// <param name="Number">Counted from 1 within the case.</param>
/// <param name="At">When it was put on record, UTC.</param>
public sealed record CaseEntry(int Number, CaseEntryKind Kind, DateTimeOffset At, CaseStatement Statement);
