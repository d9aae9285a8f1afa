using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Sealing.Proof;

namespace MashBroker.Ledger.Evidence;

/// <summary>Verifies each letter of the evidence by itself: its signature, and that its record says what was signed.</summary>
internal sealed class LetterCheck(
    IReadOnlyDictionary<string, byte[]> files,
    EvidenceCertificates certificates,
    string hub,
    EnquiryReference enquiry
)
{
    /// <summary>In the order of their names.</summary>
    /// <exception cref="EvidenceFaultException">The first that does not hold.</exception>
    public IReadOnlyList<EvidenceLetter> All()
    {
        var names = files
            .Keys.Where(name => name.StartsWith(EvidenceNames.Letters, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        var letters = names
            .Where(name => name.EndsWith(EvidenceNames.Record, StringComparison.Ordinal))
            .Select(name => Check(name[..^EvidenceNames.Record.Length]))
            .ToList();
        var known = letters.SelectMany(letter => FilesOf(letter.Name)).ToHashSet(StringComparer.Ordinal);
        return names.FirstOrDefault(name => !known.Contains(name)) is { } stray
            ? throw new EvidenceFaultException(stray, "it belongs to no letter here.")
            : letters;
    }

    private IEnumerable<string> FilesOf(string name) =>
        files.ContainsKey(name + EvidenceNames.Original)
            ? [name + EvidenceNames.Record, name + EvidenceNames.Original]
            : [name + EvidenceNames.Record, name + EvidenceNames.Attributes, name + EvidenceNames.Signature];

    private EvidenceLetter Check(string name)
    {
        var file = name + EvidenceNames.Record;
        var record = files[file];
        var proof = Read(record) ?? throw new EvidenceFaultException(file, "it is not a record of a letter.");
        if (proof.Enquiry != enquiry)
        {
            throw new EvidenceFaultException(file, $"it is of {proof.Enquiry}, not of {enquiry}.");
        }
        var original = files.GetValueOrDefault(name + EvidenceNames.Original);
        var read = original is null ? null : SignedOriginal.Read(original);
        var signature = read?.Proof ?? SignatureOf(name);
        if (signature is null)
        {
            throw new EvidenceFaultException(
                original is null ? name + EvidenceNames.Attributes : name + EvidenceNames.Original,
                "it is not signed as the profile wants, or its content is not what was signed."
            );
        }
        var maker = certificates.Maker(signature, read, proof.KeptAt, name);
        if (maker.Party != new Party(hub, proof.Sender))
        {
            throw new EvidenceFaultException(file, $"it names {proof.Sender} and was signed by {maker.Party}.");
        }
        if (
            proof.MessageDigest != signature.MessageDigest
            || proof.Certificate != signature.CertificateDigest
            || proof.AttributesDigest != Convert.ToHexStringLower(SHA256.HashData(signature.Attributes))
            || proof.SignatureDigest != Convert.ToHexStringLower(SHA256.HashData(signature.Signature))
        )
        {
            throw new EvidenceFaultException(file, "it is the record of another signature.");
        }
        var body = original is null ? null : CheckContent(file, record, proof, original, read!);
        return new EvidenceLetter(name, proof, LetterProof.DigestOf(record), signature, body);
    }

    private SignatureProof? SignatureOf(string name) =>
        files.TryGetValue(name + EvidenceNames.Attributes, out var attributes)
        && files.TryGetValue(name + EvidenceNames.Signature, out var signature)
            ? SignatureProof.Read(attributes, signature)
            : null;

    private static LetterBody CheckContent(
        string file,
        byte[] record,
        LetterProof proof,
        byte[] original,
        SignedOriginal read
    )
    {
        // Made again from what was signed, it must be the same to the byte: nothing in a record is believed by itself.
        var again = LetterJson.Read(read.Content.Span).Letter is { } letter
            ? KeptLetter.Of(letter, original, [], proof.KeptAt) is { } kept
                ? (Record: kept.Proof.Write(), letter.Body)
                : default
            : default;
        return again.Record is not null && again.Record.AsSpan().SequenceEqual(record)
            ? again.Body
            : throw new EvidenceFaultException(file, "it does not say what the signed letter says.");
    }

    private static LetterProof? Read(byte[] record)
    {
        try
        {
            var proof = JsonSerializer.Deserialize<LetterProof>(record, MashJson.Options);
            return proof is not null && proof.Write().AsSpan().SequenceEqual(record) ? proof : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
