using System.Text;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Cases;
using MashBroker.Testing.Correlation;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

/// <summary>What a pack says of a household: each person by every agency, whom nobody listed, and what people said themselves.</summary>
internal sealed class HouseholdTests
{
    private static readonly Subject Father = SomePack.Child with
    {
        Code = "S2",
        Role = SubjectRole.Parent,
        Names = [new PersonName { Given = "Cormac", Family = "Vale" }],
    };

    [Test]
    public void Parts_and_agencies_are_merged_by_person()
    {
        var police = SomePack.Agency(
            "police",
            Standing.Held,
            SomeReturn.Of(SomeReturn.Held("S1", SomeReturn.Record("P1"))).Part(1, final: false),
            SomeReturn
                .Of(SomeReturn.Held("S1", SomeReturn.Record("P2")), SomeReturn.NothingKnown("S2"))
                .Part(2, final: true)
        ) with
        {
            AskedAbout = ["S1", "S2"],
        };
        var people = PackPeople.Of([police], [SomePack.Child, Father]);

        Assert.That(
            people.Select(person => $"{person.Subject} {person.Answers[0].Standing} {person.Answers[0].Records}"),
            Is.EqualTo(new[] { "S1 Held 2", "S2 NothingKnown 0" })
        );
    }

    [Test]
    public void Whom_an_agency_was_not_asked_about_and_whom_it_passed_over_are_never_nothing_known()
    {
        var education = SomePack.Agency(
            "education",
            Standing.NothingKnown,
            SomeReturn.Of(SomeReturn.NothingKnown("S1"))
        );
        var health = education with { Agency = "health", Name = "Health", AskedAbout = ["S1", "S2"] };
        var probation = SomePack.Agency("probation", Standing.NotAsked) with { NotAskedReason = "not connected" };
        var answers = PackPeople.Of([education, health, probation], [SomePack.Child, Father])[1].Answers;

        Assert.That(
            answers.Select(answer => $"{answer.Standing}: {answer.Reason}"),
            Is.EqualTo(
                new[]
                {
                    "NotAsked: not about this person",
                    "Silent: answered, and said nothing of this person",
                    "NotAsked: not connected",
                }
            )
        );
    }

    [Test]
    public void An_agency_about_a_superseded_part_is_not_counted_twice()
    {
        var police = SomePack.Agency(
            "police",
            Standing.NothingKnown,
            SomeReturn.Of(SomeReturn.CannotLook("S1", "The system was down.")),
            SomeReturn.Of(SomeReturn.NothingKnown("S1"))
        );
        police = police with { Returns = [police.Returns[0] with { Superseded = true }, police.Returns[1]] };

        Assert.That(
            PackPeople.Of([police], [SomePack.Child])[0].Answers[0].Standing,
            Is.EqualTo(Standing.NothingKnown)
        );
    }

    [Test]
    public void Somebody_whom_nobody_listed_is_one_person_however_agencies_spell_them()
    {
        var unlisted = UnlistedPeople.Among(
            [
                LivesWith("health", "Dorrit Vane"),
                LivesWith("education", "Mr D Vane"),
                LivesWith("police", "Cormac Vale"),
                LivesWith("adult-services", "Ines Okafor"),
            ],
            [SomePack.Child, Father]
        );

        Assert.That(
            unlisted.Select(one => $"{one.Name}: {string.Join(", ", one.Mentions.Select(mention => mention.Agency))}"),
            Is.EqualTo(new[] { "Dorrit Vane: health, education", "Ines Okafor: adult-services" })
        );
    }

    [Test]
    public void Whom_nobody_listed_stands_under_a_heading_of_its_own_on_the_page()
    {
        var agency = LivesWith("health", "Dorrit Vane");
        var html = Html(SomePack.With(agency) with { Unlisted = UnlistedPeople.Among([agency], [SomePack.Child]) });

        Assert.That(html, Does.Contain("People whom nobody listed"));
        Assert.That(html, Does.Contain("Health: Dorrit Vane lives with Zoë O&#x27;Quill (S1)"));
    }

    [Test]
    public void Views_stand_in_the_order_given_among_the_events_and_under_a_heading_of_their_own()
    {
        var late = View(2, "2026-11-17T12:30:00Z", ViewOf.Professional, "health visitor", "She was weighed on Monday.");
        var early = View(3, "2026-07-02T23:30:00Z", ViewOf.Parent, "mother", "<b>He is never here.</b>");
        var views = PackView.Among([late, early]);
        var record = SomeReturn.Record("P1", new DateOnly(2026, 9, 1));
        var police = SomePack.Agency("police", Standing.Held, SomeReturn.Of(SomeReturn.Held("S1", record)));
        var chronology = PackEntries.Of([police], [.. views.Select(view => view.InChronology("Europe/London"))]);
        var html = Html(SomePack.With(police) with { Views = views, Chronology = chronology });

        Assert.Multiple(() =>
        {
            Assert.That(
                chronology.Select(entry => $"{entry.On:yyyy-MM-dd} {entry.AgencyName}"),
                // The hub's day: half past midnight of the 3rd in summer.
                Is.EqualTo(
                    new[]
                    {
                        "2026-07-03 View of a parent (mother)",
                        "2026-09-01 Police",
                        "2026-11-17 View of a professional (health visitor)",
                    }
                )
            );
            Assert.That(html, Does.Contain("Views of the family, professionals and the referrer"));
            Assert.That(html, Does.Contain("&lt;b&gt;He is never here.&lt;/b&gt;").And.Not.Contain("<b>"));
        });
    }

    private static CaseEntry View(int number, string givenAt, ViewOf of, string giver, string text) =>
        new(
            number,
            CaseEntryKinds.Of<ViewGiven>(),
            SomePack.Published,
            new ViewGiven
            {
                By = "Ann Example",
                Role = "duty social worker",
                Of = of,
                Giver = giver,
                Text = text,
                GivenAt = DateTimeOffset.Parse(givenAt, System.Globalization.CultureInfo.InvariantCulture),
            }
        );

    private static PackAgency LivesWith(string agency, string name) =>
        SomePack.Agency(
            agency,
            Standing.Held,
            SomeReturn.Of(
                SomeReturn.Held(
                    "S1",
                    SomeReturn.Record($"{agency}-1") with
                    {
                        Facts = [new StatedFact("lives-with", name)],
                    }
                )
            )
        );

    private static string Html(Pack pack) => Encoding.UTF8.GetString(PackPage.Render(pack));
}
