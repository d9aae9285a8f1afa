using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Messaging;
using MashBroker.Sealing;
using Microsoft.Extensions.Logging;

namespace MashBroker.Correlation.Returns;

/// <summary>
/// Takes what agencies send: opens it, has it recorded, and only then lets the broker forget it. Deliveries that wait
/// together share a commit.
/// </summary>
internal sealed partial class ReturnConsumer(
    Opener opener,
    LedgerGroup ledger,
    ReturnIntake intake,
    PackBell bell,
    ILogger<ReturnConsumer> logger
) : ISealedConsumer
{
    private static readonly HashSet<LetterType> Taken =
    [
        LetterType.Receipt,
        LetterType.Return,
        LetterType.Heartbeat,
        LetterType.PurgeCertificate,
    ];

    public async Task ConsumeAsync(SealedDelivery delivery, CancellationToken cancellation)
    {
        var opening = opener.Open(delivery.Body, Taken);
        CrashPoint.At(CrashPoint.CorrelationAfterOpen);
        var taken = await ledger.WriteAsync(
            transaction => intake.RecordAsync(transaction, delivery, opening),
            cancellation
        );
        Tell(taken, delivery.Lane);
        if (taken.Kind is IntakeKind.Return or IntakeKind.LastReturn)
        {
            bell.Ring();
        }

        CrashPoint.At(CrashPoint.CorrelationBeforeAck);
    }

    private void Tell(Intake taken, Lane lane)
    {
        switch (taken.Kind)
        {
            case IntakeKind.Refused:
                Log.MessageRefused(logger, lane, taken.Agency, taken.Fault);
                break;
            case IntakeKind.Return or IntakeKind.LastReturn:
                Log.ReturnRecorded(logger, taken.Enquiry, taken.Agency, taken.Late);
                break;
            case IntakeKind.Duplicate:
                Log.DuplicateReceived(logger, taken.Enquiry, taken.Agency);
                break;
            case IntakeKind.Receipt:
                Log.RequestReceipted(logger, taken.Enquiry, taken.Agency);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Message refused on {Lane}, signed by {Agency}: {Fault}")]
        public static partial void MessageRefused(ILogger logger, Lane lane, string? agency, string? fault);

        [LoggerMessage(LogLevel.Information, "Return recorded: {Enquiry}, {Agency}, late {Late}")]
        public static partial void ReturnRecorded(ILogger logger, EnquiryReference? enquiry, string? agency, bool late);

        [LoggerMessage(LogLevel.Debug, "Came again, its answer is repeated: {Enquiry}, {Agency}")]
        public static partial void DuplicateReceived(ILogger logger, EnquiryReference? enquiry, string? agency);

        [LoggerMessage(LogLevel.Debug, "Request receipted: {Enquiry}, {Agency}")]
        public static partial void RequestReceipted(ILogger logger, EnquiryReference? enquiry, string? agency);
    }
}
