namespace MashBroker.Sealing.Cms;

/// <summary>How far a message could be opened. What is set was verified, also when a later step refused the message.</summary>
internal sealed class OpenedLayers
{
    public SealFault Fault { get; set; }

    public string? Detail { get; set; }

    public Party? Signer { get; set; }

    /// <summary>DER of the certificate that signed.</summary>
    public byte[]? SignerCertificate { get; set; }

    /// <summary>The inner SignedData.</summary>
    public byte[]? Evidence { get; set; }

    /// <summary>The part of the evidence that was signed.</summary>
    public ReadOnlyMemory<byte> Content { get; set; }

    /// <summary>When the inner signature was made, by the sender's clock.</summary>
    public DateTimeOffset SigningTime { get; set; }
}
