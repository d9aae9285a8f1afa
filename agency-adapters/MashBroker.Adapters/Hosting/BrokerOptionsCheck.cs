using MashBroker.Messaging;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters;

/// <summary>The same care for the broker's settings as for the adapter's own.</summary>
internal sealed class BrokerOptionsCheck : IValidateOptions<BrokerOptions>
{
    public const string Section = "Broker";

    public ValidateOptionsResult Validate(string? name, BrokerOptions options)
    {
        List<string> faults = [.. AdapterOptionsCheck.Annotated(Section, options)];
        if (options.CreatesTopology)
        {
            faults.Add(
                $"{Section}:{nameof(options.CreatesTopology)}: the hub creates exchanges and lanes; an agency's user may not. "
                    + "Leave it out."
            );
        }

        if (options.PasswordFile is { } file && !File.Exists(file))
        {
            faults.Add(
                $"{Section}:{nameof(options.PasswordFile)}: there is no such file. Give one with the password alone."
            );
        }

        faults.AddRange(
            new[]
            {
                (Name: nameof(options.CaFile), File: options.CaFile),
                (Name: nameof(options.CertificateFile), File: options.CertificateFile),
                (Name: nameof(options.KeyFile), File: options.KeyFile),
            }
                .Where(each => each.File is { } named && !File.Exists(named))
                .Select(each => $"{Section}:{each.Name}: there is no such file. Give one in PEM.")
        );

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
