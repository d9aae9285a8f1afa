using MashBroker.Adapters.Inbox;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using Microsoft.Extensions.Logging;

namespace MashBroker.Adapters.Receiving;

/// <summary>
/// Keeps what the hub says of the end of its record of acts, and says aloud when that record is not the one it was. The same head
/// comes with heartbeat after heartbeat; only what is new costs a write.
/// </summary>
internal sealed partial class AuditWatch(AgencySeat seat, InboxStore inbox, ILogger<AuditWatch> logger)
{
    private volatile AuditHead? _last;

    public async Task KeepAsync(AuditHead? head, CancellationToken cancellation)
    {
        if (head is null || head == _last)
        {
            return;
        }

        // Kept to be shown to others one day, so its own signature must hold: the letter's would not be there then.
        if (
            seat.Opener.OpenStatement(Convert.FromBase64String(head.Statement)) is not { } statement
            || statement.Signer != new Party(seat.Hub, Party.HubName)
            || AuditHeadStatement.Read(statement.Content.Span) is not { } said
            || !said.Says(head)
        )
        {
            Log.NotSigned(logger, seat.Agency, head.Sequence);
            return;
        }

        switch (await inbox.KeepHeadAsync(head, statement.Certificate, cancellation))
        {
            case HeadKept.ContradictsAnother:
                Log.Contradicted(logger, seat.Agency, head.Sequence, head.At);
                break;
            case HeadKept.WentBack:
                Log.WentBack(logger, seat.Agency, head.Sequence, head.At);
                break;
            case HeadKept.OfAnotherChain:
                Log.AnotherChain(logger, seat.Agency, head.Chain);
                break;
        }

        _last = head;
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Critical,
            "{Agency}: security: the hub's record of acts was written anew: row {Sequence} (signed {At:u}) has another hash than the hub signed before. "
                + "Both are kept: export them with 'audit-heads' and tell your information officer"
        )]
        public static partial void Contradicted(ILogger logger, string agency, long sequence, DateTimeOffset at);

        [LoggerMessage(
            LogLevel.Critical,
            "{Agency}: security: the hub's record of acts has become shorter: it ends at row {Sequence} (signed {At:u}). The hub restored an older "
                + "backup or rows were taken away: ask it which"
        )]
        public static partial void WentBack(ILogger logger, string agency, long sequence, DateTimeOffset at);

        [LoggerMessage(
            LogLevel.Critical,
            "{Agency}: security: the hub's record of acts is another one ({Chain}) than before: ask the hub why it has a new ledger"
        )]
        public static partial void AnotherChain(ILogger logger, string agency, string chain);

        [LoggerMessage(
            LogLevel.Critical,
            "{Agency}: security: the head of row {Sequence} of the hub's record of acts does not bear the hub's signature; it was not kept"
        )]
        public static partial void NotSigned(ILogger logger, string agency, long sequence);
    }
}
