using System.Security.Cryptography;

namespace MashBroker.Benchmarks;

/// <summary>The primitives of the library that a sealed letter cannot do without, in microseconds of one thread.</summary>
internal sealed record BareOperations
{
    public required double Sign { get; init; }
    public required double Verify { get; init; }
    public required double MakeKey { get; init; }
    public required double ImportPoint { get; init; }
    public required double Derive { get; init; }
    public required double Encrypt { get; init; }
    public required double Decrypt { get; init; }

    /// <summary>Two signatures, a key of the letter's own, the agreement with the recipient, the content's encryption.</summary>
    public double Seal => Timings.Round((2 * Sign) + MakeKey + Derive + Encrypt);

    /// <summary>Two signatures verified, the letter's own key read, the agreement, the content's decryption.</summary>
    public double Open => Timings.Round((2 * Verify) + ImportPoint + Derive + Decrypt);

    public static BareOperations Measure(int contentBytes)
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var otherPublic = other.PublicKey;
        var point = other.ExportParameters(includePrivateParameters: false);
        var digest = SHA256.HashData([1]);
        var signature = signer.SignHash(digest);
        var content = RandomNumberGenerator.GetBytes(contentBytes);
        var sealedContent = new byte[contentBytes];
        var opened = new byte[contentBytes];
        var nonce = new byte[12];
        var tag = new byte[16];
        var key = RandomNumberGenerator.GetBytes(32);
        return new BareOperations
        {
            Sign = Timings.Microseconds(200, () => signer.SignHash(digest)),
            Verify = Timings.Microseconds(200, () => signer.VerifyHash(digest, signature)),
            MakeKey = Timings.Microseconds(
                200,
                () =>
                {
                    using var made = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
                    _ = made.ExportParameters(includePrivateParameters: false);
                }
            ),
            ImportPoint = Timings.Microseconds(
                200,
                () =>
                {
                    using var read = ECDiffieHellman.Create(point);
                }
            ),
            Derive = Timings.Microseconds(
                200,
                () => own.DeriveKeyFromHash(otherPublic, HashAlgorithmName.SHA256, null, [0, 0, 0, 1])
            ),
            // A key of its own for each content, so the cipher is set up each time.
            Encrypt = Timings.Microseconds(
                200,
                () =>
                {
                    using var gcm = new AesGcm(key, tag.Length);
                    gcm.Encrypt(nonce, content, sealedContent, tag);
                }
            ),
            Decrypt = Timings.Microseconds(
                200,
                () =>
                {
                    using var gcm = new AesGcm(key, tag.Length);
                    gcm.Decrypt(nonce, sealedContent, tag, opened);
                }
            ),
        };
    }
}
