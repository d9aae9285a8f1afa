namespace MashBroker.Sealing;

/// <summary>Somebody who signs and is sealed to: the hub itself or one agency of it.</summary>
/// <param name="Hub">Code of the hub, e.g. <c>sefton</c>.</param>
/// <param name="Name"><see cref="HubName"/> or the agency's code, e.g. <c>police</c>.</param>
public sealed record Party(string Hub, string Name)
{
    public const string HubName = "hub";

    public override string ToString() => $"{Name}@{Hub}";
}
