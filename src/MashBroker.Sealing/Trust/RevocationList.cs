using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MashBroker.Sealing.Trust;

/// <summary>
/// One revocation list of the root (RFC 5280), read by hand because the platform's chain takes none: signature, issuer, dates,
/// number, serials. A list with anything critical that we do not know is not read, for it may mean less than it seems to.
/// </summary>
internal sealed class RevocationList
{
    /// <summary>Some five thousand entries; a hub's agencies have a few dozen certificates in their time.</summary>
    public const int SizeLimit = 192 * 1024;

    private const string CrlNumber = "2.5.29.20";

    private static readonly Dictionary<string, HashAlgorithmName> Signatures = new(StringComparer.Ordinal)
    {
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
    };

    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly FrozenDictionary<string, DateTimeOffset> _revoked;

    private RevocationList(
        byte[] der,
        long number,
        DateTimeOffset nextUpdate,
        Dictionary<string, DateTimeOffset> revoked
    )
    {
        (Der, Number, NextUpdate) = (der, number, nextUpdate);
        _revoked = revoked.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public byte[] Der { get; }

    /// <summary>Grows with every list of the root.</summary>
    public long Number { get; }

    /// <summary>When the root promised a newer one; after it this one proves nothing.</summary>
    public DateTimeOffset NextUpdate { get; }

    /// <param name="fault">Why it is not a list of this root, in a sentence.</param>
    /// <returns>Null when it is none.</returns>
    public static RevocationList? Read(byte[] der, X509Certificate2 root, out string fault)
    {
        fault = "it is no revocation list, or one with parts that are not known here";
        if (der.Length > SizeLimit)
        {
            return null;
        }
        try
        {
            var whole = new AsnReader(der, AsnEncodingRules.DER);
            var list = whole.ReadSequence();
            whole.ThrowIfNotEmpty();
            var signed = list.ReadEncodedValue();
            var algorithm = ReadAlgorithm(list);
            var signature = list.ReadBitString(out var unused);
            list.ThrowIfNotEmpty();
            using var key = root.GetECDsaPublicKey();
            if (
                key is null
                || unused != 0
                || !Signatures.TryGetValue(algorithm, out var hash)
                || !key.VerifyData(signed.Span, signature, hash, DSASignatureFormat.Rfc3279DerSequence)
            )
            {
                fault = "it is not signed by the root in root.crt";
                return null;
            }
            return ReadSigned(der, signed, algorithm, root, ref fault);
        }
        catch (Exception wrong) when (wrong is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    public bool Revokes(string serial) => _revoked.ContainsKey(serial);

    /// <summary>Null for a certificate that is not on the list.</summary>
    public DateTimeOffset? RevokedAt(string serial) =>
        _revoked.TryGetValue(serial, out var revokedAt) ? revokedAt : null;

    private static RevocationList? ReadSigned(
        byte[] der,
        ReadOnlyMemory<byte> signed,
        string algorithm,
        X509Certificate2 root,
        ref string fault
    )
    {
        var list = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
        if (!list.TryReadInt32(out var version) || version != 1 || ReadAlgorithm(list) != algorithm)
        {
            return null;
        }
        if (!list.ReadEncodedValue().Span.SequenceEqual(root.SubjectName.RawData))
        {
            fault = "it names another issuer than the root in root.crt";
            return null;
        }
        ReadTime(list);
        var nextUpdate = ReadTime(list);
        var revoked = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        if (list.HasData && list.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            var entries = list.ReadSequence();
            while (entries.HasData)
            {
                var entry = entries.ReadSequence();
                var serial = SerialText(entry.ReadIntegerBytes().Span);
                var revokedAt = ReadTime(entry);
                // Twice on the list, the earlier date counts.
                if (!revoked.TryGetValue(serial, out var earlier) || revokedAt < earlier)
                {
                    revoked[serial] = revokedAt;
                }
                if (entry.HasData && HasUnknownCritical(entry.ReadSequence(), out _))
                {
                    return null;
                }
                entry.ThrowIfNotEmpty();
            }
        }
        var extensions = list.ReadSequence(Extensions);
        list.ThrowIfNotEmpty();
        return !HasUnknownCritical(extensions.ReadSequence(), out var number) && number is { } numbered
            ? new RevocationList(der, numbered, nextUpdate, revoked)
            : null;
    }

    /// <summary>Big-endian without leading zeros, as DER writes an integer: one text for one number.</summary>
    public static string SerialText(ReadOnlySpan<byte> serial) => Convert.ToHexString(serial.TrimStart((byte)0));

    private static bool HasUnknownCritical(AsnReader extensions, out long? number)
    {
        number = null;
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var name = extension.ReadObjectIdentifier();
            var critical = extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
            var value = extension.ReadOctetString();
            extension.ThrowIfNotEmpty();
            if (name == CrlNumber && new AsnReader(value, AsnEncodingRules.DER).TryReadInt64(out var read) && read >= 0)
            {
                number = read;
            }
            else if (critical)
            {
                return true;
            }
        }
        return false;
    }

    private static string ReadAlgorithm(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        var name = algorithm.ReadObjectIdentifier();
        algorithm.ThrowIfNotEmpty();
        return name;
    }

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
