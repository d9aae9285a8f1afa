using System.Security.Cryptography;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;

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
        var kept = await ProtectAsync(ledger, Evidence(digest, lane, fault), bytes, enquiry);
        var times = await ledger.Connection.ExecuteScalarAsync<long>(
            """
            insert into quarantine (
                received_at, lane, signer, broker_user, fault, detail, enquiry_reference, digest, bytes
            )
            values (@Now, @lane, @signer, @brokerUser, @fault, @detail, @enquiry, @digest, @kept)
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
                kept,
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

    /// <summary>The refused message as it came.</summary>
    /// <returns>Null when there is no such message.</returns>
    /// <exception cref="ContentErasedException">It was erased with its day.</exception>
    public static async Task<byte[]?> BytesAsync(LedgerSession ledger, string digest, string lane, string fault)
    {
        var kept = await ledger.Connection.ExecuteScalarAsync<byte[]?>(
            "select bytes from quarantine where digest = @digest and lane = @lane and fault = @fault",
            new
            {
                digest,
                lane,
                fault,
            },
            ledger.Transaction
        );
        return kept is null ? null : ledger.Vault.Open(Evidence(digest, lane, fault), kept);
    }

    // It may be sealed to us. Of an enquiry, it goes with its family; of nobody known, when its day goes.
    private static async Task<byte[]> ProtectAsync(
        LedgerTransaction ledger,
        Cell cell,
        ReadOnlyMemory<byte> bytes,
        EnquiryReference? enquiry
    )
    {
        if (enquiry is not null && await EnquiryStore.KeyOfAsync(ledger, enquiry) is { } family)
        {
            try
            {
                return ledger.Vault.Protect(family, cell, bytes.Span);
            }
            catch (ContentErasedException)
            {
                // What was erased must not come back by a letter sent again: its digest is all that is kept.
                return ledger.Vault.Protect(ledger.Vault.OfDay(ledger.Now), cell, []);
            }
        }

        return ledger.Vault.Protect(ledger.Vault.OfDay(ledger.Now), cell, bytes.Span);
    }

    private static Cell Evidence(string digest, string lane, string fault) =>
        new("quarantine", "bytes", $"{digest} {lane} {fault}");

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
