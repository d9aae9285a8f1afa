using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Decisions;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Returns;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Vault;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MashBroker.Correlation.Packs;

/// <summary>Assembles each pack that is due, in the transaction that finds it still due: two of us write one version.</summary>
internal sealed partial class PackKeeper(
    Ledger.Ledger ledger,
    PackBell bell,
    HubProfile profile,
    DecisionFreeze freeze,
    IOptions<CorrelationOptions> options,
    TimeProvider clock,
    ILogger<PackKeeper> logger
) : LedgerWorker(bell.Interest, logger)
{
    // One enquiry that cannot be assembled must neither stop the others nor fill the log.
    private readonly SetAside<EnquiryReference> _failed = new(TimeSpan.FromMinutes(1));

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var most = options.Value.PacksAtOnce + _failed.Count;
        var now = clock.GetUtcNow();
        var due = await ledger.ReadAsync(session => PackStore.DueAsync(session, now, most), cancellation);
        var ready = due.Where(each => !_failed.Holds(each.Reference)).ToArray();
        foreach (var each in ready)
        {
            await TryAssembleAsync(each.Reference, cancellation);
        }

        return ready.Length > 0 ? TimeSpan.Zero : Interval;
    }

    private async Task TryAssembleAsync(EnquiryReference enquiry, CancellationToken cancellation)
    {
        try
        {
            CrashPoint.At(CrashPoint.CorrelationBeforePack);
            var version = await ledger.WriteAsync(transaction => AssembleAsync(transaction, enquiry), cancellation);
            _failed.Remove(enquiry);
            if (version is { } written)
            {
                Log.PackAssembled(logger, enquiry, written);
            }
        }
        catch (Exception fault)
            when (fault
                    is JsonException
                        or LedgerException
                        or VaultException
                        or InvalidOperationException
                        or NoCertificateException
            )
        {
            _failed.Add(enquiry);
            Log.PackFailed(logger, enquiry, fault.GetType().Name);
        }
    }

    private async Task<int?> AssembleAsync(LedgerTransaction transaction, EnquiryReference reference)
    {
        var due = await PackStore.DueAsync(transaction, transaction.Now, 1, only: reference);
        if (due.Count == 0)
        {
            return null;
        }

        var enquiry = (await EnquiryStore.FindAsync(transaction, reference))!;
        var returns = await ReturnStore.OfEnquiryAsync(transaction, reference);
        var contact = (await ContactStore.FindAsync(transaction, enquiry.ContactReference))!;
        var requests = await EnquiryStore.EveryRequestOfAsync(transaction, reference);
        var (entries, heldBack) = await HeldBack.FromAsync(
            transaction,
            contact,
            await CaseFile.ReadAsync(transaction, contact.Reference)
        );
        var source = new PackSource
        {
            HubName = profile.Name,
            Zone = profile.Zone,
            Reason = due[0].Reason,
            Now = transaction.Now,
            Enquiry = enquiry,
            Content = EnquiryContent.Read(enquiry.Content),
            Requests = [.. requests.Where(request => request.ReplacedAt is null)],
            Earlier = [.. requests.Where(request => request.ReplacedAt is not null)],
            Questions = await QuestionStore.OfEnquiryAsync(transaction, reference),
            Case = entries,
            HeldBack = heldBack,
            Returns = [.. returns.Select(row => new ReceivedReturn(row, BodyOf(row)))],
            Sharing = SharingRecord.Of(entries.Select(entry => entry.Statement), ContactContent.Read(contact.Content)),
        };
        return source.Reason switch
        {
            PackReason.Decided => await freeze.FreezeAsync(transaction, source),
            PackReason.Addendum => await freeze.AddAsync(transaction, source),
            _ => await freeze.WriteAsync(transaction, source),
        };
    }

    private static Return BodyOf(ReturnRow row) =>
        JsonSerializer.Deserialize<Return>(row.Content, MashJson.Options)
        ?? throw new LedgerException("The ledger holds a return without content. Restore the last backup.");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Pack assembled: {Enquiry}, version {Version}")]
        public static partial void PackAssembled(ILogger logger, EnquiryReference enquiry, int version);

        [LoggerMessage(LogLevel.Error, "The pack of {Enquiry} cannot be assembled: {Fault}")]
        public static partial void PackFailed(ILogger logger, EnquiryReference enquiry, string fault);
    }
}
