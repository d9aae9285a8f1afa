using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Testing.Correlation;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

internal sealed class PackPageTests
{
    private const string Attack = "<script>alert('x')</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(2)";

    [Test]
    public void The_gaps_are_the_first_thing_on_the_page()
    {
        var text = Regex.Match(Html(Full), "<main>\\s*(.*)").Groups[1].Value;

        Assert.That(text, Is.EqualTo("<p class=\"gaps\">Health has not answered yet.</p>"));
    }

    [Test]
    public void What_agencies_and_referrers_write_is_text_and_never_markup()
    {
        var html = Html(Full);

        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain("&lt;script&gt;"));
            Assert.That(html, Does.Not.Contain("<script").IgnoreCase);
            Assert.That(html, Does.Not.Contain("<img").IgnoreCase);
            Assert.That(Regex.Matches(html, "<[^>]*onmouseover"), Is.Empty);
        });
    }

    [Test]
    public void The_page_fetches_nothing_and_its_policy_allows_its_own_style_alone()
    {
        var html = Html(Full);
        var style = Regex.Match(html, "<style>(.*)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain($"default-src 'none'; style-src 'sha256-{hash}'"));
            Assert.That(html, Does.Not.Match("(src|href|url|@import|style)=?[\\s(]*[\"']?(https?:|//)"));
            Assert.That(Regex.Matches(html, "<[^>]* style="), Is.Empty);
        });
    }

    [Test]
    public void Every_table_has_a_caption_and_every_heading_cell_its_scope()
    {
        var html = Html(Full);

        Assert.Multiple(() =>
        {
            Assert.That(
                Regex.Count(html, "<table role=\"table\"><caption>"),
                Is.EqualTo(Regex.Count(html, "<table")).And.GreaterThan(0)
            );
            Assert.That(Regex.Matches(html, "<th(?![^>]*scope=)[ >]"), Is.Empty);
        });
    }

    [Test]
    public void The_page_is_well_formed()
    {
        var html = Html(Full).Replace("<!doctype html>", "", StringComparison.Ordinal);
        var closed = Regex.Replace(html, "<meta([^>]*)>", "<meta$1/>");

        Assert.That(() => XDocument.Parse(closed), Throws.Nothing);
    }

    [Test]
    public void Each_standing_reads_differently() =>
        Assert.That(
            Enum.GetValues<Standing>().Where(each => each is not Standing.None).Select(Words.Of),
            Is.Unique.And.Exactly(8).Items
        );

    [Test]
    public void The_rating_is_said_in_a_word() =>
        Assert.That(Html(Full), Does.Contain("<span class=\"rating rating-amber\">Amber</span>"));

    [Test]
    public void A_revised_return_stays_visible_and_says_that_it_no_longer_counts()
    {
        var agency = SomePack.Agency("police", Standing.Held, SomeReturn.Of(SomeReturn.Held("S1")));
        var pack = SomePack.With(agency with { Returns = [agency.Returns[0] with { Superseded = true }] });

        Assert.That(Html(pack), Does.Contain("Superseded: a later revision counts instead"));
    }

    [Test]
    public void Somebody_known_of_whom_nothing_was_asked_for_is_not_said_to_have_records()
    {
        var answer = SomeReturn.Held("S1") with { Reason = "only older than the look-back" };
        var html = Html(SomePack.With(SomePack.Agency("police", Standing.Held, SomeReturn.Of(answer))));

        Assert.That(html, Does.Not.Contain("Holds records"));
        Assert.That(
            html,
            Does.Contain(
                "<span class=\"standing\">Known, nothing within what was asked</span> (only older than the look-back)"
            )
        );
    }

    [Test]
    public void Dates_of_birth_that_differ_are_written_as_the_rest_of_the_page_writes_dates()
    {
        var claim = new Claim("police", "Police", "2014-03-05");
        var pack = SomePack.With() with { Contradictions = [new Contradiction("S1", "date-of-birth", [claim])] };

        Assert.That(Html(pack), Does.Contain("Police: 5 Mar 2014").And.Not.Contain("2014-03-05"));
    }

    [TestCase("children-act-1989-s47", null, "Children Act 1989, section 47")]
    [TestCase("mental-capacity-act-2005", null, "Mental Capacity Act 2005")]
    [TestCase("crime-and-disorder-act-1998-s115", null, "Crime and Disorder Act 1998, section 115")]
    [TestCase("hub-agreement", null, "Hub agreement")]
    [TestCase("hub-agreement", "What the partners signed", "What the partners signed")]
    public void A_legal_basis_is_called_what_people_call_it(string code, string? name, string words)
    {
        var pack = SomePack.With();
        var basis = new LegalBasis(code, "It is needed.", name);

        Assert.That(
            Html(pack with { Cover = pack.Cover with { LegalBasis = basis } }),
            Does.Contain($"<dd>{words}: It is needed.</dd>")
        );
    }

    private static Pack Full
    {
        get
        {
            var record = SomeReturn.Record("P1", new DateOnly(2026, 3, 2)) with
            {
                Summary = Attack,
                Outcome = Attack,
                Role = Attack,
                Grading = Attack,
                Source = new RecordSource(Attack, Attack),
                Kind = Attack,
            };
            var body = SomeReturn.Of(SomeReturn.Held("S1", record), SomeReturn.Refused("S2", Attack)) with
            {
                Headline = Attack,
                Analysis = Attack,
                Restrictions = [Attack],
            };
            var agency = SomePack.Agency("police", Standing.Held, body) with { Name = Attack };
            return SomePack.With(agency) with
            {
                ConcernSummary = Attack,
                Chronology = PackEntries.Of([agency]),
                Contradictions =
                [
                    new Contradiction(
                        "S1",
                        Attack,
                        [new Claim("police", Attack, Attack, new RecordSource(Attack, Attack))]
                    ),
                ],
            };
        }
    }

    private static string Html(Pack pack) => Encoding.UTF8.GetString(PackPage.Render(pack));
}
