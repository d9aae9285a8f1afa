using System.Security.Cryptography;
using System.Text;
using MashBroker.Sealing;
using static MashBroker.Tests.Sealing.Tampering;

namespace MashBroker.Tests.Sealing;

/// <summary>Signed attributes that are missing, wrong, twice or out of order.</summary>
internal static class RefusedAttributes
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new(
            "no signed attributes",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributed = false })
        ),
        new(
            "no content type",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributes = Without("1.2.840.113549.1.9.3") })
        ),
        new(
            "no message digest",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributes = Without("1.2.840.113549.1.9.4") })
        ),
        new(
            "no signing time",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributes = Without("1.2.840.113549.1.9.5") })
        ),
        new(
            "no signing certificate",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributes = Without("1.2.840.113549.1.9.16.2.47") })
        ),
        new(
            "a fifth attribute",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = list => [.. list, CraftedSignature.Attribute("1.2.840.113549.1.9.15", Octets([1]))],
                }
            )
        ),
        new(
            "the digest twice",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = list => [.. list, CraftedSignature.Attribute(Attacked, Octets(new byte[32]))],
                }
            )
        ),
        new(
            "a content type of SignedData",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = With(
                        "1.2.840.113549.1.9.3",
                        CraftedSignature.Encode(writer => writer.WriteObjectIdentifier(CraftedSignature.SignedData))
                    ),
                }
            )
        ),
        new(
            "a signing time that is no date",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = With("1.2.840.113549.1.9.5", [0x17, 13, .. Encoding.ASCII.GetBytes("261399000000Z")]),
                }
            )
        ),
        new(
            "a signing time with an offset",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = With(
                        "1.2.840.113549.1.9.5",
                        [0x17, 17, .. Encoding.ASCII.GetBytes("260601100000+0100")]
                    ),
                }
            )
        ),
        new(
            "a signing time of this century in four digits",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = With(
                        "1.2.840.113549.1.9.5",
                        [0x18, 15, .. Encoding.ASCII.GetBytes("20260601100000Z")]
                    ),
                }
            )
        ),
        new(
            "another signing certificate",
            SealFault.SignedAttributesWrong,
            Outer(outer => outer with { SigningCertificate = CraftedSignature.SigningCertificateOf(new byte[32]) })
        ),
        new(
            "another issuer of the signing certificate",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    SigningCertificate = CraftedSignature.SigningCertificateOf(
                        SHA256.HashData(outer.Signer.Certificate.RawData),
                        [0x30, 3, 2, 1, 1]
                    ),
                }
            )
        ),
        new(
            "a signing certificate by SHA-512",
            SealFault.WeakOrUnknownAlgorithm,
            Outer(outer =>
                outer with
                {
                    SigningCertificate = CraftedSignature.SigningCertificateOf(
                        new byte[64],
                        algorithm: "2.16.840.1.101.3.4.2.3"
                    ),
                }
            )
        ),
        new(
            "two values of one attribute",
            SealFault.UnexpectedShape,
            Outer(outer =>
                outer with
                {
                    Attributes = With(Attacked, Octets(new byte[32]), Octets([.. new byte[31], 1])),
                }
            )
        ),
        new(
            "an attribute without a value",
            SealFault.SignedAttributesWrong,
            Outer(outer => outer with { Attributes = With(Attacked) })
        ),
        new(
            "attributes out of order",
            SealFault.NotCanonical,
            Outer(outer => outer with { AttributesInOrder = false })
        ),
    ];
}
