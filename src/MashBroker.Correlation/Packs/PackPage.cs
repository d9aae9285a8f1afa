using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// A pack as one page that stands alone: no script, nothing fetched, fit for paper, for a narrow screen and for a screen
/// reader. What is not known is its first line.
/// </summary>
internal sealed partial class PackPage
{
    private readonly Pack _pack;
    private readonly HubTime _time;
    private readonly IReadOnlyDictionary<string, string> _names;
    private readonly Page _page = new();

    private PackPage(Pack pack)
    {
        _pack = pack;
        _time = new HubTime(pack.Cover.Zone);
        _names = People.Names(pack.Subjects);
    }

    public static byte[] Render(Pack pack)
    {
        var page = new PackPage(pack);
        page.Head();
        page.Cover();
        PackDecisionPart.Write(page._page, pack, page._time);
        page.Asked();
        page.Changes();
        page.Subjects();
        page.PersonByPerson();
        page.Contradictions();
        page.Unlisted();
        page.Views();
        page.Chronology();
        page.StandingFacts();
        page.OwnWords();
        page._page.Raw("</main></body></html>").Line();
        return page._page.ToBytes();
    }

    private void Head()
    {
        _page
            .Raw("<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Raw("<meta name=\"robots\" content=\"noindex\"><meta name=\"referrer\" content=\"no-referrer\">")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
            .Raw(PackStyle.Hash)
            .Raw("'\">")
            // A title shows in tabs, histories and print jobs: the reference alone.
            .Element("title", $"Information pack {_pack.Cover.Reference}, version {Number(_pack.Cover.Version)}")
            .Raw("<style>")
            .Raw(PackStyle.Css)
            .Raw("</style></head><body><main>")
            .Line()
            .Element("p", _pack.GapsLine, "class=\"gaps\"")
            .Line()
            .Element("h1", $"Information pack {_pack.Cover.Reference}")
            .Line();
    }

    private void Cover()
    {
        var cover = _pack.Cover;
        _page.Raw("<dl>");
        Fact(
            "Rating",
            page =>
                page.Raw($"<span class=\"rating rating-{cover.Rating.ToString().ToLowerInvariant()}\">")
                    .Text(cover.Rating.ToString())
                    .Raw("</span>")
        );
        Fact("Hub", cover.HubName);
        Fact(
            "This version",
            $"{Number(cover.Version)}, assembled {_time.Say(cover.AssembledAt)} because {Words.Of(cover.Reason)}"
        );
        Fact("Contact", $"{cover.ContactReference}, received {_time.Say(cover.ContactReceivedAt)}");
        Fact("Enquiry published", _time.Say(cover.PublishedAt));
        Fact("Returns due", _time.Say(cover.ReturnDueAt));
        Fact("Decision due", _time.Say(cover.DecisionDueAt));
        Fact("All returns in", cover.AllInAt is { } allIn ? _time.Say(allIn) : "Not yet");
        Fact(
            "Raised by",
            string.Join(
                ", ",
                new[]
                {
                    cover.RaisedBy.Name,
                    cover.RaisedBy.Role,
                    cover.RaisedBy.Organisation,
                    cover.RaisedBy.Telephone,
                }.Where(part => !string.IsNullOrEmpty(part))
            )
        );
        Fact("Criteria that hold", string.Join(", ", cover.Criteria.Select(Words.OfCode)));
        Fact("Legal basis", $"{Words.Of(cover.LegalBasis)}: {cover.LegalBasis.Necessity}");
        foreach (var stated in cover.OnRecord)
        {
            Fact(
                stated.What,
                page =>
                    page.Words(stated.Words)
                        .Text(stated.By is null ? "" : " (")
                        .Words(stated.By)
                        .Text(stated.By is null ? "" : ")")
            );
        }

        if (cover.DoNotInformFamily)
        {
            Fact(
                "The family",
                page => page.Element("strong", "Do not inform the family: it would put the child at risk.")
            );
        }

        _page.Raw("</dl>").Line();
        _page.Element("h2", "Concern").Raw("<p>").Words(_pack.ConcernSummary).Raw("</p>").Line();
    }

    private void Asked()
    {
        _page.Element("h2", "Who was asked, and what came of it").Line();
        foreach (var agency in _pack.Agencies.Where(agency => agency.NotTold is not null))
        {
            _page.Element("p", $"Withheld from {agency.Name}: {agency.NotTold}.", "class=\"note\"").Line();
        }

        _page.Table(
            "Each agency of the hub",
            ["Agency", "Answer", "Asked about", "Sent", "Receipted", "Answered", "Against the clock"],
            _pack.Agencies.Select(agency =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Text(agency.Name),
                        page =>
                            page.Element("span", Words.Of(agency), "class=\"standing\"")
                                .Text(Because(agency) is { } reason ? $" ({reason})" : "")
                                .Text(agency.InPart ? " in part, more to come" : ""),
                        page =>
                            page.Text(agency.AskedAbout.Count == 0 ? "Nobody" : string.Join(", ", agency.AskedAbout)),
                        page => page.Text(Maybe(agency.SentAt)),
                        page => page.Text(Maybe(agency.ReceiptedAt)),
                        page => page.Text(Maybe(agency.AnsweredAt)),
                        page => Clock(page, agency),
                    ]
            )
        );
    }

    private void Changes()
    {
        if (_pack.Changes.Count == 0)
        {
            return;
        }

        _page.Element("h2", "What was done after publication").Line();
        _page.Table(
            "In the order in which it was put on record",
            ["When", "What", "Why", "By"],
            _pack.Changes.Select(change =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Text(_time.Say(change.At)),
                        page => page.Words(change.What),
                        page => page.Words(change.Reason),
                        page => page.Words($"{change.By}, {change.Role}"),
                    ]
            )
        );
    }

    private static string? Because(PackAgency agency)
    {
        var reasons = agency
            .CurrentAnswers.Where(answer => answer is { Kind: AnswerKind.Held, Records.Count: 0 })
            .Select(answer => answer.Reason)
            .OfType<string>()
            .Distinct();
        return agency.NotAskedReason ?? (string.Join("; ", reasons) is { Length: > 0 } said ? said : null);
    }

    private void Clock(Page page, PackAgency agency)
    {
        if (agency.Standing is Standing.NotAsked or Standing.Withdrawn)
        {
            page.Text(agency.WithdrawnAt is { } withdrawn ? $"Withdrawn {_time.Say(withdrawn)}." : "No clock")
                .Text(agency.AnsweredAfterWithdrawal ? " Answered before the withdrawal reached it." : "")
                .Text(agency.AnsweredBeforeWithdrawal ? " Had answered before." : "");
            return;
        }

        page.Text($"Due {_time.Say(agency.DueAt)}. ")
            .Text(agency.Chasers == 0 ? "" : $"Reminded {Counted.Of(agency.Chasers, "time")}. ");
        if (agency.Late)
        {
            page.Element("span", agency.AnsweredAt is null ? "Late." : "Answered late.", "class=\"mark\"").Text(" ");
        }

        if (agency.Missing)
        {
            page.Element("span", "Missing when the decision was due.", "class=\"mark\"");
        }

        if (agency is { Late: false, Missing: false })
        {
            page.Text(agency.AnsweredAt is null ? "Time left." : "In time.");
        }
    }

    private void Subjects()
    {
        _page.Element("h2", "Subjects and household").Line();
        _page.Table(
            "People of this enquiry, as the contact describes them",
            ["Person", "Role", "Born", "Addresses", "Numbers", "Warnings"],
            _pack.Subjects.Select(subject =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => Names(page, subject),
                        page =>
                            page.Text(Words.Of(subject.Role))
                                .Text(subject.Relationship is null ? "" : ", ")
                                .Words(subject.Relationship),
                        page => page.Text(Born(subject)),
                        page => Each(page, subject.Addresses, Address),
                        page =>
                            Each(page, subject.Identifiers, number => $"{Words.OfCode(number.Scheme)} {number.Value}"),
                        page => Each(page, subject.Warnings, warning => warning),
                    ]
            )
        );
    }

    private static void Names(Page page, Subject subject)
    {
        page.Text($"{subject.Code} ");
        for (var i = 0; i < subject.Names.Count; i++)
        {
            page.Text(
                i == 0 ? ""
                : subject.Names[i].Use is NameUse.Alias ? "; also known as "
                : "; previously "
            );
            page.Words(People.Name(subject.Names[i]));
        }

        page.Text(subject.Gender is null ? "" : $", {subject.Gender}");
    }

    private void Contradictions()
    {
        _page.Element("h2", "Where agencies contradict each other").Line();
        if (_pack.Contradictions.Count == 0)
        {
            _page.Element("p", "None found among the facts that agencies stated.").Line();
            return;
        }

        _page.Table(
            "Facts stated with nothing in common",
            ["Person", "Fact", "Who says what"],
            _pack.Contradictions.Select(each =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Words(_names.GetValueOrDefault(each.Subject, each.Subject)),
                        page => page.Text(Words.OfCode(each.Field)).Text(each.Note is { } note ? $": {note}" : ""),
                        page =>
                            page.List(
                                each.Claims.Select(claim =>
                                    $"{claim.ByName}: {Value(each.Field, claim)}"
                                    + (claim.Source is { } source ? $" ({source.System} {source.RecordId})" : "")
                                )
                            ),
                    ]
            )
        );
    }

    private static string Value(string field, Claim claim) =>
        field is Packs.Contradictions.DateOfBirth or Packs.Contradictions.LastSeen
        && StatedValue.Date(claim.Value) is { } date
            ? HubTime.Say(date)
            : claim.Value;

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

    private void Fact(string name, string value) => Fact(name, page => page.Text(value));

    private void FactInWords(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Fact(name, page => page.Words(value));
        }
    }

    private void Fact(string name, Action<Page> value)
    {
        _page.Element("dt", name).Raw("<dd>");
        value(_page);
        _page.Raw("</dd>").Line();
    }

    private static void Each<T>(Page page, IReadOnlyList<T> items, Func<T, string> say)
    {
        if (items.Count == 0)
        {
            page.Text("None given");
        }
        else if (items.Count == 1)
        {
            page.Words(say(items[0]));
        }
        else
        {
            page.List(items.Select(say));
        }
    }

    private string Maybe(DateTimeOffset? instant) => instant is { } known ? _time.Say(known) : "Not yet";

    private string Person(EntryPerson person) =>
        _names.GetValueOrDefault(person.Subject, person.Subject) + (person.Role is null ? "" : $" as {person.Role}");

    private static string Born(Subject subject) =>
        subject switch
        {
            { DateOfBirth: { } born } => HubTime.Say(born)
                + (
                    subject.DateOfBirthQuality is DateQuality.Stated
                        ? ""
                        : $" ({subject.DateOfBirthQuality.ToString().ToLowerInvariant()})"
                ),
            { ExpectedDelivery: { } expected } => $"Expected {HubTime.Say(expected)}",
            _ => "Not known",
        };

    private static string Address(Address address)
    {
        var text =
            address.Protected ? "Protected: not shown in a pack"
            : address.NoFixedAddress ? "No fixed address"
            : string.Join(", ", address.Lines.Append(address.Postcode ?? "").Where(line => line.Length > 0));
        var from = address.From is { } since ? $" from {HubTime.Say(since)}" : "";
        var to = address.To is { } until ? $" to {HubTime.Say(until)}" : "";
        return text + from + to;
    }

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

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
