namespace MashBroker.Sealing.AtRest;

/// <summary>Files that nobody but their owner may read: made so from the first moment, and refused when they no longer are.</summary>
public static class OwnerOnlyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty one.</summary>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    public static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }
        return new FileStream(file, options);
    }

    /// <summary>Makes an empty one before somebody else, SQLite say, makes it for everybody to read.</summary>
    /// <returns>False when it is there already; its rights are then as they were.</returns>
    public static bool MakeUnlessThere(string file)
    {
        try
        {
            Create(file).Dispose();
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }

    /// <summary>False when group or others may read, write or run it. Windows' own rights are not looked at.</summary>
    public static bool IsPrivate(string file) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & ~(OwnerOnly | UnixFileMode.UserExecute)) == 0;
}
