using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Sources;

/// <summary>All faults of the settings of an HTTP records system at once.</summary>
public sealed class HttpRecordsOptionsCheck<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : HttpRecordsOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<string> faults = [.. AdapterOptionsCheck.Annotated(section, options), .. options.Faults(section)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
