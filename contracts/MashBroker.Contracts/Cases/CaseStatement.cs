namespace MashBroker.Contracts.Cases;

/// <summary>
/// One thing that a named person puts on record about a case. What was put on record is never changed: who was wrong says so in
/// a further statement.
/// </summary>
public abstract record CaseStatement : ContractRecord
{
    /// <summary>Name of whoever states it; staff or partners, never a referrer who stays anonymous.</summary>
    public required string By { get; init; }

    /// <summary>As what, e.g. <c>duty social worker</c>.</summary>
    public required string Role { get; init; }
}
