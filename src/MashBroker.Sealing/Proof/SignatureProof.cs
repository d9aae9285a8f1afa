using MashBroker.Sealing.Cms;

namespace MashBroker.Sealing.Proof;

/// <summary>
/// A signature without what was signed: the signed attributes, which hold the SHA-256 of the content, and the signature over
/// them. Proves that a party signed something of exactly that digest, also when the content is gone.
/// </summary>
public sealed class SignatureProof
{
    private SignatureProof(byte[] attributes, byte[] signature, byte[] messageDigest, byte[] certificateDigest)
    {
        (Attributes, Signature) = (attributes, signature);
        MessageDigest = Convert.ToHexStringLower(messageDigest);
        CertificateDigest = Convert.ToHexStringLower(certificateDigest);
    }

    /// <summary>DER of the SET that was signed.</summary>
    public byte[] Attributes { get; }

    /// <summary>ECDSA over the SHA-256 of <see cref="Attributes"/>: DER of two integers.</summary>
    public byte[] Signature { get; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public string MessageDigest { get; }

    /// <summary>SHA-256 of the signer's certificate, lower-case hexadecimal.</summary>
    public string CertificateDigest { get; }

    /// <summary>By the signer's clock, in whole seconds.</summary>
    public required DateTimeOffset SigningTime { get; init; }

    /// <returns>Null unless the attributes are the four of contracts/wire-format.md, written as there.</returns>
    public static SignatureProof? Read(ReadOnlySpan<byte> attributes, ReadOnlySpan<byte> signature)
    {
        if (attributes.IsEmpty || attributes[0] != DerReader.Set)
        {
            return null;
        }
        var asSent = attributes.ToArray();
        asSent[0] = DerReader.Context0Constructed;
        try
        {
            var read = SignedAttributes.Read(asSent);
            // The reader of a message has met the end of the attributes; nobody has here.
            var whole = new DerReader(attributes);
            whole.ReadEncoded(DerReader.Set, "signed attributes");
            whole.End("signed attributes");
            return new SignatureProof(
                attributes.ToArray(),
                signature.ToArray(),
                read.MessageDigest.ToArray(),
                read.SigningCertificate.Digest.ToArray()
            )
            {
                SigningTime = read.SigningTime,
            };
        }
        catch (SealRefusedException)
        {
            return null;
        }
    }
}
