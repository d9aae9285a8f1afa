using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>
/// A person's number on the Police National Computer: year, serial, check letter. Systems write the year with two digits or
/// four and the serial with or without zeros; all spellings of one number are equal.
/// </summary>
public sealed partial record PncId
{
    private readonly int _year;
    private readonly int _serial;
    private readonly char _letter;

    private PncId(int year, int serial, char letter) => (_year, _serial, _letter) = (year, serial, letter);

    public bool CheckDigitHolds => CheckDigits.PoliceLetters[(_year * 10_000_000 + _serial) % 23] == _letter;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PncId? id)
    {
        var match = Shape().Match(AsWritten.Compact(text));
        id = match.Success
            ? new PncId(
                int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["serial"].Value, CultureInfo.InvariantCulture),
                match.Groups["letter"].Value[0]
            )
            : null;
        return id is not null;
    }

    /// <summary>Two-digit year, serial without zeros, e.g. <c>02/73319Z</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_year:00}/{_serial}{_letter}");

    // Without a slash the year has four digits only where the rest is too long for a serial: a serial has at most seven.
    [GeneratedRegex(
        @"\A((19|20)?(?<year>[0-9]{2})/(?<serial>[0-9]{1,7})|(19|20)(?<year>[0-9]{2})(?<serial>[0-9]{6,7})"
            + @"|(?<year>[0-9]{2})(?<serial>[0-9]{1,7}))(?<letter>[A-HJ-NP-RT-Z])\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
