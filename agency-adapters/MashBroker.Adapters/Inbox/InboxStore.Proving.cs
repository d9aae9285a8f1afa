using Dapper;
using MashBroker.Contracts.Letters;
using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Inbox;

/// <content>
/// What this agency can show afterwards: the hub's signed receipts of its returns, and the signed ends of the hub's audit chain.
/// Neither speaks of a person, so neither is erased with an enquiry.
/// </content>
internal sealed partial class InboxStore
{
    /// <summary>
    /// Keeps a signed end of the hub's audit chain, every one that says something new, whatever it says: what contradicts what is
    /// here already is what one day matters most.
    /// </summary>
    /// <param name="certificate">DER of the certificate that signed it.</param>
    public Task<HeadKept> KeepHeadAsync(AuditHead head, byte[] certificate, CancellationToken cancellation) =>
        InOneAsync(
            transaction =>
            {
                var parameters = new
                {
                    head.Chain,
                    head.Sequence,
                    head.Hash,
                    at = Text(head.At),
                    head.Statement,
                    certificate,
                    now = Now(),
                };
                var verdict = Judge(head, transaction);
                _connection.Execute(
                    """
                    insert into audit_head (chain, sequence, hash, at, statement, certificate, received_at)
                    values (@Chain, @Sequence, @Hash, @at, @Statement, @certificate, @now)
                    on conflict (chain, sequence, hash) do nothing
                    """,
                    parameters,
                    transaction
                );
                return verdict;
            },
            cancellation
        );

    private HeadKept Judge(AuditHead head, SqliteTransaction transaction)
    {
        const string SameRow = """
            select count(*)
            from audit_head
            where chain = @Chain
                and sequence = @Sequence
                and hash <> @Hash
            """;
        const string OtherChain = "select count(*) from audit_head where chain <> @Chain";
        // Signed later and yet shorter: rows were taken away. One signed earlier has merely been long on its way.
        const string Longer = """
            select count(*)
            from audit_head
            where chain = @Chain
                and sequence > @Sequence
                and at < @at
            """;
        var parameters = new
        {
            head.Chain,
            head.Sequence,
            head.Hash,
            at = Text(head.At),
        };
        return _connection.ExecuteScalar<long>(SameRow, parameters, transaction) > 0 ? HeadKept.ContradictsAnother
            : _connection.ExecuteScalar<long>(Longer, parameters, transaction) > 0 ? HeadKept.WentBack
            : _connection.ExecuteScalar<long>(OtherChain, parameters, transaction) > 0 ? HeadKept.OfAnotherChain
            : HeadKept.Fits;
    }

    private void KeepProof(ReceivedLetter received, SqliteTransaction transaction)
    {
        var head = received.Letter.Head;
        _connection.Execute(
            """
            insert into proof (id, type, request, acknowledges, received_at, original, certificate)
            values (@id, @type, @request, @acknowledges, @now, @original, @certificate)
            """,
            new
            {
                id = head.Id.ToString(),
                type = head.Type.ToString(),
                request = head.Request?.ToString(),
                acknowledges = head.InReplyTo?.Digest,
                now = Now(),
                original = received.Evidence,
                certificate = received.Certificate,
            },
            transaction
        );
    }
}

/// <summary>How a head fits those that are here.</summary>
internal enum HeadKept
{
    /// <summary>Never said of a head: it is not kept.</summary>
    None = 0,
    Fits,

    /// <summary>Another hash for the same row: one of the two records was written anew.</summary>
    ContradictsAnother,

    /// <summary>Signed later than one that is longer: rows were taken away.</summary>
    WentBack,

    /// <summary>The hub has another ledger than it had.</summary>
    OfAnotherChain,
}
