using System.IO.Compression;

namespace MashBroker.Ledger.Evidence;

/// <summary>What of a zip is other than <see cref="StoredZip"/> writes it, as far as that can be seen: for whoever has to find out why.</summary>
internal static class ZipFault
{
    private const int HeadingLength = 30;

    // The parts of an entry's heading by the byte at which each ends.
    private static readonly (int End, string What)[] Heading =
    [
        (4, "its mark"),
        (8, "its version or flags"),
        (10, "how it is packed"),
        (14, "its date"),
        (18, "its checksum, which is not that of its content"),
        (26, "its length"),
        (HeadingLength, "the length of its name or an addition to it"),
    ];

    /// <param name="bytes">Of which <see cref="StoredZip.Read"/> read nothing.</param>
    /// <returns>The first thing found, without a full stop.</returns>
    public static string In(byte[] bytes)
    {
        var reading = "";
        try
        {
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            foreach (var entry in zip.Entries)
            {
                reading = entry.FullName;
                if (entry.CompressedLength != entry.Length || entry.Length > bytes.Length)
                {
                    return $"its entry '{reading}' is compressed, and evidence stores its files as they are";
                }
                using var content = new MemoryStream();
                using var stored = entry.Open();
                stored.CopyTo(content);
                if (!files.TryAdd(reading, content.ToArray()))
                {
                    return $"its entry '{reading}' is there twice";
                }
            }
            return Order([.. zip.Entries.Select(entry => entry.FullName)]) ?? Difference(bytes, files);
        }
        catch (Exception fault)
            when (fault is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return reading.Length == 0
                ? $"its {bytes.Length} bytes are no zip, or its end is missing"
                : $"its entry '{reading}' cannot be read";
        }
    }

    private static string? Order(IReadOnlyList<string> names)
    {
        foreach (var (index, (here, expected)) in names.Zip(names.Order(StringComparer.Ordinal)).Index())
        {
            if (here != expected)
            {
                return $"its entry {index + 1} is '{here}', where '{expected}' is expected";
            }
        }
        return null;
    }

    private static string Difference(byte[] bytes, Dictionary<string, byte[]> files)
    {
        var expected = StoredZip.Write(files);
        var at = bytes.AsSpan().CommonPrefixLength(expected);
        if (at == expected.Length)
        {
            return $"{bytes.Length - at} bytes stand after its end, from byte {at} on";
        }
        var start = 0;
        foreach (var (name, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var end = start + HeadingLength + name.Length + content.Length;
            if (at < end)
            {
                var what = Heading.FirstOrDefault(part => at - start < part.End).What ?? "what comes after its heading";
                return $"byte {at} is other than expected, in the entry '{name}': {what}";
            }
            start = end;
        }
        return $"byte {at} is other than expected, in the list of entries at its end";
    }
}
