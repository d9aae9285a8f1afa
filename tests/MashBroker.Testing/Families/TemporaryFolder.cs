namespace MashBroker.Testing.Families;

/// <summary>A folder of the test's own, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("mash-samples-").FullName;

    public string File(string name) => Path.Combine(Root, name);

    /// <summary>Everything in it, with who may read it.</summary>
    public void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var inner in Directory.EnumerateDirectories(Root, "*", SearchOption.AllDirectories))
        {
            var copy = Directory.CreateDirectory(Path.Combine(folder, Path.GetRelativePath(Root, inner)));
            if (!OperatingSystem.IsWindows())
            {
                copy.UnixFileMode = System.IO.File.GetUnixFileMode(inner);
            }
        }

        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            System.IO.File.Copy(file, Path.Combine(folder, Path.GetRelativePath(Root, file)));
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
