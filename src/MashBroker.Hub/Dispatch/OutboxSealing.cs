using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Evidence;
using MashBroker.Ledger.Outbox;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Vault;
using Microsoft.Extensions.Logging;

namespace MashBroker.Hub.Dispatch;

/// <summary>Seals what the outbox holds, each letter once, and has the bytes and their proof on disk before anybody sends them.</summary>
internal sealed partial class OutboxSealing(LedgerGroup group, Sealer sealer, ILogger logger)
{
    /// <summary>How long a letter waits that cannot be sealed, or not be sent to whom it is sealed; its agency's others go on.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private const string Actor = "hub";

    /// <returns>What can be sent: all of it sealed, and the bytes on disk.</returns>
    public async Task<IReadOnlyList<OutboxRow>> SealAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellation)
    {
        var open = rows.Where(row => row.Sealed is null).ToArray();
        if (open.Length == 0)
        {
            return rows;
        }

        var letters = await Task.WhenAll(open.Select(row => Task.Run(() => TrySeal(row), cancellation)));
        var kept = await group.WriteAsync(
            async transaction =>
            {
                var bySelf = new Dictionary<long, OutboxRow>();
                foreach (var (row, letter) in open.Zip(letters))
                {
                    if (await KeepAsync(transaction, row, letter))
                    {
                        bySelf[row.Position] = row with { Sealed = letter!.Sealed.Bytes };
                    }
                }

                return bySelf;
            },
            cancellation
        );
        CrashPoint.At(CrashPoint.HubAfterSeal);
        return
        [
            .. rows.Select(row => row.Sealed is null ? kept.GetValueOrDefault(row.Position) : row).OfType<OutboxRow>(),
        ];
    }

    private Ready? TrySeal(OutboxRow row)
    {
        try
        {
            var reading = LetterJson.Read(row.Letter);
            if (reading.Letter is { } letter)
            {
                return new Ready(letter, sealer.Seal(letter));
            }

            Log.LetterCannotBeSealed(logger, row.LetterId, row.Agency, $"{reading.Fault}: {reading.Detail}");
        }
        catch (Exception fault) when (fault is NoCertificateException or ArgumentException or VaultException)
        {
            // No text of these quotes what a letter holds.
            Log.LetterCannotBeSealed(logger, row.LetterId, row.Agency, fault.Message);
        }

        return null;
    }

    private async Task<bool> KeepAsync(LedgerTransaction transaction, OutboxRow row, Ready? ready)
    {
        if (ready is not { Sealed: var letter })
        {
            await OutboxStore.PostponeAsync(transaction, row, transaction.Now + Pause);
            return false;
        }

        if (!await OutboxStore.KeepSealedAsync(transaction, row, letter.Bytes, letter.Evidence, letter.Digest))
        {
            return false;
        }

        if (KeptLetter.Of(ready.Letter, letter.Evidence, sealer.Certificate, transaction.Now) is { } kept)
        {
            // What is not on record is not released: the bytes go to the broker only once this is committed.
            await AuditStore.AppendAsync(
                transaction,
                Actor,
                row.Type is LetterType.Request ? AuditAct.RequestSealed : AuditAct.LetterSealed,
                row.EnquiryReference,
                row.Agency,
                row.Type is LetterType.Request ? $"digest {letter.Digest}" : $"{row.Type}, digest {letter.Digest}",
                (ready.Letter.Body as Request)?.LegalBasis.Code,
                ready.Letter.Head.Purpose,
                await ProofStore.AddAsync(transaction, kept)
            );
        }

        return true;
    }

    private sealed record Ready(Letter Letter, SealedLetter Sealed);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The letter {Letter} to {Agency} cannot be sealed: {Fault}")]
        public static partial void LetterCannotBeSealed(ILogger logger, MessageId letter, string agency, string fault);
    }
}
