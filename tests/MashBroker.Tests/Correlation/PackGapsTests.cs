using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Testing.Correlation;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

internal sealed class PackGapsTests
{
    [Test]
    public void Each_way_of_not_knowing_is_said_in_words_of_its_own()
    {
        var lines = new[]
        {
            SomePack.Agency("police", Standing.Silent),
            SomePack.Agency("police", Standing.Silent) with
            {
                Late = true,
            },
            SomePack.Agency("police", Standing.Silent) with
            {
                Late = true,
                Missing = true,
            },
            SomePack.Agency("police", Standing.NotAsked) with
            {
                NotAskedReason = "not connected",
            },
            SomePack.Agency("police", Standing.Withdrawn),
            SomePack.Agency("police", Standing.Refused, SomeReturn.Of(SomeReturn.Refused("S1", "restricted case"))),
            SomePack.Agency("police", Standing.CannotLook, SomeReturn.Of(SomeReturn.CannotLook("S1", "system down"))),
            SomePack.Agency(
                "police",
                Standing.NeedMoreDetails,
                SomeReturn.Of(SomeReturn.NeedMoreDetails("S1", "an address"))
            ),
            SomePack.Agency("police", Standing.Held, SomeReturn.Of(SomeReturn.Held("S1"))) with
            {
                InPart = true,
            },
            SomePack.Agency("police", Standing.Held, SomeReturn.Of(SomeReturn.Held("S1"))) with
            {
                Late = true,
            },
            SomePack.Agency("police", Standing.Held, SomeReturn.Of(SomeReturn.Held("S1"))) with
            {
                AskedAbout = ["S1", "S2"],
            },
        }.Select(Line);

        Assert.That(
            lines,
            Is.EqualTo(
                new[]
                {
                    "Police has not answered yet.",
                    "Police has not answered and is late.",
                    "Police is missing: no answer although the decision is due.",
                    "Police was not asked (not connected).",
                    "Police need not answer any more: its request was withdrawn.",
                    "Police refused to answer (restricted case).",
                    "Police could not look (system down).",
                    "Police asked for more details (an address).",
                    "Police has answered in part; more is to come.",
                    "Police answered after the deadline.",
                    "Police said nothing about S2, though asked.",
                }
            )
        );
    }

    [Test]
    public void Nothing_known_is_an_answer_and_no_gap() =>
        Assert.That(
            Line(SomePack.Agency("police", Standing.NothingKnown, SomeReturn.Of(SomeReturn.NothingKnown("S1")))),
            Is.EqualTo("No gaps: the one agency asked has answered in time about everybody they were asked about.")
        );

    [Test]
    public void A_gap_about_one_person_names_them()
    {
        var agency = SomePack.Agency(
            "police",
            Standing.Held,
            SomeReturn.Of(SomeReturn.CannotLook("S1", "system down"), SomeReturn.Held("S2"))
        );

        Assert.That(Line(agency), Is.EqualTo("Police could not look for Zoë O'Quill (S1) (system down)."));
    }

    [Test]
    public void The_gravest_stands_first()
    {
        var agencies = new[]
        {
            SomePack.Agency("housing", Standing.NotAsked),
            SomePack.Agency("police", Standing.Silent) with
            {
                Late = true,
            },
            SomePack.Agency("health", Standing.Silent) with
            {
                Missing = true,
            },
        };

        Assert.That(
            PackGaps.Of(agencies, []).Select(gap => gap.Agency),
            Is.EqualTo(new[] { "health", "police", "housing" })
        );
    }

    [Test]
    public void What_is_held_and_withheld_is_a_gap()
    {
        var withheld = SomeReturn.Record("I1", kind: RecordKind.PoliceIntelligence) with { Handling = "withheld" };
        var agency = SomePack.Agency(
            "police",
            Standing.Held,
            SomeReturn.Of(SomeReturn.Held("S1", SomeReturn.Record("P1"), withheld, withheld))
        );
        Assert.That(Line(agency), Is.EqualTo("Police holds and withholds intelligence about Zoë O'Quill (S1)."));
    }

    private static string Line(PackAgency agency)
    {
        Subject[] subjects = [SomePack.Child];
        return PackGaps.Line(PackGaps.Of([agency], subjects), [agency]);
    }
}
