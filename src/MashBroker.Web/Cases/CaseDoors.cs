using MashBroker.Contracts.Cases;

namespace MashBroker.Web.Cases;

/// <summary>How each kind of entry comes on record: most are added as they are, others with the act of which they are the record.</summary>
public static class CaseDoors
{
    private const string Add = "mash case add";

    private const string ByTheHub = "the hub itself, with the act it belongs to";

    // Kinds with an address of their own. Those under the common command are held against the hub's rules at the same address.
    private static readonly Dictionary<string, string> Ways = new()
    {
        ["re-rating"] = "mash enquiry rerate",
        ["new-facts"] = "mash enquiry facts",
        ["chase"] = "mash enquiry chase",
        ["asked-later"] = "mash enquiry ask",
        ["enquiry-withdrawal"] = "mash enquiry withdraw",
        ["strategy-call"] = "mash strategy call",
        ["strategy-cancellation"] = "mash strategy cancel",
        ["strategy-record"] = "mash strategy record",
        ["lawful-basis"] = Add,
        ["sharing-decision"] = Add,
        ["records-withheld"] = ByTheHub,
        ["view"] = Add,
        ["joined-enquiry"] = "mash contact join",
        ["contact-decision"] = "mash contact decide",
        ["departure"] = ByTheHub,
        ["criterion-answer"] = "mash enquiry publish",
        ["form-left-out"] = "mash contact import",
        ["decision"] = "mash decision record",
        ["addendum"] = ByTheHub,
        ["addendum-judgement"] = "mash decision judge",
        ["decision-kept"] = "mash decision keep",
        ["feedback"] = "mash decision tell",
        ["summary-given"] = "mash decision hand-over",
    };

    public static IReadOnlyList<CaseDoor> All { get; } =
    [.. CaseEntryKinds.All.Select(kind => new CaseDoor(kind.Code, kind.Name, kind.HasOwnDoor ? Ways[kind.Code] : Add))];

    /// <summary>Codes of the kinds that <c>mash case add</c> takes, one after the other.</summary>
    public static string AddedHere { get; } =
        string.Join(", ", All.Where(door => door.AddedAsItIs).Select(door => door.Kind));

    /// <summary>The other kinds, each with its way.</summary>
    internal static string OtherWays { get; } =
        string.Join(", ", All.Where(door => !door.AddedAsItIs).Select(door => $"{door.Kind} ({door.Way})"));

    internal static CaseDoor? Find(string kind) => All.FirstOrDefault(door => door.Kind == kind);

    internal static bool IsCommon(string way) => way == Add;
}

/// <param name="Kind">Code of the kind.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Way">The command, or that the hub writes it.</param>
public sealed record CaseDoor(string Kind, string Name, string Way)
{
    /// <summary>It is added as a statement of its own.</summary>
    public bool AddedAsItIs => CaseDoors.IsCommon(Way);
}
