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
        foreach (var subject in subjects)
        {
            answers.Add(await search.AskAsync(subject, (Request)work.Request.Body, cancellation));
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
        for (var at = work.PartsStored; at < subjects.Count; at++)
        {
            var answer = await search.AskAsync(subjects[at], (Request)work.Request.Body, cancellation);
            CrashPoint.At(CrashPoint.AdapterAfterLookup);
            var last = at == subjects.Count - 1;
            var number = work.NextPart + at - work.PartsStored;
            var part = Seal(work, ReturnParts.Of([answer])[0], number, final: last);
            if (!await StoreAsync(work, [part], last, cancellation))
            {
                return false;
            }
        }

        return true;
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
