using System.Security.Cryptography;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Audit;

namespace MashBroker.Ledger.Quarantine;

/// <summary>What was refused, with its original bytes as evidence. Never retried.</summary>
public static class QuarantineStore
{
    /// <param name="fault">Name of the seal fault or return refusal.</param>
    /// <param name="detail">No content.</param>
    public static async Task AddAsync(
        LedgerTransaction ledger,
        ReadOnlyMemory<byte> bytes,
        string lane,
        string? signer,
        string? brokerUser,
        string fault,
        string? detail,
        EnquiryReference? enquiry = null
    )
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var times = await ledger.Connection.ExecuteScalarAsync<long>(
            """
            insert into quarantine (
                received_at, lane, signer, broker_user, fault, detail, enquiry_reference, digest, bytes
            )
            values (@Now, @lane, @signer, @brokerUser, @fault, @detail, @enquiry, @digest, @bytes)
            on conflict (digest, lane, fault) do update set times_received = times_received + 1
            returning times_received
            """,
            new
            {
                ledger.Now,
                lane,
                signer,
                brokerUser,
                fault,
                detail,
                enquiry,
                digest,
                bytes = bytes.ToArray(),
            },
            ledger.Transaction
        );
        if (times == 1)
        {
            // A sender that repeats itself a million times is one fact, counted in its row.
            await AuditStore.AppendAsync(
                ledger,
                signer ?? "unknown",
                AuditAct.MessageRefused,
                enquiry,
                lane,
                $"{fault}, digest {digest}"
            );
        }
    }

    /// <summary>How many different messages of each party were refused; those of nobody known under an empty name.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountBySenderAsync(LedgerSession ledger) =>
        (
            await ledger.Connection.QueryAsync<(string Sender, long Messages)>(
                "select coalesce(signer, broker_user, '') as sender, count(*) as messages from quarantine group by 1",
                transaction: ledger.Transaction
            )
        ).ToDictionary(row => row.Sender, row => (int)row.Messages);

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<RefusedMessage>> LatestAsync(LedgerSession ledger, int most) =>
        [
            .. await ledger.Connection.QueryAsync<RefusedMessage>(
                """
                select received_at, lane, signer, broker_user, fault, detail, enquiry_reference, digest, times_received
                from quarantine
                order by position desc
                limit @most
                """,
                new { most },
                ledger.Transaction
            ),
        ];
}

/// <summary>A row for operations: agency, time, fault, digest; no content.</summary>
public sealed record RefusedMessage
{
    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Lane { get; init; }

    public string? Signer { get; init; }

    public string? BrokerUser { get; init; }

    public required string Fault { get; init; }

    public string? Detail { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    public required string Digest { get; init; }

    public required int TimesReceived { get; init; }
}
