using System.Security.Cryptography;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing.Proof;

namespace MashBroker.Ledger.Evidence;

/// <summary>A letter as it is kept for proof: its record, its signature, who signed, and the whole of it where it speaks of nobody.</summary>
/// <param name="Certificate">DER of the signer's certificate.</param>
/// <param name="Original">The signed original of a receipt and the like; null where it holds personal data or a person's words.</param>
public sealed record KeptLetter(LetterProof Proof, SignatureProof Signature, byte[] Certificate, byte[]? Original)
{
    /// <param name="original">The inner SignedData.</param>
    /// <param name="certificate">DER of the signer's certificate.</param>
    /// <param name="at">When the hub has it on disk.</param>
    /// <returns>Null for what belongs to no enquiry.</returns>
    /// <exception cref="ArgumentException">The original is none.</exception>
    public static KeptLetter? Of(Letter letter, byte[] original, byte[] certificate, DateTimeOffset at)
    {
        var head = letter.Head;
        if (head.Enquiry is not { } enquiry)
        {
            return null;
        }
        var signed =
            SignedOriginal.Read(original)
            ?? throw new ArgumentException("What was signed or opened here is a signed original.", nameof(original));
        var answer = letter.Body as Return;
        var proof = new LetterProof
        {
            Id = head.Id,
            Type = head.Type,
            Sender = head.Sender,
            Recipient = head.Recipient,
            Rating = head.Rating,
            Enquiry = enquiry,
            Request = head.Request,
            Purpose = head.Purpose,
            IssuedAt = UtcText.Kept(head.IssuedAt),
            DueAt = head.DueAt is { } due ? UtcText.Kept(due) : null,
            // Its own record alone: fields that a later version may add are content as far as this one knows.
            InReplyTo = head.InReplyTo is { } answered ? new InReplyTo(answered.Id, answered.Digest) : null,
            KeptAt = at,
            Answer = answer?.Kind,
            Part = answer?.Part,
            Final = answer?.Final,
            Digest = signed.Digest,
            MessageDigest = signed.Proof.MessageDigest,
            AttributesDigest = Convert.ToHexStringLower(SHA256.HashData(signed.Proof.Attributes)),
            SignatureDigest = Convert.ToHexStringLower(SHA256.HashData(signed.Proof.Signature)),
            Certificate = signed.Proof.CertificateDigest,
        };
        return new KeptLetter(proof, signed.Proof, certificate, SpeaksOfNobody(letter.Body) ? original : null);
    }

    // None of these has a field for a person, or for a person's words.
    private static bool SpeaksOfNobody(LetterBody body) =>
        body is Receipt or ReturnReceipt or Chaser or PurgeCertificate && body.Unknown is not { Count: > 0 };
}
