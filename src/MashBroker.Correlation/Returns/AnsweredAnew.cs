using MashBroker.Contracts.Letters;

namespace MashBroker.Correlation.Returns;

/// <summary>
/// An agency that was asked anew about a person has said two things of them. The answer to the later question counts, and both
/// are kept; a later one that could not look takes nothing away from what was said before.
/// </summary>
internal static class AnsweredAnew
{
    /// <param name="question">0 for the request, then the amendments in the order asked.</param>
    /// <param name="others">Every other return to the same request that no revision supersedes.</param>
    /// <returns>Codes of the people in this return whose later answer counts.</returns>
    public static IReadOnlyList<string> In(int question, Return body, IEnumerable<(int Question, Return Body)> others)
    {
        var later = others
            .Where(each => each.Question > question)
            .SelectMany(each => each.Body.Answers)
            .Where(answer => answer.Kind is not AnswerKind.CannotLook)
            .Select(answer => answer.Subject)
            .ToHashSet();
        return later.Count == 0 ? [] : [.. body.Answers.Select(answer => answer.Subject).Where(later.Contains)];
    }

    /// <summary>Over the answers that count; none of the returns may be superseded by a revision.</summary>
    public static AnswerKind Overall(IReadOnlyCollection<(int Question, Return Body)> returns) =>
        AnswerKinds.Overall(
            returns.SelectMany(each =>
            {
                var anew = In(each.Question, each.Body, returns);
                return each.Body.Answers.Where(answer => !anew.Contains(answer.Subject)).Select(answer => answer.Kind);
            })
        );
}
