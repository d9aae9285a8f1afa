using MashBroker.Contracts;

namespace MashBroker.Matching;

/// <summary>How two people's addresses compare, past ones included, from worst to best.</summary>
internal enum AddressAgreement
{
    Absent = 0,
    Different,

    /// <summary>One postcode, and the houses differ or are not known: neighbours share it.</summary>
    Postcode,
    House,
    Uprn,
}

internal static class AddressComparison
{
    public static AddressAgreement Of(IReadOnlyList<Address> a, IReadOnlyList<Address> b) =>
        a.SelectMany(one => b.Select(other => Of(one, other))).Append(AddressAgreement.Absent).Max();

    private static AddressAgreement Of(Address a, Address b)
    {
        // "No fixed address" is shared by many people and says nothing about whether two of them are one.
        if (a.NoFixedAddress || b.NoFixedAddress)
        {
            return AddressAgreement.Absent;
        }

        if (Letters(a.Uprn).TrimStart('0') is { Length: > 0 } uprn && uprn == Letters(b.Uprn).TrimStart('0'))
        {
            return AddressAgreement.Uprn;
        }

        var (postcodeA, postcodeB) = (Letters(a.Postcode), Letters(b.Postcode));
        var (linesA, linesB) = (Lines(a), Lines(b));
        if (postcodeA.Length > 0 && postcodeB.Length > 0)
        {
            if (postcodeA != postcodeB)
            {
                return AddressAgreement.Different;
            }

            return SameHouse(linesA, linesB) ? AddressAgreement.House : AddressAgreement.Postcode;
        }

        if (linesA.Length == 0 || linesB.Length == 0)
        {
            return AddressAgreement.Absent;
        }

        // Without a postcode only whole lines prove a place: "1 High Street" is in every town.
        return a.Lines.Count > 1 && b.Lines.Count > 1 && linesA == linesB
            ? AddressAgreement.House
            : AddressAgreement.Different;
    }

    private static bool SameHouse(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return false;
        }

        var (numbersA, numbersB) = (Numbers(a), Numbers(b));
        return numbersA.Count > 0 || numbersB.Count > 0
            ? numbersA.SetEquals(numbersB)
            : a == b || a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);
    }

    private static HashSet<string> Numbers(string lines) =>
        lines.Split(' ').Where(word => word.Length > 0 && char.IsAsciiDigit(word[0])).ToHashSet(StringComparer.Ordinal);

    private static string Lines(Address address) => NormalName.Of(string.Join(' ', address.Lines));

    private static string Letters(string? text) =>
        string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
