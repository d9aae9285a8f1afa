using MashBroker.Adapters.AdultServices;
using MashBroker.Adapters.DomesticAbuse;
using MashBroker.Adapters.Education;
using MashBroker.Adapters.Health;
using MashBroker.Adapters.Health.SampleServer;
using MashBroker.Adapters.Police;
using MashBroker.Adapters.Probation;
using MashBroker.Adapters.Probation.SampleServer;

namespace MashBroker.Cli.Embedded;

/// <summary>The client's six agencies on their sample records.</summary>
internal static class SampleAgencies
{
    public static IReadOnlyList<SampleAgencyPlan> Plans { get; } =
        [Police(), Health(), Education(), Probation(), AdultServices(), DomesticAbuse()];

    private static string Samples(string agency) => Path.Combine(AppContext.BaseDirectory, "samples", agency);
}
