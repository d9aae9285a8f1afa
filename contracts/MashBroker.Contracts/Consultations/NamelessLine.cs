using System.Text.RegularExpressions;

namespace MashBroker.Contracts.Consultations;

/// <summary>
/// Whether a line of a consultation that may name a professional, their role or their organisation names nobody else. As strict as
/// <see cref="NamelessText"/>: a role can always be written in small letters.
/// </summary>
internal static partial class NamelessLine
{
    public const string NameRemedy =
        "Give the professional's name alone, e.g. Ann Example; nothing of a child stands here. Where the child has to be named, send a contact";

    public const string RoleRemedy =
        "Give the role alone and in small letters, e.g. teacher; not whose. Where the child has to be named, send a contact";

    public const string OrganisationRemedy =
        "Give the organisation's name alone; not of whom it is asked. Where the child has to be named, send a contact";

    private const string NotPlain = "holds letters or signs that are not checked for names";
    private const string Digits = "holds a digit";
    private const string OfSomebody = "may tell of whom it is";

    private static readonly HashSet<string> Work = new(NamelessWords.Roles, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is more than a professional's own name; empty where nothing is. Never repeats the text.</summary>
    public static IReadOnlyList<string> JudgeName(string? text)
    {
        if (text is null)
        {
            return [];
        }

        if (!PlainLetters.Are(text))
        {
            return [NotPlain];
        }

        var name = PlainLetters.Normalise(text).Trim();
        return name.Length == 0 || (PlainName().IsMatch(name) && !InName().IsMatch(name))
            ? []
            : ["is more than a name"];
    }

    /// <summary>What may tell of somebody; empty where nothing does.</summary>
    public static IReadOnlyList<string> JudgeRole(string? text)
    {
        if (text is null)
        {
            return [];
        }

        if (!PlainLetters.Are(text))
        {
            return [NotPlain];
        }

        var role = PlainLetters.Normalise(text);
        return
        [
            .. NamelessText.Judge(role, Work),
            .. role.Any(char.IsDigit) ? [Digits] : (string[])[],
            .. About().IsMatch(role) || After().Matches(role).Any(match => !Work.Contains(match.Groups["word"].Value))
                ? [OfSomebody]
                : (string[])[],
        ];
    }

    /// <summary>What may tell of somebody besides the organisation; empty where nothing does.</summary>
    public static IReadOnlyList<string> JudgeOrganisation(string? text)
    {
        if (text is null)
        {
            return [];
        }

        if (!PlainLetters.Are(text))
        {
            return [NotPlain];
        }

        var name = PlainLetters.Normalise(text);
        return
        [
            .. NamelessText.JudgeNumbers(name),
            .. NamelessText.JudgePhrases(name),
            .. name.Any(char.IsDigit) ? [Digits] : (string[])[],
            .. About().IsMatch(name) || After().Matches(OfInstitution().Replace(name, " ")).Any(NamesSomebody)
                ? [OfSomebody]
                : (string[])[],
        ];
    }

    private static bool NamesSomebody(Match match) =>
        char.IsUpper(match.Groups["word"].Value[0]) && !Work.Contains(match.Groups["word"].Value);

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // One to five words; initials and titles may have a full stop.
    [GeneratedRegex(@"^\p{L}[\p{L}'’\-]*\.?( \p{L}[\p{L}'’\-]*\.?){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();

    [GeneratedRegex(
        @"(?<![\p{L}'’\-])(re|ref|of|for|about|regarding|concerning|with|and|aged?|child|children|boy|girl|baby|son|daughter|sibling|brother|sister|twin|pupil|student|year|years|old|mother|father|mum|dad|parent|carer|family|called|named|known|her|his|their)(?![\p{L}'’\-])|['’]s(?!\p{L})",
        Plain
    )]
    private static partial Regex InName();

    [GeneratedRegex(@"\b(re|ref|about|regarding|concerning|aged)\b", Plain)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(of|for|to|with|from)\s+(the\s+|a\s+|an\s+)?(?<word>\p{L}[\p{L}'’\-]*)", Plain)]
    private static partial Regex After();

    [GeneratedRegex(
        @"\b(University|College|Church|Borough|Council|County|City|Diocese|Isle|Lady|Ministry|Department|Town|House)\s+of\s+(the\s+)?\p{L}[\p{L}'’\-]*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OfInstitution();
}
