namespace MashBroker.Rules;

/// <summary>One way in which this hub can end a matter.</summary>
public sealed record OutcomeRule
{
    /// <summary>e.g. <c>section-47</c>; retention and figures go by it.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The team that holds the child from then on; absent where nobody does.</summary>
    public string? Receiver { get; init; }

    /// <summary><see cref="Receiver"/> describes many, such as "the service signposted to": which it is, the hand-over says.</summary>
    public bool ReceiverVaries { get; init; }

    /// <summary>Who oversees every case that ends so, after an enquiry or without one; absent where nobody does.</summary>
    public string? OverseenBy { get; init; }

    /// <summary>Who speaks with the family after this outcome, where that is not who usually does.</summary>
    public string? FamilyToldBy { get; init; }

    /// <summary>The hub's documents name no such outcome; the product adds it, and says so wherever the rules are shown.</summary>
    public bool NotStated { get; init; }

    /// <summary>Nothing further is done.</summary>
    public bool Closes { get; init; }

    /// <summary>A social work service under the Children Act 1989: counted as such in the partnership's figures.</summary>
    public bool SocialCare { get; init; }
}
