using MashBroker.Contracts;

namespace MashBroker.Matching;

/// <summary>What the numbers that agencies gave say of two people. Check digits do not matter: a mistyped number agrees with nothing.</summary>
internal sealed record IdentifierComparison(IReadOnlyList<string> Agreeing, IReadOnlyList<string> Conflicting)
{
    // Numbers given to one person alone. Schools (URN) and dwellings (UPRN) have numbers too, which their people share.
    private static readonly HashSet<string> OfOnePerson =
    [
        IdentifierScheme.NhsNumber,
        IdentifierScheme.UniquePupilNumber,
        IdentifierScheme.UniqueLearnerNumber,
        IdentifierScheme.PncId,
        IdentifierScheme.CroNumber,
        IdentifierScheme.CaseReferenceNumber,
        IdentifierScheme.NomsNumber,
        IdentifierScheme.NationalInsuranceNumber,
        IdentifierScheme.LocalAuthorityChildId,
    ];

    public bool Agrees => Agreeing.Count > 0;

    public bool Conflicts => Conflicting.Count > 0;

    public static IdentifierComparison Of(IReadOnlyList<Identifier> a, IReadOnlyList<Identifier> b)
    {
        var (ofA, ofB) = (ByScheme(a), ByScheme(b));
        var both = ofA
            .Keys.Where(ofB.ContainsKey)
            .Order(StringComparer.Ordinal)
            .ToLookup(scheme => ofA[scheme].Overlaps(ofB[scheme]));
        return new IdentifierComparison([.. both[true]], [.. both[false]]);
    }

    private static Dictionary<string, HashSet<string>> ByScheme(IReadOnlyList<Identifier> identifiers) =>
        identifiers
            .Where(identifier => OfOnePerson.Contains(identifier.Scheme))
            .Select(identifier => (identifier.Scheme, Value: Normal(identifier)))
            .Where(identifier => identifier.Value.Distinct().Count() > 1)
            .GroupBy(identifier => identifier.Scheme, identifier => identifier.Value, StringComparer.Ordinal)
            .ToDictionary(
                scheme => scheme.Key,
                scheme => scheme.ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );

    private static string Normal(Identifier identifier)
    {
        var text = identifier.Value.ToUpperInvariant();
        var plain = string.Concat(text.Where(char.IsAsciiLetterOrDigit));
        return identifier.Scheme switch
        {
            IdentifierScheme.PncId => Pnc(text, plain),
            IdentifierScheme.CroNumber => string.Join('/', text.Split('/').Select(Unpadded)),
            _ => plain,
        };
    }

    // 2002/0073319Z, 02/73319Z, 20020073319Z and 0273319Z are one number: year, serial number, check letter.
    private static string Pnc(string text, string plain)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var yearDigits =
            slash > 0 ? text[..slash].Count(char.IsAsciiDigit)
            : plain.Length == 12 ? 4
            : 2;
        return yearDigits is 2 or 4 && plain.Length > yearDigits
            ? $"{plain[(yearDigits - 2)..yearDigits]}/{Unpadded(plain[yearDigits..])}"
            : plain;
    }

    private static string Unpadded(string part) => string.Concat(part.Where(char.IsAsciiLetterOrDigit)).TrimStart('0');
}
