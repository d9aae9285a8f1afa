using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// What is not known, said plainly and first: whoever decides must not take silence, a refusal or a fault for "nothing known".
/// </summary>
internal static class PackGaps
{
    private const string WithheldHandling = "withheld";

    public static IReadOnlyList<PackGap> Of(IReadOnlyList<PackAgency> agencies, IReadOnlyList<Subject> subjects)
    {
        var names = People.Names(subjects);
        return [.. agencies.SelectMany(agency => OfAgency(agency, names)).OrderBy(gap => gap.Kind)];
    }

    public static string Line(IReadOnlyList<PackGap> gaps, IReadOnlyList<PackAgency> agencies) =>
        gaps.Count == 0
            ? $"No gaps: {Asked(agencies)} answered in time about everybody they were asked about."
            : string.Join(' ', gaps.Select(gap => gap.Text + "."));

    private static string Asked(IReadOnlyList<PackAgency> agencies) =>
        agencies.Count == 1 ? "the one agency asked has" : $"all {agencies.Count} agencies asked have";

    private static IEnumerable<PackGap> OfAgency(PackAgency agency, IReadOnlyDictionary<string, string> names)
    {
        PackGap Gap(GapKind kind, string text) => new(agency.Agency, kind, $"{agency.Name} {text}");

        if (agency.Earlier.Any(earlier => earlier.Returns.Count > 0))
        {
            yield return Gap(
                GapKind.Withdrawn,
                "returned something to a request that was withdrawn before it was asked again: that is kept under the former request"
            );
        }

        switch (agency.Standing)
        {
            case Standing.NotAsked:
                yield return Gap(GapKind.NotAsked, $"was not asked ({agency.NotAskedReason ?? "no reason given"})");
                yield break;
            case Standing.Withdrawn:
                yield return Gap(
                    GapKind.Withdrawn,
                    agency switch
                    {
                        { AnsweredBeforeWithdrawal: true } =>
                            "had answered when its request was withdrawn: what it returned stands under the withdrawal, and nothing is to rest on it",
                        { AnsweredAfterWithdrawal: true } =>
                            "answered before the withdrawal of its request reached it: the answer is kept",
                        { Returns.Count: > 0 } =>
                            "had answered in part when its request was withdrawn, and need not answer the rest",
                        _ => "need not answer any more: its request was withdrawn",
                    }
                );
                yield break;
            case Standing.Silent:
                yield return agency switch
                {
                    { Missing: true } => Gap(GapKind.Missing, "is missing: no answer although the decision is due"),
                    { Late: true } => Gap(GapKind.Late, "has not answered and is late"),
                    _ => Gap(GapKind.NotYetAnswered, "has not answered yet"),
                };
                yield break;
        }

        if (agency.InPart)
        {
            yield return agency switch
            {
                { Missing: true } => Gap(
                    GapKind.Missing,
                    "has answered in part only and the rest is missing although the decision is due"
                ),
                { Late: true } => Gap(GapKind.AnsweredInPart, "has answered in part only; the rest is late"),
                _ => Gap(GapKind.AnsweredInPart, "has answered in part; more is to come"),
            };
        }
        else if (agency.Late)
        {
            yield return Gap(GapKind.AnsweredLate, "answered after the deadline");
        }

        foreach (var each in agency.Returns.Where(each => each is { Superseded: false, Withheld: not null }))
        {
            yield return Gap(GapKind.WithheldByHub, $"returned what this hub may not read; withheld: {each.Withheld}");
        }

        foreach (var gap in OfAnswers(agency, names))
        {
            yield return Gap(gap.Kind, gap.Text);
        }
    }

    private static IEnumerable<(GapKind Kind, string Text)> OfAnswers(
        PackAgency agency,
        IReadOnlyDictionary<string, string> names
    )
    {
        var answers = agency.CurrentAnswers.ToArray();
        var unanswered = answers
            .Where(answer => answer.Kind is not (AnswerKind.Held or AnswerKind.NothingKnown))
            .GroupBy(answer => (answer.Kind, answer.Reason));
        foreach (var group in unanswered)
        {
            var everybody = group.Count() == answers.Length;
            var whom = everybody ? "" : $" about {People.List(group.Select(answer => answer.Subject), names)}";
            var reason = group.Key.Reason is { Length: > 0 } given ? $" ({given.TrimEnd('.')})" : "";
            yield return group.Key.Kind switch
            {
                AnswerKind.Refused => (GapKind.Refused, $"refused to answer{whom}{reason}"),
                AnswerKind.CannotLook => (
                    GapKind.CouldNotLook,
                    $"could not look{(everybody ? "" : " for")}{whom.Replace(" about", "", StringComparison.Ordinal)}{reason}"
                ),
                _ => (GapKind.NeedsMoreDetails, $"asked for more details{whom}{reason}"),
            };
        }

        foreach (var gap in Withheld(answers, names))
        {
            yield return (GapKind.Withheld, gap);
        }

        var mentioned = answers.Select(answer => answer.Subject).ToHashSet();
        var left = agency.AskedAbout.Where(subject => !mentioned.Contains(subject)).ToArray();
        if (left.Length > 0 && !agency.InPart)
        {
            yield return (GapKind.NotMentioned, $"said nothing about {People.List(left, names)}, though asked");
        }
    }

    // A record that says only that there is one reads like any other among many: it is a gap, and told as one.
    private static IEnumerable<string> Withheld(
        IReadOnlyList<Answer> answers,
        IReadOnlyDictionary<string, string> names
    ) =>
        answers
            .SelectMany(answer => answer.Records.Select(record => (answer.Subject, Record: record)))
            .Where(held =>
                string.Equals(held.Record.Handling?.Trim(), WithheldHandling, StringComparison.OrdinalIgnoreCase)
            )
            .GroupBy(held => held.Record.Kind, held => held.Subject)
            .Select(kind =>
                $"holds and withholds {Words.OfKind(kind.Key).ToLowerInvariant()} about {People.List(kind, names)}"
            );
}
