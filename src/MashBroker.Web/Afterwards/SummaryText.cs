using System.Globalization;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Web.Afterwards;

/// <summary>The summary as plain text, for paper and for systems that take no more.</summary>
internal static class SummaryText
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(CaseSummary summary, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        text.Append(
            British,
            $"{summary.HubName}: summary of {summary.Enquiry?.ToString() ?? summary.Contact} for {summary.To}\n"
        );
        text.Append(British, $"Outcome: {summary.Outcome}\n");
        text.Append(British, $"Decided {When(summary.DecidedAt, zone)} by {summary.DecidedBy}: {summary.Reason}\n");
        if (summary.DoNotInformFamily)
        {
            text.Append("DO NOT INFORM THE FAMILY: it would put the child at risk.\n");
        }

        Part(text, "People", summary.People.Select(Person));
        Part(text, "Concern", summary.Concern is { } concern ? [concern] : ["told by somebody who stays anonymous"]);
        Part(text, "Kinds of concern", summary.ConcernKinds);
        Part(text, "Criteria", summary.Criteria);
        if (summary.StrategyDiscussions.Count > 0)
        {
            Part(text, "Strategy discussions", summary.StrategyDiscussions);
        }

        Part(text, "Not known when it was decided", summary.NotKnown);
        if (summary.Enquiry is null)
        {
            Part(text, "What parents, carers and others said", summary.Views);
            Part(text, "What there is to worry about", summary.Worries);
            Part(text, "What keeps the child safe", summary.Strengths);
            Part(text, "What needs to happen", summary.NextSteps);
        }

        Part(text, summary.Enquiry is null ? "Chronology" : "What agencies hold", summary.Entries.Select(Entry));
        Part(text, "Not passed on", summary.Withheld);
        return text.ToString();
    }

    /// <summary>The texts in it that people of the hub wrote, as the leak check looks at them; agencies answer for theirs.</summary>
    public static IEnumerable<OutgoingText> OfTheHub(CaseSummary summary)
    {
        IEnumerable<(string Path, IEnumerable<string> Texts)> parts =
        [
            ("people", summary.People.Select(person => $"{person.Relationship}. {person.Address}.")),
            ("notKnown", summary.Enquiry is null ? summary.NotKnown : []),
            ("views", summary.Views),
            ("worries", summary.Worries),
            ("strengths", summary.Strengths),
            ("nextSteps", summary.NextSteps),
            ("strategyDiscussions", summary.StrategyDiscussions),
            ("entries", summary.Enquiry is null ? summary.Entries.Select(entry => entry.Summary) : []),
        ];
        return
        [
            new OutgoingText("concern", summary.Concern ?? ""),
            new OutgoingText("reason", summary.Reason),
            .. parts.SelectMany(part =>
                part.Texts.Select(
                    (text, at) =>
                        new OutgoingText(string.Create(CultureInfo.InvariantCulture, $"{part.Path}[{at}]"), text)
                )
            ),
        ];
    }

    /// <summary>e.g. <c>not-to-family</c>: "Not to family".</summary>
    public static string InWords(string code) =>
        code.Length == 0 ? code : char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');

    /// <summary>e.g. "other adult".</summary>
    public static string InWords(SubjectRole role) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()).Replace('-', ' ');

    // By the hub's clock, with the offset in the hour that it shows twice. ops/decisions/0096.
    internal static string When(DateTimeOffset at, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(at, zone);
        return string.Create(
            British,
            $"{there:ddd d MMM yyyy, HH:mm}{(zone.IsAmbiguousTime(there) ? $" (UTC{there:zzz})" : "")}"
        );
    }

    private static string Person(SummaryPerson person) =>
        string.Join(
            ", ",
            new[]
            {
                $"{person.Code} {person.Name}",
                person.Relationship is { Length: > 0 } kin ? $"{person.Role} ({kin})" : person.Role,
                person.DateOfBirth is { } born ? string.Create(British, $"born {born:d MMMM yyyy}") : null,
                person.Address,
                person.Telephones.Count > 0 ? $"telephone {string.Join(" or ", person.Telephones)}" : null,
            }.Where(part => part is not null)
        );

    private static string Entry(SummaryEntry entry) =>
        $"{(entry.On is { } on ? on.ToString("d MMM yyyy", British) : "undated")}, {entry.Agency}{(entry.People.Count > 0 ? $", {string.Join(" and ", entry.People)}" : "")}: {entry.Summary}{(entry.Outcome is { } outcome ? $" ({outcome})" : "")}{(entry.Restrictions.Count > 0 ? $" [{string.Join("; ", entry.Restrictions)}]" : "")}";

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
