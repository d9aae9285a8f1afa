namespace MashBroker.Sealing.Cms;

/// <summary>
/// Reads DER whose shape is known in advance: the caller says which tag must come, and anything else ends the reading.
/// Only minimal definite lengths pass, and no element may reach past the one it lies in, so that what was read has exactly
/// one encoding and a changed bit cannot hide in a length.
/// </summary>
internal ref struct DerReader(ReadOnlySpan<byte> bytes)
{
    public const byte Integer = 0x02;
    public const byte BitString = 0x03;
    public const byte OctetString = 0x04;
    public const byte ObjectIdentifier = 0x06;
    public const byte UtcTime = 0x17;
    public const byte GeneralizedTime = 0x18;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;
    public const byte Context0 = 0x80;
    public const byte Context0Constructed = 0xA0;
    public const byte Context1Constructed = 0xA1;
    public const byte Context2Constructed = 0xA2;

    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsEmpty => _rest.IsEmpty;

    public readonly bool Next(byte tag) => !_rest.IsEmpty && _rest[0] == tag;

    /// <summary>A whole message: one SEQUENCE and nothing after it.</summary>
    public static DerReader Message(ReadOnlySpan<byte> bytes, SealFault notCms)
    {
        if (bytes.IsEmpty || bytes[0] != Sequence)
        {
            throw new SealRefusedException(notCms, "It does not begin as DER of CMS does.");
        }
        var (header, length) = Header(bytes, SealFault.Truncated);
        if (length > bytes.Length - header)
        {
            throw new SealRefusedException(SealFault.Truncated, "It ends before its stated length.");
        }
        if (length < bytes.Length - header)
        {
            throw new SealRefusedException(SealFault.TrailingBytes, "Bytes follow after its end.");
        }
        return new DerReader(bytes[header..]);
    }

    /// <summary>The content of the next element.</summary>
    public ReadOnlySpan<byte> Read(byte tag, string what) => Take(tag, what, out var header)[header..];

    /// <summary>The next element with its tag and length.</summary>
    public ReadOnlySpan<byte> ReadEncoded(byte tag, string what) => Take(tag, what, out _);

    public DerReader Enter(byte tag, string what) => new(Read(tag, what));

    public ReadOnlySpan<byte> Read(byte tag, int length, string what)
    {
        var content = Read(tag, what);
        return content.Length == length
            ? content
            : throw new SealRefusedException(SealFault.UnexpectedShape, $"The {what} is not {length} bytes long.");
    }

    public void ReadVersion(byte version, string what)
    {
        if (!Read(Integer, what).SequenceEqual([version]))
        {
            throw new SealRefusedException(SealFault.UnexpectedShape, $"The {what} is not {version}.");
        }
    }

    /// <summary>An AlgorithmIdentifier that must be the permitted one, to the byte.</summary>
    public void ReadAlgorithm(ReadOnlySpan<byte> permitted, string what)
    {
        if (!ReadEncoded(Sequence, what).SequenceEqual(permitted))
        {
            throw new SealRefusedException(SealFault.WeakOrUnknownAlgorithm, $"The {what} is not the profile's.");
        }
    }

    public readonly void End(string what)
    {
        if (!_rest.IsEmpty)
        {
            throw new SealRefusedException(SealFault.UnexpectedShape, $"The {what} holds more than it may.");
        }
    }

    private ReadOnlySpan<byte> Take(byte tag, string what, out int header)
    {
        if (!Next(tag))
        {
            throw new SealRefusedException(SealFault.UnexpectedShape, $"The {what} is not where it must be.");
        }
        (header, var length) = Header(_rest, SealFault.NotCanonical);
        if (length > _rest.Length - header)
        {
            throw new SealRefusedException(SealFault.NotCanonical, $"The {what} reaches past its container.");
        }
        var element = _rest[..(header + length)];
        _rest = _rest[element.Length..];
        return element;
    }

    private static (int Header, int Length) Header(ReadOnlySpan<byte> bytes, SealFault cutShort)
    {
        if (bytes.Length < 2)
        {
            throw new SealRefusedException(cutShort, "It ends within a length.");
        }
        if (bytes[1] < 0x80)
        {
            return (2, bytes[1]);
        }
        var size = bytes[1] & 0x7F;
        if (size is 0 or > 3)
        {
            // 3 bytes count 16 MB, far above the size limit; 0 is BER's indefinite length.
            throw new SealRefusedException(
                SealFault.NotCanonical,
                "A length is indefinite or longer than any message."
            );
        }
        if (bytes.Length < 2 + size)
        {
            throw new SealRefusedException(cutShort, "It ends within a length.");
        }
        var length = 0;
        foreach (var digit in bytes.Slice(2, size))
        {
            length = (length << 8) | digit;
        }
        if (length < 0x80 || bytes[2] == 0)
        {
            throw new SealRefusedException(SealFault.NotCanonical, "A length is written longer than it need be.");
        }
        return (2 + size, length);
    }
}
