using System.Text.RegularExpressions;

namespace MashBroker.Messaging;

/// <summary>
/// What a user of the broker may do, as RabbitMQ's patterns. An agency reads its own lanes and writes its own routing key,
/// nothing else; <c>ops/rabbitmq/add-agency</c> sets exactly these.
/// </summary>
/// <param name="User">Name the broker knows the party by; it stands on each message, checked by the broker.</param>
/// <param name="TopicExchange">Exchange whose routing keys are restricted, with the patterns for writing and reading.</param>
public sealed record BrokerPermissions(
    string User,
    string Configure,
    string Write,
    string Read,
    string TopicExchange,
    string TopicWrite,
    string TopicRead
)
{
    private const string Nothing = "^$";

    public static BrokerPermissions ForAgency(string hub, string agency)
    {
        var (h, a) = (Regex.Escape(Lane.Code(hub)), Regex.Escape(Lane.Code(agency)));
        return new(
            UserOfAgency(hub, agency),
            Nothing,
            $@"^mash\.{h}\.returns$",
            $@"^mash\.{h}\.{a}\.(red|amber|green)$",
            Topology.ReturnsExchange(hub),
            $@"^{a}\.(red|amber|green)$",
            Nothing
        );
    }

    public static BrokerPermissions ForHub(string hub)
    {
        var own = $@"^mash\.{Regex.Escape(Lane.Code(hub))}\.";
        // The hub sends requests only: a return in an agency's name must have come from that agency.
        return new(UserOfHub(hub), own, own, own, Topology.ReturnsExchange(hub), Nothing, ".*");
    }

    public static string UserOfHub(string hub) => $"mash.{hub}";

    public static string UserOfAgency(string hub, string agency) => $"mash.{hub}.{agency}";
}
