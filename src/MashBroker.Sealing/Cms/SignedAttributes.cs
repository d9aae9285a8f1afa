using System.Formats.Asn1;

namespace MashBroker.Sealing.Cms;

/// <summary>
/// What is signed beside the content: its type, its digest, when, and by which certificate. Exactly these four: what is
/// not here cannot be misunderstood.
/// </summary>
internal readonly ref struct SignedAttributes
{
    // RFC 5652 11.3: two-digit years until the end of 2049.
    private const int LastTwoDigitYear = 2049;

    private SignedAttributes(
        ReadOnlySpan<byte> messageDigest,
        DateTimeOffset signingTime,
        SigningCertificate signingCertificate
    )
    {
        MessageDigest = messageDigest;
        SigningTime = signingTime;
        SigningCertificate = signingCertificate;
    }

    public ReadOnlySpan<byte> MessageDigest { get; }

    public DateTimeOffset SigningTime { get; }

    public SigningCertificate SigningCertificate { get; }

    /// <summary>The SET that is hashed and signed.</summary>
    public static byte[] Write(
        ReadOnlySpan<byte> messageDigest,
        DateTimeOffset at,
        ReadOnlySpan<byte> certificateDigest
    )
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 256);
        using (writer.PushSetOf())
        {
            using (Attribute(writer, SealProfile.ContentType, out var values))
            using (values)
            {
                writer.WriteEncodedValue(SealProfile.Data);
            }
            using (Attribute(writer, SealProfile.SigningTime, out var values))
            using (values)
            {
                WriteTime(writer, at);
            }
            using (Attribute(writer, SealProfile.MessageDigest, out var values))
            using (values)
            {
                writer.WriteOctetString(messageDigest);
            }
            using (Attribute(writer, SealProfile.SigningCertificateV2, out var values))
            using (values)
            {
                SigningCertificate.Write(writer, certificateDigest);
            }
        }
        return writer.Encode();
    }

    /// <param name="encoded">As sent: under [0], canonical order.</param>
    public static SignedAttributes Read(ReadOnlySpan<byte> encoded)
    {
        var attributes = new DerReader(encoded).Enter(DerReader.Context0Constructed, "signed attributes");
        ReadOnlySpan<byte> previous = [];
        ReadOnlySpan<byte> contentType = [];
        ReadOnlySpan<byte> messageDigest = [];
        ReadOnlySpan<byte> signingTime = [];
        ReadOnlySpan<byte> signingCertificate = [];
        while (!attributes.IsEmpty)
        {
            var whole = attributes.ReadEncoded(DerReader.Sequence, "signed attribute");
            if (whole.SequenceCompareTo(previous) <= 0)
            {
                throw new SealRefusedException(SealFault.NotCanonical, "The signed attributes are not in DER's order.");
            }
            previous = whole;
            var attribute = new DerReader(whole).Enter(DerReader.Sequence, "signed attribute");
            var type = attribute.ReadEncoded(DerReader.ObjectIdentifier, "type of a signed attribute");
            var values = attribute.Read(DerReader.Set, "values of a signed attribute");
            attribute.End("signed attribute");
            if (type.SequenceEqual(SealProfile.ContentType))
            {
                Keep(ref contentType, values);
            }
            else if (type.SequenceEqual(SealProfile.MessageDigest))
            {
                Keep(ref messageDigest, values);
            }
            else if (type.SequenceEqual(SealProfile.SigningTime))
            {
                Keep(ref signingTime, values);
            }
            else if (type.SequenceEqual(SealProfile.SigningCertificateV2))
            {
                Keep(ref signingCertificate, values);
            }
            else
            {
                throw new SealRefusedException(SealFault.SignedAttributesWrong, "There is a fifth signed attribute.");
            }
        }
        if (contentType.IsEmpty || messageDigest.IsEmpty || signingTime.IsEmpty || signingCertificate.IsEmpty)
        {
            throw new SealRefusedException(
                SealFault.SignedAttributesMissing,
                "Content type, message digest, signing time and signing certificate must all be signed."
            );
        }
        if (!contentType.SequenceEqual(SealProfile.Data))
        {
            throw new SealRefusedException(SealFault.SignedAttributesWrong, "The signed content type is not id-data.");
        }
        return new SignedAttributes(
            ReadDigest(messageDigest),
            ReadTime(signingTime),
            SigningCertificate.Read(signingCertificate)
        );
    }

    private static AsnWriter.Scope Attribute(AsnWriter writer, byte[] type, out AsnWriter.Scope values)
    {
        var attribute = writer.PushSequence();
        writer.WriteEncodedValue(type);
        values = writer.PushSetOf();
        return attribute;
    }

    private static void Keep(ref ReadOnlySpan<byte> place, ReadOnlySpan<byte> values)
    {
        if (!place.IsEmpty || values.IsEmpty)
        {
            throw new SealRefusedException(
                SealFault.SignedAttributesWrong,
                "A signed attribute is there twice or has no value."
            );
        }
        place = values;
    }

    private static ReadOnlySpan<byte> ReadDigest(ReadOnlySpan<byte> values)
    {
        var reader = new DerReader(values);
        var digest = reader.Read(DerReader.OctetString, SealProfile.DigestSize, "signed message digest");
        reader.End("signed message digest");
        return digest;
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset at)
    {
        if (at.UtcDateTime.Year <= LastTwoDigitYear)
        {
            writer.WriteUtcTime(at, LastTwoDigitYear);
        }
        else
        {
            writer.WriteGeneralizedTime(at, omitFractionalSeconds: true);
        }
    }

    private static DateTimeOffset ReadTime(ReadOnlySpan<byte> values)
    {
        try
        {
            var isUtcTime = values[0] == DerReader.UtcTime;
            var time = isUtcTime
                ? AsnDecoder.ReadUtcTime(values, AsnEncodingRules.DER, out var consumed, LastTwoDigitYear)
                : AsnDecoder.ReadGeneralizedTime(values, AsnEncodingRules.DER, out consumed);
            var isItsForm = isUtcTime || (time.Year > LastTwoDigitYear && time.Millisecond == 0);
            if (consumed == values.Length && isItsForm)
            {
                return time;
            }
        }
        catch (AsnContentException)
        {
            // Said below, with the other ways to be wrong.
        }
        throw new SealRefusedException(
            SealFault.SignedAttributesWrong,
            "The signing time is not a time as DER writes it."
        );
    }
}
