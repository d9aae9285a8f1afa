using System.Security.Cryptography;

namespace MashBroker.Sealing.Cms;

/// <summary>Ecdsa-Sig-Value of RFC 5753: a SEQUENCE of two positive integers. Libraries differ in what else they let pass.</summary>
internal static class EcdsaSignature
{
    public static bool Verify(ECDsa key, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> der) =>
        IsCanonical(der) && key.VerifyHash(digest, der, DSASignatureFormat.Rfc3279DerSequence);

    private static bool IsCanonical(ReadOnlySpan<byte> der) =>
        der.Length is >= 8 and <= 6 + (2 * (SealProfile.CoordinateSize + 1))
        && der[0] == DerReader.Sequence
        && der[1] == der.Length - 2
        && TakeInteger(der[2..], out var rest)
        && TakeInteger(rest, out rest)
        && rest.IsEmpty;

    private static bool TakeInteger(ReadOnlySpan<byte> der, out ReadOnlySpan<byte> rest)
    {
        rest = [];
        if (der.Length < 3 || der[0] != DerReader.Integer || der[1] is 0 or > 33 || der[1] > der.Length - 2)
        {
            return false;
        }
        var digits = der.Slice(2, der[1]);
        rest = der[(2 + digits.Length)..];
        var positive = digits[0] < 0x80;
        var minimal = digits.Length == 1 || digits[0] != 0 || digits[1] >= 0x80;
        return positive && minimal;
    }
}
