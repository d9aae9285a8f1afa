using Dapper;
using MashBroker.Contracts;
using MashBroker.Sealing.Proof;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// What remains of letters as proof: no content and no personal data, so it is not encrypted and survives the erasure of an
/// enquiry's content.
/// </summary>
public static class ProofStore
{
    /// <summary>Keeps it in the transaction of the act that seals or records the letter.</summary>
    /// <returns>The digest that the act's audit row names.</returns>
    public static async Task<string> AddAsync(LedgerTransaction ledger, KeptLetter letter)
    {
        var record = letter.Proof.Write();
        await ledger.Connection.ExecuteAsync(
            """
            insert into certificates (digest, first_met_at, der)
            values (@Certificate, @Now, @der)
            on conflict (digest) do nothing;
            insert into proofs (letter_id, enquiry_reference, record, attributes, signature, certificate, original)
            values (@Id, @Enquiry, @record, @Attributes, @Signature, @Certificate, @Original);
            """,
            new
            {
                letter.Proof.Certificate,
                ledger.Now,
                der = letter.Certificate,
                letter.Proof.Id,
                letter.Proof.Enquiry,
                record,
                letter.Signature.Attributes,
                letter.Signature.Signature,
                letter.Original,
            },
            ledger.Transaction
        );
        return LetterProof.DigestOf(record);
    }

    /// <summary>Keeps a certificate as it was when first met.</summary>
    public static Task AddCertificateAsync(LedgerTransaction ledger, byte[] der) =>
        AddAsync(ledger, "certificates", der);

    /// <summary>Keeps a revocation list as it was when first met.</summary>
    public static Task AddRevocationListAsync(LedgerTransaction ledger, byte[] der) =>
        AddAsync(ledger, "revocation_lists", der);

    /// <summary>Digests of the revocation lists that were in force at an instant or came after it, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> RevocationListsSinceAsync(
        LedgerSession ledger,
        DateTimeOffset since
    ) =>
        [
            .. await ledger.Connection.QueryAsync<string>(
                """
                select digest
                from revocation_lists
                where first_met_at >= coalesce(
                    (select max(first_met_at) from revocation_lists where first_met_at <= @since),
                    ''
                )
                order by rowid
                """,
                new { since },
                ledger.Transaction
            ),
        ];

    /// <summary>DER of the revocation list with this SHA-256.</summary>
    public static Task<byte[]?> RevocationListAsync(LedgerSession ledger, string digest) =>
        ledger.Connection.QuerySingleOrDefaultAsync<byte[]>(
            "select der from revocation_lists where digest = @digest",
            new { digest },
            ledger.Transaction
        );

    private static Task<int> AddAsync(LedgerTransaction ledger, string table, byte[] der) =>
        ledger.Connection.ExecuteAsync(
            $"""
            insert into {table} (digest, first_met_at, der)
            values (@digest, @Now, @der)
            on conflict (digest) do nothing
            """,
            new
            {
                digest = LetterProof.DigestOf(der),
                ledger.Now,
                der,
            },
            ledger.Transaction
        );

    public static async Task<IReadOnlyList<ProofRow>> OfEnquiryAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        [
            .. await ledger.Connection.QueryAsync<ProofRow>(
                """
                select letter_id, record, attributes, signature, certificate, original
                from proofs
                where enquiry_reference = @enquiry
                order by rowid
                """,
                new { enquiry },
                ledger.Transaction
            ),
        ];

    /// <summary>DER of the certificate with this SHA-256.</summary>
    public static Task<byte[]?> CertificateAsync(LedgerSession ledger, string digest) =>
        ledger.Connection.QuerySingleOrDefaultAsync<byte[]>(
            "select der from certificates where digest = @digest",
            new { digest },
            ledger.Transaction
        );
}

/// <summary>A kept proof as it lies in the ledger.</summary>
public sealed record ProofRow
{
    public required MessageId LetterId { get; init; }

    /// <summary>A <see cref="LetterProof"/> as JSON; its digest stands in the audit row of the letter.</summary>
    public required byte[] Record { get; init; }

    /// <inheritdoc cref="SignatureProof.Attributes"/>
    public required byte[] Attributes { get; init; }

    /// <inheritdoc cref="SignatureProof.Signature"/>
    public required byte[] Signature { get; init; }

    public required string Certificate { get; init; }

    public byte[]? Original { get; init; }
}
