using System.Globalization;
using System.Text;
using MashBroker.Contracts;

namespace MashBroker.Adapters.Education;

/// <summary>
/// Words of a name without case, accents and marks, for a first, generous choice of who may be meant. Whether somebody is
/// the person is decided elsewhere.
/// </summary>
internal static class NameKeys
{
    public static HashSet<string> Of(IEnumerable<PersonName> names) =>
        names
            .SelectMany(name => new[] { name.Given, name.Family })
            .SelectMany(part => part.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Append(part))
            .Select(Plain)
            .Where(key => key.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                // Ł does not decompose.
                plain.Append(char.ToLowerInvariant(letter) is 'ł' ? 'l' : char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
