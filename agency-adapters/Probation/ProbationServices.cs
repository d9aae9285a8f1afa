using MashBroker.Adapters.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Probation;

public static class ProbationServices
{
    /// <summary>The settings with their checks; where they come from is the host's to say.</summary>
    public static OptionsBuilder<ProbationOptions> AddProbationOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ProbationOptions>>(
            new HttpRecordsOptionsCheck<ProbationOptions>(ProbationOptions.Section)
        );
        return services.AddOptions<ProbationOptions>().ValidateOnStart();
    }
}
