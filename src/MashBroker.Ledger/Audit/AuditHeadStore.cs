using Dapper;
using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Audit;

/// <summary>Ends of the audit chain as the hub signed them.</summary>
public static class AuditHeadStore
{
    /// <summary>Where the chain ends, and what of it is signed.</summary>
    public static Task<AuditEnd> EndAsync(LedgerSession ledger) =>
        ledger.Connection.QuerySingleAsync<AuditEnd>(
            """
            select
                lower(hex(id)) as chain,
                last,
                lower(hex(hash)) as hash,
                (select sequence from audit_wanted) as wanted,
                (select max(sequence) from audit_heads) as signed_up_to,
                (select max(at) from audit_heads) as signed_at
            from audit_chain
            """,
            transaction: ledger.Transaction
        );

    /// <summary>Keeps a signed head. The same end again is nothing new.</summary>
    public static Task AddAsync(LedgerTransaction ledger, AuditHead head) =>
        ledger.Connection.ExecuteAsync(
            """
            insert into audit_heads (sequence, hash, at, signed)
            values (@Sequence, @Hash, @At, @signed)
            on conflict (sequence) do nothing
            """,
            new
            {
                head.Sequence,
                head.Hash,
                head.At,
                signed = Convert.FromBase64String(head.Statement),
            },
            ledger.Transaction
        );

    /// <summary>Null until the first was signed.</summary>
    public static async Task<AuditHead?> NewestAsync(LedgerSession ledger) =>
        (
            await ledger.Connection.QueryFirstOrDefaultAsync<HeadRow>(
                "select (select lower(hex(id)) from audit_chain) as chain, sequence, hash, at, signed from audit_heads order by sequence desc limit 1",
                transaction: ledger.Transaction
            )
        )?.ToHead();

    /// <summary>The first that lies at or beyond a row; null while none does.</summary>
    public static async Task<AuditHead?> CoveringAsync(LedgerSession ledger, long sequence) =>
        (
            await ledger.Connection.QueryFirstOrDefaultAsync<HeadRow>(
                """
                select (select lower(hex(id)) from audit_chain) as chain, sequence, hash, at, signed
                from audit_heads
                where sequence >= @sequence
                order by sequence
                limit 1
                """,
                new { sequence },
                ledger.Transaction
            )
        )?.ToHead();

    /// <summary>Asks whoever signs heads to sign one at or beyond a row, soon.</summary>
    public static Task WantAsync(LedgerTransaction ledger, long sequence) =>
        ledger.Connection.ExecuteAsync(
            "update audit_wanted set sequence = max(sequence, @sequence)",
            new { sequence },
            ledger.Transaction
        );

    private sealed record HeadRow
    {
        public required string Chain { get; init; }

        public required long Sequence { get; init; }

        public required string Hash { get; init; }

        public required DateTimeOffset At { get; init; }

        public required byte[] Signed { get; init; }

        public AuditHead ToHead() =>
            new()
            {
                Chain = Chain,
                Sequence = Sequence,
                Hash = Hash,
                At = At,
                Statement = Convert.ToBase64String(Signed),
            };
    }
}

/// <summary>Where the chain ends.</summary>
public sealed record AuditEnd
{
    /// <summary>Id of the chain, lower-case hexadecimal.</summary>
    public required string Chain { get; init; }

    /// <summary>Sequence of the last row; 0 before the first.</summary>
    public required long Last { get; init; }

    /// <summary>Hash of the last row, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The least sequence that somebody waits to see signed.</summary>
    public required long Wanted { get; init; }

    /// <summary>Sequence of the newest signed head; null before the first.</summary>
    public long? SignedUpTo { get; init; }

    /// <summary>When that was signed.</summary>
    public DateTimeOffset? SignedAt { get; init; }
}
