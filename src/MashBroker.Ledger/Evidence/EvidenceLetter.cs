using MashBroker.Contracts.Letters;
using MashBroker.Sealing.Proof;

namespace MashBroker.Ledger.Evidence;

/// <summary>A letter of the evidence whose signature holds.</summary>
/// <param name="Name">What its files have in common.</param>
/// <param name="RecordDigest">What the audit names it by.</param>
/// <param name="Body">What it says; null where the content is not here.</param>
internal sealed record EvidenceLetter(
    string Name,
    LetterProof Proof,
    string RecordDigest,
    SignatureProof Signature,
    LetterBody? Body
);
