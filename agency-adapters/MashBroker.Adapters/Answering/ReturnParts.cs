using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;

namespace MashBroker.Adapters.Answering;

/// <summary>Divides answers over as many letters as they need: a letter has a size limit.</summary>
internal static class ReturnParts
{
    // Room for the head and what stands beside the answers; letters are JSON before they are sealed.
    private const int MostPerPart = LetterJson.SizeLimit * 3 / 4;

    public static IReadOnlyList<IReadOnlyList<Answer>> Of(IReadOnlyList<Answer> answers)
    {
        var parts = new List<List<Answer>>();
        var room = 0;
        foreach (var answer in answers.Select(Fitting))
        {
            var size = Size(answer);
            if (parts.Count == 0 || size > room)
            {
                parts.Add([]);
                room = MostPerPart;
            }

            parts[^1].Add(answer);
            room -= size;
        }

        return parts;
    }

    /// <summary>More of one person than a letter can hold is a fault of the system, as too many records are.</summary>
    private static Answer Fitting(Answer answer) =>
        Size(answer) <= MostPerPart
            ? answer
            : new Answer
            {
                Subject = answer.Subject,
                Kind = AnswerKind.CannotLook,
                Reason = "What is held of this person is more than one letter can carry. Ask the agency by telephone.",
                Match = new MatchEvidence { Outcome = MatchOutcome.None },
            };

    private static int Size(Answer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, MashJson.Options).Length;
}
