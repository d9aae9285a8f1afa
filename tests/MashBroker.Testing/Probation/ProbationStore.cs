using MashBroker.Adapters.Probation;
using MashBroker.Adapters.Probation.SampleServer;
using MashBroker.Testing.Families;
using Microsoft.Extensions.Options;

namespace MashBroker.Testing.Probation;

/// <summary>A case system of the test's own over given families, and the adapter's records in front of it.</summary>
public sealed class ProbationStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ProbationStore() { }

    public SampleCaseServer Server { get; private set; } = null!;

    public ProbationRecords Records { get; private set; } = null!;

    public static async Task<ProbationStore> OfAsync(SampleFamilies families, Action<ProbationOptions>? options = null)
    {
        var store = new ProbationStore();
        ProbationSamples.Write(families, store._folder.Root);
        store.Server = await SampleCaseServer.StartAsync(store._folder.Root);
        store.Records = RecordsAt(store.Server.BaseAddress, store.Server.AccessToken, options);
        return store;
    }

    public static ProbationRecords RecordsAt(
        Uri address,
        string token = "token",
        Action<ProbationOptions>? options = null
    )
    {
        var settings = new ProbationOptions { BaseAddress = address.ToString(), AccessToken = token };
        options?.Invoke(settings);
        return new ProbationRecords(Options.Create(settings));
    }

    public async ValueTask DisposeAsync()
    {
        Records.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
