using System.ComponentModel.DataAnnotations;
using MashBroker.Messaging;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters;

/// <summary>Everything wrong with the settings at once, each by the path that the operator types.</summary>
internal sealed class AdapterOptionsCheck : IValidateOptions<AdapterOptions>
{
    public ValidateOptionsResult Validate(string? name, AdapterOptions options)
    {
        List<string> faults =
        [
            .. Annotated(AdapterOptions.Section, options),
            .. Code(nameof(options.Hub), options.Hub),
            .. Code(nameof(options.Agency), options.Agency),
        ];
        if (options.KeyFolder.Length > 0 && !Directory.Exists(options.KeyFolder))
        {
            faults.Add(
                $"{AdapterOptions.Section}:{nameof(options.KeyFolder)}: there is no such folder. "
                    + "Make it with 'enrol' (ops/runbooks/certificates.md), or name the folder that holds this agency's keys."
            );
        }

        if (options.InboxFile.Length > 0 && Directory.Exists(options.InboxFile))
        {
            faults.Add($"{AdapterOptions.Section}:{nameof(options.InboxFile)}: is a folder. Give the path of a file.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>What the attributes of an options class say against it.</summary>
    public static IEnumerable<string> Annotated(string section, object options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result =>
            $"{section}:{string.Join(", ", result.MemberNames)}: {result.ErrorMessage} Set it in appsettings.json, "
            + $"in the environment ({section}__{result.MemberNames.FirstOrDefault()}) or on the command line."
        );
    }

    private static IEnumerable<string> Code(string setting, string code)
    {
        if (code.Length == 0)
        {
            // Said by its attribute.
            yield break;
        }

        var fault = "";
        try
        {
            Lane.ToAgency(code, code, Contracts.Rating.Green);
        }
        catch (ArgumentException exception)
        {
            fault = exception.Message;
        }

        if (fault.Length > 0)
        {
            yield return $"{AdapterOptions.Section}:{setting}: {fault}";
        }
    }
}
