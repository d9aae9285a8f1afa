using System.Net;
using System.Text.Json;

namespace MashBroker.Messaging.Administration;

/// <summary>Looks at the ways into the broker: where it listens, and what it takes for a login. Pure.</summary>
internal sealed class DoorCheck(BrokerPlan plan, BrokerState state, BrokerExpectations expected)
{
    private const string External = "EXTERNAL";
    private const string SeeSample = "See ops/rabbitmq/rabbitmq-tls.conf.";

    // Not the management's: RabbitMQ 3 tells no address of it.
    private static readonly string[] Plain = ["amqp", "mqtt", "stomp", "stream"];

    public IEnumerable<BrokerDifference> Differences()
    {
        var byCertificate = plan.Users.Any(user => user.Credential.IsCertificate);
        return
        [
            .. expected.ExpectTls || byCertificate ? Listeners(byCertificate) : [],
            .. byCertificate ? Mechanisms() : [],
        ];
    }

    private IEnumerable<BrokerDifference> Listeners(bool byCertificate)
    {
        foreach (var plain in state.Listeners.Where(each => Plain.Contains(each.Protocol) && !IsLoopback(each)))
        {
            yield return new(
                $"listener {plain.Protocol} {plain.IpAddress}:{plain.Port}",
                "takes connections from other machines without TLS.",
                $"Switch it off (listeners.tcp = none), or bind it to 127.0.0.1. {SeeSample}"
            );
        }

        var encrypted = state.Listeners.Where(each => each.Protocol == "amqp/ssl").ToList();
        if (encrypted.Count == 0)
        {
            yield return new("listener amqp/ssl", "is missing.", $"Set listeners.ssl and ssl_options. {SeeSample}");
        }

        foreach (var listener in byCertificate ? encrypted : [])
        {
            if (!Says(listener, "verify", "verify_peer") || !Says(listener, "fail_if_no_peer_cert", "true"))
            {
                yield return new(
                    $"listener {listener.Protocol} {listener.IpAddress}:{listener.Port}",
                    "lets in whoever brings no certificate of ours.",
                    $"Set ssl_options.verify = verify_peer and ssl_options.fail_if_no_peer_cert = true. {SeeSample}"
                );
            }
        }
    }

    private IEnumerable<BrokerDifference> Mechanisms()
    {
        if (!state.Mechanisms.Contains(External))
        {
            yield return new(
                "login EXTERNAL",
                "is off: nobody can log in with a certificate.",
                $"Enable rabbitmq_auth_mechanism_ssl and set auth_mechanisms.1 = EXTERNAL. {SeeSample}"
            );
        }

        foreach (var other in state.Mechanisms.Where(each => each != External))
        {
            yield return new(
                $"login {other}",
                "is on: a password would be taken too.",
                $"Leave EXTERNAL alone in auth_mechanisms. {SeeSample}"
            );
        }
    }

    private static bool IsLoopback(ListenerThere listener) =>
        IPAddress.TryParse(listener.IpAddress, out var address) && IPAddress.IsLoopback(address);

    private static bool Says(ListenerThere listener, string option, string value) =>
        listener.SocketOpts.ValueKind is JsonValueKind.Object
        && listener.SocketOpts.TryGetProperty(option, out var said)
        && said.ToString().Equals(value, StringComparison.OrdinalIgnoreCase);
}
