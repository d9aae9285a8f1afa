using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// A zip whose files are stored as they are, in the order of their names, with one date: the same files are always the same
/// bytes. A reader writes it again and compares, so that no byte of the container can be changed unseen.
/// </summary>
public static class StoredZip
{
    private const uint LocalHeader = 0x04034B50;
    private const uint CentralHeader = 0x02014B50;
    private const uint End = 0x06054B50;
    private const ushort Version = 20;
    private const ushort FirstOfJanuary1980 = 0x0021; // the earliest date that a zip can say

    // No comment, first disk, no attributes.
    private static readonly byte[] NothingMore = new byte[10];

    private static readonly uint[] Remainders = MakeRemainders();

    /// <param name="files">Names are ASCII, with slashes.</param>
    public static byte[] Write(IReadOnlyDictionary<string, byte[]> files)
    {
        using var zip = new MemoryStream();
        using var central = new MemoryStream();
        foreach (var (name, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var offset = (uint)zip.Length;
            var entry = Entry(name, content);
            Write(zip, LocalHeader);
            zip.Write(entry);
            zip.Write(Encoding.ASCII.GetBytes(name));
            zip.Write(content);

            Write(central, CentralHeader);
            Write(central, Version);
            central.Write(entry);
            central.Write(NothingMore);
            Write(central, offset);
            central.Write(Encoding.ASCII.GetBytes(name));
        }
        var start = (uint)zip.Length;
        central.WriteTo(zip);
        Write(zip, End);
        Write(zip, 0u); // one disk
        Write(zip, (ushort)files.Count);
        Write(zip, (ushort)files.Count);
        Write(zip, (uint)central.Length);
        Write(zip, start);
        Write(zip, (ushort)0); // no comment
        return zip.ToArray();
    }

    /// <returns>Null unless it is, to the byte, what <see cref="Write"/> makes of its files.</returns>
    public static IReadOnlyDictionary<string, byte[]>? Read(byte[] bytes)
    {
        try
        {
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            foreach (var entry in zip.Entries)
            {
                // Stored as they are, they cannot be larger than the whole: nothing is unpacked that would fill the memory.
                if (entry.Length > bytes.Length || entry.CompressedLength != entry.Length)
                {
                    return null;
                }
                using var content = new MemoryStream((int)entry.Length);
                using var stored = entry.Open();
                stored.CopyTo(content);
                files.Add(entry.FullName, content.ToArray());
            }
            return Write(files).AsSpan().SequenceEqual(bytes) ? files : null;
        }
        catch (Exception fault)
            when (fault is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // What both headers share: from the version needed to the length of the extra field.
    private static byte[] Entry(string name, byte[] content)
    {
        var entry = new byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(entry, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(8), FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(10), Checksum(content));
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(14), (uint)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(18), (uint)content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(22), (ushort)name.Length);
        return entry;
    }

    // CRC-32 of IEEE 802.3, which zip uses.
    private static uint Checksum(ReadOnlySpan<byte> content)
    {
        var remainder = uint.MaxValue;
        foreach (var value in content)
        {
            remainder = (remainder >> 8) ^ Remainders[(byte)(remainder ^ value)];
        }
        return ~remainder;
    }

    private static uint[] MakeRemainders()
    {
        const uint Polynomial = 0xEDB88320;
        var remainders = new uint[256];
        for (var value = 0u; value < remainders.Length; value++)
        {
            var remainder = value;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ Polynomial;
            }
            remainders[value] = remainder;
        }
        return remainders;
    }

    private static void Write(MemoryStream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Write(MemoryStream stream, ushort value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        stream.Write(bytes);
    }
}
