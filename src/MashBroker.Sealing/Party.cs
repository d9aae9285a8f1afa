using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace MashBroker.Sealing;

/// <summary>Somebody who signs and is sealed to: the hub itself or one agency of it.</summary>
/// <param name="Hub">Code of the hub, e.g. <c>sefton</c>.</param>
/// <param name="Name"><see cref="HubName"/> or the agency's code, e.g. <c>police</c>.</param>
public sealed partial record Party(string Hub, string Name)
{
    public const string HubName = "hub";

    private const string CommonName = "2.5.4.3";
    private const string Organisation = "2.5.4.10";

    public override string ToString() => $"{Name}@{Hub}";

    /// <summary>The party's user of the broker, e.g. <c>mash.sefton.police</c>; the hub's is <c>mash.sefton</c>.</summary>
    public string BrokerUser => Name == HubName ? $"mash.{Hub}" : $"mash.{Hub}.{Name}";

    /// <summary>The name a certificate gives this party: <c>CN=police, O=sefton</c>.</summary>
    internal X500DistinguishedName ToSubject() => new($"CN={Name}, O={Hub}");

    internal static bool IsCode(string text) => Code().IsMatch(text);

    /// <summary>Null unless the subject has exactly one common name and one organisation, both written as codes are.</summary>
    internal static Party? FromSubject(X500DistinguishedName subject) =>
        NamesOf(subject) is { } names && IsCode(names.CommonName) && IsCode(names.Organisation)
            ? new Party(names.Organisation, names.CommonName)
            : null;

    /// <summary>Null unless the subject has exactly one common name and one organisation.</summary>
    internal static (string CommonName, string Organisation)? NamesOf(X500DistinguishedName subject)
    {
        try
        {
            var parts = subject
                .EnumerateRelativeDistinguishedNames()
                .Select(part => (Type: part.GetSingleElementType().Value, Value: part.GetSingleElementValue()))
                .ToList();
            var name = parts.Single(part => part.Type == CommonName).Value;
            var organisation = parts.Single(part => part.Type == Organisation).Value;
            return name is not null && organisation is not null ? (name, organisation) : null;
        }
        catch (Exception fault)
            when (fault is InvalidOperationException or CryptographicException or AsnContentException)
        {
            // A part is absent, there twice, or of several values.
            return null;
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,38}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
