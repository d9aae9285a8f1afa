using System.Text;

namespace MashBroker.Contracts;

/// <summary>People write numbers in groups and in either case; what is compared is written one way.</summary>
internal static class AsWritten
{
    // Longer than any identifier with its spaces: nothing longer is worth looking at.
    private const int Limit = 40;

    /// <summary>Without spaces, ASCII letters in upper case; empty when it cannot be an identifier.</summary>
    public static string Compact(string? text) => Compact(text, ' ');

    public static string CompactGroups(string? text) => Compact(text, ' ', '-');

    private static string Compact(string? text, params ReadOnlySpan<char> separators)
    {
        if (text is null or { Length: > Limit })
        {
            return "";
        }

        var compact = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!separators.Contains(letter))
            {
                // Not ToUpperInvariant: it makes ASCII letters of some that are not.
                compact.Append(char.IsAsciiLetterLower(letter) ? (char)(letter - 'a' + 'A') : letter);
            }
        }

        return compact.ToString();
    }
}
