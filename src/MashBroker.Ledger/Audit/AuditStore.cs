using System.Security.Cryptography;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Evidence;

namespace MashBroker.Ledger.Audit;

/// <summary>
/// The record of acts. Written in the transaction of the act itself: if it cannot be written, the act does not happen.
/// </summary>
public static class AuditStore
{
    internal const string Columns = """
        sequence,
        at,
        actor,
        act,
        basis,
        purpose,
        enquiry_reference,
        enquiry_previous,
        subject,
        detail,
        proof,
        salt,
        previous,
        hash
        """;

    /// <param name="actor">A person's name as stated, an agency's code, or a part of the hub.</param>
    /// <param name="subject">What it was done to; no personal data.</param>
    /// <param name="detail">No personal data.</param>
    /// <param name="basis">Lawful basis, where personal data is shown or released.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="proof">Digest of the record of the letter that the act is about.</param>
    /// <returns>The row's sequence.</returns>
    public static async Task<long> AppendAsync(
        LedgerTransaction ledger,
        string actor,
        AuditAct act,
        EnquiryReference? enquiry = null,
        string? subject = null,
        string? detail = null,
        string? basis = null,
        string? purpose = null,
        string? proof = null
    )
    {
        // Several processes append: the end is read in the write transaction, which only one of them has at a time.
        var end = await ledger.Connection.QuerySingleAsync<End>(
            """
            select
                id,
                last,
                hash,
                (select max(sequence) from audit where enquiry_reference = @enquiry) as enquiry_previous
            from audit_chain
            """,
            new { enquiry },
            ledger.Transaction
        );
        var entry = new AuditEntry
        {
            Sequence = end.Last + 1,
            At = ledger.Now,
            Actor = actor,
            Act = act,
            Basis = basis,
            Purpose = purpose,
            EnquiryReference = enquiry,
            EnquiryPrevious = end.EnquiryPrevious,
            Subject = subject,
            Detail = detail,
            Proof = proof,
            Salt = RandomNumberGenerator.GetBytes(AuditHash.SaltSize),
            Previous = end.Hash,
            Hash = [],
        };
        var hash = AuditHash.OfLink(end.Id, entry.Sequence, end.Hash, AuditHash.OfEntry(entry));
        await ledger.Connection.ExecuteAsync(
            """
            insert into audit (
                sequence, at, actor, act, basis, purpose, enquiry_reference, enquiry_previous, subject, detail, proof,
                salt, previous, hash
            )
            values (
                @Sequence, @At, @Actor, @act, @Basis, @Purpose, @EnquiryReference, @EnquiryPrevious, @Subject, @Detail, @Proof,
                @Salt, @Previous, @hash
            );
            update audit_chain set last = @Sequence, hash = @hash;
            """,
            new
            {
                entry.Sequence,
                entry.At,
                entry.Actor,
                act = act.ToString(),
                entry.Basis,
                entry.Purpose,
                entry.EnquiryReference,
                entry.EnquiryPrevious,
                entry.Subject,
                entry.Detail,
                entry.Proof,
                entry.Salt,
                entry.Previous,
                hash,
            },
            ledger.Transaction
        );
        return entry.Sequence;
    }

    public static async Task<IReadOnlyList<AuditEntry>> OfEnquiryAsync(
        LedgerSession ledger,
        EnquiryReference enquiry
    ) =>
        [
            .. await ledger.Connection.QueryAsync<AuditEntry>(
                $"select {Columns} from audit where enquiry_reference = @enquiry order by sequence",
                new { enquiry },
                ledger.Transaction
            ),
        ];

    /// <summary>
    /// The rows of an enquiry's contacts that are not of the enquiry: what was done before there was one, and what was read since. Of the
    /// contact that became it, and of those that were joined to it.
    /// </summary>
    /// <param name="own">The rows of the enquiry.</param>
    public static async Task<IReadOnlyList<AuditEntry>> OfContactsAsync(
        LedgerSession ledger,
        IReadOnlyList<AuditEntry> own
    ) =>
        [
            .. await ledger.Connection.QueryAsync<AuditEntry>(
                $"select {Columns} from audit where subject in @contacts and enquiry_reference is null order by sequence",
                new { contacts = ContactActs.ContactsOf(own) },
                ledger.Transaction
            ),
        ];

    /// <summary>The lawful basis under which an enquiry's requests went out; null before the first.</summary>
    public static Task<string?> BasisOfAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        ledger.Connection.ExecuteScalarAsync<string?>(
            """
            select basis
            from audit
            where enquiry_reference = @enquiry and act = 'RequestSealed' and basis is not null
            order by sequence
            limit 1
            """,
            new { enquiry },
            ledger.Transaction
        );

    /// <summary>The rows from one sequence to another, both included.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> BetweenAsync(LedgerSession ledger, long first, long last) =>
        [
            .. await ledger.Connection.QueryAsync<AuditEntry>(
                $"select {Columns} from audit where sequence between @first and @last order by sequence",
                new { first, last },
                ledger.Transaction
            ),
        ];

    private sealed record End
    {
        public required byte[] Id { get; init; }

        public required long Last { get; init; }

        public required byte[] Hash { get; init; }

        public long? EnquiryPrevious { get; init; }
    }
}
