using System.ComponentModel.DataAnnotations;

namespace MashBroker.Adapters.Sources;

/// <summary>Settings of every records system that is asked over HTTP.</summary>
public abstract class HttpRecordsOptions
{
    /// <summary>Address of the interface, e.g. <c>https://records.example.nhs.uk/fhir/</c>. Plain http is for this machine only.</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>File with the access token of the read-only account; read again for each request, so that it can be renewed.</summary>
    public string? AccessTokenFile { get; set; }

    /// <summary>The token itself, where it comes from a secret store through the environment.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Seconds after which one request to the system is given up.</summary>
    [Range(1, 600)]
    public int RequestTimeoutSeconds { get; set; } = 20;

    /// <summary>An answer larger than this many bytes is a fault of the system.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int LargestAnswerBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Everything wrong with these settings, each with the setting's path as the operator types it.</summary>
    public IEnumerable<string> Faults(string section)
    {
        if (!Uri.TryCreate(BaseAddress, UriKind.Absolute, out var address) || !IsHttp(address))
        {
            yield return $"{section}:BaseAddress must be an absolute http or https address.";
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            yield return $"{section}:BaseAddress must be https: plain http is accepted for this machine only.";
        }
        else if (address.Query.Length > 0 || address.UserInfo.Length > 0)
        {
            yield return $"{section}:BaseAddress must have neither a query nor a user name; the token has its own setting.";
        }

        if (string.IsNullOrWhiteSpace(AccessToken) == string.IsNullOrWhiteSpace(AccessTokenFile))
        {
            yield return $"Set either {section}:AccessTokenFile or {section}:AccessToken.";
        }
        else if (AccessTokenFile is { Length: > 0 } file && !File.Exists(file))
        {
            yield return $"{section}:AccessTokenFile: there is no such file. Give one with the token alone.";
        }
    }

    private static bool IsHttp(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;
}
