using System.Globalization;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts;

namespace MashBroker.Adapters.Health;

/// <summary>
/// The searches that together find a patient in spite of a misspelt name, a wrong date, a former name or an old address.
/// FHIR compares names from their beginning, without case and accents.
/// </summary>
internal static class PatientSearches
{
    public const string NhsNumberSystem = "https://fhir.nhs.uk/Id/nhs-number";

    /// <summary>LOINC: delivery date, estimated.</summary>
    public const string ExpectedDeliveryCode = "http://loinc.org|11778-8";

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

        var families = subject.Names.SelectMany(SearchTerms.FamilyParts).Distinct(StringComparer.Ordinal).ToList();
        var givens = subject
            .Names.Select(SearchTerms.FirstGiven)
            .Where(given => given.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var postcodes = SearchTerms.Postcodes(subject);

        if (subject.DateOfBirth is { } born)
        {
            var on = ("birthdate", "eq" + Day(born));
            searches.AddRange(families.Select(family => new[] { ("family", Literal(family)), on }));
            searches.AddRange(givens.Select(given => new[] { ("given", Literal(given)), on }));
            searches.AddRange(postcodes.Select(postcode => new[] { ("address-postcode", Literal(postcode)), on }));
        }

        foreach (var (family, given) in Names(subject))
        {
            (string, string)[] name = [("family", Literal(family)), ("given", Literal(given)), .. BornAbout(subject)];
            searches.Add(name);
            // Clerks exchange the two, most often in names that are not English.
            searches.Add([("family", Literal(given)), ("given", Literal(family)), .. BornAbout(subject)]);
            if (fuzzy)
            {
                searches.Add([.. name, ("_fuzzy-match", "true")]);
            }
        }

        foreach (var postcode in postcodes.Select(Literal))
        {
            searches.AddRange(families.Select(f => new[] { ("address-postcode", postcode), ("family", Literal(f)) }));
            searches.AddRange(givens.Select(g => new[] { ("address-postcode", postcode), ("given", Literal(g)) }));
        }

        return searches;
    }

    private static IEnumerable<(string, string)> BornAbout(Subject subject) =>
        subject.DateOfBirth is { } date
            ?
            [
                ("birthdate", "ge" + Day(Around(date, -YearsEitherSide))),
                ("birthdate", "le" + Day(Around(date, YearsEitherSide))),
            ]
            : [];

    private static IEnumerable<(string Family, string Given)> Names(Subject subject) =>
        subject
            .Names.Where(name => SearchTerms.FirstGiven(name).Length > 0)
            .SelectMany(name => SearchTerms.FamilyParts(name).Select(family => (family, SearchTerms.FirstGiven(name))))
            .Distinct();

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
