using MashBroker.Adapters.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.DomesticAbuse;

public static class DomesticAbuseServices
{
    /// <summary>The settings with their checks; where they come from is the host's to say.</summary>
    public static OptionsBuilder<DomesticAbuseOptions> AddDomesticAbuseOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<DomesticAbuseOptions>>(
            new AnnotatedOptionsCheck<DomesticAbuseOptions>(DomesticAbuseOptions.Section)
        );
        return services.AddOptions<DomesticAbuseOptions>().ValidateOnStart();
    }
}
