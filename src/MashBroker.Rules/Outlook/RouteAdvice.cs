namespace MashBroker.Rules;

/// <summary>A route of the hub that applies to a contact.</summary>
/// <param name="Then">What is done, the exception already looked at.</param>
/// <param name="AllocateAtOnce">A social worker is given the case now.</param>
public sealed record RouteAdvice(RouteKind Kind, string Then, bool AllocateAtOnce);

/// <summary>How a list of rules and an outlook put it.</summary>
public static class RouteKinds
{
    public static string InWords(this RouteKind kind) =>
        kind switch
        {
            RouteKind.ChildProtection => "Child protection",
            RouteKind.Prevent => "PREVENT",
            RouteKind.Missing => "Missing",
            RouteKind.Exploitation => "Exploitation",
            RouteKind.OpenToSocialWorker => "Open to a social worker",
            RouteKind.OpenToEarlyHelp => "Open to Early Help",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), "No route."),
        };
}
