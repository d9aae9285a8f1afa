using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;

namespace MashBroker.Correlation.Returns;

/// <summary>
/// Cuts a return to what was agreed. The answer about each person stays, so that nobody takes an agency for silent; records of
/// other kinds do not, and with the first of them go the agency's own words, which may speak of it. Pure.
/// </summary>
internal static class ReturnCut
{
    private const string KindsNotAgreed = "of kinds not agreed";
    private const string WordsWithheld = "Withheld with records that were not agreed.";

    /// <returns>The return as it may be read, and what was kept back; null where nothing was.</returns>
    public static (Return Body, ReturnExcess? Excess) Make(Return body, ReturnTerms terms)
    {
        var kinds = terms.Kinds.ToHashSet(StringComparer.Ordinal);
        var excess = body
            .Answers.SelectMany(answer => answer.Records)
            .Where(record => !kinds.Contains(record.Kind))
            .GroupBy(record => record.Kind)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new WithheldKind(kind.Key, kind.Count()))
            .ToArray();
        if (excess.Length == 0 && terms.Doubt is null)
        {
            return (body, null);
        }

        var cut = body with
        {
            Headline = null,
            Analysis = null,
            Answers =
            [
                .. body.Answers.Select(answer =>
                    answer with
                    {
                        Records = [.. answer.Records.Where(record => kinds.Contains(record.Kind))],
                        // A refusal without its ground would be read as another answer.
                        Reason = answer.Reason is null ? null : WordsWithheld,
                    }
                ),
            ],
        };
        return (cut, new ReturnExcess(excess, HasWords(body), terms.Doubt ?? KindsNotAgreed));
    }

    private static bool HasWords(Return body) =>
        body.Headline is not null || body.Analysis is not null || body.Answers.Any(answer => answer.Reason is not null);
}

/// <param name="OwnWords">The agency wrote words of its own, and they are kept back too.</param>
/// <param name="Because">In words that name nobody.</param>
internal sealed record ReturnExcess(IReadOnlyList<WithheldKind> Kinds, bool OwnWords, string Because);
