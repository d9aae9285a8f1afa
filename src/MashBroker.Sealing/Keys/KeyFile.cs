using System.Security.Cryptography;
using System.Text;

namespace MashBroker.Sealing.Keys;

/// <summary>Files of a key folder as they are written: whole or not at all, private ones for their owner alone from the first byte.</summary>
internal static class KeyFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Public = Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>False when group or others may do anything with it.</summary>
    public static bool IsPrivate(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == UnixFileMode.None;

    /// <exception cref="IOException">It is there already: a key is never overwritten.</exception>
    public static void WriteKey(string path, ECDiffieHellman key) =>
        WriteNew(path, key.ExportPkcs8PrivateKeyPem() + "\n");

    /// <exception cref="IOException">It is there already.</exception>
    public static void WriteNew(string path, string text)
    {
        using var file = File.Open(path, Private(FileMode.CreateNew));
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Puts the new text in the place of the old, so that whoever reads finds one or the other, also after a crash. For what is
    /// no secret: the services that read it may run as another user than who writes it.
    /// </summary>
    public static void Replace(string path, string text)
    {
        var beside = $"{path}.new";
        using (var file = File.Create(beside))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(beside, Public);
        }
        File.Move(beside, path, overwrite: true);
    }

    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }
        return options;
    }
}
