namespace MashBroker.Sealing.Trust;

/// <summary>What looking again at a key folder has brought.</summary>
/// <param name="PartiesRead">The registered certificates were read anew.</param>
/// <param name="List">What became of the revocation list, when its file had changed.</param>
/// <param name="Fault">Why something was not taken, with the remedy; what was in force before still is.</param>
public sealed record RegisterChange(bool PartiesRead, ListOffer? List, string? Fault)
{
    public static readonly RegisterChange Nothing = new(false, null, null);
}
