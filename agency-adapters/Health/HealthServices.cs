using MashBroker.Adapters.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Health;

public static class HealthServices
{
    /// <summary>The settings with their checks; where they come from is the host's to say.</summary>
    public static OptionsBuilder<HealthOptions> AddHealthOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<HealthOptions>>(
            new HttpRecordsOptionsCheck<HealthOptions>(HealthOptions.Section)
        );
        return services.AddOptions<HealthOptions>().ValidateOnStart();
    }
}
