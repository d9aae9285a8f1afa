using MashBroker.Adapters.Health;
using MashBroker.Adapters.Health.SampleServer;
using MashBroker.Testing.Families;
using Microsoft.Extensions.Options;

namespace MashBroker.Testing.Health;

/// <summary>A FHIR server of the test's own over given families, and the adapter's records in front of it.</summary>
public sealed class HealthStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private HealthStore() { }

    public SampleFhirServer Server { get; private set; } = null!;

    public HealthRecords Records { get; private set; } = null!;

    public static async Task<HealthStore> OfAsync(
        SampleFamilies families,
        int mostMatches = 500,
        Action<HealthOptions>? options = null
    )
    {
        var store = new HealthStore();
        HealthSamples.Write(families, store._folder.Root);
        store.Server = await SampleFhirServer.StartAsync(store._folder.Root, mostMatches: mostMatches);
        store.Records = RecordsAt(store.Server.BaseAddress, store.Server.AccessToken, options);
        return store;
    }

    public static HealthRecords RecordsAt(Uri address, string token = "token", Action<HealthOptions>? options = null)
    {
        var settings = new HealthOptions { BaseAddress = address.ToString(), AccessToken = token };
        options?.Invoke(settings);
        return new HealthRecords(Options.Create(settings));
    }

    public async ValueTask DisposeAsync()
    {
        Records.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
