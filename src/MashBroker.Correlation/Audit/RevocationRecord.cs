using MashBroker.Ledger;
using MashBroker.Ledger.Evidence;
using MashBroker.Sealing;
using Microsoft.Extensions.Logging;

namespace MashBroker.Correlation.Audit;

/// <summary>Keeps each revocation list that comes into force, so that evidence can show who was trusted then.</summary>
internal sealed class RevocationRecord(
    Ledger.Ledger ledger,
    LedgerSignal signal,
    TrustRegister register,
    ILogger<RevocationRecord> logger
) : LedgerWorker(signal.Of("revocation_lists"), logger)
{
    private byte[] _kept = [];

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var list = register.RevocationList;
        if (!list.Span.SequenceEqual(_kept))
        {
            var der = list.ToArray();
            await ledger.WriteAsync(change => ProofStore.AddRevocationListAsync(change, der), cancellation);
            _kept = der;
        }

        return Interval;
    }
}
