namespace MashBroker.Tests.Sealing;

/// <summary>A message from the hub to the police by the second writer. Each layer can be tampered with and the layers around it still hold.</summary>
internal sealed record CraftedMessage
{
    public Func<CraftedSignature, CraftedSignature> Inner { get; init; } = signature => signature;

    public Func<CraftedEnvelope, CraftedEnvelope> Envelope { get; init; } = envelope => envelope;

    public Func<CraftedSignature, CraftedSignature> Outer { get; init; } = signature => signature;

    /// <summary>Changes the bytes between two layers.</summary>
    public Func<byte[], byte[]> Evidence { get; init; } = bytes => bytes;

    public Func<byte[], byte[]> Enveloped { get; init; } = bytes => bytes;

    public byte[] Write(byte[] content)
    {
        var hub = new CraftedSignature { Signer = SealingWorld.Pair("hub", "signing") };
        var police = new CraftedEnvelope { Recipient = SealingWorld.Pair("police", "agreement").Certificate };
        var evidence = Evidence(Inner(hub).Write(content));
        var enveloped = Enveloped(Envelope(police).Write(evidence));
        return Outer(hub).Write(enveloped);
    }
}
