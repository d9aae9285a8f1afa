using MashBroker.Adapters.Inbox;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MashBroker.Adapters.Sending;

/// <summary>
/// Sends what the inbox holds until the transport confirms it, and returns again until the hub has receipted them: the same
/// bytes each time. One loop for each rating, so that a Red never waits behind a lane that is stuck.
/// </summary>
internal sealed partial class LetterSender(
    MashBus bus,
    AgencySeat seat,
    InboxStore inbox,
    AdapterSignals signals,
    TimeProvider clock,
    ILogger<LetterSender> logger
) : BackgroundService
{
    private const int AtATime = 16;
    private static readonly TimeSpan LongestUnwatched = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>A return without the hub's receipt goes again after this time.</summary>
    private static readonly TimeSpan ReceiptAwaited = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Task[] loops =
        [
            SendAsync(Rating.Red, stoppingToken),
            SendAsync(Rating.Amber, stoppingToken),
            SendAsync(Rating.Green, stoppingToken),
            SendAgainAsync(stoppingToken),
        ];
        await Task.WhenAll(loops);
    }

    private async Task SendAsync(Rating rating, CancellationToken stopping)
    {
        var lane = Lane.Returns(seat.Hub, rating, seat.Agency);
        var pause = FirstPause;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await SendSomeAsync(lane, rating, stopping))
                {
                    pause = FirstPause;
                    continue;
                }

                pause = FirstPause;
                await signals.Sending(rating).WaitAsync(LongestUnwatched, clock, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            // The broker may be away, the disk full: the letters wait in the inbox until they can go.
            catch (Exception exception)
            {
                Log.NotSent(logger, seat.Agency, lane.Name, exception.GetType().Name, (int)pause.TotalSeconds);
                if (!await PausedAsync(pause, stopping))
                {
                    return;
                }

                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task<bool> SendSomeAsync(Lane lane, Rating rating, CancellationToken stopping)
    {
        var letters = await inbox.UnsentAsync(rating, AtATime, stopping);
        if (letters.Count == 0)
        {
            return false;
        }

        var sending = letters.ToDictionary(
            letter => letter,
            letter => bus.SendAsync(lane, letter.Body, letter.Id, stopping)
        );
        try
        {
            await Task.WhenAll(sending.Values);
        }
        finally
        {
            if (letters.Any(letter => letter.Type == LetterType.Return && sending[letter].IsCompletedSuccessfully))
            {
                CrashPoint.At(CrashPoint.AdapterAfterReturnSent);
            }

            // Those that went, went: the others alone are sent again. Not cancelled at a stop: what is confirmed is noted.
            var confirmed = letters
                .Where(letter => sending[letter].IsCompletedSuccessfully)
                .Select(letter => letter.Id);
            await inbox.MarkSentAsync([.. confirmed], CancellationToken.None);
        }

        return true;
    }

    private async Task SendAgainAsync(CancellationToken stopping)
    {
        // At start all of them: the hub may have lost what was on its lanes, and so may an in-memory transport.
        var patience = TimeSpan.Zero;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var released = await inbox.ReleaseUnacknowledgedAsync(clock.GetUtcNow() - patience, stopping);
                if (released > 0)
                {
                    Log.SendingAgain(logger, seat.Agency, released);
                    signals.RingSending();
                }

                patience = ReceiptAwaited;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            // As above: whatever it is, it is tried again at the next round.
            catch (Exception exception)
            {
                Log.NotReleased(logger, seat.Agency, exception.GetType().Name);
            }

            if (!await PausedAsync(ReceiptAwaited, stopping))
            {
                return;
            }
        }
    }

    private async Task<bool> PausedAsync(TimeSpan pause, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(pause, clock, stopping);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Agency}: letters on {Lane} not confirmed ({Fault}); again in {Seconds} s")]
        public static partial void NotSent(ILogger logger, string agency, string lane, string fault, int seconds);

        [LoggerMessage(LogLevel.Information, "{Agency}: {Count} returns without the hub's receipt go again")]
        public static partial void SendingAgain(ILogger logger, string agency, int count);

        [LoggerMessage(LogLevel.Error, "{Agency}: returns without receipt could not be looked for ({Fault})")]
        public static partial void NotReleased(ILogger logger, string agency, string fault);
    }
}
