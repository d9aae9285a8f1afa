using MashBroker.Adapters.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.AdultServices;

public static class AdultServicesServices
{
    /// <summary>The settings with their checks; where they come from is the host's to say.</summary>
    public static OptionsBuilder<AdultServicesOptions> AddAdultServicesOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<AdultServicesOptions>>(
            new SqlRecordsOptionsCheck<AdultServicesOptions>(
                AdultServicesOptions.Section,
                AdultServicesOptions.SqlServer
            )
        );
        return services.AddOptions<AdultServicesOptions>().ValidateOnStart();
    }
}
