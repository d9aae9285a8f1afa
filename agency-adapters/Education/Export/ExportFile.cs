using System.Text;

namespace MashBroker.Adapters.Education.Export;

/// <summary>One file of the export, by what it is to the school (its role), for nobody at the hub knows the file's name.</summary>
internal sealed record ExportFile(string System, string Role, string Path)
{
    public byte[] ReadBytes(long limit)
    {
        try
        {
            var length = new FileInfo(Path).Length;
            return length <= limit ? File.ReadAllBytes(Path) : throw Fault($"is larger than {limit} bytes");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fault("is not there: has the export run?");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault("cannot be opened: it is being written, or the adapter's account may not read it");
        }
    }

    /// <summary>The text, strictly: a byte that does not belong would otherwise turn silently into a wrong name.</summary>
    public string Decode(byte[] content, string encodingName)
    {
        var encoding = Encoding.GetEncoding(
            encodingName,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        );
        try
        {
            return encoding.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + content.Take(Math.Max(0, fault.Index)).Count(b => b == (byte)'\n');
            throw Fault($"line {line} is not {encodingName}: export it so, or set Education:Encoding");
        }
    }

    /// <param name="fault">Names line and column or element; never a value, for values are people.</param>
    public RecordsUnavailableException Fault(string fault) => new($"{System}: the {Role} file {fault}.");
}
