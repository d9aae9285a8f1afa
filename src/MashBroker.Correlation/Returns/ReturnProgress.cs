using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Returns;

namespace MashBroker.Correlation.Returns;

/// <summary>What an agency has answered so far, whatever the order in which its parts came.</summary>
/// <param name="Answer">Over the newest revision of each part.</param>
/// <param name="Parts">Different parts received.</param>
/// <param name="Complete">For everything that was asked the final part is here, and every part before it.</param>
internal sealed record ReturnProgress(AnswerKind Answer, int Parts, bool Complete)
{
    /// <param name="questions">Amendments that asked about more people after the request, in any order.</param>
    public static ReturnProgress Of(IEnumerable<ReturnPart> received, params IReadOnlyCollection<MessageId> questions)
    {
        var all = received.ToArray();
        var newest = Newest(all.GroupBy(part => part.Part)).ToArray();
        // An agency may give the number of a part again when it answers something else: each answer has its own newest.
        var finals = Newest(all.GroupBy(part => (part.Answers, part.Part))).Where(part => part.Final).ToLookup(Asked);
        MessageId[] asked = [default, .. questions];
        // Parts are counted from 1 without gaps over all that was asked, so the last final one's number says how many there
        // must be.
        var last = asked.Select(letter => finals[letter].Min(part => (int?)part.Part)).ToArray();
        return new ReturnProgress(
            AnswerKinds.Overall(newest.Select(part => part.Answer)),
            newest.Length,
            last.All(part => part is not null) && newest.Count(part => part.Part <= last.Max()) == last.Max()
        );
    }

    /// <summary>Of what is on record; a question whose final part is there is marked as answered.</summary>
    public static async Task<ReturnProgress> NoteAsync(LedgerTransaction ledger, RequestRow request)
    {
        var parts = await ReturnStore.PartsOfAsync(ledger, request.Id);
        var questions = await QuestionStore.OfRequestAsync(ledger, request.Id);
        if (questions.Count == 0)
        {
            return Of(parts);
        }

        foreach (var question in questions.Where(each => each.AnsweredAt is null))
        {
            if (parts.Any(part => part.Final && part.Answers == question.LetterId))
            {
                await QuestionStore.MarkAnsweredAsync(ledger, question.LetterId);
            }
        }

        // Asked anew about somebody, it is the later answer that counts, and of whom it speaks stands in the content alone.
        var received = (await ReturnStore.OfEnquiryAsync(ledger, request.EnquiryReference))
            .Where(row => row.RequestId == request.Id)
            .GroupBy(row => row.Part)
            .Select(revisions => revisions.MaxBy(row => row.Revision)!)
            .Select(row =>
                (
                    questions.FirstOrDefault(question => question.LetterId == row.Answers)?.Number ?? 0,
                    JsonSerializer.Deserialize<Return>(row.Content, MashJson.Options)!
                )
            )
            .ToArray();
        return Of(parts, [.. questions.Select(question => question.LetterId)]) with
        {
            Answer = AnsweredAnew.Overall(received),
        };
    }

    // No letter has the id that is not set: it stands for the request itself.
    private static MessageId Asked(ReturnPart part) => part.Answers ?? default;

    private static IEnumerable<ReturnPart> Newest<TKey>(IEnumerable<IGrouping<TKey, ReturnPart>> parts) =>
        parts.Select(revisions => revisions.MaxBy(part => part.Revision)!);
}
