namespace MashBroker.Messaging.Administration;

/// <summary>Puts a plan in place at a broker, and says what is not as the plan says.</summary>
public sealed class BrokerAdministration(BrokerManagement management, BrokerPlan plan)
{
    private readonly string _host = Uri.EscapeDataString(plan.VirtualHost);

    /// <returns>Every difference, none when all is as planned.</returns>
    /// <exception cref="BrokerManagementException">The management cannot be asked.</exception>
    public async Task<IReadOnlyList<BrokerDifference>> CheckAsync(
        BrokerExpectations expected,
        CancellationToken cancellation
    )
    {
        var state = await management.ReadAsync(plan.VirtualHost, cancellation);
        List<BrokerDifference> found =
        [
            .. new UserCheck(plan, state, expected).Differences(),
            .. new DoorCheck(plan, state, expected).Differences(),
        ];
        return state.VirtualHostExists
            ? [.. new LaneCheck(plan, state).Differences(), .. found]
            :
            [
                new BrokerDifference($"virtual host {plan.VirtualHost}", "is missing.", "Run 'mash topology apply'."),
                .. found,
            ];
    }

    /// <summary>
    /// Makes what is missing and puts right what can be changed. Running it again changes nothing. What it would have to delete
    /// it leaves alone: <see cref="CheckAsync"/> names that.
    /// </summary>
    /// <param name="createVirtualHost">Make the virtual host if it is missing.</param>
    /// <returns>What was done, in order; empty when all was in place.</returns>
    /// <exception cref="BrokerManagementException">The management cannot be asked, refused, or the virtual host is missing and not to be made.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(bool createVirtualHost, CancellationToken cancellation)
    {
        var done = new List<string>();
        var before = await management.ReadAsync(plan.VirtualHost, cancellation);
        if (!before.VirtualHostExists)
        {
            if (!createVirtualHost)
            {
                throw new BrokerManagementException(
                    $"There is no virtual host '{plan.VirtualHost}' at the broker. Make it, or leave --no-vhost out."
                );
            }

            await management.PutAsync($"vhosts/{_host}", new { }, cancellation);
            done.Add($"made virtual host {plan.VirtualHost}");
        }

        await MakeLanesAsync(before, done, cancellation);
        await SetPoliciesAsync(before, done, cancellation);
        await SetUsersAsync(before, done, cancellation);
        return done;
    }

    /// <summary>The management declares in the administrator's own name, which has no right here; it is lent one, and it is taken back.</summary>
    private async Task MakeLanesAsync(BrokerState before, List<string> done, CancellationToken cancellation)
    {
        var own = $"permissions/{_host}/{Uri.EscapeDataString(management.User)}";
        var earlier = before.Permissions.FirstOrDefault(each =>
            each.User == management.User && each.Vhost == plan.VirtualHost
        );
        var missing =
            plan.Exchanges.Count(each => before.Exchanges.All(there => there.Name != each.Name))
            + plan.Queues.Count(each => before.Queues.All(there => there.Name != each.Name))
            + plan.Bindings.Count(each => !IsThere(before, each));
        if (missing == 0)
        {
            return;
        }

        await management.PutAsync(
            own,
            new
            {
                configure = ".*",
                write = ".*",
                read = ".*",
            },
            cancellation
        );
        try
        {
            await DeclareAsync(before, done, cancellation);
        }
        finally
        {
            // Also when interrupted: a right that was lent must not stay.
            await (
                earlier is null
                    ? management.DeleteAsync(own, CancellationToken.None)
                    : management.PutAsync(
                        own,
                        new
                        {
                            earlier.Configure,
                            earlier.Write,
                            earlier.Read,
                        },
                        CancellationToken.None
                    )
            );
        }
    }

    private async Task DeclareAsync(BrokerState before, List<string> done, CancellationToken cancellation)
    {
        foreach (var exchange in plan.Exchanges.Where(each => before.Exchanges.All(there => there.Name != each.Name)))
        {
            await management.PutAsync(
                $"exchanges/{_host}/{exchange.Name}",
                new { exchange.Type, Durable = true },
                cancellation
            );
            done.Add($"made exchange {exchange.Name}");
        }

        foreach (var queue in plan.Queues.Where(each => before.Queues.All(there => there.Name != each.Name)))
        {
            await management.PutAsync(
                $"queues/{_host}/{queue.Name}",
                new { Durable = true, queue.Arguments },
                cancellation
            );
            done.Add($"made queue {queue.Name}");
        }

        foreach (var binding in plan.Bindings.Where(each => !IsThere(before, each)))
        {
            await management.PostAsync(
                $"bindings/{_host}/e/{binding.Exchange}/q/{binding.Queue}",
                new { binding.RoutingKey },
                cancellation
            );
            done.Add($"bound {binding.Exchange} to {binding.Queue}");
        }
    }

    private async Task SetPoliciesAsync(BrokerState before, List<string> done, CancellationToken cancellation)
    {
        var wrong = new LaneCheck(plan, before).Differences().Select(each => each.Where).ToHashSet();
        foreach (var policy in plan.Policies.Where(each => wrong.Contains($"policy {each.Name}")))
        {
            var body = new Dictionary<string, object>
            {
                ["pattern"] = policy.Pattern,
                ["definition"] = policy.Definition,
                ["priority"] = BrokerPlan.PolicyPriority,
                ["apply-to"] = "queues",
            };
            await management.PutAsync($"policies/{_host}/{policy.Name}", body, cancellation);
            done.Add($"set policy {policy.Name}");
        }
    }

    private async Task SetUsersAsync(BrokerState before, List<string> done, CancellationToken cancellation)
    {
        foreach (var user in plan.Users)
        {
            var there = before.Users.FirstOrDefault(each => each.Name == user.Name);
            if (there is null || there.TagWords.Count > 0 || !user.Credential.Fits(there.PasswordHash))
            {
                // Only the hash goes over the line.
                var body = new
                {
                    PasswordHash = user.Credential.Hash(),
                    HashingAlgorithm = "rabbit_password_hashing_sha256",
                    Tags = "",
                };
                await management.PutAsync($"users/{user.Name}", body, cancellation);
                done.Add($"{(there is null ? "made" : "put right")} user {user.Name}");
            }

            var rights = user.Rights;
            if (
                !before.Permissions.Contains(
                    new(user.Name, plan.VirtualHost, rights.Configure, rights.Write, rights.Read)
                )
            )
            {
                await management.PutAsync(
                    $"permissions/{_host}/{user.Name}",
                    new
                    {
                        rights.Configure,
                        rights.Write,
                        rights.Read,
                    },
                    cancellation
                );
                done.Add($"set rights of {user.Name}");
            }

            var topic = new TopicPermissionThere(
                user.Name,
                plan.VirtualHost,
                rights.TopicExchange,
                rights.TopicWrite,
                rights.TopicRead
            );
            if (!before.TopicPermissions.Contains(topic))
            {
                await management.PutAsync(
                    $"topic-permissions/{_host}/{user.Name}",
                    new
                    {
                        topic.Exchange,
                        topic.Write,
                        topic.Read,
                    },
                    cancellation
                );
                done.Add($"held {user.Name} to its own routing keys");
            }
        }
    }

    private static bool IsThere(BrokerState state, PlannedBinding planned) =>
        state.Bindings.Any(there =>
            (there.Source, there.Destination, there.RoutingKey) == (planned.Exchange, planned.Queue, planned.RoutingKey)
        );
}
