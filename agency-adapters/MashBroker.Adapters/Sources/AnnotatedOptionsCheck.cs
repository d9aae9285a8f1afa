using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Sources;

/// <summary>The annotations of a records system's settings, told like those of the adapter's own.</summary>
public sealed class AnnotatedOptionsCheck<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = AdapterOptionsCheck.Annotated(section, options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
