using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MashBroker.Messaging.Administration;

/// <summary>Compares exchanges, queues, bindings and policies with the plan. Pure.</summary>
internal sealed class LaneCheck(BrokerPlan plan, BrokerState state)
{
    private const string Apply = "Run 'mash topology apply'.";

    private readonly string _host = plan.VirtualHost;

    public IEnumerable<BrokerDifference> Differences() =>
        [.. Exchanges(), .. Queues(), .. Bindings(), .. Policies(), .. ForeignPolicies()];

    public static bool Same(
        IReadOnlyDictionary<string, object?> planned,
        IReadOnlyDictionary<string, JsonElement> there
    ) =>
        planned.Count == there.Count
        && planned.All(each => there.TryGetValue(each.Key, out var value) && Text(value) == Text(each.Value));

    private IEnumerable<BrokerDifference> Exchanges()
    {
        foreach (var planned in plan.Exchanges)
        {
            var where = $"exchange {planned.Name}";
            var there = state.Exchanges.FirstOrDefault(each => each.Name == planned.Name);
            if (there is null)
            {
                yield return new(where, "is missing.", Apply);
            }
            else if (there.Type != planned.Type || !there.Durable || there.AutoDelete || there.Arguments.Count > 0)
            {
                yield return new(
                    where,
                    $"is not a durable {planned.Type} exchange without arguments.",
                    $"Stop the hub, delete it (rabbitmqadmin -V {_host} delete exchange name={planned.Name}) and apply: it cannot be changed."
                );
            }
        }

        foreach (var left in state.Exchanges.Where(each => IsOurs(each.Name)))
        {
            if (plan.Exchanges.All(planned => planned.Name != left.Name))
            {
                yield return new(
                    $"exchange {left.Name}",
                    "bears this hub's name and is none of its exchanges.",
                    $"Find out who made it, then delete it: rabbitmqadmin -V {_host} delete exchange name={left.Name}"
                );
            }
        }
    }

    private IEnumerable<BrokerDifference> Queues()
    {
        foreach (var planned in plan.Queues)
        {
            var where = $"queue {planned.Name}";
            var there = state.Queues.FirstOrDefault(each => each.Name == planned.Name);
            if (there is null)
            {
                yield return new(where, "is missing.", Apply);
            }
            else if (!there.Durable || there.AutoDelete || there.Exclusive || !Same(planned.Arguments, there.Arguments))
            {
                yield return new(
                    where,
                    $"was made with other arguments: {Text(there.Arguments)} in place of {Text(planned.Arguments)}.",
                    $"Once it is empty delete it (rabbitmqctl -p {_host} delete_queue {planned.Name} --if-empty) and apply: arguments cannot be changed."
                );
            }
        }

        foreach (var left in state.Queues.Where(each => IsOurs(each.Name)))
        {
            if (plan.Queues.All(planned => planned.Name != left.Name))
            {
                yield return new(
                    $"queue {left.Name}",
                    "bears this hub's name and belongs to no agency of its profile.",
                    $"Add the agency to the profile, or once the queue is empty delete it: rabbitmqctl -p {_host} delete_queue {left.Name} --if-empty"
                );
            }
        }
    }

    private IEnumerable<BrokerDifference> Bindings()
    {
        foreach (var planned in plan.Bindings)
        {
            if (!state.Bindings.Any(there => Is(planned, there)))
            {
                yield return new(
                    $"binding {planned.Exchange} to {planned.Queue}",
                    $"with routing key '{planned.RoutingKey}' is missing.",
                    Apply
                );
            }
        }

        // The default exchange, named "", is bound to every queue by nature.
        var touching = state.Bindings.Where(there =>
            there.Source.Length > 0 && (IsOurs(there.Source) || IsOurs(there.Destination))
        );
        foreach (var there in touching.Where(there => !plan.Bindings.Any(planned => Is(planned, there))))
        {
            yield return new(
                $"binding {there.Source} to {there.Destination}",
                $"with routing key '{there.RoutingKey}' is not the hub's: it takes copies, or puts something in a lane.",
                $"Remove it: rabbitmqadmin -V {_host} delete binding source={there.Source} destination_type={there.DestinationType} destination={there.Destination} properties_key='{there.RoutingKey}'"
            );
        }
    }

    private IEnumerable<BrokerDifference> Policies()
    {
        foreach (var planned in plan.Policies)
        {
            var where = $"policy {planned.Name}";
            var there = state.Policies.FirstOrDefault(each => each.Name == planned.Name);
            if (there is null)
            {
                yield return new(where, "is missing.", Apply);
            }
            else if (
                there.Pattern != planned.Pattern
                || there.ApplyTo != "queues"
                || there.Priority != BrokerPlan.PolicyPriority
                || !Same(planned.Definition, there.Definition)
            )
            {
                yield return new(where, "says something else than the plan.", Apply);
            }
        }
    }

    private IEnumerable<BrokerDifference> ForeignPolicies()
    {
        var foreign = state.Policies.Where(there => plan.Policies.All(planned => planned.Name != there.Name)).ToList();
        var overQueues = foreign.Where(each => each.Priority >= BrokerPlan.PolicyPriority && Takes(each, "queues"));
        var overExchanges = foreign.Where(each => Takes(each, "exchanges"));
        foreach (var policy in overQueues.Concat(overExchanges).Distinct())
        {
            yield return new(
                $"policy {policy.Name}",
                $"of somebody else changes what this hub's messages go through: {Text(policy.Definition)}.",
                $"Narrow its pattern or its priority, or remove it: rabbitmqctl -p {_host} clear_policy {policy.Name}"
            );
        }

        foreach (var policy in state.OperatorPolicies.Where(each => Takes(each, "queues")))
        {
            yield return new(
                $"operator policy {policy.Name}",
                $"limits this hub's lanes, whatever the hub says: {Text(policy.Definition)}.",
                $"Narrow its pattern, or remove it: rabbitmqctl -p {_host} clear_operator_policy {policy.Name}"
            );
        }
    }

    private bool Takes(PolicyThere policy, string kind)
    {
        if (policy.ApplyTo != kind && policy.ApplyTo != "all")
        {
            return false;
        }

        var names = kind == "queues" ? plan.Queues.Select(each => each.Name) : plan.Exchanges.Select(each => each.Name);
        try
        {
            return names.Any(name => Regex.IsMatch(name, policy.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            // Erlang's expressions are nearly ours; what we cannot read a person must.
            return true;
        }
    }

    private bool IsOurs(string name) => name.StartsWith(plan.Prefix, StringComparison.Ordinal);

    private static bool Is(PlannedBinding planned, BindingThere there) =>
        (there.Source, there.Destination, there.DestinationType, there.RoutingKey)
        == (planned.Exchange, planned.Queue, "queue", planned.RoutingKey);

    private static string Text(IReadOnlyDictionary<string, JsonElement> values) =>
        values.Count == 0
            ? "none"
            : string.Join(
                ", ",
                values.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}={Text(e.Value)}")
            );

    private static string Text(IReadOnlyDictionary<string, object?> values) =>
        string.Join(", ", values.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}={Text(e.Value)}"));

    private static string Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
