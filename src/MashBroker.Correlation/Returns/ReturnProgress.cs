using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Returns;

namespace MashBroker.Correlation.Returns;

/// <summary>What an agency has answered so far, whatever the order in which its parts came.</summary>
/// <param name="Answer">Over the newest revision of each part.</param>
/// <param name="Parts">Different parts received.</param>
/// <param name="Complete">The final part is here, and every part before it.</param>
internal sealed record ReturnProgress(AnswerKind Answer, int Parts, bool Complete)
{
    public static ReturnProgress Of(IEnumerable<ReturnPart> received)
    {
        var newest = received
            .GroupBy(part => part.Part)
            .Select(revisions => revisions.MaxBy(part => part.Revision)!)
            .OrderBy(part => part.Part)
            .ToArray();
        // Parts are counted from 1 without gaps, so the final one's number says how many there must be.
        var final = newest.FirstOrDefault(part => part.Final);
        return new ReturnProgress(
            AnswerKinds.Overall(newest.Select(part => part.Answer)),
            newest.Length,
            final is not null && newest.Count(part => part.Part <= final.Part) == final.Part
        );
    }
}
