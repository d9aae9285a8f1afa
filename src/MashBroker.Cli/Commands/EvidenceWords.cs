using System.Text.RegularExpressions;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
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

    /// <summary>What the row says besides; null where it says nothing.</summary>
    public static string? Detail(ActEvidence act)
    {
        if (act.Detail is not { } detail)
        {
            return null;
        }

        var parts = detail.Split(' ', 2);
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
