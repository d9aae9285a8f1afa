using MashBroker.Adapters.Heartbeats;
using MashBroker.Adapters.Minimising;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Search;

/// <summary>Looks for one person in the agency's records and says what came of it, in one of the five answers.</summary>
internal sealed partial class SubjectSearch(
    IAgencyRecords records,
    RecordsProbe probe,
    IOptions<AdapterOptions> options,
    TimeProvider clock,
    ILogger<SubjectSearch> logger
)
{
    private const string NothingAskedFor =
        "The person is known here; nothing is held of the kinds and the time asked about.";

    private readonly AdapterOptions _options = options.Value;

    public async Task<Answer> AskAsync(Subject subject, Request request, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(_options.SearchTimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await SearchAsync(subject, request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Log.TimedOut(logger, _options.Agency, records.System, _options.SearchTimeoutSeconds);
            return CannotLook(
                subject,
                $"{records.System} did not answer within {_options.SearchTimeoutSeconds} seconds."
            );
        }
        catch (RecordsUnavailableException exception)
        {
            probe.NoteUnreachable();
            Log.Unavailable(logger, _options.Agency, records.System, exception.Message);
            return CannotLook(subject, exception.Message);
        }
        // Whatever an agency's system made the adapter stumble over, it is no proof that nothing is known. The text of the
        // exception may hold what a record says, so its type alone is told.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Stumbled(logger, _options.Agency, records.System, exception.GetType().Name);
            return CannotLook(subject, $"{records.System} gave an answer that the adapter could not read.");
        }
    }

    private async Task<Answer> SearchAsync(Subject subject, Request request, CancellationToken cancellation)
    {
        var candidates = await AgainAsync(() => records.FindAsync(subject, cancellation), cancellation);
        if (candidates.Count > _options.MostRecordsPerPerson)
        {
            return CannotLook(subject, TooMany("people who may be this one"));
        }

        var finding = PersonMatcher.Find(subject, candidates, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return finding.Evidence.Outcome switch
        {
            MatchOutcome.Match => await ReadAsync(subject, request, finding, cancellation),
            MatchOutcome.None => new Answer
            {
                Subject = subject.Code,
                Kind = AnswerKind.NothingKnown,
                Match = finding.Evidence,
            },
            _ => new Answer
            {
                Subject = subject.Code,
                Kind = AnswerKind.NeedMoreDetails,
                Reason = WhatIsNeeded.Of(subject, finding),
                Match = finding.Evidence,
            },
        };
    }

    private async Task<Answer> ReadAsync(
        Subject subject,
        Request request,
        MatchFinding finding,
        CancellationToken cancellation
    )
    {
        var read = new List<AgencyRecord>();
        foreach (var person in finding.Candidates)
        {
            var held = await AgainAsync(() => records.ReadAsync(person, subject, cancellation), cancellation);
            if (held.Restriction is { } ground)
            {
                return new Answer
                {
                    Subject = subject.Code,
                    Kind = AnswerKind.Refused,
                    Reason = ground,
                    Match = finding.Evidence,
                };
            }

            read.AddRange(held.Records);
        }

        if (read.Count > _options.MostRecordsPerPerson)
        {
            return CannotLook(subject, TooMany("records of this person"));
        }

        if (read.Any(IsNotARecord))
        {
            return CannotLook(subject, $"{records.System} holds a record without kind, summary or source.");
        }

        var may = Minimiser.Cut(read, request);
        return new Answer
        {
            Subject = subject.Code,
            Kind = AnswerKind.Held,
            Reason = may.Count == 0 ? NothingAskedFor : null,
            Match = finding.Evidence,
            Records = may,
        };
    }

    // A system that is just restarting is not down; one that stays away is. Task.Run, because a driver that blocks would
    // otherwise hold the timeout up; WaitAsync, because one that ignores cancellation would too.
    private async Task<T> AgainAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        for (var time = 0; ; time++)
        {
            try
            {
                return await Task.Run(ask, cancellation).WaitAsync(cancellation);
            }
            catch (RecordsUnavailableException) when (time < _options.SearchRepeats)
            {
                var pause = TimeSpan.FromMilliseconds(_options.SearchPauseMilliseconds * Math.Pow(2, time));
                await Task.Delay(pause, clock, cancellation);
            }
        }
    }

    private string TooMany(string what) => $"{records.System} found more than {_options.MostRecordsPerPerson} {what}.";

    private static bool IsNotARecord(AgencyRecord record) =>
        string.IsNullOrWhiteSpace(record.Kind)
        || string.IsNullOrWhiteSpace(record.Summary)
        || string.IsNullOrWhiteSpace(record.Source.System);

    private static Answer CannotLook(Subject subject, string fault) =>
        new()
        {
            Subject = subject.Code,
            Kind = AnswerKind.CannotLook,
            Reason = fault,
            Match = new MatchEvidence { Outcome = MatchOutcome.None },
        };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Agency}: {System} did not answer within {Seconds} s")]
        public static partial void TimedOut(ILogger logger, string agency, string system, int seconds);

        [LoggerMessage(LogLevel.Warning, "{Agency}: {System} could not be searched: {Fault}")]
        public static partial void Unavailable(ILogger logger, string agency, string system, string fault);

        [LoggerMessage(LogLevel.Error, "{Agency}: the adapter stumbled over an answer of {System} ({Type})")]
        public static partial void Stumbled(ILogger logger, string agency, string system, string type);
    }
}
