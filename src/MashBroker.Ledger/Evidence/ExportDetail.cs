using MashBroker.Ledger.Audit;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// What the row of an export says: with or without content, and which revocation lists belong to it. The chain so vouches for the
/// lists too, which nothing else here would miss.
/// </summary>
public static class ExportDetail
{
    private const string ListsFollow = "; revocation lists";

    public static string Write(bool withContent, IEnumerable<string> lists) =>
        $"{(withContent ? "with" : "without")} content{ListsFollow}{string.Concat(lists.Select(list => $" {list}"))}";

    /// <summary>Digests of the lists of the newest export among an enquiry's rows.</summary>
    internal static IReadOnlyList<string> Lists(IEnumerable<AuditEntry> rows) =>
        rows.LastOrDefault(row => row.Act is AuditAct.EvidenceExported)?.Detail?.Split(ListsFollow) is [_, var lists]
            ? lists.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [];
}
