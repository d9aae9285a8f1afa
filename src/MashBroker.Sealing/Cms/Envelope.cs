using System.Formats.Asn1;
using System.Security.Cryptography;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Cms;

/// <summary>
/// One AuthEnvelopedData (RFC 5083, 5084) for one recipient, reached by key agreement with an ephemeral key (RFC 5753).
/// The library can make and open neither on every platform, so this container is ours; its primitives are not.
/// </summary>
internal static class Envelope
{
    private const int FrameSize = 512;
    private const int WrappedKeySize = SealProfile.ContentKeySize + 8;

    private static readonly byte[] TagHeader = [DerReader.OctetString, SealProfile.TagSize];

    public static byte[] Close(ReadOnlySpan<byte> content, PartyCertificate recipient)
    {
        var contentKey = GC.AllocateArray<byte>(SealProfile.ContentKeySize, pinned: true);
        RandomNumberGenerator.Fill(contentKey);
        var (wrappingKey, point) = recipient.AgreeWithNewKey(KeyDerivation.Suffix([]));
        try
        {
            var wrappedKey = KeyWrap.Wrap(wrappingKey, contentKey);
            // Each content key seals one content, so a random nonce cannot meet itself.
            var nonce = RandomNumberGenerator.GetBytes(SealProfile.NonceSize);
            var frame = new DerFrame(stackalloc byte[FrameSize], content.Length);
            WriteFrame(ref frame, recipient, point, wrappedKey, nonce);
            var bytes = GC.AllocateUninitializedArray<byte>(
                frame.Bytes.Length + content.Length + TagHeader.Length + SealProfile.TagSize
            );
            frame.Bytes.CopyTo(bytes);
            var sealedContent = bytes.AsSpan(frame.Bytes.Length, content.Length);
            var end = bytes.AsSpan(frame.Bytes.Length + content.Length);
            TagHeader.CopyTo(end);
            using var gcm = new AesGcm(contentKey, SealProfile.TagSize);
            gcm.Encrypt(nonce, content, sealedContent, end[TagHeader.Length..]);
            return bytes;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contentKey);
            CryptographicOperations.ZeroMemory(wrappingKey);
        }
    }

    public static byte[] Open(ReadOnlySpan<byte> bytes, PartyKeys own)
    {
        var message = DerReader.Message(bytes, SealFault.UnexpectedShape);
        if (
            !message
                .ReadEncoded(DerReader.ObjectIdentifier, "content type")
                .SequenceEqual(SealProfile.AuthEnvelopedData)
        )
        {
            throw new SealRefusedException(
                SealFault.WeakOrUnknownAlgorithm,
                "What is signed is not AuthEnvelopedData: other envelopes do not protect their content."
            );
        }
        var explicitly = message.Enter(DerReader.Context0Constructed, "AuthEnvelopedData");
        message.End("message");
        var enveloped = explicitly.Enter(DerReader.Sequence, "AuthEnvelopedData");
        explicitly.End("AuthEnvelopedData");
        enveloped.ReadVersion(0, "version of AuthEnvelopedData");
        var recipient = ReadRecipients(ref enveloped, own);
        var sealedContent = ReadSealedContent(ref enveloped);
        var tag = enveloped.Read(DerReader.OctetString, SealProfile.TagSize, "tag");
        enveloped.End("AuthEnvelopedData (attributes are refused)");

        return Decrypt(own, recipient, sealedContent, tag);
    }

    private static byte[] Decrypt(
        PartyKeys own,
        Recipient recipient,
        SealedContent sealedContent,
        ReadOnlySpan<byte> tag
    )
    {
        byte[] wrappingKey = [];
        byte[] contentKey = [];
        try
        {
            wrappingKey = own.Agree(recipient.Pair, recipient.Point, KeyDerivation.Suffix(recipient.KeyingMaterial));
            if (!KeyWrap.TryUnwrap(wrappingKey, recipient.WrappedKey, out contentKey))
            {
                throw new SealRefusedException(SealFault.EnvelopeBroken, "The envelope does not open.");
            }
            var content = GC.AllocateUninitializedArray<byte>(sealedContent.Bytes.Length);
            using var gcm = new AesGcm(contentKey, SealProfile.TagSize);
            gcm.Decrypt(sealedContent.Nonce, sealedContent.Bytes, tag, content);
            return content;
        }
        catch (CryptographicException)
        {
            // A point off the curve, a wrong key or a wrong tag: nobody outside learns which.
            throw new SealRefusedException(SealFault.EnvelopeBroken, "The envelope does not open.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contentKey);
            CryptographicOperations.ZeroMemory(wrappingKey);
        }
    }

    private static Recipient ReadRecipients(scoped ref DerReader enveloped, PartyKeys own)
    {
        var recipients = enveloped.Enter(DerReader.Set, "list of recipients");
        if (!recipients.Next(DerReader.Context1Constructed))
        {
            throw new SealRefusedException(
                recipients.IsEmpty ? SealFault.UnexpectedShape : SealFault.WeakOrUnknownAlgorithm,
                "The recipient is not reached by key agreement."
            );
        }
        var recipient = recipients.Enter(DerReader.Context1Constructed, "recipient");
        if (!recipients.IsEmpty)
        {
            throw new SealRefusedException(SealFault.SeveralRecipients, "There is more than one recipient.");
        }
        recipient.ReadVersion(3, "version of the recipient");
        var originator = recipient.Enter(DerReader.Context0Constructed, "originator");
        var point = ReadPoint(ref originator);
        originator.End("originator");
        var keyingMaterial = ReadKeyingMaterial(ref recipient);
        recipient.ReadAlgorithm(SealProfile.StdDhSha256KdfWithAes256Wrap, "key encryption algorithm");
        var keys = recipient.Enter(DerReader.Sequence, "list of wrapped keys");
        recipient.End("recipient");
        var key = keys.Enter(DerReader.Sequence, "wrapped key");
        if (!keys.IsEmpty)
        {
            throw new SealRefusedException(SealFault.SeveralRecipients, "There is more than one wrapped key.");
        }
        var byIdentifier = key.Next(DerReader.Context0Constructed);
        var named = key.ReadEncoded(
            byIdentifier ? DerReader.Context0Constructed : DerReader.Sequence,
            "recipient's name"
        );
        var pair =
            own.Addressed(named, byIdentifier)
            ?? throw new SealRefusedException(SealFault.NotAddressedToUs, "The envelope is for another certificate.");
        var wrappedKey = key.Read(DerReader.OctetString, WrappedKeySize, "wrapped key");
        key.End("wrapped key");
        return new Recipient(pair, point, keyingMaterial, wrappedKey);
    }

    private static ReadOnlySpan<byte> ReadPoint(scoped ref DerReader originator)
    {
        var key = originator.Enter(DerReader.Context1Constructed, "originator's key");
        key.ReadAlgorithm(SealProfile.EcPublicKey, "algorithm of the originator's key");
        var bits = key.Read(DerReader.BitString, 1 + KeyAgreement.PointSize, "originator's point");
        key.End("originator's key");
        return bits[0] == 0 && bits[1] == KeyAgreement.Uncompressed
            ? bits[1..]
            : throw new SealRefusedException(SealFault.UnexpectedShape, "The originator's point is not uncompressed.");
    }

    private static ReadOnlySpan<byte> ReadKeyingMaterial(scoped ref DerReader recipient)
    {
        if (!recipient.Next(DerReader.Context1Constructed))
        {
            return [];
        }
        var explicitly = recipient.Enter(DerReader.Context1Constructed, "keying material");
        var material = explicitly.Read(DerReader.OctetString, "keying material");
        explicitly.End("keying material");
        return material.Length is > 0 and <= SealProfile.KeyingMaterialLimit
            ? material
            : throw new SealRefusedException(SealFault.UnexpectedShape, "The keying material is empty or too long.");
    }

    private static SealedContent ReadSealedContent(scoped ref DerReader enveloped)
    {
        var content = enveloped.Enter(DerReader.Sequence, "sealed content");
        if (!content.ReadEncoded(DerReader.ObjectIdentifier, "type of the content").SequenceEqual(SealProfile.Data))
        {
            throw new SealRefusedException(SealFault.UnexpectedShape, "The type of the sealed content is not id-data.");
        }
        var algorithm = content.Enter(DerReader.Sequence, "content encryption algorithm");
        if (!algorithm.ReadEncoded(DerReader.ObjectIdentifier, "cipher").SequenceEqual(SealProfile.Aes256Gcm))
        {
            throw new SealRefusedException(
                SealFault.WeakOrUnknownAlgorithm,
                "The content is not sealed by AES-256-GCM."
            );
        }
        var parameters = algorithm.Enter(DerReader.Sequence, "parameters of AES-GCM");
        algorithm.End("content encryption algorithm");
        var nonce = parameters.Read(DerReader.OctetString, SealProfile.NonceSize, "nonce");
        if (!parameters.Next(DerReader.Integer))
        {
            throw new SealRefusedException(
                SealFault.WeakOrUnknownAlgorithm,
                "The tag is the default of 12 bytes, not 16."
            );
        }
        ReadOnlySpan<byte> tagSize = [SealProfile.TagSize];
        if (!parameters.Read(DerReader.Integer, "length of the tag").SequenceEqual(tagSize))
        {
            throw new SealRefusedException(SealFault.WeakOrUnknownAlgorithm, "The tag is not 16 bytes long.");
        }
        parameters.End("parameters of AES-GCM");
        var bytes = content.Read(DerReader.Context0, "sealed content");
        content.End("sealed content");
        return new SealedContent(nonce, bytes);
    }

    private static void WriteFrame(
        ref DerFrame frame,
        PartyCertificate recipient,
        ReadOnlySpan<byte> point,
        ReadOnlySpan<byte> wrappedKey,
        ReadOnlySpan<byte> nonce
    )
    {
        frame.Enclose(DerReader.Context0);
        frame.Precede(WriteCipher(nonce));
        frame.Precede(SealProfile.Data);
        frame.Enclose(DerReader.Sequence);
        frame.Precede(WriteRecipients(recipient, point, wrappedKey));
        frame.Precede([DerReader.Integer, 1, 0]); // version
        frame.Follow(TagHeader.Length + SealProfile.TagSize);
        frame.Enclose(DerReader.Sequence);
        frame.Enclose(DerReader.Context0Constructed);
        frame.Precede(SealProfile.AuthEnvelopedData);
        frame.Enclose(DerReader.Sequence);
    }

    private static byte[] WriteCipher(ReadOnlySpan<byte> nonce)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(SealProfile.Aes256Gcm);
            using (writer.PushSequence())
            {
                writer.WriteOctetString(nonce);
                writer.WriteInteger(SealProfile.TagSize);
            }
        }
        return writer.Encode();
    }

    private static byte[] WriteRecipients(
        PartyCertificate recipient,
        ReadOnlySpan<byte> point,
        ReadOnlySpan<byte> wrappedKey
    )
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, FrameSize);
        using (writer.PushSetOf())
        using (writer.PushSequence(Tags.Context1))
        {
            writer.WriteInteger(3);
            using (writer.PushSequence(Tags.Context0))
            using (writer.PushSequence(Tags.Context1))
            {
                writer.WriteEncodedValue(SealProfile.EcPublicKey);
                writer.WriteBitString(point);
            }
            writer.WriteEncodedValue(SealProfile.StdDhSha256KdfWithAes256Wrap);
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(recipient.RecipientKeyIdentifier);
                writer.WriteOctetString(wrappedKey);
            }
        }
        return writer.Encode();
    }

    private readonly ref struct Recipient(
        OwnPair pair,
        ReadOnlySpan<byte> point,
        ReadOnlySpan<byte> keyingMaterial,
        ReadOnlySpan<byte> wrappedKey
    )
    {
        public OwnPair Pair { get; } = pair;
        public ReadOnlySpan<byte> Point { get; } = point;
        public ReadOnlySpan<byte> KeyingMaterial { get; } = keyingMaterial;
        public ReadOnlySpan<byte> WrappedKey { get; } = wrappedKey;
    }

    private readonly ref struct SealedContent(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> bytes)
    {
        public ReadOnlySpan<byte> Nonce { get; } = nonce;
        public ReadOnlySpan<byte> Bytes { get; } = bytes;
    }
}
