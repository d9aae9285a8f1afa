using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Retention;
using MashBroker.Sealing;
using MashBroker.Sealing.Proof;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// Verifies what the evidence holds of decisions: signed by the hub, each spoken of by a row of the chain, each pack the one whose
/// digest was signed, and nothing besides.
/// </summary>
internal sealed class DecisionCheck(
    IReadOnlyDictionary<string, byte[]> files,
    EvidenceCertificates certificates,
    string hub,
    EnquiryReference enquiry,
    IReadOnlyList<AuditEntry> rows
)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <exception cref="EvidenceFaultException">The first that does not hold.</exception>
    public DecisionsProven Run()
    {
        var proven = new DecisionsProven(
            [.. rows.Where(row => row.Act is AuditAct.DecisionFrozen).Select(Decision)],
            [.. rows.Where(row => row.Act is AuditAct.AddendumAdded).Select(Addendum)],
            rows.LastOrDefault(row => row.Act is AuditAct.ContentErased) is { } erased ? Erasure(erased) : null
        );
        var stray = files.Keys.FirstOrDefault(name =>
            (
                name.StartsWith(EvidenceNames.Decisions, StringComparison.Ordinal)
                || name.StartsWith(EvidenceNames.Erasures, StringComparison.Ordinal)
            ) && !_known.Contains(name)
        );
        return stray is null
            ? proven
            : throw new EvidenceFaultException(stray, "there is no act on record that speaks of it.");
    }

    private DecisionEvidence Decision(AuditEntry row)
    {
        var (name, content) = Signed(row);
        var statement = DecisionStatement.Read(content.Span);
        var taken = rows.LastOrDefault(each =>
            each.Act is AuditAct.DecisionRecorded && each.Subject == row.Subject && each.Sequence < row.Sequence
        );
        if (
            statement is null
            || taken is null
            || (statement.Hub, statement.Enquiry) != (hub, enquiry)
            || DecisionFiles.NameOf($"decision {statement.Number}") != name
            || (statement.DecidedAt, statement.By) != (taken.At, taken.Actor)
        )
        {
            throw new EvidenceFaultException(
                name + DecisionFiles.Statement,
                $"it is not the decision that row {row.Sequence} speaks of."
            );
        }

        return new DecisionEvidence(statement, Pack(name, statement.PackDigest));
    }

    private AddendumEvidence Addendum(AuditEntry row)
    {
        var (name, content) = Signed(row);
        var statement = AddendumStatement.Read(content.Span);
        if (
            statement is null
            || (statement.Hub, statement.Enquiry, statement.AddedAt) != (hub, enquiry, row.At)
            || DecisionFiles.NameOf($"addendum {statement.Number}") != name
        )
        {
            throw new EvidenceFaultException(
                name + DecisionFiles.Statement,
                $"it is not the addendum that row {row.Sequence} speaks of."
            );
        }

        var judged = rows.LastOrDefault(each => each.Act is AuditAct.AddendumJudged && each.Subject == row.Subject);
        var words = name + DecisionFiles.Judgement;
        if (Known(words) is { } json && JudgementDetail.DigestOf(judged?.Detail) != LetterProof.DigestOf(json))
        {
            throw new EvidenceFaultException(words, "it is not the judgement that is on record.");
        }

        return new AddendumEvidence(
            statement,
            Pack(name, statement.PackDigest),
            judged?.Detail?.Split(',')[0],
            judged?.Actor
        );
    }

    private ErasureCertificate Erasure(AuditEntry row)
    {
        const string Name = EvidenceNames.Erasure;
        var der =
            Known(Name)
            ?? throw new EvidenceFaultException(Name, $"row {row.Sequence} speaks of it, and it is missing.");
        var content = Open(Name, der, row.At);
        var certificate = JsonSerializer.Deserialize<ErasureCertificate>(content.Span, MashJson.Options);
        return
            certificate is not null
            && certificate.Statement == ErasureCertificate.Kind
            && certificate.Write().AsSpan().SequenceEqual(content.Span)
            && (certificate.Hub, certificate.Enquiry, certificate.Contact, certificate.ErasedAt)
                == (hub, enquiry, row.Subject!, row.At)
            && row.Detail == $"key {certificate.Key}"
            ? certificate
            : throw new EvidenceFaultException(
                Name,
                $"it is not the certificate of the erasure in row {row.Sequence}."
            );
    }

    private (string Name, ReadOnlyMemory<byte> Content) Signed(AuditEntry row)
    {
        var name =
            DecisionFiles.NameOf(row.Subject)
            ?? throw new EvidenceFaultException(EvidenceNames.AuditRows, $"row {row.Sequence} names nothing.");
        var file = name + DecisionFiles.Statement;
        var der =
            Known(file)
            ?? throw new EvidenceFaultException(
                file,
                $"row {row.Sequence} ({row.Act}) speaks of it, and it is missing."
            );
        return StatementDetail.DigestOf(row.Detail) == LetterProof.DigestOf(der)
            ? (name, Open(file, der, row.At))
            : throw new EvidenceFaultException(file, $"it is not what row {row.Sequence} ({row.Act}) speaks of.");
    }

    private ReadOnlyMemory<byte> Open(string file, byte[] der, DateTimeOffset at)
    {
        var signed =
            SignedOriginal.Read(der)
            ?? throw new EvidenceFaultException(file, "it is not signed as the profile wants, or not what was signed.");
        var maker = certificates.Maker(signed.Proof, signed, at, file).Party;
        return maker == new Party(hub, Party.HubName)
            ? signed.Content
            : throw new EvidenceFaultException(file, $"it was signed by {maker}, who is not the hub.");
    }

    /// <returns>Whether the pack itself is here.</returns>
    private bool Pack(string name, string digest)
    {
        var file = name + DecisionFiles.Pack;
        if (Known(file) is not { } json)
        {
            return false;
        }

        return LetterProof.DigestOf(json) == digest
            ? true
            : throw new EvidenceFaultException(file, "it is not the pack whose digest the hub signed.");
    }

    private byte[]? Known(string file)
    {
        _known.Add(file);
        return files.GetValueOrDefault(file);
    }
}

/// <param name="Erasure">Null where nothing was erased.</param>
internal sealed record DecisionsProven(
    IReadOnlyList<DecisionEvidence> Decisions,
    IReadOnlyList<AddendumEvidence> Addenda,
    ErasureCertificate? Erasure
);
