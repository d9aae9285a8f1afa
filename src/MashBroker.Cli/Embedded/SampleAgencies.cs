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
    public static IReadOnlyList<SampleAgencyPlan> In(string folder) =>
        [Police(folder), Health(), Education(), Probation(), AdultServices(folder), DomesticAbuse()];

    private static SampleAgencyPlan Police(string folder) =>
        new(
            "police",
            new Dictionary<string, string?>
            {
                ["Police:SystemName"] = "Police records",
                ["Police:Provider"] = "sqlite",
                ["Police:ConnectionString"] = $"Data Source={Path.Combine(folder, "records", "police.db")}",
                ["Police:SampleScript"] = Samples("Police", "police.sql"),
                ["Police:ShareableHandlingCodes:0"] = "P",
                ["Police:ShareableHandlingCodes:1"] = "C",
            },
            services =>
            {
                services.AddPoliceOptions().BindConfiguration(PoliceOptions.Section);
                services.AddAdapter<PoliceRecords>();
            }
        );

    private static SampleAgencyPlan Health() =>
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
                    Samples("Health"),
                    earlier?.Address.Port ?? 0,
                    earlier?.AccessToken,
                    cancellation: cancellation
                );
                return Server("Health", server.BaseAddress, server.AccessToken, server.StopAsync);
            }
        );

    private static SampleAgencyPlan Education() =>
        new(
            "education",
            new Dictionary<string, string?> { ["Education:Folder"] = Samples("Education") },
            services =>
            {
                services.AddEducationOptions().BindConfiguration(EducationOptions.Section);
                services.AddAdapter<EducationRecords>();
            }
        );

    private static SampleAgencyPlan Probation() =>
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
                    Samples("Probation"),
                    earlier?.Address.Port ?? 0,
                    earlier?.AccessToken,
                    cancellation
                );
                return Server("Probation", server.BaseAddress, server.AccessToken, server.StopAsync);
            }
        );

    private static SampleAgencyPlan AdultServices(string folder) =>
        new(
            "adult-services",
            new Dictionary<string, string?>
            {
                ["AdultServices:SystemName"] = "Adult services case management",
                ["AdultServices:Provider"] = "sqlite",
                ["AdultServices:ConnectionString"] =
                    $"Data Source={Path.Combine(folder, "records", "adult-services.db")}",
                ["AdultServices:SampleScript"] = Samples("AdultServices", "adult-services.sql"),
            },
            services =>
            {
                services.AddAdultServicesOptions().BindConfiguration(AdultServicesOptions.Section);
                services.AddAdapter<AdultServicesRecords>();
            }
        );

    private static SampleAgencyPlan DomesticAbuse() =>
        new(
            "domestic-abuse",
            new Dictionary<string, string?>
            {
                ["DomesticAbuse:Workbook"] = Samples("DomesticAbuse", "domestic-abuse.xlsx"),
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

    private static string Samples(params string[] path) => Path.Combine([AppContext.BaseDirectory, "samples", .. path]);
}
