using System.Runtime.CompilerServices;
using MashBroker.Adapters.Inbox;
using MashBroker.Adapters.Search;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Answering;

/// <summary>Answers one request or amendment: searches each person, seals the return, stores it where the sender finds it.</summary>
internal sealed class Answerer(
    IAgencyRecords records,
    SubjectSearch search,
    AgencyLetters letters,
    InboxStore inbox,
    AdapterSignals signals,
    IOptions<AdapterOptions> options,
    TimeProvider clock
)
{
    // More would be hard on a records system that has officers to serve as well.
    private const int PeopleAtATime = 2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly AdapterOptions _options = options.Value;

    /// <returns>False when the request was withdrawn or purged meanwhile.</returns>
    public Task<bool> AnswerAsync(Work work, CancellationToken cancellation)
    {
        var subjects = SubjectsOf(work);
        return _options.AnswerInParts
            ? InPartsAsync(work, subjects, cancellation)
            : AtOnceAsync(work, subjects, cancellation);
    }

    /// <summary>
    /// Looks again for people who could not be looked for, and sends the part anew once more of them could: what the hub has
    /// is the agency's answer until then.
    /// </summary>
    /// <returns>False when there is nothing new to say.</returns>
    public async Task<bool> LookAgainAsync(LookAgain again, CancellationToken cancellation)
    {
        var (work, before) = (again.Work, again.Unlooked);
        var subjects = SubjectsOf(work).Where(subject => before.Subjects.Contains(subject.Code)).ToList();
        var found = new Dictionary<string, Answer>(StringComparer.Ordinal);
        // Those first that are missing: while the system is still away, nobody else is asked for again.
        foreach (var subject in subjects.OrderBy(subject => before.NotLooked.Contains(subject.Code) ? 0 : 1))
        {
            if (!before.NotLooked.Contains(subject.Code) && found.Values.All(IsUnlooked))
            {
                break;
            }

            found[subject.Code] = await search.AskAsync(subject, (Request)work.Request.Body, cancellation);
        }

        CrashPoint.At(CrashPoint.AdapterAfterLookup);
        if (found.Count < subjects.Count)
        {
            return await PostponeAsync(again, cancellation);
        }

        var parts = ReturnParts.Of([.. subjects.Select(subject => found[subject.Code])]);
        var still = parts.SelectMany(part => part).Where(IsUnlooked).Select(answer => answer.Subject).ToHashSet();
        if (!still.IsProperSubsetOf(before.NotLooked))
        {
            return await PostponeAsync(again, cancellation);
        }

        // What no longer fits into the part goes into parts after the last; then the last of those is the final one.
        var revised = parts
            .Select(
                (answers, at) =>
                    (
                        Answers: answers,
                        Number: at == 0 ? before.Part : work.NextPart + at - 1,
                        Final: parts.Count == 1 ? before.Final : at == parts.Count - 1
                    )
            )
            .ToList();
        var stored = await inbox.StoreRevisionAsync(
            again,
            [.. revised.Select(part => Seal(work, part.Answers, part.Number, part.Final))],
            [.. revised.SelectMany(part => Unlooked(part.Answers, part.Number, part.Final))],
            NextLook(again.Tries + 1),
            cancellation
        );
        CrashPoint.At(CrashPoint.AdapterAfterReturnStored);
        if (stored)
        {
            signals.Sending(work.Rating).Ring();
        }

        return stored;
    }

    private async Task<bool> PostponeAsync(LookAgain again, CancellationToken cancellation)
    {
        await inbox.PostponeAgainAsync(again, NextLook(again.Tries + 1), cancellation);
        return false;
    }

    private DateTimeOffset NextLook(int tries)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(tries, 10));
        return clock.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
    }

    private static IReadOnlyList<Subject> SubjectsOf(Work work) =>
        work.Asking.Body is Amendment amendment ? amendment.Subjects : ((Request)work.Asking.Body).Subjects;

    private static bool IsUnlooked(Answer answer) => answer.Kind == AnswerKind.CannotLook;

    private static IEnumerable<Unlooked> Unlooked(IReadOnlyList<Answer> answers, int part, bool final)
    {
        var notLooked = answers.Where(IsUnlooked).Select(answer => answer.Subject).ToList();
        return notLooked.Count == 0
            ? []
            : [new Unlooked(part, final, [.. answers.Select(answer => answer.Subject)], notLooked)];
    }

    private async Task<bool> AtOnceAsync(Work work, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var answers = new List<Answer>();
        await foreach (var answer in SearchAsync(work, subjects, 0, cancellation))
        {
            answers.Add(answer);
        }

        CrashPoint.At(CrashPoint.AdapterAfterLookup);
        var parts = ReturnParts.Of(answers);
        return await StoreAsync(
            work,
            [.. parts.Select((answers, at) => (answers, work.NextPart + at, at == parts.Count - 1))],
            last: true,
            cancellation
        );
    }

    private async Task<bool> InPartsAsync(Work work, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        // A run that was cut short has stored the first of them.
        var at = work.PartsStored;
        await foreach (var answer in SearchAsync(work, subjects, at, cancellation))
        {
            CrashPoint.At(CrashPoint.AdapterAfterLookup);
            var last = at == subjects.Count - 1;
            var number = work.NextPart + at - work.PartsStored;
            if (!await StoreAsync(work, [(ReturnParts.Of([answer])[0], number, last)], last, cancellation))
            {
                return false;
            }

            at++;
        }

        return true;
    }

    /// <summary>Answers in the order of the subjects; the next person is looked for while this one's answer is written.</summary>
    private async IAsyncEnumerable<Answer> SearchAsync(
        Work work,
        IReadOnlyList<Subject> subjects,
        int first,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ahead = new Queue<Task<Answer>>();
        var next = first;
        try
        {
            while (true)
            {
                while (next < subjects.Count && ahead.Count < PeopleAtATime)
                {
                    ahead.Enqueue(search.AskAsync(subjects[next++], (Request)work.Request.Body, stop.Token));
                }

                if (!ahead.TryPeek(out var nearest))
                {
                    yield break;
                }

                var answer = await nearest;
                _ = ahead.Dequeue();
                yield return answer;
            }
        }
        finally
        {
            // Nobody wants the rest: the request was withdrawn, or the adapter stops.
            await stop.CancelAsync();
            await Task.WhenAll((IEnumerable<Task>)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> StoreAsync(
        Work work,
        IReadOnlyList<(IReadOnlyList<Answer> Answers, int Number, bool Final)> parts,
        bool last,
        CancellationToken cancellation
    )
    {
        var stored = await inbox.StoreReturnAsync(
            work.Asking.Head.Id,
            [.. parts.Select(part => Seal(work, part.Answers, part.Number, part.Final))],
            last,
            [.. parts.SelectMany(part => Unlooked(part.Answers, part.Number, part.Final))],
            NextLook(0),
            cancellation
        );
        CrashPoint.At(CrashPoint.AdapterAfterReturnStored);
        if (stored)
        {
            signals.Sending(work.Rating).Ring();
        }

        return stored;
    }

    private OutgoingLetter Seal(Work work, IReadOnlyList<Answer> answers, int part, bool final) =>
        letters.Return(
            new Return
            {
                Part = part,
                Final = final,
                Kind = AnswerKinds.Overall(answers.Select(answer => answer.Kind)),
                SearchedAt = clock.GetUtcNow(),
                SystemsSearched = answers.All(answer => answer.Kind == AnswerKind.CannotLook) ? [] : [records.System],
                Answers = answers,
                Headline = Headline.Of(answers),
                Restrictions = ((Request)work.Request.Body).DoNotInformFamily ? ["not-to-family"] : [],
                AuthorisedBy = $"The adapter of {_options.Agency}, on the agency's standing authority",
                AdapterVersion = AgencySeat.Version,
            },
            work
        );
}
