namespace MashBroker.Sealing.Proof;

/// <summary>What a registered party has signed beside letters: a head of the hub's audit chain, a certificate of erasure.</summary>
/// <param name="Signer">Who signed; verified.</param>
/// <param name="Certificate">DER of the certificate that signed, to be kept beside the statement.</param>
public sealed record OpenedStatement(
    Party Signer,
    ReadOnlyMemory<byte> Content,
    DateTimeOffset SignedAt,
    byte[] Certificate
);
