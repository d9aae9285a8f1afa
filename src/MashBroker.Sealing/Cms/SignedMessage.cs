using System.Formats.Asn1;
using System.Security.Cryptography;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Cms;

/// <summary>
/// One SignedData (RFC 5652) with the content inside, one signer named by subject key identifier, no certificates and no
/// unsigned attributes. By hand, because the library's SignedCms costs three times as much and accepts flipped bits in
/// the parts that no signature covers.
/// </summary>
internal readonly ref struct SignedMessage
{
    private const int FrameSize = 128;
    private const int SignersSize = 512;

    private static readonly byte[] VersionAndDigests = WriteVersionAndDigests();

    private readonly SignedLayer _layer;
    private readonly ReadOnlySpan<byte> _attributes;
    private readonly ReadOnlySpan<byte> _signature;

    private SignedMessage(
        SignedLayer layer,
        ReadOnlySpan<byte> content,
        ReadOnlySpan<byte> signer,
        ReadOnlySpan<byte> attributes,
        ReadOnlySpan<byte> signature
    )
    {
        _layer = layer;
        Content = content;
        Signer = signer;
        _attributes = attributes;
        _signature = signature;
    }

    public ReadOnlySpan<byte> Content { get; }

    /// <summary>As sent: under [0].</summary>
    public ReadOnlySpan<byte> Attributes => _attributes;

    public ReadOnlySpan<byte> Signature => _signature;

    /// <summary>Subject key identifier of the signer: a claim until <see cref="Verify"/> has returned.</summary>
    public ReadOnlySpan<byte> Signer { get; }

    public static byte[] Sign(ReadOnlySpan<byte> content, PartyKeys signer, DateTimeOffset at)
    {
        var attributes = SignedAttributes.Write(SHA256.HashData(content), at, signer.Signing.Digest);
        var signature = signer.Sign(SHA256.HashData(attributes));

        var signers = WriteSigners(signer.Signing, attributes, signature);

        var frame = new DerFrame(stackalloc byte[FrameSize], content.Length);
        frame.Enclose(DerReader.OctetString);
        frame.Enclose(DerReader.Context0Constructed);
        frame.Precede(SealProfile.Data);
        frame.Enclose(DerReader.Sequence);
        frame.Precede(VersionAndDigests);
        frame.Follow(signers.Length);
        frame.Enclose(DerReader.Sequence);
        frame.Enclose(DerReader.Context0Constructed);
        frame.Precede(SealProfile.SignedData);
        frame.Enclose(DerReader.Sequence);
        return [.. frame.Bytes, .. content, .. signers];
    }

    public static SignedMessage Read(ReadOnlySpan<byte> bytes, SignedLayer layer)
    {
        var message = DerReader.Message(bytes, layer.NotCms);
        ReadContentType(ref message, layer);
        var explicitly = message.Enter(DerReader.Context0Constructed, "SignedData");
        message.End("message");
        var signedData = explicitly.Enter(DerReader.Sequence, "SignedData");
        explicitly.End("SignedData");

        signedData.ReadVersion(3, "version of SignedData");
        var digests = signedData.Enter(DerReader.Set, "list of digest algorithms");
        if (!digests.IsEmpty)
        {
            digests.ReadAlgorithm(SealProfile.Sha256, "digest algorithm");
            digests.End("list of digest algorithms");
        }
        var content = ReadContent(ref signedData);
        var signers = signedData.Enter(DerReader.Set, "list of signers (certificates are not embedded)");
        signedData.End("SignedData");
        if (signers.IsEmpty)
        {
            throw new SealRefusedException(layer.Missing, $"The {layer.Name} SignedData has no signer.");
        }
        var signer = signers.Enter(DerReader.Sequence, "signer");
        if (!signers.IsEmpty)
        {
            throw new SealRefusedException(
                SealFault.SeveralSigners,
                $"The {layer.Name} SignedData has several signers."
            );
        }
        return ReadSigner(ref signer, layer, content);
    }

    /// <summary>Returns the signing time.</summary>
    /// <exception cref="SealRefusedException">Not signed by the key of this certificate, or the attributes say otherwise.</exception>
    public DateTimeOffset Verify(PartyCertificate certificate)
    {
        Span<byte> digest = stackalloc byte[SealProfile.DigestSize];
        SHA256.HashData(Content, digest);
        var attributes = SignedAttributes.Read(_attributes);
        if (!attributes.MessageDigest.SequenceEqual(digest))
        {
            throw new SealRefusedException(_layer.Broken, $"The {_layer.Name} content is not what was signed.");
        }
        if (!attributes.SigningCertificate.Names(certificate))
        {
            throw new SealRefusedException(
                SealFault.SignedAttributesWrong,
                $"The {_layer.Name} signature names another certificate than the signer's."
            );
        }
        HashAsSet(_attributes, digest);
        if (!certificate.Verifies(digest, _signature))
        {
            throw new SealRefusedException(_layer.Broken, $"The {_layer.Name} signature does not hold.");
        }
        return attributes.SigningTime;
    }

    private static byte[] WriteSigners(PartyCertificate certificate, byte[] attributes, byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, SignersSize);
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteInteger(3);
            writer.WriteOctetString(certificate.KeyIdentifier, Tags.Context0);
            writer.WriteEncodedValue(SealProfile.Sha256);
            // Signed as a SET, sent under [0]: RFC 5652 5.4.
            attributes[0] = DerReader.Context0Constructed;
            writer.WriteEncodedValue(attributes);
            writer.WriteEncodedValue(SealProfile.EcdsaWithSha256);
            writer.WriteOctetString(signature);
        }
        return writer.Encode();
    }

    private static byte[] WriteVersionAndDigests()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(3);
            using (writer.PushSetOf())
            {
                writer.WriteEncodedValue(SealProfile.Sha256);
            }
        }
        return writer.Encode()[2..];
    }

    private static void ReadContentType(scoped ref DerReader message, SignedLayer layer)
    {
        if (!message.Next(DerReader.ObjectIdentifier))
        {
            throw new SealRefusedException(layer.NotCms, "It does not begin as CMS does.");
        }
        var type = message.ReadEncoded(DerReader.ObjectIdentifier, "content type");
        if (type.SequenceEqual(SealProfile.SignedData))
        {
            return;
        }
        // 1.2.840.113549.1, where CMS keeps its content types: an envelope or bare data without a signature around it.
        var isCms = type.Length > 9 && type[2..9].SequenceEqual(SealProfile.Data.AsSpan(2, 7));
        throw new SealRefusedException(
            isCms ? layer.Missing : layer.NotCms,
            $"The {layer.Name} layer is not SignedData."
        );
    }

    private static ReadOnlySpan<byte> ReadContent(scoped ref DerReader signedData)
    {
        var encapsulated = signedData.Enter(DerReader.Sequence, "signed content");
        if (
            !encapsulated.ReadEncoded(DerReader.ObjectIdentifier, "type of the content").SequenceEqual(SealProfile.Data)
        )
        {
            throw new SealRefusedException(SealFault.UnexpectedShape, "The type of the content is not id-data.");
        }
        var explicitly = encapsulated.Enter(DerReader.Context0Constructed, "content (it is never detached)");
        encapsulated.End("signed content");
        var content = explicitly.Read(DerReader.OctetString, "content");
        explicitly.End("content");
        return content;
    }

    private static SignedMessage ReadSigner(scoped ref DerReader signer, SignedLayer layer, ReadOnlySpan<byte> content)
    {
        signer.ReadVersion(3, "version of the signer (who is named by subject key identifier)");
        var identifier = signer.Read(DerReader.Context0, "subject key identifier of the signer");
        signer.ReadAlgorithm(SealProfile.Sha256, "signer's digest algorithm");
        if (!signer.Next(DerReader.Context0Constructed))
        {
            throw new SealRefusedException(
                SealFault.SignedAttributesMissing,
                $"The {layer.Name} signature has no signed attributes."
            );
        }
        var attributes = signer.ReadEncoded(DerReader.Context0Constructed, "signed attributes");
        signer.ReadAlgorithm(SealProfile.EcdsaWithSha256, "signature algorithm");
        var signature = signer.Read(DerReader.OctetString, "signature");
        signer.End("signer (unsigned attributes are refused)");
        return new SignedMessage(layer, content, identifier, attributes, signature);
    }

    private static void HashAsSet(ReadOnlySpan<byte> attributes, Span<byte> digest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([DerReader.Set]);
        hash.AppendData(attributes[1..]);
        hash.GetHashAndReset(digest);
    }
}
