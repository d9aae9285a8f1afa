using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A kind of statement in a case file.</summary>
public sealed class CaseEntryKind
{
    private CaseEntryKind(string code, string name, Type type, Func<FormObject, DateTimeOffset, CaseStatement> form) =>
        (Code, Name, Type, Form) = (code, name, type, form);

    /// <summary>Kebab-case, e.g. <c>duty-visit</c>; stands in the ledger and in addresses and never changes.</summary>
    public string Code { get; }

    /// <summary>As people call it, e.g. "Duty visit".</summary>
    public string Name { get; }

    public Type Type { get; }

    /// <summary>True where stating it does more than put it on record: it then has an endpoint of its own and is refused at the common one.</summary>
    public bool HasOwnDoor { get; private init; }

    /// <summary>
    /// True where it is stated of a closed case too: it is about what the hub decided and did, or about who holds the case now. Anything
    /// else of a closed case is a new referral.
    /// </summary>
    public bool TakenOfClosed { get; private init; }

    internal Func<FormObject, DateTimeOffset, CaseStatement> Form { get; }

    internal static CaseEntryKind Of<T>(
        string code,
        string name,
        Func<FormObject, DateTimeOffset, T> form,
        bool ownDoor = false,
        bool ofClosed = false
    )
        where T : CaseStatement => new(code, name, typeof(T), form) { HasOwnDoor = ownDoor, TakenOfClosed = ofClosed };
}
