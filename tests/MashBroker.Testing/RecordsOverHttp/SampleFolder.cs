using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Testing.RecordsOverHttp;

/// <summary>Compares a checked-in folder of samples with what its generator writes.</summary>
public static class SampleFolder
{
    public static void AssertWritten(string folder, Action<string> write)
    {
        using var fresh = new TemporaryFolder();
        write(fresh.Root);
        Assert.Multiple(() =>
        {
            foreach (var file in Directory.EnumerateFiles(fresh.Root).Order(StringComparer.Ordinal))
            {
                var written = File.ReadAllBytes(file);
                var name = $"{folder}/{Path.GetFileName(file)}";
                Assert.That(WrittenSample.Checked(name, written), Is.EqualTo(written), name);
            }
        });
    }
}
