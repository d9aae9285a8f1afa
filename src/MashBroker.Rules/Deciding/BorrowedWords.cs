using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Whether a text repeats what an agency wrote to the hub: what is told outside is made of the outcome and the next step, never of a
/// return.
/// </summary>
public static partial class BorrowedWords
{
    /// <summary>So many words in a row are no coincidence any more.</summary>
    private const int InARow = 5;

    public static bool Are(string text, IEnumerable<string> sources)
    {
        var told = Runs(text).ToHashSet(StringComparer.Ordinal);
        return told.Count > 0 && sources.SelectMany(Runs).Any(told.Contains);
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = WordIn().Matches(text).Select(word => word.Value.ToUpperInvariant()).ToArray();
        for (var first = 0; first + InARow <= words.Length; first++)
        {
            yield return string.Join(' ', words, first, InARow);
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordIn();
}
