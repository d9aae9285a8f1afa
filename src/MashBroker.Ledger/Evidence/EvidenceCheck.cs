using System.Security.Cryptography.X509Certificates;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// Verifies the evidence of one enquiry with nothing but the root's certificate: no ledger, no network, no other clock than those
/// that signed.
/// </summary>
public static class EvidenceCheck
{
    /// <param name="bytes">The file as it was given out.</param>
    /// <param name="root">The hub's root, come by in another way than the file.</param>
    /// <exception cref="EvidenceFaultException">It does not prove what it says; the first fault found.</exception>
    public static EvidenceReport Run(byte[] bytes, X509Certificate2 root)
    {
        var files =
            StoredZip.Read(bytes)
            ?? throw new EvidenceFaultException(
                "the file",
                $"it is not evidence as it was given out, but damaged or packed anew: {ZipFault.In(bytes)}."
            );
        var manifest = CheckManifest(files);
        var (hub, enquiry) = (manifest.Hub, manifest.Enquiry);
        using var certificates = new EvidenceCertificates(files, root);
        var letters = new LetterCheck(files, certificates, hub, enquiry).All();
        var segment = SegmentCheck.Run(files, certificates, hub, enquiry);
        var decisions = new DecisionCheck(files, certificates, hub, enquiry, segment.Rows).Run();
        var rating = RatingCheck.Run(
            files,
            segment,
            ContactActs.Check(segment, manifest.Format),
            required: manifest.Format != EvidenceManifest.WithoutRating
        );
        certificates.MustAllBeUsed();
        CheckRecorded(letters, segment.Rows);
        CheckLists(files, segment.Rows);
        var byId = letters.ToDictionary(letter => letter.Proof.Id);
        foreach (var letter in letters)
        {
            CheckAnswers(letter, byId);
        }
        return new EvidenceReport
        {
            Hub = hub,
            Enquiry = enquiry,
            WithContent = letters
                .Where(letter => letter.Proof.Type is LetterType.Request)
                .All(letter => letter.Body is not null),
            Agencies = AgencyTimeline.Of(letters),
            Acts =
            [
                .. segment
                    .OfContacts.Concat(segment.Rows)
                    .OrderBy(row => row.Sequence)
                    .Select(row => new ActEvidence(
                        row.Sequence,
                        row.At,
                        row.Actor,
                        row.Act.ToString(),
                        row.Subject,
                        row.Detail,
                        row.Basis,
                        row.Purpose
                    )),
            ],
            Rating = rating,
            Letters = letters.Count,
            HeadSequence = segment.Head.Sequence,
            HeadSignedAt = segment.Head.At,
            Decisions = decisions.Decisions,
            Addenda = decisions.Addenda,
            Erasure = decisions.Erasure,
        };
    }

    private static EvidenceManifest CheckManifest(IReadOnlyDictionary<string, byte[]> files)
    {
        const string Name = EvidenceNames.Manifest;
        if (!files.TryGetValue(Name, out var json) || EvidenceManifest.Read(json) is not { } manifest)
        {
            throw new EvidenceFaultException(Name, "it is missing, or not of the format that this version reads.");
        }
        var made = EvidenceManifest.Of(manifest.Hub, manifest.Enquiry, files, manifest.Format);
        foreach (var file in made.Files.Except(manifest.Files))
        {
            throw new EvidenceFaultException(file.Name, "it is not the file that the manifest lists.");
        }
        foreach (var file in manifest.Files.Except(made.Files))
        {
            throw new EvidenceFaultException(file.Name, "the manifest lists it, and it is missing.");
        }
        if (!made.Write().AsSpan().SequenceEqual(json))
        {
            throw new EvidenceFaultException(Name, "it says more than the files do.");
        }
        return files.Keys.FirstOrDefault(name => !IsKnown(name)) is { } stray
            ? throw new EvidenceFaultException(stray, "nothing here proves it.")
            : manifest;
    }

    private static bool IsKnown(string name) =>
        name
            is EvidenceNames.Manifest
                or EvidenceNames.AuditRows
                or EvidenceNames.AuditHead
                or EvidenceNames.RatingReason
        || name.StartsWith(EvidenceNames.Letters, StringComparison.Ordinal)
        || name.StartsWith(EvidenceNames.Certificates, StringComparison.Ordinal)
        || name.StartsWith(EvidenceNames.RevocationLists, StringComparison.Ordinal)
        || name.StartsWith(EvidenceNames.Decisions, StringComparison.Ordinal)
        || name.StartsWith(EvidenceNames.Erasures, StringComparison.Ordinal);

    // Every letter on record is here, each once, and none besides: one that was taken out is missed by the chain.
    private static void CheckRecorded(IReadOnlyList<EvidenceLetter> letters, IReadOnlyList<AuditEntry> rows)
    {
        var recorded = rows.Where(row => row.Proof is not null).ToList();
        for (var index = 0; index < Math.Max(recorded.Count, letters.Count); index++)
        {
            if (index >= letters.Count)
            {
                throw new EvidenceFaultException(
                    EvidenceNames.AuditRows,
                    $"the letter of row {recorded[index].Sequence} ({recorded[index].Act}) is missing."
                );
            }
            var letter = letters[index];
            if (index >= recorded.Count)
            {
                throw new EvidenceFaultException(letter.Name, "there is no act on record of this letter.");
            }
            var row = recorded[index];
            if (
                row.Proof != letter.RecordDigest
                || row.At != letter.Proof.KeptAt
                || letter.Name != EvidenceNames.OfLetter(index + 1, letter.Proof)
            )
            {
                throw new EvidenceFaultException(
                    letter.Name,
                    $"it is not the letter that row {row.Sequence} ({row.Act}) speaks of."
                );
            }
        }
    }

    private static void CheckLists(IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<AuditEntry> rows)
    {
        var recorded = ExportDetail.Lists(rows).Select(EvidenceNames.OfRevocationList).ToList();
        var here = files
            .Keys.Where(name => name.StartsWith(EvidenceNames.RevocationLists, StringComparison.Ordinal))
            .ToList();
        if (recorded.Except(here).FirstOrDefault() is { } missing)
        {
            throw new EvidenceFaultException(missing, "the row of this export names it, and it is missing.");
        }
        if (here.Except(recorded).FirstOrDefault() is { } stray)
        {
            throw new EvidenceFaultException(stray, "the row of this export does not name it.");
        }
    }

    private static void CheckAnswers(EvidenceLetter letter, Dictionary<MessageId, EvidenceLetter> byId)
    {
        if (letter.Proof.InReplyTo is not { } answered)
        {
            return;
        }
        if (!byId.TryGetValue(answered.Id, out var original))
        {
            throw new EvidenceFaultException(letter.Name, "what it answers is not here.");
        }
        if (answered.Digest != original.Proof.Digest || original.Proof.Sender != letter.Proof.Recipient)
        {
            throw new EvidenceFaultException(letter.Name, $"it does not answer {original.Name}: the digests differ.");
        }
    }
}
