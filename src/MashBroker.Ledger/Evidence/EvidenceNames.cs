using System.Globalization;
using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Evidence;

/// <summary>Names of the files within the evidence of one enquiry.</summary>
internal static class EvidenceNames
{
    public const string Manifest = "manifest.json";
    public const string AuditRows = "audit/rows.jsonl";
    public const string AuditHead = "audit/head.der";

    /// <summary>Why the rating was confirmed, in the words of whoever did.</summary>
    public const string RatingReason = "rating/reason.json";

    public const string Record = ".json";
    public const string Original = ".der";
    public const string Attributes = ".attributes.der";
    public const string Signature = ".signature.der";

    public const string Letters = "letters/";
    public const string Certificates = "certificates/";
    public const string CertificateEnd = ".crt";

    public const string RevocationLists = "revocation/";
    public const string Decisions = "decisions/";
    public const string Erasures = "erasure/";
    public const string Erasure = "erasure/certificate.der";

    /// <summary>What the files of one letter have in common.</summary>
    /// <param name="number">From 1, in the order of the audit.</param>
    public static string OfLetter(int number, LetterProof letter)
    {
        var agency = letter.Sender == Sealing.Party.HubName ? letter.Recipient : letter.Sender;
        var type = LetterTypes.Of(letter.Type).Word;
        return string.Create(CultureInfo.InvariantCulture, $"{Letters}{number:0000}-{type}-{agency}");
    }

    public static string OfRevocationList(string digest) => $"{RevocationLists}{digest}.crl";

    public static string OfCertificate(string digest) => $"{Certificates}{digest}{CertificateEnd}";
}
