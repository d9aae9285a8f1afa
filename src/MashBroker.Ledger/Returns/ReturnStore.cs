using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;

namespace MashBroker.Ledger.Returns;

/// <summary>Returns and receipts as received. Nothing is overwritten.</summary>
public static class ReturnStore
{
    private const string Columns = """
        position,
        letter_id,
        request_id,
        enquiry_reference,
        agency,
        part,
        revision,
        final,
        answer,
        answers,
        received_at,
        late,
        digest,
        content as kept_content,
        clock_skew_seconds
        """;

    /// <param name="content">The return's body as JSON.</param>
    /// <param name="proof">Digest of the return's record in proofs.</param>
    public static async Task AddAsync(
        LedgerTransaction ledger,
        RequestRow request,
        LetterHead head,
        Return body,
        byte[] content,
        byte[] evidence,
        string digest,
        bool late,
        TimeSpan? clockSkew,
        string? proof = null
    )
    {
        var key = (await EnquiryStore.KeyOfAsync(ledger, request.EnquiryReference))!.Value;
        await ledger.Connection.ExecuteAsync(
            """
            insert into returns (
                letter_id, request_id, enquiry_reference, agency, part, revision, final, answer, answers,
                received_at, late, digest, content, evidence, clock_skew_seconds
            )
            values (
                @LetterId, @RequestId, @EnquiryReference, @Agency, @Part,
                (select count(*) + 1 from returns where request_id = @RequestId and part = @Part),
                @Final, @answer, (select letter_id from questions where letter_id = @answered), @Now, @late, @digest, @content, @evidence, @skew
            );
            update enquiries set pack_owed = 1 where reference = @EnquiryReference and pack_version > 0;
            """,
            new
            {
                LetterId = head.Id,
                RequestId = request.Id,
                request.EnquiryReference,
                request.Agency,
                body.Part,
                body.Final,
                answer = body.Kind.ToString(),
                answered = head.InReplyTo?.Id,
                ledger.Now,
                late,
                digest,
                content = ledger.Vault.Protect(key, Cell("content", head.Id), content),
                evidence = ledger.Vault.Protect(key, Cell("evidence", head.Id), evidence),
                skew = (long?)clockSkew?.TotalSeconds,
            },
            ledger.Transaction
        );
        await AuditStore.AppendAsync(
            ledger,
            request.Agency,
            AuditAct.ReturnRecorded,
            request.EnquiryReference,
            request.Agency,
            $"{body.Kind}, part {body.Part}{(body.Final ? ", final" : "")}{(late ? ", late" : "")}{(request.State is RequestState.Withdrawn ? ", after its withdrawal" : "")}",
            proof: proof
        );
    }

    /// <summary>In the order received.</summary>
    public static async Task<IReadOnlyList<ReturnRow>> OfEnquiryAsync(LedgerSession ledger, EnquiryReference enquiry)
    {
        var rows = (
            await ledger.Connection.QueryAsync<ReturnRow>(
                $"select {Columns} from returns where enquiry_reference = @enquiry order by position",
                new { enquiry },
                ledger.Transaction
            )
        ).AsList();
        rows.ForEach(row => row.Vault = ledger.Vault);
        return rows;
    }

    /// <summary>The return as its agency signed it.</summary>
    /// <returns>Null when there is no such return.</returns>
    /// <exception cref="ContentErasedException">It was erased.</exception>
    public static async Task<byte[]?> EvidenceAsync(LedgerSession ledger, MessageId letter)
    {
        var kept = await ledger.Connection.ExecuteScalarAsync<byte[]?>(
            "select evidence from returns where letter_id = @letter",
            new { letter },
            ledger.Transaction
        );
        return kept is null ? null : ledger.Vault.Open(Cell("evidence", letter), kept);
    }

    internal static Cell Cell(string column, MessageId letter) => new("returns", column, letter.ToString());

    /// <summary>What parts of a request's return have come, without their content.</summary>
    public static async Task<IReadOnlyList<ReturnPart>> PartsOfAsync(LedgerSession ledger, MessageId request) =>
        [
            .. await ledger.Connection.QueryAsync<ReturnPart>(
                "select part, revision, final, answer, answers from returns where request_id = @request",
                new { request },
                ledger.Transaction
            ),
        ];

    public static Task AddReceiptAsync(
        LedgerTransaction ledger,
        LetterHead head,
        string agency,
        InReplyTo acknowledges,
        byte[] evidence
    ) =>
        ledger.Connection.ExecuteAsync(
            """
            insert into receipts (letter_id, request_id, agency, acknowledges, digest, received_at, evidence)
            values (@Id, @Request, @agency, @Acknowledged, @Digest, @Now, @evidence)
            """,
            new
            {
                head.Id,
                head.Request,
                agency,
                Acknowledged = acknowledges.Id,
                acknowledges.Digest,
                ledger.Now,
                evidence,
            },
            ledger.Transaction
        );
}
