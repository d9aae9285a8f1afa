namespace MashBroker.Rules;

/// <summary>English verbs in all their forms.</summary>
internal static class Inflections
{
    /// <param name="verbs">Parted by blanks; irregular past forms stand behind strokes: see/saw/seen.</param>
    public static string[] Of(string verbs) =>
        [.. verbs.Split(' ').SelectMany(verb => Forms(verb.Split('/'))).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Forms(string[] given)
    {
        var verb = given[0];
        yield return verb;
        yield return verb[^1] is 's' or 'x' or 'z'
        || verb.EndsWith("sh", StringComparison.Ordinal)
        || verb.EndsWith("ch", StringComparison.Ordinal)
            ? verb + "es"
        : EndsInConsonantY(verb) ? verb[..^1] + "ies"
        : verb + "s";
        if (given.Length == 1)
        {
            yield return verb[^1] is 'e' ? verb + "d"
            : EndsInConsonantY(verb) ? verb[..^1] + "ied"
            : Doubles(verb) ? verb + verb[^1] + "ed"
            : verb + "ed";
        }

        foreach (var form in given.Skip(1))
        {
            yield return form;
        }

        yield return verb[^1] is 'e' && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] + "ing"
        : Doubles(verb) ? verb + verb[^1] + "ing"
        : verb + "ing";
    }

    private static bool EndsInConsonantY(string verb) => verb[^1] is 'y' && !IsVowel(verb[^2]);

    // Beg, spot, admit; not contact, not email.
    private static bool Doubles(string verb) =>
        verb.Length >= 3
        && !IsVowel(verb[^1])
        && verb[^1] is not ('w' or 'x' or 'y')
        && IsVowel(verb[^2])
        && !IsVowel(verb[^3])
        && (verb.Length <= 4 || verb is "admit" or "eavesdrop");

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
