using System.Text;
using MashBroker.Adapters.Education.Pupils;

namespace MashBroker.Adapters.Education.Export;

/// <summary>The folder of the export. It is read again whenever one of its files has changed.</summary>
internal sealed class SchoolExport(EducationOptions options) : IDisposable
{
    private readonly SemaphoreSlim _oneReader = new(1, 1);
    private (IReadOnlyList<FileStamp> Stamps, Register Register)? _last;

    static SchoolExport() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public async Task<Register> ReadAsync(CancellationToken cancellation)
    {
        await _oneReader.WaitAsync(cancellation);
        try
        {
            var before = Stamps();
            if (_last is { } last && last.Stamps.SequenceEqual(before))
            {
                return last.Register;
            }

            // A fault leaves nothing behind: the next search reads the files again.
            var register = await Task.Run(() => Load(cancellation), cancellation);
            if (!Stamps().SequenceEqual(before))
            {
                throw new RecordsUnavailableException(
                    $"{options.SystemName}: the export is being written; search again when it is complete."
                );
            }

            _last = (before, register);
            return register;
        }
        finally
        {
            _oneReader.Release();
        }
    }

    public void Dispose() => _oneReader.Dispose();

    private Register Load(CancellationToken cancellation)
    {
        var files = new RegisterFiles(options, cancellation);
        return RegisterAssembly.Assemble(files);
    }

    private List<FileStamp> Stamps()
    {
        var folder = new DirectoryInfo(options.Folder);
        try
        {
            return folder
                .EnumerateFiles()
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new FileStamp(file.Name, file.Length, file.LastWriteTimeUtc))
                .ToList();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RecordsUnavailableException(
                $"{options.SystemName}: the folder of the export (Education:Folder) is not there or may not be read."
            );
        }
    }

    private sealed record FileStamp(string Name, long Length, DateTime Written);
}
