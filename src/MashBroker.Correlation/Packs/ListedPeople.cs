using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MashBroker.Contracts;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// Whether a name that an agency gives may be that of somebody the contact lists: order, accents, initials, a middle name
/// and a slip of the pen make nobody else. What is written in another script cannot be compared, and is not called different.
/// </summary>
internal sealed partial class ListedPeople(IReadOnlyList<Subject> subjects)
{
    private readonly string[][][] _people =
    [
        .. subjects.Select(subject =>
            subject.Names.Select(name => Parts(People.Name(name))).Where(parts => parts.Length > 0).ToArray()
        ),
    ];

    public bool MayHave(string name)
    {
        var parts = Parts(name);
        if (parts.Length == 0)
        {
            return true;
        }

        var isLatin = parts.All(IsLatin);
        return _people.Any(names => names.Any(listed => Agree(parts, listed)))
            || !_people.Any(names => names.Any(listed => listed.All(IsLatin) == isLatin))
            || (isLatin && _people.Any(names => names.Length > 0 && !names.Any(listed => listed.All(IsLatin))));
    }

    /// <returns>The code of the one person whose name this may be; null where it may be nobody's or several people's.</returns>
    public string? TheOne(string name)
    {
        var parts = Parts(name);
        var fitting = subjects.Where((_, at) => parts.Length > 0 && _people[at].Any(listed => Agree(parts, listed)));
        return fitting.Take(2).ToArray() is [var one] ? one.Code : null;
    }

    /// <summary>Whether two names as agencies write them may be one person's.</summary>
    public static bool MayBeOne(string one, string other) =>
        (Parts(one), Parts(other)) is ({ Length: > 0 } first, { Length: > 0 } second) && Agree(first, second);

    private static bool Agree(string[] one, string[] other)
    {
        var (fewer, more) = one.Length <= other.Length ? (one, other) : (other, one);
        return fewer.All(part => more.Any(another => Alike(part, another)));
    }

    private static bool Alike(string one, string other) =>
        one == other
        || (one.Length == 1 && other.StartsWith(one, StringComparison.Ordinal))
        || (other.Length == 1 && one.StartsWith(other, StringComparison.Ordinal))
        || Distance(one, other) <= Math.Min(one.Length, other.Length) / 4;

    // How many letters are put in, left out, changed, or changed with the next.
    private static int Distance(string one, string other)
    {
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                steps[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                        steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)
                    );
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[one.Length, other.Length];
    }

    private static bool IsLatin(string part) => part.All(letter => letter < 0x250);

    private static string[] Parts(string name) =>
        [
            .. Word()
                .Matches(
                    string.Concat(
                        name.Normalize(NormalizationForm.FormD)
                            .ToUpperInvariant()
                            .Where(letter =>
                                CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
                            )
                            .Where(letter => letter is not ('\'' or '’'))
                    )
                )
                .Select(word => word.Value)
                .Where(word => word is not ("MR" or "MRS" or "MS" or "MISS" or "MX" or "DR")),
        ];

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
