using System.Globalization;
using MashBroker.Rules;
using MashBroker.Testing.Leaks;
using NUnit.Framework;

namespace MashBroker.Tests.Leaks;

/// <summary>Seeded texts in numbers: what tells is stopped, what tells nothing is let through.</summary>
internal sealed class LeakTrapTests
{
    private const int Many = 5000;

    // Of the sets that were written after the first; the benchmark "leaks" reads each whole.
    private const int Fewer = 1500;

    // One harmless text of fifty may be stopped: a person then says why it may leave.
    private const double MostBlocked = 2;

    private static IEnumerable<LeakSet> LaterSets => LeakSet.All.Skip(1);

    [Test]
    public void None_of_5000_traps_gets_through_and_at_most_2_in_100_harmless_texts_are_blocked() =>
        Judge(LeakSet.All[0], Many);

    [TestCaseSource(nameof(LaterSets))]
    public void Of_a_later_set_none_gets_through_either(LeakSet set) => Judge(set, Fewer);

    [Test]
    public void A_person_would_judge_alike()
    {
        var wrong = LabelledTexts
            .All.Where(each => Look(each.Case).Blocks != each.Tells)
            .Select(each => each.Case.Text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(LabelledTexts.All, Has.Count.AtLeast(300));
            Assert.That(wrong, Is.Empty);
        }
    }

    // A pattern that tried every way to part such a row would not end, and its time running out would be a finding.
    [TestCase("0 7 1 ")]
    [TestCase("0123456789")]
    [TestCase("one two three ")]
    [TestCase("a")]
    [TestCase("r e f u g e ")]
    [TestCase("the ")]
    public void A_text_that_repeats_itself_is_read_to_its_end(string piece) =>
        Assert.That(Failed(Look(Repeating(piece))), Is.False);

    [Test]
    public void Digits_hidden_behind_a_long_row_of_signs_are_read_to_their_end() =>
        Assert.That(Failed(Look(Repeating("x", before: "0"))), Is.False);

    // By itself nothing of the check depends on what is asked first, or on how many ask.
    [Test]
    public void The_same_text_gives_the_same_finding_and_digest_each_time()
    {
        var traps = new FirstTraps(5).Take(40).ToArray();
        var before = traps.Select(Look).ToArray();

        var after = traps.Reverse().AsParallel().AsOrdered().Select(Look).Reverse().ToArray();

        Assert.That(after.Select(leak => leak.Digest), Is.EqualTo(before.Select(leak => leak.Digest)));
    }

    private static void Judge(LeakSet set, int count)
    {
        var all = Looked(set.Traps(count));
        var through = all.Where(each => !each.Leak.Blocks).Select(each => each.Case).ToArray();
        var plain = Looked(set.Harmless(count));
        var blocked = plain.Where(each => each.Leak.Blocks).Select(each => each.Case).ToArray();
        var share = 100.0 * blocked.Length / plain.Length;
        TestContext.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{set.Name} generator: {all.Length} traps, {through.Length} through; {plain.Length} harmless, {blocked.Length} blocked ({share:0.00} %)"
            )
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Concat(plain).Where(each => Failed(each.Leak)), Is.Empty, "could not be checked");
            Assert.That(
                through,
                Is.Empty,
                string.Join('\n', through.Take(20).Select(each => $"{each.Sort}: {each.Text}"))
            );
            Assert.That(share, Is.AtMost(MostBlocked), string.Join('\n', blocked.Take(10).Select(each => each.Text)));
        }
    }

    private static LeakCase Repeating(string piece, string before = "")
    {
        var any = new FirstTraps(5).Take(1).Single();
        return any with { Text = before + string.Concat(Enumerable.Repeat(piece, 4000 / piece.Length)) };
    }

    private static (LeakCase Case, LeakReport Leak)[] Looked(IEnumerable<LeakCase> cases) =>
        [.. cases.AsParallel().AsOrdered().Select(each => (each, Look(each)))];

    private static bool Failed(LeakReport leak) => leak.Findings.Any(finding => finding.Kind is LeakKind.NotChecked);

    private static LeakReport Look(LeakCase one) =>
        LeakCheck.Of(one.Contact).Look([new OutgoingText("concernSummary", one.Text)]);
}
