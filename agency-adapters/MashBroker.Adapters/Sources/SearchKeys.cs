using System.Globalization;
using System.Text;
using MashBroker.Contracts;

namespace MashBroker.Adapters.Sources;

/// <summary>
/// What to look for so that a person is found in spite of the mistakes clerks make: everybody with the number, with the date
/// of birth, with the beginning of a name and a near date of birth, or at the postcode. Deciding is the matcher's. Nothing here
/// grows beyond some hundred rows of a system with two million people.
/// </summary>
public sealed record SearchKeys
{
    /// <summary>Letters of a name that are compared: few enough that most misspellings lie behind them.</summary>
    public const int PrefixLength = 3;

    private const int NearYears = 2;

    /// <summary>
    /// Beginnings of family and given names, each also in the other's place, as <see cref="Prefix"/> gives them and as
    /// databases do whose <c>lower</c> knows English letters only.
    /// </summary>
    public required IReadOnlyList<string> NamePrefixes { get; init; }

    /// <summary>The date of birth, and the one with day and month exchanged: whoever has it is a candidate.</summary>
    public required IReadOnlyList<DateOnly> DatesOfBirth { get; init; }

    /// <summary>Dates with one digit wrong: whoever has one and begins with one of the names is a candidate.</summary>
    public required IReadOnlyList<DateOnly> Slips { get; init; }

    /// <summary>Bounds for a family name to count; without a date of birth they bound nothing.</summary>
    public required DateOnly BornFrom { get; init; }

    public required DateOnly BornTo { get; init; }

    /// <summary>Capitals without spaces.</summary>
    public required IReadOnlyList<string> Postcodes { get; init; }

    public static SearchKeys Of(Subject subject)
    {
        var born = subject.DateOfBirth;
        return new SearchKeys
        {
            NamePrefixes = subject
                .Names.SelectMany(name => SearchTerms.FamilyParts(name).Append(name.Given))
                .SelectMany(Prefixes)
                .Where(prefix => prefix.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .ToList(),
            DatesOfBirth = born is { } date ? Written(date).ToList() : [],
            Slips = born is { } right ? OneDigitWrong(right).Distinct().ToList() : [],
            BornFrom = born is { Year: > 1 + NearYears } ? born.Value.AddYears(-NearYears) : new DateOnly(1800, 1, 1),
            BornTo = born is { Year: < 9999 - NearYears } ? born.Value.AddYears(NearYears) : new DateOnly(9999, 12, 31),
            Postcodes = subject
                .Addresses.Select(address => Postcode(address.Postcode))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .ToList(),
        };
    }

    /// <summary>Values of one scheme as they may be written: as given, and without anything but letters and digits.</summary>
    public static IReadOnlyList<string> Identifiers(Subject subject, string scheme) =>
        subject
            .Identifiers.Where(identifier => identifier.Scheme == scheme)
            .SelectMany(identifier =>
                scheme == IdentifierScheme.PncId ? Pnc(identifier.Value) : [identifier.Value, Plain(identifier.Value)]
            )
            .Where(value => value.Length > 0 && !value.Any(char.IsControl))
            .Distinct(StringComparer.Ordinal)
            .ToList();

    /// <summary>
    /// Whether somebody with these particulars belongs in the list of candidates; what the SQL sources do in their statements,
    /// for sources that are read whole.
    /// </summary>
    public bool Reach(IEnumerable<PersonName> names, DateOnly? born, IEnumerable<Address> addresses) =>
        (born is { } date && DatesOfBirth.Contains(date))
        || (
            born is { } slip
            && Slips.Contains(slip)
            && names.Any(name => BeginsAlike(name.Family) || BeginsAlike(name.Given))
        )
        || ((born is null || (born >= BornFrom && born <= BornTo)) && names.Any(name => BeginsAlike(name.Family)))
        || addresses.Any(address => Postcode(address.Postcode) is { } postcode && Postcodes.Contains(postcode));

    /// <summary>Lower case without apostrophes, hyphens and spaces, cut to its beginning.</summary>
    public static string Prefix(string name) => Cut(Unmarked(name).ToLowerInvariant());

    /// <summary>
    /// <see cref="Prefix"/> of a column, in words that SQLite, PostgreSQL and SQL Server share. Needs the parameter
    /// <c>@typographic</c>, an apostrophe that not every engine would read in a statement's text.
    /// </summary>
    public static string PrefixInSql(string column) =>
        $"substring(lower(replace(replace(replace(replace({column}, '''', ''), @typographic, ''), '-', ''), ' ', '')), 1, 3)";

    /// <summary>These keys as the parameters of a search, named <c>@dates</c>, <c>@slips</c>, <c>@bornFrom</c> ...</summary>
    public Dictionary<string, object> AsParameters() =>
        new()
        {
            ["dates"] = DatesOfBirth,
            ["slips"] = Slips,
            ["prefixes"] = NamePrefixes,
            ["bornFrom"] = BornFrom,
            ["bornTo"] = BornTo,
            ["postcodes"] = Postcodes,
            ["typographic"] = "\u2019",
        };

    /// <summary>Null for none.</summary>
    public static string? Postcode(string? postcode) =>
        postcode is null ? null
        : Plain(postcode) is { Length: > 0 } plain ? plain
        : null;

    private bool BeginsAlike(string name) =>
        Prefixes(name).Any(prefix => NamePrefixes.Contains(prefix, StringComparer.Ordinal));

    private static IEnumerable<string> Prefixes(string name) =>
        [
            Prefix(name),
            Prefix(WithoutAccents(name)),
            // SQLite's lower() leaves letters beyond English as they are.
            Cut(
                string.Concat(
                    Unmarked(name).Select(letter => char.IsAscii(letter) ? char.ToLowerInvariant(letter) : letter)
                )
            ),
        ];

    private static string Cut(string name)
    {
        // By characters, not by units of UTF-16: half a surrogate is no text a driver can send.
        var runes = name.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && rune.Value != 0);
        return string.Concat(runes.Take(PrefixLength).Select(rune => rune.ToString()));
    }

    // The marks that the SQL statements take out, too; anything else stays literal.
    private static string Unmarked(string name) =>
        name.Replace("'", "", StringComparison.Ordinal)
            .Replace("\u2019", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);

    private static string WithoutAccents(string name)
    {
        var plain = new StringBuilder();
        foreach (var rune in string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(
                    rune.Value switch
                    {
                        'Ł' => "L",
                        'ł' => "l",
                        'Ø' => "O",
                        'ø' => "o",
                        'Đ' => "D",
                        'đ' => "d",
                        _ => rune.ToString(),
                    }
                );
            }
        }

        return plain.ToString();
    }

    private static string Plain(string value) =>
        string.Concat(value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    // 2002/0073319Z and 02/73319Z are one number: with the year in two or four digits, with and without leading zeros.
    private static IEnumerable<string> Pnc(string value)
    {
        yield return value;
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash is not (2 or 4))
        {
            yield return Plain(value);
            yield break;
        }

        var year = value[..slash];
        var serial = value[(slash + 1)..].Trim().ToUpperInvariant();
        var years = slash == 4 ? new[] { year, year[2..] } : ["19" + year, "20" + year, year];
        foreach (var written in years)
        {
            yield return $"{written}/{serial}";
            yield return $"{written}/{serial.TrimStart('0')}";
            yield return $"{written}/{serial.PadLeft(8, '0')}";
            yield return $"{written}{serial.PadLeft(8, '0')}";
        }
    }

    private static IEnumerable<DateOnly> Written(DateOnly date)
    {
        yield return date;
        if (date.Day <= 12 && date.Day != date.Month)
        {
            yield return new DateOnly(date.Year, date.Day, date.Month);
        }
    }

    private static IEnumerable<DateOnly> OneDigitWrong(DateOnly date)
    {
        var digits = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture).ToCharArray();
        // The century is hardly ever mistyped, and would look for people long dead.
        for (var place = 2; place < digits.Length; place++)
        {
            var right = digits[place];
            for (var digit = '0'; digit <= '9'; digit++)
            {
                digits[place] = digit;
                if (DateOnly.TryParseExact(digits, "yyyyMMdd", out var slip))
                {
                    yield return slip;
                }
            }

            digits[place] = right;
        }
    }
}
