using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Evidence;
using MashBroker.Rules;
using MashBroker.Sealing;
using Microsoft.Extensions.Logging;

namespace MashBroker.Correlation.Audit;

/// <summary>
/// Signs the end of the audit chain at intervals, and when somebody waits for it. Looks once a second and not at every act: what
/// was appended meanwhile is under the same head. Two of them would sign the same end twice and keep one.
/// </summary>
internal sealed class AuditHeadSigner(
    Ledger.Ledger ledger,
    LedgerSignal signal,
    Sealer sealer,
    HubProfile profile,
    TimeProvider clock,
    ILogger<AuditHeadSigner> logger
) : LedgerWorker(signal.Of("audit_wanted"), logger)
{
    /// <summary>So many rows at most lie beyond the newest signed head, give or take what a second brings.</summary>
    private const long MostUnsigned = 1000;

    /// <summary>So long at most a row waits to be under a signed head, while the hub runs.</summary>
    private static readonly TimeSpan LongestUnsigned = TimeSpan.FromMinutes(1);

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var end = await ledger.ReadAsync(AuditHeadStore.EndAsync, cancellation);
        if (IsDue(end, clock.GetUtcNow()))
        {
            var now = clock.GetUtcNow();
            // As it is kept: what is signed and what is noted beside it must be one.
            var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
            var statement = new AuditHeadStatement
            {
                Statement = AuditHeadStatement.Kind,
                Hub = profile.Code,
                Chain = end.Chain,
                Sequence = end.Last,
                Hash = end.Hash,
                At = at,
            };
            var head = new AuditHead
            {
                Chain = end.Chain,
                Sequence = end.Last,
                Hash = end.Hash,
                At = at,
                Statement = Convert.ToBase64String(sealer.SignStatement(statement.Write())),
            };
            await ledger.WriteAsync(
                async change =>
                {
                    await AuditHeadStore.AddAsync(change, head);
                    await ProofStore.AddCertificateAsync(change, sealer.Certificate);
                },
                cancellation
            );
        }

        return Interval;
    }

    internal static bool IsDue(AuditEnd end, DateTimeOffset now)
    {
        var signed = end.SignedUpTo ?? 0;
        return end.Last > signed
            && (
                end.SignedAt is not { } at
                || end.Wanted > signed
                || end.Last - signed >= MostUnsigned
                || (now - at).Duration() >= LongestUnsigned
            );
    }
}
