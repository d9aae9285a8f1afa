using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>
/// Published vectors for the parts of the envelope: those of the standards here, and the large attack sets (C2SP wycheproof,
/// version 1) where <c>shared/data/wycheproof</c> lies beside the project.
/// </summary>
internal sealed class VectorTests
{
    // RFC 3394 4.1 (128-bit key), 4.5 and 4.6.
    [TestCase(
        "000102030405060708090A0B0C0D0E0F",
        "00112233445566778899AABBCCDDEEFF",
        "1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5"
    )]
    [TestCase(
        "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F",
        "00112233445566778899AABBCCDDEEFF0001020304050607",
        "A8F9BC1612C68B3FF6E6F4FBE30E71E4769C8B80A32CB8958CD5D17D6B254DA1"
    )]
    [TestCase(
        "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F",
        "00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F",
        "28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21"
    )]
    public void Keys_are_wrapped_as_RFC_3394_shows(string wrappingKey, string key, string wrapped)
    {
        var wrapping = Convert.FromHexString(wrappingKey);
        var opens = KeyWrap.TryUnwrap(wrapping, Convert.FromHexString(wrapped), out var unwrapped);
        Assert.That(
            (
                Convert.ToHexString(KeyWrap.Wrap(wrapping, Convert.FromHexString(key))),
                opens,
                Convert.ToHexString(unwrapped)
            ),
            Is.EqualTo((wrapped, true, key))
        );
    }

    [Test]
    public void Every_flipped_bit_of_a_wrapped_key_is_refused()
    {
        var wrapping = SealingWorld.Content(32);
        var wrapped = KeyWrap.Wrap(wrapping, SealingWorld.Content(32));
        for (var bit = 0; bit < wrapped.Length * 8; bit++)
        {
            byte[] flipped = [.. wrapped];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(KeyWrap.TryUnwrap(wrapping, flipped, out _), Is.False);
        }
    }

    [TestCase(0)]
    [TestCase(8)]
    [TestCase(16)]
    [TestCase(33)]
    public void A_wrapped_key_of_an_impossible_length_is_refused(int length) =>
        Assert.That(KeyWrap.TryUnwrap(new byte[32], new byte[length], out _), Is.False);

    [Test]
    public void The_secret_is_the_one_of_NISTs_first_vector_for_P_256()
    {
        // NIST CAVP, KAS ECC CDH primitive, P-256, count 0.
        using var own = Key(
            "7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534",
            "ead218590119e8876b29146ff89ca61770c4edbbf97d38ce385ed281d8a6b230",
            "28af61281fd35e2fa7002523acc85a429cb06ee6648325389f59edfce1405141"
        );
        var point = Convert.FromHexString(
            "04700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac"
        );
        var secret = Convert.FromHexString("46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b");
        byte[] suffix = [1, 2, 3];
        Assert.That(KeyAgreement.Derive(own, point, suffix), Is.EqualTo(SHA256.HashData([.. secret, .. suffix])));
    }

    [Test]
    public void Attack_vectors_for_key_wrap_hold() =>
        Each(
            "aes_wrap_test.json",
            (group, test) =>
            {
                var opens = KeyWrap.TryUnwrap(Hex(test, "key"), Hex(test, "ct"), out var key);
                var isValid = test.GetProperty("result").GetString() == "valid";
                return opens == isValid && (!opens || key.AsSpan().SequenceEqual(Hex(test, "msg")));
            }
        );

    [Test]
    public void Attack_vectors_for_the_content_cipher_hold() =>
        Each(
            "aes_gcm_test.json",
            (group, test) =>
            {
                if (Hex(test, "iv").Length != SealProfile.NonceSize || Hex(test, "tag").Length != SealProfile.TagSize)
                {
                    return true;
                }
                var plain = new byte[Hex(test, "ct").Length];
                using var gcm = new AesGcm(Hex(test, "key"), SealProfile.TagSize);
                var isValid = test.GetProperty("result").GetString() == "valid";
                try
                {
                    gcm.Decrypt(Hex(test, "iv"), Hex(test, "ct"), Hex(test, "tag"), plain, Hex(test, "aad"));
                    return isValid && plain.AsSpan().SequenceEqual(Hex(test, "msg"));
                }
                catch (AuthenticationTagMismatchException)
                {
                    return !isValid;
                }
            }
        );

    [Test]
    public void Attack_vectors_for_key_agreement_hold() =>
        Each(
            "ecdh_secp256r1_ecpoint_test.json",
            (group, test) =>
            {
                var point = Hex(test, "public");
                if (point.Length != KeyAgreement.PointSize || point[0] != KeyAgreement.Uncompressed)
                {
                    return true; // the envelope refuses it by its form
                }
                var scalar = test.GetProperty("private").GetString()!.TrimStart('0').PadLeft(64, '0')[^64..];
                using var own = ECDiffieHellman.Create(
                    new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Convert.FromHexString(scalar) }
                );
                var isInvalid = test.GetProperty("result").GetString() == "invalid";
                try
                {
                    var derived = KeyAgreement.Derive(own, point, [7]);
                    return !isInvalid && derived.AsSpan().SequenceEqual(SHA256.HashData([.. Hex(test, "shared"), 7]));
                }
                catch (CryptographicException)
                {
                    return isInvalid;
                }
            }
        );

    [Test]
    public void Attack_vectors_for_signatures_hold() =>
        Each(
            "ecdsa_secp256r1_sha256_test.json",
            (group, test) =>
            {
                var point = Hex(group.GetProperty("publicKey"), "uncompressed");
                using var key = ECDsa.Create(KeyAgreement.Parameters(point));
                var holds = EcdsaSignature.Verify(key, SHA256.HashData(Hex(test, "msg")), Hex(test, "sig"));
                return holds == (test.GetProperty("result").GetString() == "valid");
            }
        );

    private static void Each(string file, Func<JsonElement, JsonElement, bool> holds)
    {
        if (Find(file) is not { } path)
        {
            return; // the vectors of the standards above are always there
        }
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var failed = new List<int>();
        var count = 0;
        foreach (var group in document.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                count++;
                if (!holds(group, test))
                {
                    failed.Add(test.GetProperty("tcId").GetInt32());
                }
            }
        }
        Assert.That((count > 100, string.Join(", ", failed)), Is.EqualTo((true, "")));
    }

    private static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "wycheproof", file);
            if (File.Exists(path))
            {
                return path;
            }
        }
        return null;
    }

    private static byte[] Hex(JsonElement element, string name) =>
        Convert.FromHexString(element.GetProperty(name).GetString()!);

    private static ECDiffieHellman Key(string d, string x, string y) =>
        ECDiffieHellman.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                D = Convert.FromHexString(d),
                Q = new ECPoint { X = Convert.FromHexString(x), Y = Convert.FromHexString(y) },
            }
        );
}
