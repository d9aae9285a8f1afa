using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>
/// Protected addresses of a contact. One of them is protected with whomever it stands: a mother's address is her child's,
/// and the form may have marked only one.
/// </summary>
public sealed class ProtectedPlaces
{
    private readonly HashSet<string> _places;
    private readonly HashSet<string> _propertyNumbers;
    private readonly bool _any;

    public ProtectedPlaces(IReadOnlyList<Subject> people)
    {
        var all = people.SelectMany(person => person.Addresses).Where(address => address.Protected).ToArray();
        _any = all.Length > 0;
        _places = [.. all.Select(Place).OfType<string>()];
        _propertyNumbers = [.. all.Select(address => Letters(address.Uprn)).Where(number => number.Length > 0)];
    }

    public Address Hide(Address address) =>
        address.Protected
        || (Place(address) is { } place && _places.Contains(place))
        || _propertyNumbers.Contains(Letters(address.Uprn))
            ? address.WithoutPlace()
            : address;

    /// <summary>A property's number among a person's own; which property it is cannot be told where the address has none.</summary>
    public bool IsOne(Identifier identifier) => identifier.Scheme == IdentifierScheme.Uprn && _any;

    private static string? Place(Address address)
    {
        var line = Letters(address.Lines.Count == 0 ? null : address.Lines[0]);
        var postcode = Letters(address.Postcode);
        return line.Length == 0 ? null : $"{line} {postcode}";
    }

    private static string Letters(string? text) =>
        string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
