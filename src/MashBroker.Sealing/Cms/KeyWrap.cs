using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MashBroker.Sealing.Cms;

/// <summary>AES key wrap without padding (RFC 3394). The library has only the padded variant.</summary>
internal static class KeyWrap
{
    private const int Half = 8;
    private const int Rounds = 6;
    private const ulong InitialValue = 0xA6A6A6A6A6A6A6A6;

    /// <param name="key">A multiple of 8 bytes, at least 16.</param>
    public static byte[] Wrap(byte[] wrappingKey, ReadOnlySpan<byte> key)
    {
        var halves = key.Length / Half;
        if (halves < 2 || key.Length % Half != 0)
        {
            throw new ArgumentException("Only keys of 16, 24, 32 ... bytes can be wrapped.", nameof(key));
        }
        var wrapped = new byte[key.Length + Half];
        key.CopyTo(wrapped.AsSpan(Half));
        using var aes = Ecb(wrappingKey);
        using var block = aes.CreateEncryptor();
        var buffer = new byte[2 * Half];
        var check = InitialValue;
        for (var step = 1; step <= Rounds * halves; step++)
        {
            var half = wrapped.AsSpan(Half * (((step - 1) % halves) + 1), Half);
            BinaryPrimitives.WriteUInt64BigEndian(buffer, check);
            half.CopyTo(buffer.AsSpan(Half));
            block.TransformBlock(buffer, 0, buffer.Length, buffer, 0);
            check = BinaryPrimitives.ReadUInt64BigEndian(buffer) ^ (ulong)step;
            buffer.AsSpan(Half).CopyTo(half);
        }
        BinaryPrimitives.WriteUInt64BigEndian(wrapped, check);
        CryptographicOperations.ZeroMemory(buffer);
        return wrapped;
    }

    /// <summary>False when it was not wrapped by this key; <paramref name="key"/> then holds nothing.</summary>
    public static bool TryUnwrap(byte[] wrappingKey, ReadOnlySpan<byte> wrapped, out byte[] key)
    {
        key = [];
        var halves = (wrapped.Length / Half) - 1;
        if (halves < 2 || wrapped.Length % Half != 0)
        {
            return false;
        }
        var unwrapped = GC.AllocateUninitializedArray<byte>(wrapped.Length - Half, pinned: true);
        wrapped[Half..].CopyTo(unwrapped);
        using var aes = Ecb(wrappingKey);
        using var block = aes.CreateDecryptor();
        var buffer = new byte[2 * Half];
        var check = BinaryPrimitives.ReadUInt64BigEndian(wrapped);
        for (var step = Rounds * halves; step >= 1; step--)
        {
            var half = unwrapped.AsSpan(Half * ((step - 1) % halves), Half);
            BinaryPrimitives.WriteUInt64BigEndian(buffer, check ^ (ulong)step);
            half.CopyTo(buffer.AsSpan(Half));
            block.TransformBlock(buffer, 0, buffer.Length, buffer, 0);
            check = BinaryPrimitives.ReadUInt64BigEndian(buffer);
            buffer.AsSpan(Half).CopyTo(half);
        }
        CryptographicOperations.ZeroMemory(buffer);
        // One comparison of the whole check value: nothing tells how much of it was right.
        if (check != InitialValue)
        {
            CryptographicOperations.ZeroMemory(unwrapped);
            return false;
        }
        key = unwrapped;
        return true;
    }

    private static Aes Ecb(byte[] key)
    {
        var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
        aes.SetKey(key);
        return aes;
    }
}
