namespace MashBroker.Rules;

/// <summary>Where words for a role stand in a flowing text; found without building a pattern for each contact.</summary>
/// <param name="words">What is tried first stands first. "His mother's friend" may have one word more: her best friend.</param>
internal sealed class RolePhrase(IEnumerable<string> words)
{
    private static readonly string[] Endings = ["s", "es", "'s", ""];

    private readonly ILookup<char, string> _words = words.Where(word => word.Length > 0).ToLookup(word => word[0]);

    public IEnumerable<(int Index, string Value)> In(string flow)
    {
        var at = 0;
        while (at < flow.Length)
        {
            if (IsBoundary(flow, at) && End(flow, at) is { } end)
            {
                yield return (at, flow[at..end]);
                at = end;
            }
            else
            {
                at++;
            }
        }
    }

    private int? End(string flow, int at)
    {
        foreach (var word in _words[flow[at]])
        {
            if (Follow(flow, at, word) is { } end)
            {
                return end;
            }
        }

        return null;
    }

    private static int? Follow(string flow, int at, ReadOnlySpan<char> word)
    {
        var owner = word.IndexOf("'s ");
        var piece = owner < 0 ? word : word[..(owner + 3)];
        if (!flow.AsSpan(at).StartsWith(piece, StringComparison.Ordinal))
        {
            return null;
        }

        at += piece.Length;
        if (owner >= 0)
        {
            var behind = at;
            while (behind < flow.Length && char.IsAsciiLetterLower(flow[behind]))
            {
                behind++;
            }

            var more = behind > at && behind < flow.Length && flow[behind] == ' ' ? behind + 1 : at;
            return (more > at ? Follow(flow, more, word[piece.Length..]) : null)
                ?? Follow(flow, at, word[piece.Length..]);
        }

        foreach (var ending in Endings)
        {
            if (
                flow.AsSpan(at).StartsWith(ending, StringComparison.Ordinal)
                && at + ending.Length > 0
                && IsBoundary(flow, at + ending.Length)
            )
            {
                return at + ending.Length;
            }
        }

        return null;
    }

    private static bool IsBoundary(string flow, int at) =>
        (at > 0 && IsOfWord(flow[at - 1])) != (at < flow.Length && IsOfWord(flow[at]));

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
