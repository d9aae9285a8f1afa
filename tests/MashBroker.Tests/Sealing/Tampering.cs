using System.Formats.Asn1;
using System.Security.Cryptography;

namespace MashBroker.Tests.Sealing;

/// <summary>Messages changed in one place, with every other layer made anew around it.</summary>
internal static class Tampering
{
    public const string Attacked = "1.2.840.113549.1.9.4";

    public static readonly byte[] Content = SealingWorld.Content(200);

    public static byte[] Sealed() => SealingWorld.Seal(Content).Bytes;

    public static byte[] Envelope() =>
        new CraftedEnvelope { Recipient = SealingWorld.Pair("police", "agreement").Certificate }.Write(Content);

    public static CraftedPair HubPair() => SealingWorld.Pair("hub", "signing");

    public static CraftedPair PolicePair() => SealingWorld.Pair("police", "signing");

    public static CraftedPair HubCertificateWith(ECDsa key) => HubPair() with { Key = key };

    public static Func<byte[]> Outer(Func<CraftedSignature, CraftedSignature> change) =>
        () => new CraftedMessage { Outer = change }.Write(Content);

    public static Func<byte[]> Inner(Func<CraftedSignature, CraftedSignature> change) =>
        () => new CraftedMessage { Inner = change }.Write(Content);

    public static Func<byte[]> Enveloped(Func<CraftedEnvelope, CraftedEnvelope> change) =>
        () => new CraftedMessage { Envelope = change }.Write(Content);

    public static byte[] Octets(byte[] bytes) => CraftedSignature.Encode(writer => writer.WriteOctetString(bytes));

    public static Func<List<byte[]>, List<byte[]>> Without(string type) =>
        list => [.. list.Where(attribute => !HasType(attribute, type))];

    public static Func<List<byte[]>, List<byte[]>> With(string type, params byte[][] values) =>
        list => [.. Without(type)(list), CraftedSignature.Attribute(type, values)];

    public static bool HasType(byte[] attribute, string type) =>
        new AsnReader(attribute, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier() == type;

    public static byte[] Flipped(byte[] bytes) => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)];

    public static byte[] Inside(byte[] message) => message[4..];

    public static byte[] WithLength(byte[] message, int size)
    {
        var inside = Inside(message);
        var digits = Enumerable.Range(0, size).Select(place => (byte)(inside.Length >> (8 * (size - 1 - place))));
        return [0x30, (byte)(0x80 | size), .. digits, .. inside];
    }

    public static byte[] Padded(byte[] signature)
    {
        byte[] first = [.. signature.AsSpan(4, signature[3])];
        byte[] rest = [.. signature.AsSpan(4 + first.Length)];
        byte[] padded = [0, .. first];
        return [0x30, (byte)(signature[1] + 1), 0x02, (byte)padded.Length, .. padded, .. rest];
    }

    public static byte[] Nested()
    {
        byte[] nested = [];
        for (var depth = 0; depth < 1000; depth++)
        {
            nested = CraftedSignature.Encode(writer =>
            {
                using (writer.PushSequence())
                {
                    if (nested.Length > 0)
                    {
                        writer.WriteEncodedValue(nested);
                    }
                }
            });
        }
        return nested;
    }
}
