using MashBroker.Adapters.AdultServices;
using MashBroker.Adapters.Sources;
using MashBroker.Testing.Families;

namespace MashBroker.Testing.AdultServices;

/// <summary>A case-management extract of some families, in SQLite, with the adapter that reads it.</summary>
public sealed class AdultServicesStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AdultServicesStore(string script)
    {
        File.WriteAllText(_folder.File("extract.sql"), script);
        Records = new AdultServicesRecords(
            Microsoft.Extensions.Options.Options.Create(
                new AdultServicesOptions
                {
                    SystemName = "Adult services case management",
                    Provider = SqlRecordsOptions.Sqlite,
                    ConnectionString = $"Data Source={DatabaseFile};Pooling=False",
                    SampleScript = _folder.File("extract.sql"),
                }
            )
        );
    }

    public AdultServicesRecords Records { get; }

    public string DatabaseFile => _folder.File("extract.db");

    public static AdultServicesStore Of(SampleFamilies families) => new(AdultServicesSample.Script(families));

    public async ValueTask DisposeAsync()
    {
        await Records.DisposeAsync();
        _folder.Dispose();
    }
}
