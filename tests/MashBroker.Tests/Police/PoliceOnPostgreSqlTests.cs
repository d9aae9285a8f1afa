using MashBroker.Adapters;
using MashBroker.Adapters.Police;
using MashBroker.Testing.Families;
using MashBroker.Testing.Police;
using MashBroker.Tests.Families;
using Npgsql;
using NUnit.Framework;

namespace MashBroker.Tests.Police;

/// <summary>The contract once more on the engine of production.</summary>
[Category("PostgreSql")]
public sealed class PoliceOnPostgreSqlTests : AgencyRecordsContract
{
    private PostgreSqlServer? _server;

    protected override string Agency => AgencyCode.Police;

    protected override string ExpectedMatchesFile => "agency-adapters/Police/samples/expected-matches.json";

    protected override double Floor => 0.9;

    [OneTimeSetUp]
    public void StartServer()
    {
        var (server, whyNot) = PostgreSqlServer.Start();
        if (server is null)
        {
            Assert.Ignore(whyNot);
        }

        _server = server;
    }

    [OneTimeTearDown]
    public void StopServer() => _server?.Dispose();

    protected override (IAgencyRecords Records, object Store) Open(SampleFamilies families)
    {
        var store = new Store(_server!, PoliceSample.Script(families));
        return (store.Records, store);
    }

    [Test]
    public async Task Cannot_write_even_with_an_account_that_may()
    {
        await using var store = new Store(_server!, PoliceSample.Script(new FamilyGenerator(1).Make(1)));
        await using var source = PoliceDatabase.Open(store.Options);
        Assert.That(
            async () =>
                await source.ReadAsync(
                    "delete from warning_marker returning marker_id",
                    new Dictionary<string, object>(),
                    row => row.Text("marker_id"),
                    CancellationToken.None
                ),
            // read_only_sql_transaction
            Throws.TypeOf<RecordsUnavailableException>().With.Message.Contains("SQLSTATE 25006")
        );
    }

    [Test]
    public async Task Says_nothing_of_the_search_when_the_view_is_not_there()
    {
        await using var store = new Store(_server!, "select 1");
        var subject = SampleFamilies.Load().Person("H01-P5").AsSubject("S1");
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            store.Records.FindAsync(subject, CancellationToken.None)
        );
        Assert.That(fault.ToString(), Does.Contain("SQLSTATE 42P01").And.Not.Contain("Hollis"));
        await Task.CompletedTask;
    }

    private sealed class Store : IAsyncDisposable
    {
        private readonly PostgreSqlServer _server;

        public Store(PostgreSqlServer server, string script)
        {
            _server = server;
            Options = new PoliceOptions
            {
                SystemName = "Police records",
                Provider = PoliceOptions.PostgreSql,
                ConnectionString = server.Create(script),
                ShareableHandlingCodes = ["P", "C"],
            };
            Records = new PoliceRecords(Microsoft.Extensions.Options.Options.Create(Options));
        }

        public PoliceOptions Options { get; }

        public PoliceRecords Records { get; }

        public async ValueTask DisposeAsync()
        {
            await Records.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            _server.Drop(Options.ConnectionString);
        }
    }
}
