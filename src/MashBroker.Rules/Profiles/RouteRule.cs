namespace MashBroker.Rules;

/// <summary>What a hub does with contacts of one kind besides, or instead of, a multi-agency enquiry.</summary>
/// <param name="Then">What is done, in plain words.</param>
/// <param name="AllocateAtOnce">A social worker is given the case now, before any return.</param>
public sealed record RouteRule(RouteKind Kind, string Then, bool AllocateAtOnce = false)
{
    /// <summary>In any of these <see cref="Instead"/> is done; empty where there is no exception.</summary>
    public IReadOnlyList<Circumstances> ExceptWhenAny { get; init; } = [];

    /// <summary>Invariant: present exactly where there is an exception.</summary>
    public string? Instead { get; init; }
}

/// <summary>In the order in which a worker should read them.</summary>
public enum RouteKind
{
    None = 0,

    /// <summary>The child is at risk now, or has suffered or is likely to suffer significant harm.</summary>
    ChildProtection,

    /// <summary>Somebody may be drawn into extremism.</summary>
    Prevent,

    /// <summary>The child is or was missing.</summary>
    Missing,

    /// <summary>The child may be exploited.</summary>
    Exploitation,

    /// <summary>The child already has a social worker.</summary>
    OpenToSocialWorker,

    /// <summary>The family is already helped by Early Help.</summary>
    OpenToEarlyHelp,
}
