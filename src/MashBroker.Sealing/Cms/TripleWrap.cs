using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Cms;

/// <summary>
/// The three layers as bytes: sign, encrypt, sign (RFC 2634). The inner signature says who said it and is kept as evidence;
/// the outer one says who sent it to whom and is checked before anything is decrypted.
/// </summary>
internal static class TripleWrap
{
    public static (byte[] Bytes, byte[] Evidence) Seal(
        ReadOnlySpan<byte> content,
        PartyKeys own,
        PartyCertificate recipient,
        DateTimeOffset now
    )
    {
        var evidence = SignedMessage.Sign(content, own, now);
        var envelope = Envelope.Close(evidence, recipient);
        return (SignedMessage.Sign(envelope, own, now), evidence);
    }

    /// <summary>Every check of a message that needs nothing but bytes and certificates, in the order in which they must be made.</summary>
    /// <param name="whateverTheListsDate">For a message that may bring a newer revocation list; believe nothing else of it.</param>
    public static OpenedLayers Open(
        ReadOnlySpan<byte> bytes,
        PartyKeys own,
        TrustRegister register,
        DateTimeOffset now,
        bool whateverTheListsDate = false
    )
    {
        var opened = new OpenedLayers();
        try
        {
            if (bytes.Length > SealProfile.SizeLimit)
            {
                throw new SealRefusedException(SealFault.TooLarge, $"It is larger than {SealProfile.SizeLimit} bytes.");
            }
            var outer = SignedMessage.Read(bytes, SignedLayer.Outer);
            var signer = KnownSigner(outer, register, now, whateverTheListsDate);
            outer.Verify(signer);
            opened.Signer = signer.Party;
            opened.SignerCertificate = signer.Encoded;

            // From here on it is a party we know who speaks, and nobody has changed a bit since.
            var evidence = Envelope.Open(outer.Content, own);
            var inner = SignedMessage.Read(evidence, SignedLayer.Inner);
            if (!inner.Signer.SequenceEqual(signer.KeyIdentifier))
            {
                throw new SealRefusedException(
                    SealFault.InnerSignerIsNotOuterSigner,
                    "What is inside was signed by somebody else than who sent it."
                );
            }
            opened.SigningTime = inner.Verify(signer);
            opened.Evidence = evidence;
            evidence.AsSpan().Overlaps(inner.Content, out var start);
            opened.Content = evidence.AsMemory(start, inner.Content.Length);
        }
        catch (SealRefusedException refused)
        {
            opened.Fault = refused.Fault;
            opened.Detail = refused.Message;
        }
        return opened;
    }

    /// <summary>One SignedData alone, which is sent within a letter and hidden from nobody.</summary>
    public static OpenedLayers OpenStatement(ReadOnlyMemory<byte> bytes, TrustRegister register, DateTimeOffset now)
    {
        var opened = new OpenedLayers();
        try
        {
            var message = SignedMessage.Read(bytes.Span, SignedLayer.Inner);
            var signer = KnownSigner(message, register, now, whateverTheListsDate: false);
            opened.SigningTime = message.Verify(signer);
            opened.Signer = signer.Party;
            opened.SignerCertificate = signer.Encoded;
            bytes.Span.Overlaps(message.Content, out var start);
            opened.Content = bytes.Slice(start, message.Content.Length);
        }
        catch (SealRefusedException refused)
        {
            opened.Fault = refused.Fault;
            opened.Detail = refused.Message;
        }
        return opened;
    }

    private static PartyCertificate KnownSigner(
        SignedMessage outer,
        TrustRegister register,
        DateTimeOffset now,
        bool whateverTheListsDate
    )
    {
        var signer =
            register.Signer(outer.Signer)
            ?? throw new SealRefusedException(
                SealFault.OuterSignerUnknown,
                "No registered certificate has the key identifier of the signer."
            );
        var fault = register.FaultOf(signer, now);
        return fault is null || (whateverTheListsDate && fault.Fault == SealFault.RevocationListStale)
            ? signer
            : throw new SealRefusedException(fault.Fault, $"The certificate of {signer.Party}: {fault.Detail}.");
    }
}
