using Microsoft.Extensions.Options;

namespace MashBroker.Web.Strategy;

/// <summary>Settings that would make a message go astray stop the start, all named at once.</summary>
internal sealed class StrategyOptionsCheck : IValidateOptions<StrategyOptions>
{
    public ValidateOptionsResult Validate(string? name, StrategyOptions options)
    {
        string[] faults = [.. options.Faults()];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
