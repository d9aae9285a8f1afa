using System.Globalization;
using Dapper;
using MashBroker.Contracts.Letters;
using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Inbox;

/// <summary>Reads what this agency can show, from the inbox's file alone: beside a running adapter, or from a copy of the file.</summary>
internal sealed class InboxProofs : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <exception cref="InboxUnusableException">There is no inbox there that this version has made or brought up to date.</exception>
    public InboxProofs(string file)
    {
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        try
        {
            _connection.Open();
            _connection.ExecuteScalar<long>("select count(*) from audit_head where 1 = 0");
        }
        catch (SqliteException exception)
        {
            _connection.Dispose();
            throw new InboxUnusableException(
                $"The file of {AdapterOptions.Section}:InboxFile cannot be read as an inbox (SQLite error {exception.SqliteErrorCode}). "
                    + "Check the path; if the file is of an older version, start this version's adapter on it once.",
                exception
            );
        }
    }

    /// <summary>Every signed end of the hub's audit chain that was received, oldest first.</summary>
    public IReadOnlyList<KeptAuditHead> Heads() =>
        [
            .. _connection
                .Query<HeadRow>(
                    """
                    select
                        chain as Chain,
                        sequence as Sequence,
                        hash as Hash,
                        at as At,
                        statement as Statement,
                        certificate as Certificate,
                        received_at as ReceivedAt
                    from audit_head
                    order by rowid
                    """
                )
                .Select(row => new KeptAuditHead(
                    new AuditHead
                    {
                        Chain = row.Chain,
                        Sequence = row.Sequence,
                        Hash = row.Hash,
                        At = Instant(row.At),
                        Statement = row.Statement,
                    },
                    Convert.ToBase64String(row.Certificate),
                    Instant(row.ReceivedAt)
                )),
        ];

    /// <summary>What the hub sent about a request, or about all requests of an enquiry.</summary>
    public IReadOnlyList<ReceivedProof> Received(string requestOrEnquiry) =>
        [
            .. _connection.Query<ReceivedProof>(
                """
                select
                    received.type as Type,
                    received.id as Id,
                    received.request as Request,
                    received.digest as Digest,
                    received.received_at as ReceivedAt,
                    proof.acknowledges as Acknowledges,
                    proof.original as Original,
                    proof.certificate as Certificate
                from received
                left join proof on proof.id = received.id
                where received.request = @requestOrEnquiry
                    or received.enquiry = @requestOrEnquiry
                order by received.rowid
                """,
                new { requestOrEnquiry }
            ),
        ];

    /// <summary>What this agency signed in answer.</summary>
    public IReadOnlyList<AnsweredProof> Answered(string requestOrEnquiry) =>
        [
            .. _connection.Query<AnsweredProof>(
                """
                select
                    type as Type,
                    request as Request,
                    part as Part,
                    in_reply_to as InReplyTo,
                    digest as Digest,
                    sent_at as SentAt
                from outgoing
                where request = @requestOrEnquiry
                    or enquiry = @requestOrEnquiry
                order by seq
                """,
                new { requestOrEnquiry }
            ),
        ];

    public void Dispose() => _connection.Dispose();

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    private sealed class HeadRow
    {
        public required string Chain { get; init; }

        public required long Sequence { get; init; }

        public required string Hash { get; init; }

        public required string At { get; init; }

        public required string Statement { get; init; }

        public required byte[] Certificate { get; init; }

        public required string ReceivedAt { get; init; }
    }
}

/// <summary>A letter of the hub's as it stands in the inbox; the signed original where it is a receipt of ours.</summary>
internal sealed class ReceivedProof
{
    public required string Type { get; init; }

    public required string Id { get; init; }

    public string? Request { get; init; }

    public required string Digest { get; init; }

    public required string ReceivedAt { get; init; }

    /// <summary>Digest of the letter of ours that it acknowledges.</summary>
    public string? Acknowledges { get; init; }

    public byte[]? Original { get; init; }

    public byte[]? Certificate { get; init; }
}

/// <summary>A letter of ours.</summary>
internal sealed class AnsweredProof
{
    public required string Type { get; init; }

    public string? Request { get; init; }

    public long? Part { get; init; }

    /// <summary>Id of the letter that it answers.</summary>
    public required string InReplyTo { get; init; }

    public required string Digest { get; init; }

    public string? SentAt { get; init; }
}
