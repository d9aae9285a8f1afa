using MashBroker.Adapters.Inbox;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Answering;

/// <summary>Takes work from the inbox, Red before Green and the earlier due first, a few at a time.</summary>
internal sealed partial class AnswerWorker(
    Answerer answerer,
    InboxStore inbox,
    AdapterSignals signals,
    IOptions<AdapterOptions> options,
    TimeProvider clock,
    ILogger<AnswerWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan LongestUnwatched = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(5);

    private readonly string _agency = options.Value.Agency;

    // One place more than these, for Red alone: slow searches for Green must not fill them all.
    private readonly int _places = options.Value.RequestsAtATime;
    private readonly Lock _lock = new();
    private readonly Dictionary<MessageId, Task> _inHand = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await BeginNextAsync(stoppingToken))
                {
                    // Each that begins may leave room for another.
                }

                await signals.Work.WaitAsync(await UnwatchedAsync(stoppingToken), clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            // A full disk heals; an adapter that stopped looking does not.
            catch (Exception exception)
            {
                Log.CouldNotLook(logger, _agency, exception.GetType().Name);
                await PauseAsync(stoppingToken);
            }
        }

        await Task.WhenAll(InHand().Values);
    }

    private async Task<bool> BeginNextAsync(CancellationToken stopping)
    {
        var inHand = InHand();
        if (inHand.Count > _places)
        {
            return false;
        }

        var redOnly = inHand.Count == _places;
        if (await inbox.NextWorkAsync(inHand.Keys, redOnly, stopping) is { } work)
        {
            Begin(work, stop => answerer.AnswerAsync(work, stop), stopping);
            return true;
        }

        if (await inbox.NextAgainAsync(inHand.Keys, redOnly, stopping) is { } again)
        {
            Begin(again.Work, stop => answerer.LookAgainAsync(again, stop), stopping);
            return true;
        }

        return false;
    }

    private void Begin(Work work, Func<CancellationToken, Task<bool>> answer, CancellationToken stopping)
    {
        var request = work.Asking.Head.Request!.Value;
        lock (_lock)
        {
            _inHand[request] = Task.CompletedTask;
            _inHand[request] = Task.Run(() => AnswerAsync(work, request, answer, stopping), CancellationToken.None);
        }
    }

    // With every place taken, what is due waits for one to be left, which rings.
    private async Task<TimeSpan> UnwatchedAsync(CancellationToken stopping)
    {
        if (await inbox.NextAgainAtAsync(stopping) is not { } at)
        {
            return LongestUnwatched;
        }

        var until = at - clock.GetUtcNow();
        return until > TimeSpan.Zero && until < LongestUnwatched ? until : LongestUnwatched;
    }

    private async Task AnswerAsync(
        Work work,
        MessageId request,
        Func<CancellationToken, Task<bool>> answer,
        CancellationToken stopping
    )
    {
        var head = work.Asking.Head;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        signals.Begin(request, head.Enquiry, stop);
        try
        {
            if (await answer(stop.Token))
            {
                Log.Answered(logger, _agency, head.Type, head.Id.Value, head.Enquiry?.ToString());
            }
            else
            {
                Log.NoLongerWanted(logger, _agency, head.Id.Value, head.Enquiry?.ToString());
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Log.NoLongerWanted(logger, _agency, head.Id.Value, head.Enquiry?.ToString());
        }
        // The work stays in the inbox and is tried again; nothing may end the worker.
        catch (Exception exception)
        {
            Log.Failed(logger, _agency, head.Id.Value, head.Enquiry?.ToString(), exception.GetType().Name);
            await PauseAsync(stopping);
        }
        finally
        {
            signals.End(request);
            lock (_lock)
            {
                _inHand.Remove(request);
            }

            signals.Work.Ring();
        }
    }

    private Dictionary<MessageId, Task> InHand()
    {
        lock (_lock)
        {
            return new Dictionary<MessageId, Task>(_inHand);
        }
    }

    private async Task PauseAsync(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(PauseAfterFault, clock, stopping);
        }
        catch (OperationCanceledException)
        {
            // The loop sees that it is to stop.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Agency}: {Type} {MessageId} of {Enquiry} is answered")]
        public static partial void Answered(
            ILogger logger,
            string agency,
            LetterType type,
            Guid messageId,
            string? enquiry
        );

        [LoggerMessage(LogLevel.Information, "{Agency}: {MessageId} of {Enquiry} has no new answer")]
        public static partial void NoLongerWanted(ILogger logger, string agency, Guid messageId, string? enquiry);

        [LoggerMessage(
            LogLevel.Error,
            "{Agency}: {MessageId} of {Enquiry} could not be answered ({Fault}) and is tried again"
        )]
        public static partial void Failed(ILogger logger, string agency, Guid messageId, string? enquiry, string fault);

        [LoggerMessage(LogLevel.Error, "{Agency}: the inbox could not be read ({Fault}) and is tried again")]
        public static partial void CouldNotLook(ILogger logger, string agency, string fault);
    }
}
