namespace MashBroker.Testing.Leaks;

/// <summary>How a tired worker's note comes to look: abbreviated, mistyped or dictated, and most often none of these.</summary>
internal static class SeventhPen
{
    private static readonly (string Word, string As)[] Abbreviations =
    [
        (" because ", " bc "),
        (" with ", " w/ "),
        (" without ", " w/o "),
        (" and ", " & "),
        ("school", "sch"),
        ("appointment", "appt"),
        ("Health visitor", "HV"),
        ("health visitor", "HV"),
        (" years ", " yrs "),
        ("information", "info"),
        ("telephone", "tel"),
    ];

    private static readonly (string Word, string As)[] Slips =
    [
        (" the ", " teh "),
        (" and ", " adn "),
        (" that ", " taht "),
        (" with ", " wiht "),
        (" been ", " bene "),
        (" her ", " hre "),
        (" said ", " siad "),
        (" because ", " becuase "),
        (" received ", " recieved "),
        (" school ", " shcool "),
        (" their ", " thier "),
        (" when ", " wehn "),
    ];

    // What a dictating machine makes of it.
    private static readonly (string Word, string As)[] Misheard =
    [
        (" their ", " there "),
        (" there ", " their "),
        (" heard ", " herd "),
        (" were ", " where "),
        (" seen ", " scene "),
        (" two ", " to "),
        (" by ", " buy "),
        (" been ", " bean "),
    ];

    /// <summary>The sentences as one note; the marks in braces are left whole.</summary>
    public static string Write(Random chance, IReadOnlyList<string> sentences)
    {
        var note = string.Join(chance.Next(8) == 0 ? '\n' : ' ', sentences);
        return chance.Next(12) switch
        {
            0 or 1 => Change(note, Abbreviations, chance, 3),
            2 => Change(note, Slips, chance, 2),
            3 => Change(note, Misheard, chance, 2).Replace(",", "", StringComparison.Ordinal),
            4 => note.Replace("'", "", StringComparison.Ordinal),
            5 => note.Replace(". ", ".", StringComparison.Ordinal),
            // Abbreviations at the start keep their capitals.
            6 when !char.IsUpper(note[1]) => char.ToLowerInvariant(note[0]) + note[1..].TrimEnd('.'),
            _ => note,
        };
    }

    // One in so many of the words that could be changed stays as it was.
    private static string Change(string note, (string Word, string As)[] words, Random chance, int stays) =>
        words.Aggregate(
            note,
            (so, one) => chance.Next(stays) == 0 ? so : so.Replace(one.Word, one.As, StringComparison.Ordinal)
        );
}
