using System.Security.Cryptography;
using MashBroker.Sealing.Cms;

namespace MashBroker.Sealing.Proof;

/// <summary>A SignedData with its content, kept as evidence: an inner letter, or a statement of the hub's.</summary>
public sealed class SignedOriginal
{
    private SignedOriginal(ReadOnlyMemory<byte> content, byte[] signer, SignatureProof proof, string digest) =>
        (Content, Signer, Proof, Digest) = (content, signer, proof, digest);

    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Subject key identifier of the signer, as the original names it.</summary>
    internal byte[] Signer { get; }

    public SignatureProof Proof { get; }

    /// <summary>SHA-256 of the whole, lower-case hexadecimal: what receipts name.</summary>
    public string Digest { get; }

    /// <returns>
    /// Null for anything but one SignedData of the profile whose content has the digest that its attributes name. Whether the
    /// signature holds is for <see cref="SignerCertificate.Made"/>.
    /// </returns>
    public static SignedOriginal? Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            var message = SignedMessage.Read(der.Span, SignedLayer.Inner);
            var attributes = message.Attributes.ToArray();
            attributes[0] = DerReader.Set;
            var proof = SignatureProof.Read(attributes, message.Signature);
            if (proof is null || proof.MessageDigest != Convert.ToHexStringLower(SHA256.HashData(message.Content)))
            {
                return null;
            }
            der.Span.Overlaps(message.Content, out var start);
            return new SignedOriginal(
                der.Slice(start, message.Content.Length),
                message.Signer.ToArray(),
                proof,
                Convert.ToHexStringLower(SHA256.HashData(der.Span))
            );
        }
        catch (SealRefusedException)
        {
            return null;
        }
    }
}
