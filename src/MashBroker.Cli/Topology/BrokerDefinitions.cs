using System.Text.Json;
using System.Text.Json.Serialization;
using MashBroker.Messaging.Administration;

namespace MashBroker.Cli.Topology;

/// <summary>A plan as RabbitMQ's definitions file, for those who load it by hand: everything that <c>mash topology apply</c> would make.</summary>
internal static class BrokerDefinitions
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static string Write(BrokerPlan plan)
    {
        var vhost = plan.VirtualHost;
        var definitions = new
        {
            vhosts = new[] { new { name = vhost } },
            users = plan.Users.Select(user => new
            {
                name = user.Name,
                password_hash = user.Credential.Hash(),
                hashing_algorithm = "rabbit_password_hashing_sha256",
                tags = Array.Empty<string>(),
            }),
            permissions = plan.Users.Select(user => new
            {
                user = user.Name,
                vhost,
                configure = user.Rights.Configure,
                write = user.Rights.Write,
                read = user.Rights.Read,
            }),
            topic_permissions = plan.Users.Select(user => new
            {
                user = user.Name,
                vhost,
                exchange = user.Rights.TopicExchange,
                write = user.Rights.TopicWrite,
                read = user.Rights.TopicRead,
            }),
            policies = plan.Policies.Select(policy => new Dictionary<string, object>
            {
                ["vhost"] = vhost,
                ["name"] = policy.Name,
                ["pattern"] = policy.Pattern,
                ["apply-to"] = "queues",
                ["definition"] = policy.Definition,
                ["priority"] = BrokerPlan.PolicyPriority,
            }),
            exchanges = plan.Exchanges.Select(exchange => new
            {
                name = exchange.Name,
                vhost,
                type = exchange.Type,
                durable = true,
                auto_delete = false,
                @internal = false,
                arguments = new { },
            }),
            queues = plan.Queues.Select(queue => new
            {
                name = queue.Name,
                vhost,
                durable = true,
                auto_delete = false,
                arguments = queue.Arguments,
            }),
            bindings = plan.Bindings.Select(binding => new
            {
                source = binding.Exchange,
                vhost,
                destination = binding.Queue,
                destination_type = "queue",
                routing_key = binding.RoutingKey,
                arguments = new { },
            }),
        };
        return JsonSerializer.Serialize(definitions, Indented);
    }
}
