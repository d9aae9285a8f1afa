using System.Formats.Asn1;

namespace MashBroker.Sealing.Cms;

/// <summary>What goes into the hash behind the shared secret, so that it becomes the key that wraps the content's key.</summary>
internal static class KeyDerivation
{
    private static readonly byte[] WithoutKeyingMaterial = Make([]);

    /// <summary>
    /// X9.63 for one block of SHA-256 is hash(secret || counter || ECC-CMS-SharedInfo): RFC 5753 7.2. This is all but the secret.
    /// </summary>
    public static byte[] Suffix(ReadOnlySpan<byte> keyingMaterial) =>
        keyingMaterial.IsEmpty ? WithoutKeyingMaterial : Make(keyingMaterial);

    private static byte[] Make(ReadOnlySpan<byte> keyingMaterial)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(SealProfile.Aes256Wrap);
            if (!keyingMaterial.IsEmpty)
            {
                using (writer.PushSequence(Tags.Context0))
                {
                    writer.WriteOctetString(keyingMaterial);
                }
            }
            using (writer.PushSequence(Tags.Context2))
            {
                writer.WriteOctetString([0, 0, 1, 0]); // bits of the wrapping key
            }
        }
        return [0, 0, 0, 1, .. writer.Encode()];
    }
}
