using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>What is known of a contact when a hub's rules are asked about it.</summary>
public sealed record OutlookQuestion
{
    public required Contact Contact { get; init; }

    /// <summary>The hub's clock; an enquiry is thought of as published now.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the case was given to a social worker; absent while nobody has it.</summary>
    public DateTimeOffset? AllocatedAt { get; init; }

    /// <summary>The rating that a person confirmed; absent: the suggested one.</summary>
    public Rating? Rating { get; init; }

    /// <summary>Codes of the criteria left to a person to which somebody said yes.</summary>
    public IReadOnlyCollection<string> SaidYes { get; init; } = [];

    /// <summary>Codes of the criteria left to a person to which somebody said no.</summary>
    public IReadOnlyCollection<string> SaidNo { get; init; } = [];

    /// <summary>The child already has a social worker.</summary>
    public bool OpenToSocialWorker { get; init; }

    /// <summary>The family is already helped by Early Help.</summary>
    public bool OpenToEarlyHelp { get; init; }

    /// <summary>Codes of the agencies that have an adapter; absent: all of the profile.</summary>
    public IReadOnlyCollection<string>? ConnectedAgencies { get; init; }

    /// <summary>What the case file holds about sharing; absent: what the contact itself says.</summary>
    public SharingRecord? OnRecord { get; init; }

    /// <summary>When a strategy discussion was called for; absent: now.</summary>
    public DateTimeOffset? StrategyCalledAt { get; init; }
}
