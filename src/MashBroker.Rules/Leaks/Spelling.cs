using System.Text;
using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Puts right the words that tell, where somebody misspelt them: a "nieghbour" tells as much. Only what is no word of English and
/// is not written like a name.
/// </summary>
internal static partial class Spelling
{
    private const int Shortest = 6;

    private static readonly Lazy<ILookup<char, string>> Telling = new(() =>
        RoleWords
            .Telling.Concat(
                (
                    "caller callers informant referrer complainant anonymous anonymously confidence reported reporter reports contacted telephoned "
                    + "phoned relative resident opposite downstairs upstairs witness source refuge shelter identified identity neighbour neighbours "
                    + "neighbor neighbors overheard through someone somebody worried concerned afraid scared frightened"
                ).Split(' ')
            )
            .Where(word => word.Length >= Shortest)
            .Distinct()
            .ToLookup(word => word[0])
    );

    // "Grandma" is no "grandmum" misspelt.
    private static readonly Lazy<HashSet<string>> Known = new(() =>
        Telling.Value.SelectMany(words => words).ToHashSet(StringComparer.Ordinal)
    );

    public static (string Flow, int[] From) Mend((string Flow, int[] From) read, string folded)
    {
        StringBuilder? flow = null;
        List<int>? from = null;
        var copied = 0;
        foreach (Match word in WordIn().Matches(read.Flow))
        {
            if (
                char.IsAsciiLetterUpper(folded[read.From[word.Index]])
                && word.Index > 0
                && read.Flow[word.Index - 1] == ' '
                && !Opens(read.Flow, word.Index)
            )
            {
                continue;
            }

            if (Meant(word.Value) is not { } meant)
            {
                continue;
            }

            flow ??= new StringBuilder(read.Flow.Length);
            from ??= new List<int>(read.From.Length);
            flow.Append(read.Flow, copied, word.Index - copied).Append(meant);
            from.AddRange(read.From[copied..word.Index]);
            from.AddRange(
                Enumerable.Range(0, meant.Length).Select(at => read.From[word.Index + Math.Min(at, word.Length - 1)])
            );
            copied = word.Index + word.Length;
        }

        if (flow is null)
        {
            return read;
        }

        flow.Append(read.Flow, copied, read.Flow.Length - copied);
        from!.AddRange(read.From[copied..]);
        return (flow.ToString(), [.. from]);
    }

    private static bool Opens(string flow, int at)
    {
        var before = flow.AsSpan(0, at).TrimEnd();
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' or ';' or '"' or '(';
    }

    private static string? Meant(string written) =>
        OrdinaryWords.Contains(written)
        || Known.Value.Contains(written)
        || (written.EndsWith('s') && OrdinaryWords.Contains(written[..^1]))
        || Nicknames.Of(written).Count > 0
            ? null
            : Telling
                .Value[written[0]]
                .FirstOrDefault(meant =>
                    meant != written
                    && Likeness.Slips(written, meant, meant.Length >= 8 ? 2 : 1) <= (meant.Length >= 8 ? 2 : 1)
                );

    [GeneratedRegex(@"(?<![a-z0-9'])[a-z]{5,}(?![a-z0-9'])", RegexOptions.CultureInvariant, ReadText.LongestMatch)]
    private static partial Regex WordIn();
}
