using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Returns;
using MashBroker.Ledger.Returns;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

internal sealed class ReturnProgressTests
{
    [Test]
    public void A_final_part_alone_is_not_complete_while_an_earlier_one_is_under_way() =>
        Assert.That(
            ReturnProgress.Of([Part(2, AnswerKind.NothingKnown, final: true)]),
            Is.EqualTo(new ReturnProgress(AnswerKind.NothingKnown, 1, Complete: false))
        );

    [Test]
    public void It_is_complete_when_the_final_part_and_all_before_it_are_here_in_whatever_order() =>
        Assert.That(
            ReturnProgress.Of([
                Part(3, AnswerKind.NothingKnown, final: true),
                Part(1, AnswerKind.Refused),
                Part(2, AnswerKind.NothingKnown),
            ]),
            Is.EqualTo(new ReturnProgress(AnswerKind.Refused, 3, Complete: true))
        );

    [Test]
    public void The_newest_revision_of_a_part_counts() =>
        Assert.That(
            ReturnProgress.Of([
                Part(1, AnswerKind.NothingKnown, final: true, revision: 2),
                Part(1, AnswerKind.Held, final: true, revision: 1),
            ]),
            Is.EqualTo(new ReturnProgress(AnswerKind.NothingKnown, 1, Complete: true))
        );

    [Test]
    public void No_part_is_no_answer() =>
        Assert.That(ReturnProgress.Of([]), Is.EqualTo(new ReturnProgress(AnswerKind.None, 0, Complete: false)));

    private static ReturnPart Part(int part, AnswerKind answer, bool final = false, int revision = 1) =>
        new()
        {
            Part = part,
            Revision = revision,
            Final = final,
            Answer = answer,
        };
}
