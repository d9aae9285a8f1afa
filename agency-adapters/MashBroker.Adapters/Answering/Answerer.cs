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

    private readonly AdapterOptions _options = options.Value;

    /// <returns>False when the request was withdrawn or purged meanwhile.</returns>
    public Task<bool> AnswerAsync(Work work, CancellationToken cancellation)
    {
        var subjects = work.Asking.Body is Amendment amendment
            ? amendment.Subjects
            : ((Request)work.Asking.Body).Subjects;
        return _options.AnswerInParts
            ? InPartsAsync(work, subjects, cancellation)
            : AtOnceAsync(work, subjects, cancellation);
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
            [.. parts.Select((part, at) => Seal(work, part, work.NextPart + at, final: at == parts.Count - 1))],
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
            var part = Seal(work, ReturnParts.Of([answer])[0], number, final: last);
            if (!await StoreAsync(work, [part], last, cancellation))
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
        IReadOnlyList<OutgoingLetter> parts,
        bool last,
        CancellationToken cancellation
    )
    {
        var stored = await inbox.StoreReturnAsync(work.Asking.Head.Id, parts, last, cancellation);
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
