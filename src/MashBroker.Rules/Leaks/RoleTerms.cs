namespace MashBroker.Rules;

/// <summary>Words, and rows of words, that are found where they stand in a sentence.</summary>
/// <param name="terms">Parted by blanks. An underscore joins the words of a row; ħ stands for a name of the family.</param>
internal sealed class RoleTerms(string terms)
{
    private readonly ILookup<string, string[]> _rows = terms
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Distinct()
        .Select(term => term.Split('_'))
        .ToLookup(row => row[0], StringComparer.Ordinal);

    /// <param name="isName">Of the family.</param>
    public bool Stand(IReadOnlyList<FlowWord> words, int i, Func<string, bool> isName) =>
        _rows[words[i].Text].Any(row => Runs(words, i, row, isName))
        || (
            Plain(words[i].Text) is var plain
            && plain != words[i].Text
            && _rows[plain].Any(row => Runs(words, i, row, isName))
        )
        || (isName(Plain(words[i].Text)) && _rows["ħ"].Any(row => Runs(words, i, row, isName)));

    private static bool Runs(IReadOnlyList<FlowWord> words, int i, string[] row, Func<string, bool> isName)
    {
        if (i + row.Length > words.Count)
        {
            return false;
        }

        for (var at = 0; at < row.Length; at++)
        {
            var word = words[i + at].Text;
            if (row[at] is "ħ" ? !isName(Plain(word)) : word != row[at] && Plain(word) != row[at])
            {
                return false;
            }
        }

        return true;
    }

    private static string Plain(string word) => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
}
