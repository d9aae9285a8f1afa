namespace MashBroker.Adapters.DomesticAbuse;

/// <summary>Keeps the workbook as last read and reads it again whenever the file has changed.</summary>
internal sealed class WorkbookFile(DomesticAbuseOptions options) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private (Stamp Of, ClientWorkbook Workbook)? _read;

    public async Task<ClientWorkbook> CurrentAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var stamp = StampOf();
            if (_read is { } read && read.Of == stamp)
            {
                return read.Workbook;
            }

            var bytes = await BytesAsync(cancellation);
            if (StampOf() != stamp)
            {
                throw new RecordsUnavailableException("The client workbook is being saved at this moment.");
            }

            var workbook = ClientWorkbook.From(WorkbookReader.Read(bytes));
            _read = (stamp, workbook);
            return workbook;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private string Path =>
        File.Exists(options.Workbook)
            ? options.Workbook
            : System.IO.Path.Combine(AppContext.BaseDirectory, options.Workbook);

    private Stamp StampOf()
    {
        var file = new FileInfo(Path);
        return file.Exists
            ? new Stamp(file.LastWriteTimeUtc, file.Length)
            : throw new RecordsUnavailableException("The client workbook is not where DomesticAbuse:Workbook says.");
    }

    private async Task<byte[]> BytesAsync(CancellationToken cancellation)
    {
        try
        {
            // The spreadsheet program may have it open; we only look.
            await using var file = new FileStream(
                Path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            if (file.Length > options.LargestWorkbookBytes)
            {
                throw new RecordsUnavailableException(
                    $"The client workbook is larger than the {options.LargestWorkbookBytes} bytes of DomesticAbuse:LargestWorkbookBytes."
                );
            }

            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellation);
            return bytes;
        }
        catch (UnauthorizedAccessException)
        {
            throw new RecordsUnavailableException("The client workbook may not be read by the adapter's account.");
        }
        catch (IOException)
        {
            throw new RecordsUnavailableException(
                "The client workbook is locked by another program or cannot be read."
            );
        }
    }

    private readonly record struct Stamp(DateTime Written, long Length);
}
