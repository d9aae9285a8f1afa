using System.Security.Cryptography;

namespace MashBroker.Sealing.AtRest;

/// <summary>
/// AES-256-GCM under one key with a random nonce of 96 bits. Beyond 2^32 uses a repeated nonce is no longer out of the question
/// (SP 800-38D, 8.3); a key of one enquiry comes nowhere near. Not for several threads at once.
/// </summary>
public sealed class ContentKey : IDisposable
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 32;

    private const byte Version = 1;
    private const int HeaderSize = 1 + KeyId.Size;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly AesGcm _aes;
    private readonly byte[] _header = new byte[HeaderSize];

    /// <param name="key">32 bytes, copied: the caller zeroes its own.</param>
    public ContentKey(KeyId id, ReadOnlySpan<byte> key)
    {
        _aes = new AesGcm(key, TagSize);
        Id = id;
        _header[0] = Version;
        id.Write(_header.AsSpan(1));
    }

    public KeyId Id { get; }

    /// <summary>Fresh random bytes of a key, in pinned memory that the caller zeroes.</summary>
    public static byte[] NewBytes()
    {
        var key = GC.AllocateUninitializedArray<byte>(Size, pinned: true);
        RandomNumberGenerator.Fill(key);
        return key;
    }

    /// <summary>The key that protects <paramref name="kept"/>; false for anything that this version did not write.</summary>
    public static bool TryReadId(ReadOnlySpan<byte> kept, out KeyId id)
    {
        id = default;
        if (kept.Length < HeaderSize + NonceSize + TagSize || kept[0] != Version)
        {
            return false;
        }
        id = KeyId.Read(kept[1..]);
        return true;
    }

    /// <returns>Version, id of the key, nonce, ciphertext, tag.</returns>
    public byte[] Protect(Cell cell, ReadOnlySpan<byte> content)
    {
        var kept = new byte[HeaderSize + NonceSize + content.Length + TagSize];
        _header.CopyTo(kept, 0);
        var nonce = kept.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        _aes.Encrypt(
            nonce,
            content,
            kept.AsSpan(HeaderSize + NonceSize, content.Length),
            kept.AsSpan(kept.Length - TagSize),
            Authenticated(cell)
        );
        return kept;
    }

    /// <summary>False when a bit differs, it stands in another cell, or another key protects it; nothing is given then.</summary>
    public bool TryOpen(Cell cell, ReadOnlySpan<byte> kept, out byte[] content)
    {
        content = [];
        if (!TryReadId(kept, out var id) || id != Id)
        {
            return false;
        }
        var opened = new byte[kept.Length - HeaderSize - NonceSize - TagSize];
        try
        {
            _aes.Decrypt(
                kept.Slice(HeaderSize, NonceSize),
                kept[(HeaderSize + NonceSize)..^TagSize],
                kept[^TagSize..],
                opened,
                Authenticated(cell)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        content = opened;
        return true;
    }

    public void Dispose() => _aes.Dispose();

    // The version and the key's id stand in the clear; authenticated, they cannot be swapped either.
    private byte[] Authenticated(Cell cell) => [.. _header, .. cell.Identity()];
}
