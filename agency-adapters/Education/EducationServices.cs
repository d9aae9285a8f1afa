using MashBroker.Adapters.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Education;

public static class EducationServices
{
    /// <summary>The settings with their checks; where they come from is the host's to say.</summary>
    public static OptionsBuilder<EducationOptions> AddEducationOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<EducationOptions>>(
            new AnnotatedOptionsCheck<EducationOptions>(EducationOptions.Section)
        );
        return services.AddOptions<EducationOptions>().ValidateOnStart();
    }
}
