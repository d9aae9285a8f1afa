using System.Security.Cryptography;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing.Cms;
using MashBroker.Sealing.Proof;
using MashBroker.Sealing.Trust;

namespace MashBroker.Sealing;

/// <summary>Opens what is addressed to one party; verifies everything before it decrypts anything. Thread-safe.</summary>
public sealed class Opener(PartyKeys own, TrustRegister register, TimeProvider clock)
{
    /// <summary>Clocks of two machines that are both kept differ by less.</summary>
    private static readonly TimeSpan SkewWorthNoting = TimeSpan.FromMinutes(5);

    /// <summary>Never throws for what a stranger can send: every failure is one <see cref="SealFault"/>.</summary>
    /// <param name="bytes">The body as it came.</param>
    /// <param name="taken">Types of letter this endpoint takes; any other is refused.</param>
    public Opening Open(ReadOnlyMemory<byte> bytes, IReadOnlySet<LetterType> taken)
    {
        var now = clock.GetUtcNow();
        var opened = TripleWrap.Open(bytes.Span, own, register, now);
        if (opened.Fault == SealFault.RevocationListStale && TakeListFrom(bytes.Span, taken, now))
        {
            opened = TripleWrap.Open(bytes.Span, own, register, now);
        }
        if (opened is not { Fault: SealFault.None, Signer: { } signer, Evidence: { } evidence })
        {
            return new Opening
            {
                Fault = opened.Fault,
                Detail = opened.Detail,
                Signer = opened.Signer,
                SignerCertificate = opened.SignerCertificate,
            };
        }
        var reading = LetterJson.Read(opened.Content.Span);
        var (fault, detail) = HeadChecks.Judge(reading, signer, own.Owner, now, taken);
        return new Opening
        {
            Fault = fault,
            Detail = detail,
            Signer = signer,
            SignerCertificate = opened.SignerCertificate,
            Letter = fault == SealFault.None ? reading.Letter : null,
            Evidence = evidence,
            Digest = Convert.ToHexStringLower(SHA256.HashData(evidence)),
            ClockSkew = SkewOf(opened.SigningTime - now),
        };
    }

    /// <returns>Null unless a registered party signed it with a certificate that is good now.</returns>
    public OpenedStatement? OpenStatement(ReadOnlyMemory<byte> statement)
    {
        var opened = TripleWrap.OpenStatement(statement, register, clock.GetUtcNow());
        return opened is { Fault: SealFault.None, Signer: { } signer, SignerCertificate: { } certificate }
            ? new OpenedStatement(signer, opened.Content, opened.SigningTime, certificate)
            : null;
    }

    // Who was away for longer than a list is good could never open the answer that brings the next one. Nothing is believed of
    // such an answer but the list, which the root itself signed; then all is looked at again, under that list.
    private bool TakeListFrom(ReadOnlySpan<byte> bytes, IReadOnlySet<LetterType> taken, DateTimeOffset now)
    {
        if (!taken.Contains(LetterType.HeartbeatAnswer))
        {
            return false;
        }
        var opened = TripleWrap.Open(bytes, own, register, now, whateverTheListsDate: true);
        return opened.Fault == SealFault.None
            && LetterJson.Read(opened.Content.Span).Letter?.Body is HeartbeatAnswer { RevocationList: { } list }
            && register.Offer(Convert.FromBase64String(list)) == ListOffer.Taken;
    }

    private static TimeSpan? SkewOf(TimeSpan difference) => difference.Duration() > SkewWorthNoting ? difference : null;
}

/// <summary>Invariant: a letter if and only if <see cref="Fault"/> is None.</summary>
public sealed record Opening
{
    public required SealFault Fault { get; init; }

    /// <summary>Who signed, once the outer signature is verified; also on later faults, so that operations can see whom to ring.</summary>
    public Party? Signer { get; init; }

    /// <summary>DER of the certificate that signed, to be kept beside the evidence; together with <see cref="Signer"/>.</summary>
    public byte[]? SignerCertificate { get; init; }

    public Letter? Letter { get; init; }

    /// <summary>The inner SignedData, to be kept as evidence; also when the letter in it was refused.</summary>
    public byte[]? Evidence { get; init; }

    /// <summary>SHA-256 of <see cref="Evidence"/>, lower-case hexadecimal.</summary>
    public string? Digest { get; init; }

    /// <summary>
    /// The sender's signing time minus our clock, when it is more than a few minutes off; the hub's receipt time rules. Ahead
    /// of us, the sender's clock is wrong; behind us, it may be, or the message waited on its lane.
    /// </summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>What is wrong, for operations; no content.</summary>
    public string? Detail { get; init; }
}
