namespace MashBroker.Rules;

/// <summary>How each agency took part in a strategy discussion, and whether it was quorate by the hub's rule.</summary>
public sealed record StrategyAttendance
{
    /// <summary>By agency: those of the quorum, those invited, and whoever else came.</summary>
    public required IReadOnlyDictionary<string, TookPart> Agencies { get; init; }

    /// <summary>Codes of the agencies that had to be there and were not; a return does not stand in for them.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Null where the hub's rule asks for nobody.</summary>
    public required bool? Quorate { get; init; }

    /// <param name="attended">Codes of the agencies that somebody came for.</param>
    /// <param name="apologies">Codes of those that said they could not.</param>
    /// <param name="inWriting">Codes of those whose information was there: by a return, or otherwise in writing.</param>
    /// <param name="alsoInvited">Codes of those invited besides the rule's.</param>
    public static StrategyAttendance Of(
        StrategyRule rule,
        IReadOnlyCollection<string> attended,
        IReadOnlyCollection<string> apologies,
        IReadOnlyCollection<string> inWriting,
        IReadOnlyCollection<string> alsoInvited
    )
    {
        string[] quorum = [.. rule.Quorum.Select(each => each.Agency)];
        var represented = rule
            .Quorum.Where(each => attended.Contains(each.Agency))
            .SelectMany(each => each.StandsFor)
            .ToHashSet();
        string[] missing = [.. quorum.Where(agency => !attended.Contains(agency))];
        return new StrategyAttendance
        {
            Agencies = quorum
                .Concat(rule.Invited)
                .Concat(alsoInvited)
                .Concat(attended)
                .Distinct()
                .ToDictionary(agency => agency, How),
            Missing = missing,
            Quorate = quorum.Length == 0 ? null : missing.Length == 0,
        };

        TookPart How(string agency) =>
            attended.Contains(agency) ? TookPart.Attended
            // Nothing in writing makes somebody present who has to be there.
            : quorum.Contains(agency) ? Away(agency)
            : represented.Contains(agency) ? TookPart.Represented
            : rule.ReturnStandsIn && inWriting.Contains(agency) ? TookPart.InWriting
            : Away(agency);

        TookPart Away(string agency) => apologies.Contains(agency) ? TookPart.SentApologies : TookPart.Absent;
    }

    /// <summary>Codes of the agencies that a rule invites, those that have to come first.</summary>
    public static IReadOnlyList<string> Invited(StrategyRule rule, IEnumerable<string> also) =>
        [.. rule.Quorum.Select(each => each.Agency).Concat(rule.Invited).Concat(also).Distinct()];
}

/// <summary>An agency's part in a strategy discussion. No two of these are alike.</summary>
public enum TookPart
{
    Absent = 0,
    Attended,

    /// <summary>An agency that stands for it by the hub's rule was there.</summary>
    Represented,

    /// <summary>Its information was there in writing, which the hub's rule takes for its attendance.</summary>
    InWriting,
    SentApologies,
}

/// <summary>How a pack and a record put it.</summary>
public static class TookParts
{
    public static string InWords(this TookPart part) =>
        part switch
        {
            TookPart.Attended => "attended",
            TookPart.Represented => "represented by an agency that stands for it",
            TookPart.InWriting => "in writing, which stands in for attendance",
            TookPart.SentApologies => "sent apologies",
            _ => "absent",
        };
}
