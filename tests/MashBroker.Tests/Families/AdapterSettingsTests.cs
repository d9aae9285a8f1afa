using MashBroker.Adapters;
using MashBroker.Adapters.AdultServices;
using MashBroker.Adapters.DomesticAbuse;
using MashBroker.Adapters.Police;
using MashBroker.Testing.Families;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace MashBroker.Tests.Families;

/// <summary>The settings that each service ships with find its samples; wrong ones are refused by their path.</summary>
public sealed class AdapterSettingsTests
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    [Test]
    public Task The_police_adapter_starts_on_its_samples() =>
        StartsAsync<PoliceRecords, PoliceOptions>(
            "Police",
            services => services.AddPoliceOptions().BindConfiguration(PoliceOptions.Section),
            "NM100104"
        );

    [Test]
    public Task The_adult_services_adapter_starts_on_its_samples() =>
        StartsAsync<AdultServicesRecords, AdultServicesOptions>(
            "AdultServices",
            services => services.AddAdultServicesOptions().BindConfiguration(AdultServicesOptions.Section),
            "AS40101",
            "H02-P3"
        );

    [Test]
    public Task The_domestic_abuse_adapter_starts_on_its_samples() =>
        StartsAsync<DomesticAbuseRecords, DomesticAbuseOptions>(
            "DomesticAbuse",
            services => services.AddDomesticAbuseOptions().BindConfiguration(DomesticAbuseOptions.Section),
            "DV505"
        );

    [Test]
    public void Every_fault_of_the_police_settings_is_told_by_its_path()
    {
        using var services = Services(
            collection => collection.AddPoliceOptions().BindConfiguration(PoliceOptions.Section),
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Police:Provider"] = "oracle",
                        ["Police:SampleScript"] = "police.sql",
                        ["Police:MostCandidates"] = "1",
                    }
                )
                .Build()
        );
        var options = services.GetRequiredService<IOptions<PoliceOptions>>();
        var fault = Assert.Throws<OptionsValidationException>(() => _ = options.Value).Failures;
        Assert.That(fault, Has.Some.Contains("Police:SystemName"));
        Assert.That(fault, Has.Some.Contains("Police:ConnectionString"));
        Assert.That(fault, Has.Some.Contains("Police:MostCandidates"));
        Assert.That(fault, Has.Some.Contains("Police:ShareableHandlingCodes"));
        Assert.That(fault, Has.Some.EqualTo("Police:Provider: must be postgresql, or sqlite for the samples."));
        Assert.That(fault, Has.Some.StartsWith("Police:SampleScript: is for sqlite only."));
    }

    private static async Task StartsAsync<TRecords, TOptions>(
        string adapter,
        Action<IServiceCollection> add,
        string record,
        string person = "H01-P5"
    )
        where TRecords : class, IAgencyRecords
        where TOptions : class
    {
        using var folder = new TemporaryFolder();
        var shipped = Path.Combine(Repository.Root, "agency-adapters", adapter, "appsettings.json");
        var configuration = new ConfigurationBuilder().AddJsonFile(shipped).Build();
        // The samples' database belongs into the working folder, which here is not the service's own.
        configuration[$"{adapter}:ConnectionString"] = $"Data Source={folder.File("records.db")};Pooling=False";
        await using var services = Services(
            collection =>
            {
                add(collection);
                collection.AddSingleton<TRecords>();
            },
            configuration
        );
        Assert.That(services.GetRequiredService<IOptions<TOptions>>().Value, Is.Not.Null);
        var records = services.GetRequiredService<TRecords>();
        await records.ProbeAsync(CancellationToken.None);
        var found = await records.FindAsync(Families.Person(person).AsSubject("S1"), CancellationToken.None);
        Assert.That(found.Select(candidate => candidate.RecordId), Does.Contain(record));
    }

    private static ServiceProvider Services(Action<IServiceCollection> add, IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        add(services);
        return services.BuildServiceProvider();
    }
}
