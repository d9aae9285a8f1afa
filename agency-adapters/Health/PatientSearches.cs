using System.Globalization;
using MashBroker.Contracts;

namespace MashBroker.Adapters.Health;

/// <summary>
/// The searches that together find a patient in spite of a misspelt name, a wrong date, a former name or an old address.
/// FHIR compares names from their beginning, without case and accents.
/// </summary>
internal static class PatientSearches
{
    public const string NhsNumberSystem = "https://fhir.nhs.uk/Id/nhs-number";

    // Wrong dates of birth in practice: day and month swapped, a digit wrong, a year guessed.
    private const int YearsEitherSide = 5;

    public static IReadOnlyList<IReadOnlyList<(string Name, string Value)>> For(Subject subject, bool fuzzy)
    {
        var searches = new List<(string, string)[]>();
        foreach (var number in subject.Identifiers.Where(id => id.Scheme == IdentifierScheme.NhsNumber))
        {
            var digits = string.Concat(number.Value.Where(char.IsAsciiDigit));
            searches.Add([("identifier", $"{NhsNumberSystem}|{Literal(digits)}")]);
        }

        var families = subject.Names.SelectMany(name => Parts(name.Family)).Distinct(StringComparer.Ordinal).ToList();
        var givens = subject.Names.Select(name => First(name.Given)).Where(g => g.Length > 0).Distinct().ToList();
        var postcodes = subject
            .Addresses.Select(address => address.Postcode?.Trim())
            .OfType<string>()
            .Where(postcode => postcode.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();

        if (subject.DateOfBirth is { } born)
        {
            var on = ("birthdate", "eq" + Day(born));
            searches.AddRange(families.Select(family => new[] { ("family", Literal(family)), on }));
            searches.AddRange(givens.Select(given => new[] { ("given", Literal(given)), on }));
            searches.AddRange(postcodes.Select(postcode => new[] { ("address-postcode", Literal(postcode)), on }));
        }

        foreach (var (family, given) in Names(subject))
        {
            (string, string)[] name = [("family", Literal(family)), ("given", Literal(given))];
            searches.Add(
                subject.DateOfBirth is { } date
                    ?
                    [
                        .. name,
                        ("birthdate", "ge" + Day(Around(date, -YearsEitherSide))),
                        ("birthdate", "le" + Day(Around(date, YearsEitherSide))),
                    ]
                    : name
            );
            if (fuzzy)
            {
                searches.Add([.. searches[^1], ("_fuzzy-match", "true")]);
            }
        }

        foreach (var postcode in postcodes.Select(Literal))
        {
            searches.AddRange(families.Select(f => new[] { ("address-postcode", postcode), ("family", Literal(f)) }));
            searches.AddRange(givens.Select(g => new[] { ("address-postcode", postcode), ("given", Literal(g)) }));
        }

        return searches;
    }

    private static IEnumerable<(string Family, string Given)> Names(Subject subject) =>
        subject
            .Names.Where(name => First(name.Given).Length > 0)
            .SelectMany(name => Parts(name.Family).Select(family => (family, First(name.Given))))
            .Distinct();

    // One half of a double-barrelled name is often all that a record has.
    private static IEnumerable<string> Parts(string family)
    {
        var whole = family.Trim();
        string[] parts = whole.Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? Enumerable.Repeat(whole, whole.Length > 0 ? 1 : 0) : parts.Where(p => p.Length > 2).Append(whole);
    }

    private static string First(string given) =>
        given.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

    // In FHIR searches these four separate values; inside a value they are escaped.
    private static string Literal(string value) =>
        value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("$", "\\$", StringComparison.Ordinal);

    private static DateOnly Around(DateOnly date, int years) =>
        date.AddYears(Math.Clamp(years, 1 - date.Year, 9999 - date.Year));

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
