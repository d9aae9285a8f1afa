using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
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

    // No letter has the id that is not set: it stands for the request itself.
    private static MessageId Asked(ReturnPart part) => part.Answers ?? default;

    private static IEnumerable<ReturnPart> Newest<TKey>(IEnumerable<IGrouping<TKey, ReturnPart>> parts) =>
        parts.Select(revisions => revisions.MaxBy(part => part.Revision)!);
}
