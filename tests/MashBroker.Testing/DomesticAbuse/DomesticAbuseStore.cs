using MashBroker.Adapters.DomesticAbuse;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.DomesticAbuse;

/// <summary>A workbook in a folder of its own, with the adapter that reads it.</summary>
public sealed class DomesticAbuseStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DomesticAbuseStore(byte[]? workbook)
    {
        if (workbook is not null)
        {
            Save(workbook);
        }

        Options = new DomesticAbuseOptions { Workbook = Workbook };
        Records = new DomesticAbuseRecords(Microsoft.Extensions.Options.Options.Create(Options));
    }

    public DomesticAbuseOptions Options { get; }

    public DomesticAbuseRecords Records { get; }

    public string Workbook => _folder.File("clients.xlsx");

    public static DomesticAbuseStore Of(SampleFamilies families) => new(DomesticAbuseSample.Of(families).Write());

    public void Save(byte[] workbook) => File.WriteAllBytes(Workbook, workbook);

    public void Dispose()
    {
        Records.Dispose();
        _folder.Dispose();
    }
}
