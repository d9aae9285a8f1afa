using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>
/// A pupil's number: a check letter and twelve characters, the last of which is a letter in a temporary number. The codes
/// UN1 to UN9 say why a pupil has none; they name nobody and do not parse.
/// </summary>
public sealed partial record UniquePupilNumber
{
    private readonly string _text;

    private UniquePupilNumber(string text) => _text = text;

    public bool CheckDigitHolds
    {
        get
        {
            var sum = 0;
            for (var i = 1; i < _text.Length; i++)
            {
                sum += ValueOf(_text[i]) * (i + 1);
            }

            return CheckDigits.PupilLetters[sum % 23] == _text[0];
        }
    }

    /// <summary>Given until the pupil's own number is known: two schools may have given the same child different ones.</summary>
    public bool IsTemporary => char.IsAsciiLetter(_text[^1]);

    public static bool TryParse(string? text, [NotNullWhen(true)] out UniquePupilNumber? number)
    {
        var compact = AsWritten.Compact(text);
        number = Shape().IsMatch(compact) ? new UniquePupilNumber(compact) : null;
        return number is not null;
    }

    public override string ToString() => _text;

    private static int ValueOf(char character) =>
        char.IsAsciiDigit(character)
            ? character - '0'
            : CheckDigits.PupilLetters.IndexOf(character, StringComparison.Ordinal);

    [GeneratedRegex(@"\A[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
