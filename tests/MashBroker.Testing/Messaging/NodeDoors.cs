using System.Globalization;

namespace MashBroker.Testing.Messaging;

/// <summary>How a node of a test's own lets parties in: with passwords, or as the configuration that ships for TLS says.</summary>
public sealed class NodeDoors
{
    private const string ShippedFolder = "/etc/rabbitmq/tls";
    private const string ShippedListener = "0.0.0.0:5671";

    private readonly string? _certificates;

    private NodeDoors(string? certificates) => _certificates = certificates;

    public static NodeDoors Plain { get; } = new(null);

    /// <param name="folder">Holds <c>root.crt</c>, and the broker's <c>tls.crt</c> and <c>tls.key</c>.</param>
    public static NodeDoors ByCertificate(string folder) => new(folder);

    internal bool TakesPasswords => _certificates is null;

    /// <summary>As the management names the listener.</summary>
    internal string Protocol => TakesPasswords ? "\"amqp\"" : "\"amqp/ssl\"";

    internal string Plugins => TakesPasswords ? "[rabbitmq_management].\n" : Shipped("enabled_plugins-tls");

    internal string Listeners(int port)
    {
        var here = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        return _certificates is null
            ? $"listeners.tcp.1 = {here}"
            : Shipped("rabbitmq-tls.conf")
                .Replace(ShippedFolder, _certificates, StringComparison.Ordinal)
                .Replace(ShippedListener, here, StringComparison.Ordinal);
    }

    private static string Shipped(string file) =>
        File.ReadAllText(Path.Combine(Families.Repository.Root, "ops", "rabbitmq", file));
}
