namespace MashBroker.Messaging.Administration;

/// <summary>Compares users and rights with the plan, and looks for users that nobody should have. Pure.</summary>
internal sealed class UserCheck(BrokerPlan plan, BrokerState state, BrokerExpectations expected)
{
    private const string Apply = "Run 'mash topology apply'.";
    private const string Administrator = "administrator";

    /// <summary>Passwords that somebody who tries ten tries first.</summary>
    private static readonly string[] WellKnown =
    [
        "guest",
        "admin",
        "administrator",
        "password",
        "rabbitmq",
        "rabbit",
        "mash",
        "changeme",
        "secret",
        "test",
        "tests",
    ];

    private readonly string _host = plan.VirtualHost;

    public IEnumerable<BrokerDifference> Differences() =>
        [
            .. plan.Users.SelectMany(Planned),
            .. state.Users.SelectMany(Anybody),
            .. state.Permissions.Where(IsExtra).Select(Extra),
            .. state.TopicPermissions.Where(IsExtra).Select(Extra),
        ];

    private IEnumerable<BrokerDifference> Planned(PlannedUser planned)
    {
        var where = $"user {planned.Name}";
        if (state.Users.FirstOrDefault(user => user.Name == planned.Name) is not { } there)
        {
            yield return new(where, "is missing.", Apply);
            yield break;
        }

        if (there.TagWords.Count > 0)
        {
            yield return new(
                where,
                $"has the tag {string.Join(", ", there.TagWords)}: the management would show it everybody's queues.",
                $"Run 'mash topology apply', or rabbitmqctl set_user_tags {planned.Name}"
            );
        }

        if (!planned.Credential.Fits(there.PasswordHash))
        {
            yield return planned.Credential.IsCertificate
                ? new(where, "can log in with a password beside its certificate.", Apply)
                : new(where, "has another password than its file says.", Apply);
        }

        var (rights, user) = (planned.Rights, planned.Name);
        if (!state.Permissions.Contains(new(user, _host, rights.Configure, rights.Write, rights.Read)))
        {
            yield return new(
                where,
                state.Permissions.FirstOrDefault(each => each.User == user && each.Vhost == _host) is { } other
                    ? $"has other rights: configure '{other.Configure}', write '{other.Write}', read '{other.Read}'."
                    : "has no rights.",
                Apply
            );
        }

        // Without one RabbitMQ lets the user write under every routing key.
        if (
            !state.TopicPermissions.Contains(
                new(user, _host, rights.TopicExchange, rights.TopicWrite, rights.TopicRead)
            )
        )
        {
            yield return new(
                where,
                $"is not held to its own routing keys at {rights.TopicExchange}: it could write in another's name.",
                Apply
            );
        }
    }

    private IEnumerable<BrokerDifference> Anybody(UserThere there)
    {
        var (where, isPlanned) = ($"user {there.Name}", IsPlanned(there.Name));
        if (there.Name == "guest")
        {
            yield return new(
                where,
                "is the user that every RabbitMQ comes with.",
                "Delete it: rabbitmqctl delete_user guest"
            );
        }

        if (IsWellKnown(there))
        {
            yield return new(
                where,
                "has a password that everybody tries first.",
                isPlanned ? Apply : $"Change it: rabbitmqctl change_password {there.Name}"
            );
        }

        if (!isPlanned && there.TagWords.Contains(Administrator) && !expected.Administrators.Contains(there.Name))
        {
            yield return new(
                where,
                "is an administrator of the broker whom nobody named.",
                $"Name it with --administrator {there.Name} if it is yours, or take the tag away: rabbitmqctl set_user_tags {there.Name}"
            );
        }

        if (!isPlanned && there.Name.StartsWith(plan.Prefix, StringComparison.Ordinal))
        {
            yield return new(
                where,
                "bears this hub's name and belongs to no agency of its profile.",
                $"Add the agency to the profile, or delete the user: rabbitmqctl delete_user {there.Name}"
            );
        }
    }

    private static bool IsWellKnown(UserThere there) =>
        there.PasswordHash.Length > 0
        && WellKnown
            .Concat([there.Name, .. there.Name.Split('.')])
            .Any(password => password.Length > 0 && BrokerCredential.Fits(there.PasswordHash, password));

    private bool IsExtra(PermissionThere right) =>
        right.Vhost == _host ? !IsPlanned(right.User) : IsPlanned(right.User);

    private bool IsExtra(TopicPermissionThere right) =>
        right.Vhost == _host
            ? !plan.Users.Any(user => user.Name == right.User && user.Rights.TopicExchange == right.Exchange)
            : IsPlanned(right.User);

    private BrokerDifference Extra(PermissionThere right) =>
        new(
            $"permission of {right.User} on {right.Vhost}",
            right.Vhost == _host
                ? $"is nobody's of this hub: configure '{right.Configure}', write '{right.Write}', read '{right.Read}'."
                : "reaches beyond this hub's virtual host.",
            $"Take it away: rabbitmqctl clear_permissions -p {right.Vhost} {right.User}"
        );

    private static BrokerDifference Extra(TopicPermissionThere right) =>
        new(
            $"topic permission of {right.User} on {right.Vhost}",
            $"at exchange {right.Exchange} is not in the plan.",
            $"Take it away: rabbitmqctl clear_topic_permissions -p {right.Vhost} {right.User} {right.Exchange}"
        );

    private bool IsPlanned(string user) => plan.Users.Any(planned => planned.Name == user);
}
