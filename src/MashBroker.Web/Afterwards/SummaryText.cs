using System.Globalization;
using System.Text;

namespace MashBroker.Web.Afterwards;

/// <summary>The summary as plain text, for paper and for systems that take no more.</summary>
internal static class SummaryText
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(CaseSummary summary)
    {
        var text = new StringBuilder();
        text.Append(British, $"{summary.HubName}: summary of {summary.Enquiry} for {summary.To}\n");
        text.Append(British, $"Outcome: {summary.Outcome}\n");
        text.Append(
            British,
            $"Decided {summary.DecidedAt.UtcDateTime:d MMMM yyyy, HH:mm} UTC by {summary.DecidedBy}: {summary.Reason}\n"
        );
        if (summary.DoNotInformFamily)
        {
            text.Append("DO NOT INFORM THE FAMILY: it would put the child at risk.\n");
        }

        Part(text, "People", summary.People.Select(Person));
        Part(text, "Concern", summary.Concern is { } concern ? [concern] : ["told by somebody who stays anonymous"]);
        Part(text, "Criteria", summary.Criteria);
        Part(text, "Not known when it was decided", summary.NotKnown);
        Part(text, "What agencies hold", summary.Entries.Select(Entry));
        Part(text, "Not passed on", summary.Withheld);
        return text.ToString();
    }

    private static string Person(SummaryPerson person) =>
        $"{person.Code} {person.Name}, {person.Role}{(person.DateOfBirth is { } born ? string.Create(British, $", born {born:d MMMM yyyy}") : "")}";

    private static string Entry(SummaryEntry entry) =>
        $"{(entry.On is { } on ? on.ToString("d MMM yyyy", British) : "undated")}, {entry.Agency}, {string.Join(" and ", entry.People)}: {entry.Summary}{(entry.Outcome is { } outcome ? $" ({outcome})" : "")}";

    private static void Part(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append(British, $"\n{title}\n");
        var any = false;
        foreach (var line in lines)
        {
            text.Append(British, $"- {line}\n");
            any = true;
        }

        if (!any)
        {
            text.Append("- nothing\n");
        }
    }
}
