using System.Security.Cryptography;

namespace MashBroker.Sealing.Keys;

/// <summary>
/// First 128 bits of SHA-256 in groups of four digits: short enough to be read over a telephone, and nobody can make another
/// file that has the same.
/// </summary>
public sealed record Fingerprint
{
    private const int Size = 16;
    private const int DigitsInGroup = 4;

    private readonly string _digits;

    private Fingerprint(string digits) => _digits = digits;

    public static Fingerprint Of(ReadOnlySpan<byte> bytes) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, Size)));

    /// <summary>Whether somebody read out this one; spaces, hyphens and capitals do not matter.</summary>
    public bool Matches(string spoken) =>
        _digits.Equals(new string([.. spoken.Where(char.IsAsciiHexDigit)]), StringComparison.OrdinalIgnoreCase);

    public override string ToString() =>
        string.Join(' ', _digits.Chunk(DigitsInGroup).Select(group => new string(group)));
}
