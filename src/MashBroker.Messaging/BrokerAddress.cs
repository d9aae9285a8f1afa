using System.ComponentModel.DataAnnotations;

namespace MashBroker.Messaging;

/// <summary>The options' address taken apart, with the password from its file.</summary>
internal sealed record BrokerAddress(
    string Host,
    ushort Port,
    string VirtualHost,
    string User,
    string Password,
    bool Tls
)
{
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

        var credentials = address?.UserInfo.Split(':', 2) ?? [];
        if (address is not null && credentials[0].Length == 0)
        {
            faults.Add("Broker:Address: names no user; write amqps://user@host/vhost.");
        }

        var password = credentials.Length == 2 ? Uri.UnescapeDataString(credentials[1]) : null;
        if (options.PasswordFile is { } file)
        {
            if (password is not null)
            {
                faults.Add("Broker:PasswordFile: the address holds a password too; keep one of them.");
            }

            try
            {
                password = File.ReadAllText(file).Trim();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                faults.Add($"Broker:PasswordFile: '{file}' cannot be read ({e.GetType().Name}).");
            }
        }
        else if (address is not null && password is null)
        {
            faults.Add("Broker:PasswordFile: no password in the address, and no file that holds one.");
        }

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

        var tls = address!.Scheme == "amqps";
        var path = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/'));
        return new BrokerAddress(
            address.Host,
            (ushort)(
                address.Port > 0 ? address.Port
                : tls ? 5671
                : 5672
            ),
            path.Length == 0 ? "/" : path,
            Uri.UnescapeDataString(credentials[0]),
            password!,
            tls
        );
    }

    // A record would print the password.
    public override string ToString() => $"{(Tls ? "amqps" : "amqp")}://{User}@{Host}:{Port}/{VirtualHost}";
}
