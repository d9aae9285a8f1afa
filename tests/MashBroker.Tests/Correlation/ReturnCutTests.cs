using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Returns;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

internal sealed class ReturnCutTests
{
    private static readonly Return Body = SomeReturn.Of(
        SomeReturn.Held(
            "S1",
            SomeReturn.Record("DI-1"),
            SomeReturn.Record("INT-1", kind: RecordKind.PoliceIntelligence),
            SomeReturn.Record("INT-2", kind: RecordKind.PoliceIntelligence)
        ),
        SomeReturn.Refused("S2", "The source would be known.")
    ) with
    {
        Analysis = "What a source says of the father.",
    };

    [Test]
    public void What_was_agreed_is_read_as_it_came()
    {
        var (read, excess) = ReturnCut.Make(
            Body,
            Terms(RecordKind.PoliceDomesticIncident, RecordKind.PoliceIntelligence)
        );

        Assert.That(read, Is.SameAs(Body));
        Assert.That(excess, Is.Null);
    }

    [Test]
    public void Records_of_kinds_not_agreed_are_kept_back_and_counted_and_the_rest_is_read()
    {
        var (read, excess) = ReturnCut.Make(Body, Terms(RecordKind.PoliceDomesticIncident));

        Assert.Multiple(() =>
        {
            Assert.That(read.Answers[0].Records.Select(record => record.Source.RecordId), Is.EqualTo(new[] { "DI-1" }));
            Assert.That(
                excess!.Kinds.Select(kind => (kind.Kind, kind.Count)),
                Is.EqualTo(new[] { (RecordKind.PoliceIntelligence, 2) })
            );
            Assert.That(excess.Because, Is.EqualTo("of kinds not agreed"));
        });
    }

    [Test]
    public void The_agencys_own_words_go_with_them_for_they_may_speak_of_them()
    {
        var (read, excess) = ReturnCut.Make(Body, Terms(RecordKind.PoliceDomesticIncident));

        Assert.Multiple(() =>
        {
            Assert.That(read.Headline, Is.Null);
            Assert.That(read.Analysis, Is.Null);
            Assert.That(read.Answers[1].Reason, Does.Not.Contain("source"));
            Assert.That(excess!.OwnWords, Is.True);
        });
    }

    [Test]
    public void Each_answer_stays_the_answer_it_was()
    {
        var (read, _) = ReturnCut.Make(Body, new ReturnTerms([], "its sharing agreement has ended"));

        Assert.That(
            read.Answers.Select(answer => (answer.Subject, answer.Kind, answer.Records.Count)),
            Is.EqualTo(new[] { ("S1", AnswerKind.Held, 0), ("S2", AnswerKind.Refused, 0) })
        );
    }

    [Test]
    public void In_doubt_nothing_is_read_though_every_kind_was_agreed_once()
    {
        var (_, excess) = ReturnCut.Make(Body, new ReturnTerms([], "its sharing agreement has ended"));

        Assert.That(excess!.Kinds.Sum(kind => kind.Count), Is.EqualTo(3));
        Assert.That(excess.Because, Is.EqualTo("its sharing agreement has ended"));
    }

    private static ReturnTerms Terms(params string[] kinds) => new(kinds, null);
}
