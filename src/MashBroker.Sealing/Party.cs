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

    /// <summary>The name a certificate gives this party: <c>CN=police, O=sefton</c>.</summary>
    internal X500DistinguishedName ToSubject() => new($"CN={Name}, O={Hub}");

    internal static bool IsCode(string text) => Code().IsMatch(text);

    /// <summary>Null unless the subject has exactly one common name and one organisation, both written as codes are.</summary>
    internal static Party? FromSubject(X500DistinguishedName subject)
    {
        try
        {
            var parts = subject
                .EnumerateRelativeDistinguishedNames()
                .Select(part => (Type: part.GetSingleElementType().Value, Value: part.GetSingleElementValue()))
                .ToList();
            var name = parts.Single(part => part.Type == CommonName).Value;
            var hub = parts.Single(part => part.Type == Organisation).Value;
            return name is not null && hub is not null && IsCode(name) && IsCode(hub) ? new Party(hub, name) : null;
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
