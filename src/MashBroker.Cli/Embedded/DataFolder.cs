namespace MashBroker.Cli.Embedded;

/// <summary>
/// The folder of one evaluation, held by one process at a time: two hubs on one ledger, each with a transport of its own in
/// memory, would take each other's work.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream file) => (Path, _lock) = (path, file);

    public string Path { get; }

    /// <exception cref="CommandException">It is a file, cannot be written, or another process holds it.</exception>
    public static DataFolder Take(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                // It holds what names people.
                Directory.CreateDirectory(
                    path,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCode.Unavailable,
                $"--data: '{path}' cannot be made a folder ({fault.GetType().Name}). Name a folder that you may write.",
                fault
            );
        }

        try
        {
            var name = System.IO.Path.Combine(path, "lock");
            return new DataFolder(
                path,
                new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCode.Unavailable,
                $"--data: another 'mash run' works in '{path}', or it cannot be written. Stop that one, or name another folder.",
                fault
            );
        }
    }

    public void Dispose() => _lock.Dispose();
}
