using System.Globalization;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Rules;

namespace MashBroker.Ledger.Leaks;

/// <summary>What the leak check found, as a contact keeps it under the family's key: kinds and places, never the words.</summary>
public static class LeakNote
{
    public static byte[] Write(LeakReport report) => JsonSerializer.SerializeToUtf8Bytes(report, MashJson.Options);

    public static LeakReport Read(ReadOnlySpan<byte> kept) =>
        JsonSerializer.Deserialize<LeakReport>(kept, MashJson.Options)
        ?? throw new LedgerException(
            "The ledger holds a contact without what the leak check found. Restore the last backup."
        );

    /// <summary>How many of which kind: what the audit may say.</summary>
    public static string Kinds(LeakReport report) =>
        string.Join(
            ", ",
            report
                .Findings.GroupBy(finding => finding.Kind)
                .OrderBy(kind => kind.Key)
                .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Count()}"))
        );
}
