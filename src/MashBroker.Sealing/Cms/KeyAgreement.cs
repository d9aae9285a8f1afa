using System.Security.Cryptography;

namespace MashBroker.Sealing.Cms;

/// <summary>ECDH on P-256, one side known by its point as CMS writes it: 04, X, Y.</summary>
internal static class KeyAgreement
{
    public const int PointSize = 1 + (2 * SealProfile.CoordinateSize);
    public const byte Uncompressed = 4;

    /// <exception cref="CryptographicException">The point is not on the curve.</exception>
    public static byte[] Derive(ECDiffieHellman own, ReadOnlySpan<byte> point, byte[] suffix)
    {
        using var other = ECDiffieHellman.Create(Parameters(point));
        using var publicPart = other.PublicKey;
        return Derive(own, publicPart, suffix);
    }

    /// <param name="suffix">See <see cref="KeyDerivation.Suffix"/>.</param>
    public static byte[] Derive(ECDiffieHellman own, ECDiffieHellmanPublicKey other, byte[] suffix) =>
        own.DeriveKeyFromHash(other, HashAlgorithmName.SHA256, null, suffix);

    public static ECParameters Parameters(ReadOnlySpan<byte> point) =>
        new()
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = point.Slice(1, SealProfile.CoordinateSize).ToArray(),
                Y = point[(1 + SealProfile.CoordinateSize)..].ToArray(),
            },
        };

    public static byte[] PointOf(ECDiffieHellman key)
    {
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        return [Uncompressed, .. q.X!, .. q.Y!];
    }
}
