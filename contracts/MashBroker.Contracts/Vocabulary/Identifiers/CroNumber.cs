using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>
/// A number of the former Criminal Records Office: serial, year and check letter (<c>65656/91H</c>), or for a file without
/// fingerprints <c>SF</c>, year, serial and check letter (<c>SF83/50058Z</c>).
/// </summary>
public sealed partial record CroNumber
{
    private readonly bool _smallFile;
    private readonly int _year;
    private readonly int _serial;
    private readonly char _letter;

    private CroNumber(bool smallFile, int year, int serial, char letter) =>
        (_smallFile, _year, _serial, _letter) = (smallFile, year, serial, letter);

    public bool CheckDigitHolds
    {
        get
        {
            // Only in small files does the serial join the year without its zeros.
            var serial = _serial.ToString(_smallFile ? "0" : "000000", CultureInfo.InvariantCulture);
            var joined = int.Parse($"{_year}{serial}", CultureInfo.InvariantCulture);
            return CheckDigits.PoliceLetters[joined % 23] == _letter;
        }
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out CroNumber? number)
    {
        var match = Shape().Match(AsWritten.Compact(text));
        number = match.Success
            ? new CroNumber(
                match.Groups["file"].Success,
                int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["serial"].Value, CultureInfo.InvariantCulture),
                match.Groups["letter"].Value[0]
            )
            : null;
        return number is not null;
    }

    public override string ToString() =>
        _smallFile
            ? string.Create(CultureInfo.InvariantCulture, $"SF{_year:00}/{_serial}{_letter}")
            : string.Create(CultureInfo.InvariantCulture, $"{_serial}/{_year:00}{_letter}");

    [GeneratedRegex(
        @"\A((?<file>SF)(?<year>[0-9]{2})/(?<serial>[0-9]{1,6})|(?<serial>[0-9]{1,6})/(?<year>[0-9]{2}))"
            + @"(?<letter>[A-HJ-NP-RT-Z])\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
