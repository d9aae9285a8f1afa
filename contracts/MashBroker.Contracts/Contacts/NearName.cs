namespace MashBroker.Contracts.Contacts;

/// <summary>Finds the name somebody probably meant.</summary>
internal static class NearName
{
    public static string? Of(string written, IEnumerable<string> known)
    {
        // Long names are not worth comparing: nobody mistypes one by this much.
        if (written.Length > 60)
        {
            return null;
        }

        var plain = Plain(written);
        var nearest = known.Select(name => (name, far: Distance(plain, Plain(name)))).MinBy(pair => pair.far);
        return nearest.name is not null && nearest.far <= Math.Max(1, nearest.name.Length / 3) ? nearest.name : null;
    }

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    // Levenshtein: insertions, deletions and replacements that make one of the other.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
