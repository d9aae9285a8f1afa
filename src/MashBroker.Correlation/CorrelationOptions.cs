using System.ComponentModel.DataAnnotations;

namespace MashBroker.Correlation;

/// <summary>Settings of the correlation service. Section <c>Correlation</c>.</summary>
public sealed class CorrelationOptions
{
    /// <summary>
    /// Refuse returns whose broker user is absent or is not the signing agency's. Off only where the transport authenticates
    /// nobody (in memory) or where a whole evaluation shares one user: what is signed protects there too, alone.
    /// </summary>
    public bool RequireBrokerUser { get; set; } = true;

    /// <summary>Packs assembled in one look before others get their turn.</summary>
    [Range(1, 1000)]
    public int PacksAtOnce { get; set; } = 16;
}
