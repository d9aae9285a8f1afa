namespace MashBroker.Sealing.Cms;

/// <summary>
/// What comes before a large content, written from the inside outwards: each length is known when its header is written,
/// and the content itself is copied (or encrypted) to its place once.
/// </summary>
internal ref struct DerFrame(Span<byte> room, int contentLength)
{
    private readonly Span<byte> _room = room;
    private int _start = room.Length;
    private int _length = contentLength;

    public readonly ReadOnlySpan<byte> Bytes => _room[_start..];

    /// <summary>Makes room for something that follows the content.</summary>
    public void Follow(int length) => _length += length;

    public void Precede(scoped ReadOnlySpan<byte> bytes)
    {
        _start -= bytes.Length;
        bytes.CopyTo(_room[_start..]);
        _length += bytes.Length;
    }

    /// <summary>Puts a tag and a length around all there is.</summary>
    public void Enclose(byte tag)
    {
        var length = _length;
        if (length < 0x80)
        {
            Precede([tag, (byte)length]);
            return;
        }
        var digits = 0;
        for (var rest = length; rest > 0; rest >>= 8)
        {
            Precede([(byte)rest]);
            digits++;
        }
        Precede([tag, (byte)(0x80 | digits)]);
    }
}
