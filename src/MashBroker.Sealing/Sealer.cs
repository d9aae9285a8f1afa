using System.Security.Cryptography;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing.Cms;
using MashBroker.Sealing.Keys;
using MashBroker.Sealing.Trust;

namespace MashBroker.Sealing;

/// <summary>Seals letters of one party: signs, encrypts to the one recipient, signs again. Thread-safe.</summary>
public sealed class Sealer(PartyKeys own, TrustRegister register, TimeProvider clock)
{
    /// <summary>Name of the algorithms that letters are written under now: for whoever writes one and has no keys to seal it.</summary>
    public const string NewestProfile = SealProfile.Name;

    /// <summary>Name of the algorithms used, for <see cref="LetterHead.Profile"/>.</summary>
    public string Profile { get; } = SealProfile.Name;

    /// <summary>DER of the certificate that its signatures are verified with, to be kept beside them.</summary>
    public byte[] Certificate => own.Signing.Encoded;

    /// <summary>
    /// Signs what is hidden from nobody and is no letter. Its JSON says with a member <c>statement</c> what it is, so that it can
    /// be taken for nothing else.
    /// </summary>
    /// <returns>DER of a SignedData with the content in it.</returns>
    /// <exception cref="NoCertificateException">This party's own certificate is not valid now.</exception>
    public byte[] SignStatement(ReadOnlySpan<byte> content)
    {
        var now = clock.GetUtcNow();
        return own.Signing.FaultAt(now) is { } fault
            ? throw new NoCertificateException(
                $"The signing certificate of {own.Owner} itself cannot be used: {fault.Detail}. Renew it and start again."
            )
            : SignedMessage.Sign(content, own, now);
    }

    /// <summary>When this party's own certificates end.</summary>
    public IReadOnlyList<CertificateEnd> OwnEnds => own.Ends;

    /// <summary>False when nothing may go to this recipient now, also nothing that was sealed before: its certificates were revoked, say.</summary>
    public bool MayReach(string recipient)
    {
        try
        {
            register.Recipient(new Party(own.Owner.Hub, recipient), clock.GetUtcNow());
            return true;
        }
        catch (NoCertificateException)
        {
            return false;
        }
    }

    /// <exception cref="NoCertificateException">The recipient, or this party itself, has no certificate that is valid now.</exception>
    /// <exception cref="ArgumentException">The head names another sender, hub or profile than this sealer's: its recipient would refuse it.</exception>
    public SealedLetter Seal(Letter letter)
    {
        var head = letter.Head;
        if (head.Sender != own.Owner.Name || head.Hub != own.Owner.Hub || head.Profile != Profile)
        {
            throw new ArgumentException(
                $"The letter's head must name the sender {own.Owner} and the profile {Profile}.",
                nameof(letter)
            );
        }
        var now = clock.GetUtcNow();
        // A heartbeat says nothing of anybody, and its answer is what brings a newer list.
        var fetchesList = letter.Body is Heartbeat;
        if (OwnFaultAt(now, fetchesList) is { } fault)
        {
            throw new NoCertificateException(
                $"A certificate of {own.Owner} itself cannot be used: {fault.Detail}. Renew it, or put a newer revocation list in place."
            );
        }
        var recipient = register.Recipient(new Party(head.Hub, head.Recipient), now, fetchesList);
        var (bytes, evidence) = TripleWrap.Seal(LetterJson.Write(letter), own, recipient, now);
        return new SealedLetter(bytes, evidence, Convert.ToHexStringLower(SHA256.HashData(evidence)));
    }

    private CertificateFault? OwnFaultAt(DateTimeOffset now, bool fetchesList) =>
        own.Signing.FaultAt(now)
        ?? own.AgreementFaultAt(now)
        ?? (
            register.RevocationOf(own.Signing, now) is { } revoked
            && !(fetchesList && revoked.Fault == SealFault.RevocationListStale)
                ? revoked
                : null
        );
}

/// <param name="Bytes">What goes over the wire: DER of SignedData(AuthEnvelopedData(SignedData(JSON))).</param>
/// <param name="Evidence">The inner SignedData: what was said, by whom. The evidence.</param>
/// <param name="Digest">SHA-256 of <paramref name="Evidence"/>, lower-case hexadecimal: names this letter in receipts.</param>
public sealed record SealedLetter(byte[] Bytes, byte[] Evidence, string Digest);

public sealed class NoCertificateException(string message) : Exception(message);
