using System.Globalization;
using MashBroker.Rules;
using MashBroker.Testing.Leaks;
using NUnit.Framework;

namespace MashBroker.Tests.Leaks;

/// <summary>Seeded texts in numbers: what tells is stopped, what tells nothing is let through.</summary>
internal sealed class LeakTrapTests
{
    private const int Many = 5000;

    // One harmless text of fifty may be stopped: a person then says why it may leave.
    private const double MostBlocked = 2;

    [Test]
    public void None_of_5000_traps_gets_through_and_at_most_2_in_100_harmless_texts_are_blocked() =>
        Judge("first", new FirstTraps(20261122).Take(Many), new FirstHarmless(20261123).Take(Many));

    [Test]
    public void The_same_holds_for_traps_that_were_written_after_the_check() =>
        Judge("second", new SecondTraps(7).Take(Many), new SecondHarmless(8).Take(Many));

    [Test]
    public void The_same_holds_for_texts_of_somebody_who_had_not_seen_the_check() =>
        Judge("held out", new HeldOutTexts(31).Traps(Many), new HeldOutTexts(32).HarmlessTexts(Many));

    [Test]
    public void The_same_holds_for_case_notes_as_social_workers_write_them() =>
        Judge("fourth", new FourthTraps(41).Take(Many), new FourthHarmless(42).Take(Many));

    [Test]
    public void The_same_holds_for_the_last_small_set() =>
        Judge("fifth", new FifthTexts(51).Traps(Many), new FifthTexts(52).Harmless(Many));

    // Some of an author's turns of phrase always remain; as few as now, and never more again.
    [Test]
    public void Of_the_traps_of_somebody_else_few_get_through() =>
        Judge("sixth", new SixthTraps(61).Take(Many), new SixthHarmless(62).Take(Many), mostThrough: 32);

    [Test]
    public void Of_the_traps_of_somebody_who_writes_as_people_speak_few_get_through() =>
        Judge("seventh", new SeventhTraps(61).Take(Many), new SeventhHarmless(62).Take(Many), mostThrough: 271);

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

    private static void Judge(
        string generator,
        IEnumerable<LeakCase> traps,
        IEnumerable<LeakCase> harmless,
        int mostThrough = 0
    )
    {
        var all = Looked(traps);
        var through = all.Where(each => !each.Leak.Blocks).Select(each => each.Case).ToArray();
        var plain = Looked(harmless);
        var blocked = plain.Where(each => each.Leak.Blocks).Select(each => each.Case).ToArray();
        var share = 100.0 * blocked.Length / plain.Length;
        TestContext.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{generator} generator: {all.Length} traps, {through.Length} through; {plain.Length} harmless, {blocked.Length} blocked ({share:0.00} %)"
            )
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Concat(plain).Where(each => Failed(each.Leak)), Is.Empty, "could not be checked");
            Assert.That(
                through.Take(20).Select(each => $"{each.Sort}: {each.Text}").ToArray(),
                Has.Length.AtMost(mostThrough)
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
