using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Education;

public static class EducationServices
{
    /// <summary>The settings with their checks; where they come from is the host's to say.</summary>
    public static OptionsBuilder<EducationOptions> AddEducationOptions(this IServiceCollection services) =>
        services.AddOptions<EducationOptions>().ValidateDataAnnotations().ValidateOnStart();
}
