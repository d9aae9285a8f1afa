using System.Globalization;
using System.Text;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Ledger.Lookups;

/// <summary>
/// What the people of a contact are recognised by. Exact after normalising, unlike an agency's matching: a hash knows no
/// nearness. Whoever is spelt otherwise is still found by number or home.
/// </summary>
public static class LookupTerms
{
    // Of any country's: 101 is one of Iceland's.
    private const int LeastOfAPostcode = 3;

    // A URN is a school's and a UPRN a home's: neither is a person.
    private static readonly HashSet<string> NumbersOfPlaces = [IdentifierScheme.Urn, IdentifierScheme.Uprn];

    public static IReadOnlyList<LookupTerm> Of(Contact contact) =>
        [
            .. contact
                .People.SelectMany((person, index) => Of(person, ofChild: index == 0))
                // The child's own counts before the same of somebody else, e.g. the home of both.
                .OrderByDescending(term => term.OfChild)
                .DistinctBy(term => (term.Kind, term.Value)),
        ];

    /// <summary>Whether two descriptions are of one person: a number or name and birth in common. A home is shared by many.</summary>
    /// <remarks>A number is not enough without a name or the date of birth beside it: it is easily mistyped.</remarks>
    public static bool AreOnePerson(Subject one, Subject other)
    {
        var common = Own(one).Intersect(Own(other)).ToArray();
        return common.Any(term => term.Kind == LookupTerm.NameAndBirth)
            || (common.Length > 0 && (BirthIs(one, other) == true || ShareAName(one, other)));
    }

    private static bool ShareAName(Subject one, Subject other) =>
        one.Names.Any(name =>
            other.Names.Any(each =>
                Same(name.Family, each.Family) || Same(FirstWord(name.Given), FirstWord(each.Given))
            )
        );

    private static bool Same(string one, string other) =>
        Letters(one) is { Length: > 0 } name && name == Letters(other);

    /// <summary>
    /// Whether two descriptions may well be of one person: they are, or they have a name in common, and nothing that is known of
    /// both dates of birth says otherwise; or family name and date of birth, where one has no given name.
    /// </summary>
    public static bool SeemOnePerson(Subject one, Subject other) =>
        Own(one).Intersect(Own(other)).Any()
        || one.Names.Any(name => other.Names.Any(each => AreOneName(name, each, BirthIs(one, other))));

    private static bool AreOneName(PersonName one, PersonName other, bool? sameBirth)
    {
        var (given, family) = (Letters(FirstWord(one.Given)), Letters(one.Family));
        var (otherGiven, otherFamily) = (Letters(FirstWord(other.Given)), Letters(other.Family));
        return family.Length > 0
            && family == otherFamily
            && (
                given.Length == 0 || otherGiven.Length == 0
                    ? sameBirth == true
                    : given == otherGiven && sameBirth != false
            );
    }

    /// <summary>Null where one of them is not known for certain.</summary>
    private static bool? BirthIs(Subject one, Subject other) =>
        one is { DateOfBirth: { } born, DateOfBirthQuality: not DateQuality.Estimated }
        && other is { DateOfBirth: { } otherBorn, DateOfBirthQuality: not DateQuality.Estimated }
            ? born == otherBorn
            : null;

    private static IEnumerable<LookupTerm> Own(Subject person) =>
        Of(person, ofChild: false).Where(term => term.Kind != LookupTerm.Home);

    private static IEnumerable<LookupTerm> Of(Subject person, bool ofChild) =>
        [
            .. person
                .Identifiers.Where(IsOfOnePerson)
                .Select(each => new LookupTerm(each.Scheme, Number(each), ofChild)),
            .. Names(person).Select(name => new LookupTerm(LookupTerm.NameAndBirth, name, ofChild)),
            .. person
                .Addresses.SelectMany(address => Places(person, address))
                .Select(place => new LookupTerm(LookupTerm.Home, place, ofChild)),
        ];

    // An NHS number whose check digit fails was mistyped or made up: it may be anybody's.
    private static bool IsOfOnePerson(Identifier identifier) =>
        !NumbersOfPlaces.Contains(identifier.Scheme)
        && (
            identifier.Scheme != IdentifierScheme.NhsNumber
            || (NhsNumber.TryParse(identifier.Value, out var number) && number.CheckDigitHolds)
        );

    private static string Number(Identifier identifier) =>
        identifier.Scheme == IdentifierScheme.NhsNumber && NhsNumber.TryParse(identifier.Value, out var number)
            ? number.ToString()
            : Letters(identifier.Value);

    // An estimated birth is shared by too many.
    private static IEnumerable<string> Names(Subject person) =>
        person is { DateOfBirth: { } born, DateOfBirthQuality: not DateQuality.Estimated }
            ? person.Names.Select(name =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Letters(name.Family)} {Letters(FirstWord(name.Given))} {born:yyyy-MM-dd}"
                )
            )
            : [];

    private static string FirstWord(string given) =>
        given.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";

    // A home by its postcode, and by whoever is said to live there where the other contact gives none. A street alone is nobody's.
    private static IEnumerable<string> Places(Subject person, Address address)
    {
        if (
            address is not { NoFixedAddress: false, Lines: [var first, ..] }
            || Letters(first) is not { Length: > 0 } line
            || Letters(address.Postcode ?? "") is var postcode && IsNoPlace(postcode)
        )
        {
            return [];
        }

        IEnumerable<string> called = person
            .Names.Select(name => (Given: Letters(FirstWord(name.Given)), Family: Letters(name.Family)))
            .Where(name => name is { Given.Length: > 0, Family.Length: > 0 })
            .Select(name => $"{name.Family} {name.Given} {line}");
        return TellsAPlace(postcode) ? [$"{postcode} {line}", .. called] : called;
    }

    // It stands for places that are no place: no fixed abode, abroad, not known.
    private static bool IsNoPlace(string postcode) => postcode.StartsWith("ZZ99", StringComparison.Ordinal);

    // British or not: it is asked for as it is written. "Not known" and "000" are no postcode of anybody's.
    private static bool TellsAPlace(string postcode) =>
        postcode.Length >= LeastOfAPostcode && postcode.Any(character => character is >= '1' and <= '9');

    private static string Letters(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                kept.Append(Rune.ToUpperInvariant(rune));
            }
        }

        return kept.ToString();
    }
}
