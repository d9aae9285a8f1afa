using System.Text.RegularExpressions;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Evidence;
using MashBroker.Rules;

namespace MashBroker.Cli.Commands;

/// <summary>
/// Acts on record as whoever has to prove them reads them aloud. The record itself is signed as it was written: JSON has every name
/// as it stands there, and <c>contracts/audit-events.md</c> says what each means.
/// </summary>
internal static partial class EvidenceWords
{
    /// <summary>What happened: <c>RatingConfirmed</c> reads "rating confirmed".</summary>
    public static string Of(string act) => WordOfTheRecord().Replace(act, name => InWords(name.Value));

    /// <summary>As the hub called it when it signed, its code in brackets.</summary>
    public static string Outcome(DecisionStatement decision) =>
        $"{decision.OutcomeName ?? PlainNames.OfCode(decision.Outcome)} ({decision.Outcome})";

    /// <summary>What the row says besides; null where it says nothing.</summary>
    /// <param name="decisions">By which an outcome is said as the hub called it.</param>
    public static string? Detail(ActEvidence act, params IReadOnlyList<DecisionEvidence> decisions)
    {
        if (act.Detail is not { } detail)
        {
            return null;
        }

        if (act.Act is nameof(AuditAct.DecisionRecorded))
        {
            var outcome = detail.Split(',', 2);
            var known = decisions.FirstOrDefault(each => each.Statement.Outcome == outcome[0]);
            return string.Join(
                ',',
                outcome
                    .Skip(1)
                    .Select(Of)
                    .Prepend(known is null ? PlainNames.OfCode(outcome[0]) : Outcome(known.Statement))
            );
        }

        var parts = detail.Split(", in words ")[0].Split(' ', 2);
        if (act.Act == nameof(AuditAct.CaseEntryAdded) && parts.Length == 2)
        {
            return $"entry {parts[0]}: {CaseEntryKinds.All.FirstOrDefault(kind => kind.Code == parts[1])?.Name ?? PlainNames.OfCode(parts[1])}";
        }

        if (act.Act == nameof(AuditAct.CaseClockPassed) && Enum.TryParse<CaseClockKind>(parts[0], out var limit))
        {
            return string.Join(' ', parts.Skip(1).Prepend(limit.InWords()));
        }

        return Of(detail);
    }

    /// <summary>A purpose is a code where a letter states it, and somebody's words where they read or decided something.</summary>
    public static string Purpose(string stated) => Code().IsMatch(stated) ? PlainNames.OfCode(stated) : stated;

    private static string InWords(string name) => Hump().Replace(name, " ").ToLowerInvariant();

    [GeneratedRegex(@"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b", RegexOptions.CultureInvariant)]
    private static partial Regex WordOfTheRecord();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Hump();

    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
