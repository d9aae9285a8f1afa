namespace MashBroker.Contracts.Cases;

/// <summary>Every kind of statement that a case file can hold. A kind is never taken away: old files are read for years.</summary>
public static class CaseEntryKinds
{
    public static IReadOnlyList<CaseEntryKind> All { get; } = [CaseEntryKind.Of("note", "Note", Note.Read)];

    private static readonly Dictionary<string, CaseEntryKind> ByCode = All.ToDictionary(kind => kind.Code);

    private static readonly Dictionary<Type, CaseEntryKind> ByType = All.ToDictionary(kind => kind.Type);

    public static CaseEntryKind? Find(string code) => ByCode.GetValueOrDefault(code);

    public static CaseEntryKind Of(CaseStatement statement) => ByType[statement.GetType()];

    public static CaseEntryKind Of<T>()
        where T : CaseStatement => ByType[typeof(T)];
}
