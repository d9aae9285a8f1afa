using System.ComponentModel.DataAnnotations;

namespace MashBroker.Correlation;

/// <summary>Settings of the correlation service. Section <c>Correlation</c>.</summary>
public sealed class CorrelationOptions
{
    /// <summary>
    /// Refuse returns whose broker user is absent or is not the signing agency's. Off only where a whole evaluation shares one
    /// user of RabbitMQ: what is signed protects there too, alone. In memory the sender states its user itself, so there it
    /// proves nothing and is checked all the same.
    /// </summary>
    public bool RequireBrokerUser { get; set; } = true;

    /// <summary>Packs assembled in one look before others get their turn.</summary>
    [Range(1, 1000)]
    public int PacksAtOnce { get; set; } = 16;
}
