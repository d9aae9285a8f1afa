namespace MashBroker.Testing.Families;

/// <summary>
/// A sample file that is checked in and written by a generator. With <c>MASH_WRITE_SAMPLES=1</c> in the environment the
/// tests write it anew; otherwise they compare.
/// </summary>
public static class WrittenSample
{
    /// <returns>The checked-in bytes.</returns>
    public static byte[] Checked(string path, byte[] written)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("MASH_WRITE_SAMPLES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, written);
        }

        return File.Exists(file) ? File.ReadAllBytes(file) : [];
    }
}
