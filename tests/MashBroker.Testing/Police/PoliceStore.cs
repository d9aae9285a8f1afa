using MashBroker.Adapters.Police;
using MashBroker.Adapters.Sources;
using MashBroker.Testing.Families;
using Microsoft.Extensions.Options;

namespace MashBroker.Testing.Police;

/// <summary>A police database of some families, in SQLite, with the adapter that reads it.</summary>
public sealed class PoliceStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PoliceStore(string script)
    {
        File.WriteAllText(_folder.File("police.sql"), script);
        Options = new PoliceOptions
        {
            SystemName = "Police records",
            Provider = SqlRecordsOptions.Sqlite,
            ConnectionString = $"Data Source={_folder.File("police.db")};Pooling=False",
            SampleScript = _folder.File("police.sql"),
            ShareableHandlingCodes = ["P", "C"],
        };
        Records = new PoliceRecords(Microsoft.Extensions.Options.Options.Create(Options));
    }

    public PoliceOptions Options { get; }

    public PoliceRecords Records { get; }

    public string DatabaseFile => _folder.File("police.db");

    public static PoliceStore Of(SampleFamilies families) => new(PoliceSample.Script(families));

    public async ValueTask DisposeAsync()
    {
        await Records.DisposeAsync();
        _folder.Dispose();
    }
}
