using MashBroker.Adapters;
using MashBroker.Adapters.AdultServices;
using MashBroker.Adapters.DomesticAbuse;
using MashBroker.Adapters.Education;
using MashBroker.Adapters.Health;
using MashBroker.Adapters.Health.SampleServer;
using MashBroker.Adapters.Police;
using MashBroker.Adapters.Probation;
using MashBroker.Adapters.Probation.SampleServer;
using Microsoft.Extensions.DependencyInjection;

namespace MashBroker.Cli.Embedded;

/// <summary>The client's six agencies on their sample records, each set up as its administrator would.</summary>
internal static class SampleAgencies
{
    /// <summary>The sample records that come with the product.</summary>
    public static string Carried { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <param name="folder">Where databases are made of the records that are SQL.</param>
    /// <param name="samples">The records, a folder for each agency.</param>
    public static IReadOnlyList<SampleAgencyPlan> In(string folder, string samples) =>
        [
            Police(folder, samples),
            Health(samples),
            Education(samples),
            Probation(samples),
            AdultServices(folder, samples),
            DomesticAbuse(samples),
        ];

    private static SampleAgencyPlan Police(string folder, string samples) =>
        new(
            "police",
            new Dictionary<string, string?>
            {
                ["Police:SystemName"] = "Police records",
                ["Police:Provider"] = "sqlite",
                ["Police:ConnectionString"] = $"Data Source={Path.Combine(folder, "records", "police.db")}",
                ["Police:SampleScript"] = Path.Combine(samples, "Police", "police.sql"),
                ["Police:ShareableHandlingCodes:0"] = "P",
                ["Police:ShareableHandlingCodes:1"] = "C",
            },
            services =>
            {
                services.AddPoliceOptions().BindConfiguration(PoliceOptions.Section);
                services.AddAdapter<PoliceRecords>();
            }
        );

    private static SampleAgencyPlan Health(string samples) =>
        new(
            "health",
            new Dictionary<string, string?> { ["Adapter:AnswerInParts"] = "true" },
            services =>
            {
                services.AddHealthOptions().BindConfiguration(HealthOptions.Section);
                services.AddAdapter<HealthRecords>();
            },
            async (earlier, cancellation) =>
            {
                var server = await SampleFhirServer.StartAsync(
                    Path.Combine(samples, "Health"),
                    earlier?.Address.Port ?? 0,
                    earlier?.AccessToken,
                    cancellation: cancellation
                );
                return Server("Health", server.BaseAddress, server.AccessToken, server.StopAsync);
            }
        );

    private static SampleAgencyPlan Education(string samples) =>
        new(
            "education",
            new Dictionary<string, string?> { ["Education:Folder"] = Path.Combine(samples, "Education") },
            services =>
            {
                services.AddEducationOptions().BindConfiguration(EducationOptions.Section);
                services.AddAdapter<EducationRecords>();
            }
        );

    private static SampleAgencyPlan Probation(string samples) =>
        new(
            "probation",
            new Dictionary<string, string?>(),
            services =>
            {
                services.AddProbationOptions().BindConfiguration(ProbationOptions.Section);
                services.AddAdapter<ProbationRecords>();
            },
            async (earlier, cancellation) =>
            {
                var server = await SampleCaseServer.StartAsync(
                    Path.Combine(samples, "Probation"),
                    earlier?.Address.Port ?? 0,
                    earlier?.AccessToken,
                    cancellation
                );
                return Server("Probation", server.BaseAddress, server.AccessToken, server.StopAsync);
            }
        );

    private static SampleAgencyPlan AdultServices(string folder, string samples) =>
        new(
            "adult-services",
            new Dictionary<string, string?>
            {
                ["AdultServices:SystemName"] = "Adult services case management",
                ["AdultServices:Provider"] = "sqlite",
                ["AdultServices:ConnectionString"] =
                    $"Data Source={Path.Combine(folder, "records", "adult-services.db")}",
                ["AdultServices:SampleScript"] = Path.Combine(samples, "AdultServices", "adult-services.sql"),
            },
            services =>
            {
                services.AddAdultServicesOptions().BindConfiguration(AdultServicesOptions.Section);
                services.AddAdapter<AdultServicesRecords>();
            }
        );

    private static SampleAgencyPlan DomesticAbuse(string samples) =>
        new(
            "domestic-abuse",
            new Dictionary<string, string?>
            {
                ["DomesticAbuse:Workbook"] = Path.Combine(samples, "DomesticAbuse", "domestic-abuse.xlsx"),
            },
            services =>
            {
                services.AddDomesticAbuseOptions().BindConfiguration(DomesticAbuseOptions.Section);
                services.AddAdapter<DomesticAbuseRecords>();
            }
        );

    private static SampleRecordsServer Server(string section, Uri address, string accessToken, Func<Task> stop) =>
        new(
            address,
            accessToken,
            new Dictionary<string, string?>
            {
                [$"{section}:BaseAddress"] = address.ToString(),
                [$"{section}:AccessToken"] = accessToken,
            },
            stop
        );
}
