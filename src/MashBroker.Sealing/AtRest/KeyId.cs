using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace MashBroker.Sealing.AtRest;

/// <summary>
/// Names one content key: 128 random bits, 32 lower-case hexadecimal digits as text. It says nothing of whose key it is, and
/// is never used again once its key was destroyed.
/// </summary>
public readonly record struct KeyId(UInt128 Value)
{
    /// <summary>Bytes of its binary form.</summary>
    public const int Size = 16;

    public static KeyId New()
    {
        Span<byte> random = stackalloc byte[Size];
        RandomNumberGenerator.Fill(random);
        return Read(random);
    }

    public static KeyId Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public static bool TryParse(string? text, out KeyId id)
    {
        var good = UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        id = new KeyId(value);
        return good && id.ToString() == text;
    }

    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);

    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
