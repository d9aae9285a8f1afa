using System.Globalization;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

// What agencies hold: one chronology, what stands without a date, and each return in the agency's own words.
internal sealed partial class PackPage
{
    private void Chronology()
    {
        _page.Element("h2", "Chronology").Line();
        Entries("Events of all agencies, earliest first", _pack.Chronology, "No agency returned a dated event.");
    }

    private void StandingFacts()
    {
        _page.Element("h2", "Standing facts").Line();
        Entries("What holds without a date", _pack.StandingFacts, "No agency returned an undated fact.");
    }

    private void Entries(string caption, IReadOnlyList<PackEntry> entries, string none)
    {
        if (entries.Count == 0)
        {
            _page.Element("p", none).Line();
            return;
        }

        _page.Table(
            caption,
            ["When", "Agency", "Person", "What", "Source", "Grading and handling"],
            entries.Select(entry =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Text(When(entry)),
                        page => page.Text(entry.AgencyName).Text(entry.Withdrawn ? " (request withdrawn)" : ""),
                        page => page.Words(string.Join("; ", entry.People.Select(Person))),
                        page =>
                            page.Text($"{Words.OfKind(entry.Kind)}: ")
                                .Words(entry.Summary)
                                .Text(entry.Outcome is null ? "" : " Outcome: ")
                                .Words(entry.Outcome),
                        page => page.Text($"{entry.Source.System} {entry.Source.RecordId}"),
                        page => page.Text(Handling(entry)),
                    ]
            )
        );
    }

    private void OwnWords()
    {
        _page.Element("h2", "Each agency's own words").Line();
        foreach (var agency in _pack.Agencies)
        {
            _page.Element("h3", $"{agency.Name}: {Words.Of(agency)}").Line();
            if (agency.Returns.Count == 0)
            {
                _page
                    .Element("p", agency.Standing is Standing.NotAsked ? "It was not asked." : "Nothing was received.")
                    .Line();
            }

            if (agency is { WithdrawnAt: { } withdrawn, Returns.Count: > 0 })
            {
                Withdrawn(withdrawn);
            }

            foreach (var each in agency.Returns)
            {
                OwnWords(each);
            }

            foreach (var earlier in agency.Earlier.Where(earlier => earlier.Returns.Count > 0))
            {
                _page.Element("h4", "To the request before it was asked again").Line();
                Withdrawn(earlier.WithdrawnAt!.Value);
                foreach (var each in earlier.Returns)
                {
                    OwnWords(each);
                }
            }
        }
    }

    private void Withdrawn(DateTimeOffset at) =>
        _page
            .Element(
                "p",
                $"Returned to a request that was withdrawn {_time.Say(at)}. It is kept as it was received; nothing is to rest on it.",
                "class=\"note\""
            )
            .Line();

    private void OwnWords(PackReturn each)
    {
        var body = each.Body;
        _page.Raw(each.Superseded ? "<section class=\"superseded\">" : "<section>");
        _page
            .Element(
                "h4",
                $"Part {Number(body.Part)}{(each.Revision > 1 ? $", revision {Number(each.Revision)}" : "")}"
                    + $"{(body.Final ? ", final" : ", more to come")}: {Words.Of(body)}"
                    + (each.Superseded ? ". Superseded: a later revision counts instead" : "")
                    + (
                        each.AnsweredAnew.Count > 0
                            ? $". Asked anew about {string.Join(", ", each.AnsweredAnew)}: the later answer counts"
                            : ""
                    )
            )
            .Line();
        _page.Raw("<dl>");
        Fact("Received", $"{_time.Say(each.ReceivedAt)}{(each.Late ? ", late" : "")}");
        if (each.ClockSkewSeconds is { } skew)
        {
            Fact("Clock", $"The agency's clock was {Number(skew)} seconds off; the hub's time counts.");
        }

        Fact("Searched", $"{string.Join(", ", body.SystemsSearched)}, {_time.Say(body.SearchedAt)}");
        FactInWords("Withheld by this hub", each.Withheld);
        FactInWords("Headline", body.Headline);
        FactInWords("Analysis", body.Analysis);
        FactInWords(
            "Restrictions on use",
            body.Restrictions.Count == 0 ? null : string.Join(", ", body.Restrictions.Select(Words.OfCode))
        );
        FactInWords("Authorised by", body.AuthorisedBy);
        Fact("Evidence", $"SHA-256 {each.Digest}");
        _page.Raw("</dl>").Line();
        _page.Table(
            "Answer for each person",
            ["Person", "Answer", "Match and its evidence", "Records"],
            body.Answers.Select(answer =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Words(_names.GetValueOrDefault(answer.Subject, answer.Subject)),
                        page =>
                            page.Element("span", Words.Of(answer), "class=\"standing\"")
                                .Text(answer.Reason is null ? "" : " ")
                                .Words(answer.Reason),
                        page => page.Text(Evidence(answer.Match)),
                        page => page.Text(Number(answer.Records.Count)),
                    ]
            )
        );
        _page.Raw("</section>").Line();
    }

    private string Person(EntryPerson person) =>
        _names.GetValueOrDefault(person.Subject, person.Subject) + (person.Role is null ? "" : $" as {person.Role}");

    private static string When(PackEntry entry)
    {
        var on = entry.On is { } date ? HubTime.Say(date) : "No date";
        var at = entry.At is { } time ? $", {HubTime.Say(time)}" : "";
        var recorded =
            entry.RecordedOn is { } written && written != entry.On ? $" (recorded {HubTime.Say(written)})" : "";
        return on + at + recorded;
    }

    private static string Handling(PackEntry entry)
    {
        string[] parts =
        [
            .. new[]
            {
                entry.Grading is null ? "" : $"Grading {entry.Grading}",
                entry.Handling is null ? "" : $"Handling {entry.Handling}",
            }.Where(part => part.Length > 0),
            .. entry.Restrictions.Select(Words.OfCode),
        ];
        return parts.Length == 0 ? "None stated" : string.Join("; ", parts);
    }

    private static string Evidence(MatchEvidence match)
    {
        var fields = match.Fields.Select(field => $"{Words.OfCode(field.Field)} {field.Agreement}").ToArray();
        var keys = match.SearchKeys.Select(Words.OfCode).ToArray();
        return string.Concat(
            Words.Of(match.Outcome),
            match.Outcome is MatchOutcome.None
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $", score {match.Score:0.00}"),
            fields.Length == 0 ? "" : $"; {string.Join(", ", fields)}",
            keys.Length == 0 ? "" : $"; searched by {string.Join(", ", keys)}"
        );
    }
}
