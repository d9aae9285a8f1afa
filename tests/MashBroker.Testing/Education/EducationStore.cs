using MashBroker.Adapters.Education;
using MashBroker.Testing.Families;
using Microsoft.Extensions.Options;

namespace MashBroker.Testing.Education;

/// <summary>An export of the test's own over given families, and the adapter's records in front of it.</summary>
public sealed class EducationStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private EducationStore() { }

    public EducationRecords Records { get; private set; } = null!;

    public string Folder => _folder.Root;

    /// <param name="families">As <see cref="EducationSamples.WithContacts"/> gives them.</param>
    public static EducationStore Of(SampleFamilies families, Action<EducationOptions>? options = null)
    {
        var store = new EducationStore();
        EducationSamples.Write(families, store.Folder);
        var settings = new EducationOptions { Folder = store.Folder };
        options?.Invoke(settings);
        store.Records = new EducationRecords(Options.Create(settings));
        return store;
    }

    public string File(string name) => _folder.File(name);

    /// <summary>Writes a file anew, with a time that differs from the one before.</summary>
    public void Change(string name, Func<string, string> change)
    {
        var file = File(name);
        var written = System.IO.File.GetLastWriteTimeUtc(file);
        System.IO.File.WriteAllText(file, change(System.IO.File.ReadAllText(file)));
        System.IO.File.SetLastWriteTimeUtc(file, written.AddSeconds(2));
    }

    public void Dispose()
    {
        Records.Dispose();
        _folder.Dispose();
    }
}
