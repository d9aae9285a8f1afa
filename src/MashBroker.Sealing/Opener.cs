using MashBroker.Contracts.Letters;

namespace MashBroker.Sealing;

/// <summary>Opens what is addressed to one party; verifies everything before it decrypts anything. Thread-safe.</summary>
public sealed class Opener(PartyKeys own, TrustRegister register, TimeProvider clock)
{
    /// <summary>Never throws for what a stranger can send: every failure is one <see cref="SealFault"/>.</summary>
    /// <param name="bytes">The body as it came.</param>
    /// <param name="taken">Types of letter this endpoint takes; any other is refused.</param>
    public Opening Open(ReadOnlyMemory<byte> bytes, IReadOnlySet<LetterType> taken) =>
        throw new NotImplementedException($"{own} {register} {clock}");
}

/// <summary>Invariant: a letter if and only if <see cref="Fault"/> is None.</summary>
public sealed record Opening
{
    public required SealFault Fault { get; init; }

    /// <summary>Who signed, once the outer signature is verified; also on later faults, so that operations can see whom to ring.</summary>
    public Party? Signer { get; init; }

    public Letter? Letter { get; init; }

    /// <summary>The inner SignedData, to be kept as evidence.</summary>
    public byte[]? Evidence { get; init; }

    /// <summary>SHA-256 of <see cref="Evidence"/>, lower-case hexadecimal.</summary>
    public string? Digest { get; init; }

    /// <summary>The sender's signing time minus our clock, when it is more than a few minutes off; the hub's receipt time rules.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>What is wrong, for operations; no content.</summary>
    public string? Detail { get; init; }
}
