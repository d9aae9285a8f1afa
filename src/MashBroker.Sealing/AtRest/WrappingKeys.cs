using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MashBroker.Sealing.AtRest;

/// <summary>
/// The keys that wrap content keys, in a file outside every database: a line for each generation, the newest last. Whoever
/// has this file and the wrapped keys can read everything; whoever has one of them alone can read nothing.
/// </summary>
public sealed class WrappingKeys : IDisposable
{
    private const string Heading = """
        # Wraps the keys of the content at rest. Keep it apart from the databases and their backups, and keep a copy: without it
        # nothing can be read again. A line for each generation, the newest last: its name, then 32 bytes in Base64.

        """;

    // A generation takes 60 bytes, and nobody rotates ten thousand times.
    private const int LongestFile = 1 << 20;

    private readonly Dictionary<string, ContentKey> _generations = [];

    private WrappingKeys(string file) => File = file;

    public string File { get; }

    /// <summary>Generation that new keys are wrapped with, e.g. <c>2-9c41d07e</c>.</summary>
    public string Newest { get; private set; } = "";

    public IReadOnlyCollection<string> Generations => _generations.Keys;

    /// <summary>Makes the file with its first generation, readable by its owner alone.</summary>
    /// <exception cref="IOException">It is there already, or cannot be written.</exception>
    public static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var stream = OwnerOnlyFile.Create(file);
        stream.Write(Encoding.UTF8.GetBytes(Heading));
        AppendGeneration(stream, 1);
    }

    /// <exception cref="KeyFolderException">It is not there, readable by others, or not such a file; the text says what to do.</exception>
    public static WrappingKeys Load(string file)
    {
        if (!System.IO.File.Exists(file))
        {
            throw new KeyFolderException(
                $"The wrapping key '{file}' is not there. Bring it back from where its copy is kept: nothing at rest can be read "
                    + "without it. A new installation makes one with 'mash vault init' (at the hub) or at its first start (an adapter)."
            );
        }
        if (!OwnerOnlyFile.IsPrivate(file))
        {
            throw new KeyFolderException(
                $"The wrapping key '{file}' can be used by group or others. Run 'chmod 600' on it, consider who has read it, "
                    + "and rotate it."
            );
        }
        var bytes = ReadAll(file);
        var keys = new WrappingKeys(file);
        try
        {
            keys.Read(bytes);
            return keys;
        }
        catch
        {
            keys.Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Adds a generation at the end; on disk when this returns. Nothing that is there changes.</summary>
    /// <returns>Its name.</returns>
    public static string AddGeneration(string file)
    {
        int number;
        using (var before = Load(file))
        {
            number = Number(before.Newest) + 1;
        }
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        CutUnfinishedLine(stream);
        return AppendGeneration(stream, number);
    }

    /// <summary>Leaves the newest generation alone in the file: what only older ones can unwrap is lost for good.</summary>
    public static void RemoveAllButNewest(string file)
    {
        string newest;
        using (var before = Load(file))
        {
            newest = before.Newest;
        }
        var bytes = ReadAll(file);
        var beside = file + ".new";
        System.IO.File.Delete(beside);
        try
        {
            using var stream = OwnerOnlyFile.Create(beside);
            foreach (var range in Lines(bytes))
            {
                var line = bytes.AsSpan(range);
                if (IsComment(line) || NameIn(line) == newest)
                {
                    stream.Write(line);
                    stream.WriteByte((byte)'\n');
                }
            }
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
        System.IO.File.Move(beside, file, overwrite: true);
    }

    public bool Knows(string generation) => _generations.ContainsKey(generation);

    /// <summary>Wraps a content key with the newest generation. It unwraps for this id alone.</summary>
    public byte[] Wrap(KeyId id, ReadOnlySpan<byte> key) => _generations[Newest].Protect(CellOf(id), key);

    /// <summary>False when the generation is unknown, or this is not that key; <paramref name="key"/> then holds nothing.</summary>
    /// <param name="key">To be zeroed by the caller.</param>
    public bool TryUnwrap(string generation, KeyId id, ReadOnlySpan<byte> wrapped, out byte[] key)
    {
        key = [];
        return _generations.TryGetValue(generation, out var wrapping)
            && wrapping.TryOpen(CellOf(id), wrapped, out key)
            && key.Length == ContentKey.Size;
    }

    public void Dispose()
    {
        foreach (var generation in _generations.Values)
        {
            generation.Dispose();
        }
    }

    private static Cell CellOf(KeyId id) => new("keys", "wrapped", id.ToString());

    private static string AppendGeneration(FileStream stream, int number)
    {
        var key = ContentKey.NewBytes();
        var line = GC.AllocateArray<byte>(Base64.GetMaxEncodedToUtf8Length(ContentKey.Size) + 1, pinned: true);
        try
        {
            var name = NameOf(number, key);
            Base64.EncodeToUtf8(key, line, out _, out var written);
            line[written] = (byte)'\n';
            // One write and its newline last: a line that the power cut short is none.
            var whole = GC.AllocateArray<byte>(name.Length + 1 + written + 1, pinned: true);
            Encoding.ASCII.GetBytes(name + " ", whole);
            line.AsSpan(0, written + 1).CopyTo(whole.AsSpan(name.Length + 1));
            stream.Write(whole);
            CryptographicOperations.ZeroMemory(whole);
            stream.Flush(flushToDisk: true);
            return name;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(line);
        }
    }

    // What a power cut left of a line; nothing was wrapped with it yet.
    private static void CutUnfinishedLine(FileStream stream)
    {
        var length = stream.Length;
        while (length > 0)
        {
            stream.Position = length - 1;
            if (stream.ReadByte() == '\n')
            {
                break;
            }
            length--;
        }
        stream.SetLength(length);
        stream.Position = length;
    }

    // A digest of the key in its name: two files that both begin to count at one are not taken for each other.
    private static string NameOf(int number, byte[] key) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number}-{Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 4))}"
        );

    private static int Number(string name) =>
        int.Parse(name.AsSpan(0, name.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    private static byte[] ReadAll(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            var bytes = GC.AllocateArray<byte>((int)Math.Min(stream.Length, LongestFile), pinned: true);
            // Shorter only if somebody cuts it at this moment; the rest is then noughts, which are no line.
            stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyFolderException(
                $"The wrapping key '{file}' cannot be read ({fault.GetType().Name}). Make the user of this process its owner."
            );
        }
    }

    private static List<Range> Lines(byte[] bytes)
    {
        var lines = new List<Range>();
        var start = 0;
        for (var end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', start))
        {
            lines.Add(start..end);
            start = end + 1;
        }
        return lines;
    }

    private static bool IsComment(ReadOnlySpan<byte> line) => line.Trim((byte)' ').IsEmpty || line[0] == (byte)'#';

    private static string NameIn(ReadOnlySpan<byte> line) =>
        Encoding.ASCII.GetString(line[..Math.Max(0, line.IndexOf((byte)' '))]);

    private void Read(byte[] bytes)
    {
        var number = 0;
        foreach (var line in Lines(bytes))
        {
            number++;
            if (!IsComment(bytes.AsSpan(line)) && !TryRead(bytes.AsSpan(line)))
            {
                throw new KeyFolderException(
                    $"The wrapping key '{File}' has a line {number} that is no generation. Bring the file back from its copy."
                );
            }
        }
        if (Newest.Length == 0)
        {
            throw new KeyFolderException(
                $"The wrapping key '{File}' holds no generation. Bring the file back from its copy."
            );
        }
    }

    private bool TryRead(ReadOnlySpan<byte> line)
    {
        var name = NameIn(line);
        var key = GC.AllocateArray<byte>(ContentKey.Size, pinned: true);
        try
        {
            var text = line[(name.Length + 1)..].TrimEnd((byte)'\r');
            if (
                Base64.GetMaxDecodedFromUtf8Length(text.Length) > ContentKey.Size + 2
                || Base64.DecodeFromUtf8(text, key, out var read, out var written)
                    != System.Buffers.OperationStatus.Done
                || (read, written) != (text.Length, ContentKey.Size)
                || !IsNameOf(name, key)
                || _generations.ContainsKey(name)
            )
            {
                return false;
            }
            _generations[name] = new ContentKey(default, key);
            Newest = name;
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static bool IsNameOf(string name, byte[] key) =>
        name.IndexOf('-', StringComparison.Ordinal) is > 0 and < 9 and var dash
        && int.TryParse(name.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && name == NameOf(number, key);
}
