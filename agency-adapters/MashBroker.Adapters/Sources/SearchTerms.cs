using MashBroker.Contracts;

namespace MashBroker.Adapters.Sources;

/// <summary>What a generous search asks a records system for, taken from the person asked about.</summary>
public static class SearchTerms
{
    /// <summary>The whole family name and its parts: one half of a double-barrelled name is often all that a record has.</summary>
    public static IReadOnlyList<string> FamilyParts(PersonName name)
    {
        var whole = name.Family.Trim();
        return
        [
            .. whole
                .Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Where(part => part.Length > 2)
                .Append(whole)
                .Where(part => part.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The first given name; empty where there is none. Records disagree about middle names.</summary>
    public static string FirstGiven(PersonName name) =>
        name.Given.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

    /// <summary>Postcodes in capitals with their one space, as systems store them.</summary>
    public static IReadOnlyList<string> Postcodes(Subject subject) =>
        [
            .. subject
                .Addresses.Select(address => address.Postcode)
                .OfType<string>()
                .Select(postcode => string.Concat(postcode.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant())
                .Where(postcode => postcode.Length > 3)
                .Select(postcode => postcode.Insert(postcode.Length - 3, " "))
                .Distinct(StringComparer.Ordinal),
        ];
}
