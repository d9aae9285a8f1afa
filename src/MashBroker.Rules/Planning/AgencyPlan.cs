using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>Invariant: exactly one of <see cref="Ask"/> and a reason.</summary>
public sealed record AgencyPlan
{
    private AgencyPlan() { }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public AgencyAsk? Ask { get; private init; }

    /// <summary>None where it is asked.</summary>
    public NotAskedReason Reason { get; private init; }

    internal static AgencyPlan Asks(AgencyProfile agency, AgencyAsk ask) =>
        new()
        {
            Code = agency.Code,
            Name = agency.Name,
            Ask = ask,
        };

    internal static AgencyPlan NotAsked(AgencyProfile agency, NotAskedReason reason) =>
        new()
        {
            Code = agency.Code,
            Name = agency.Name,
            Reason = reason,
        };
}

/// <summary>What one agency gets to see and may answer; the least that serves.</summary>
public sealed record AgencyAsk
{
    /// <summary>Codes are those of the contact, so that answers of different agencies name the same person alike.</summary>
    public required IReadOnlyList<Subject> Subjects { get; init; }

    public required IReadOnlyList<string> Questions { get; init; }

    public required IReadOnlyList<string> MayReturn { get; init; }

    public required DateOnly? LookBackTo { get; init; }

    public required string ConcernSummary { get; init; }

    /// <summary>Version of the sharing agreement under which it is asked. Without one, nothing it returns may be read.</summary>
    public string? Agreement { get; init; }

    /// <summary>What the hub knows and this agency is not told.</summary>
    public WithheldFromAgency? Withheld { get; init; }
}

public enum NotAskedReason
{
    None = 0,

    /// <summary>The hub's profile names the agency and no adapter of it is connected.</summary>
    NotConnected,

    /// <summary>The contact names nobody of the roles that this agency is asked about.</summary>
    NobodyItIsAskedAbout,

    /// <summary>Nothing was signed with it, or what was has not begun or has ended.</summary>
    NoAgreementInForce,

    /// <summary>What was signed with it is for other purposes.</summary>
    PurposeNotCovered,

    /// <summary>A named person decided that it is not told.</summary>
    DecidedNotToShare,

    /// <summary>A named person decided to share with others by name.</summary>
    NotAmongThoseToShareWith,

    /// <summary>The hub has links with it and it is no part of the hub: somebody asks it where that is needed.</summary>
    Linked,
}

/// <summary>How a board and a pack put it.</summary>
public static class NotAskedReasons
{
    public static string InWords(this NotAskedReason reason) =>
        reason switch
        {
            NotAskedReason.NotConnected => "not connected",
            NotAskedReason.NobodyItIsAskedAbout => "nobody in this contact that it is asked about",
            NotAskedReason.NoAgreementInForce => "no sharing agreement in force",
            NotAskedReason.PurposeNotCovered => "its sharing agreement does not cover this purpose",
            NotAskedReason.DecidedNotToShare => "it was decided not to share with it",
            NotAskedReason.NotAmongThoseToShareWith => "the decision to share does not name it",
            NotAskedReason.Linked => "linked with the hub, and asked when somebody asks for it",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), "It was asked."),
        };
}
