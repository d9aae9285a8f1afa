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

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
