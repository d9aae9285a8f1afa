using MashBroker.Adapters.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Police;

public static class PoliceServices
{
    /// <summary>The settings with their checks; where they come from is the host's to say.</summary>
    public static OptionsBuilder<PoliceOptions> AddPoliceOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<PoliceOptions>>(
            new SqlRecordsOptionsCheck<PoliceOptions>(PoliceOptions.Section, PoliceOptions.PostgreSql)
        );
        return services.AddOptions<PoliceOptions>().ValidateOnStart();
    }
}
