using System.Globalization;
using MashBroker.Contracts.Letters;

namespace MashBroker.Adapters.Answering;

/// <summary>The first sentences a social worker reads of a return, made of its figures alone.</summary>
internal static class Headline
{
    public static string Of(IReadOnlyList<Answer> answers)
    {
        var records = answers.SelectMany(answer => answer.Records).ToList();
        var held = answers.Count(answer => answer.Kind == AnswerKind.Held);
        List<string> sentences = [];
        if (held > 0)
        {
            sentences.Add(
                $"{People(held, answers.Count)} known here, with {Counted(records.Count, "record")} to share{Latest(records)}."
            );
        }

        Add(AnswerKind.NothingKnown, "not known here");
        Add(AnswerKind.NeedMoreDetails, "cannot be told from others without more details");
        Add(AnswerKind.Refused, "on record but not disclosed");
        Add(AnswerKind.CannotLook, "could not be looked for");
        return string.Join(" ", sentences);

        void Add(AnswerKind kind, string words)
        {
            var count = answers.Count(answer => answer.Kind == kind);
            if (count > 0)
            {
                var people = People(count, answers.Count);
                sentences.Add(
                    $"{(kind is AnswerKind.NothingKnown or AnswerKind.Refused ? people : Bare(people))} {words}."
                );
            }
        }
    }

    private static string People(int count, int all)
    {
        var who =
            count == all
                ? (all == 1 ? "The person asked about" : $"All {all} people asked about")
                : $"{count} of {all} people asked about";
        return $"{who} {(count == 1 ? "is" : "are")}";
    }

    private static string Bare(string people) => people[..people.LastIndexOf(' ')];

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Latest(IReadOnlyList<AgencyRecord> records) =>
        records.Max(record => record.On) is { } latest
            ? $", the latest of {latest.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}"
            : "";
}
