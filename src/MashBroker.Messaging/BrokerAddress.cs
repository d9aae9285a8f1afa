using System.ComponentModel.DataAnnotations;

namespace MashBroker.Messaging;

/// <summary>The options' address taken apart, with the password from its file or the user from its certificate.</summary>
/// <param name="Password">Empty where a certificate is the login.</param>
/// <param name="Security">Null without TLS.</param>
internal sealed record BrokerAddress(
    string Host,
    ushort Port,
    string VirtualHost,
    string User,
    string Password,
    BrokerTls? Security
)
{
    public bool Tls => Security is not null;

    public static BrokerAddress From(BrokerOptions options)
    {
        var faults = new List<string>();
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        faults.AddRange(results.Select(r => $"Broker:{r.MemberNames.FirstOrDefault()}: {r.ErrorMessage}"));

        var address = options.Address;
        if (address is not null && address is not { IsAbsoluteUri: true, Scheme: "amqp" or "amqps" })
        {
            faults.Add("Broker:Address: must begin with amqp:// or amqps://, e.g. amqps://user@host/vhost.");
            address = null;
        }

        var security = address is null ? null : SecurityOf(options, address, faults);
        var certified = security?.Inspect(faults);
        var credentials = address?.UserInfo.Split(':', 2) ?? [];
        if (address is not null && credentials[0].Length == 0 && options.CertificateFile is null)
        {
            faults.Add("Broker:Address: names no user; write amqps://user@host/vhost.");
        }

        if (certified is not null && credentials[0].Length > 0 && Uri.UnescapeDataString(credentials[0]) != certified)
        {
            faults.Add(
                $"Broker:Address: names another user than the certificate, which is '{certified}'; leave the user out."
            );
        }

        var password = options.CertificateFile is null
            ? PasswordOf(options, address, credentials, faults)
            : NoPassword(options, credentials, faults);
        if (options.CreatesTopology)
        {
            if (options.Hub is null || options.Agencies.Count == 0)
            {
                faults.Add("Broker:Hub and Broker:Agencies: needed to create exchanges and lanes.");
            }

            foreach (var code in options.Agencies.Prepend(options.Hub).OfType<string>())
            {
                try
                {
                    _ = Lane.Code(code);
                }
                catch (ArgumentException e)
                {
                    faults.Add($"Broker:Hub and Broker:Agencies: {e.Message}");
                }
            }
        }

        if (faults.Count > 0)
        {
            throw new ValidationException(string.Join(Environment.NewLine, faults));
        }

        var path = Uri.UnescapeDataString(address!.AbsolutePath.TrimStart('/'));
        return new BrokerAddress(
            address.Host,
            (ushort)(
                address.Port > 0 ? address.Port
                : security is not null ? 5671
                : 5672
            ),
            path.Length == 0 ? "/" : path,
            certified ?? Uri.UnescapeDataString(credentials[0]),
            password!,
            security
        );
    }

    private static BrokerTls? SecurityOf(BrokerOptions options, Uri address, List<string> faults)
    {
        if (options.CertificateFile is null != options.KeyFile is null)
        {
            faults.Add("Broker:CertificateFile and Broker:KeyFile: one is of no use without the other.");
        }

        if (address.Scheme == "amqps")
        {
            var name = options.ServerName ?? address.Host;
            return new BrokerTls(name, options.CaFile, options.CertificateFile, options.KeyFile);
        }

        if ((options.CaFile ?? options.CertificateFile ?? options.ServerName) is not null)
        {
            faults.Add("Broker:Address: a certificate needs amqps://; this address would send everything in clear.");
        }

        return null;
    }

    private static string NoPassword(BrokerOptions options, string[] credentials, List<string> faults)
    {
        if (options.PasswordFile is not null || credentials.Length == 2)
        {
            faults.Add("Broker:PasswordFile: the certificate is the login; leave the password out.");
        }

        return "";
    }

    private static string? PasswordOf(BrokerOptions options, Uri? address, string[] credentials, List<string> faults)
    {
        var password = credentials.Length == 2 ? Uri.UnescapeDataString(credentials[1]) : null;
        if (options.PasswordFile is not { } file)
        {
            if (address is not null && password is null)
            {
                faults.Add(
                    "Broker:PasswordFile: no password in the address, no file that holds one, and no Broker:CertificateFile."
                );
            }

            return password;
        }

        if (password is not null)
        {
            faults.Add("Broker:PasswordFile: the address holds a password too; keep one of them.");
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"Broker:PasswordFile: '{file}' cannot be read ({e.GetType().Name}).");
            return null;
        }
    }

    // A record would print the password.
    public override string ToString() => $"{(Tls ? "amqps" : "amqp")}://{User}@{Host}:{Port}/{VirtualHost}";
}
