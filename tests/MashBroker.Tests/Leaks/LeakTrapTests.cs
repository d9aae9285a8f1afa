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
        Judge("first generator", new FirstTraps(20261122).Take(Many), new FirstHarmless(20261123).Take(Many));

    private static void Judge(string generator, IEnumerable<LeakCase> traps, IEnumerable<LeakCase> harmless)
    {
        var all = traps.AsParallel().AsOrdered().Select(each => (Case: each, Leak: Look(each))).ToArray();
        var through = all.Where(each => !each.Leak.Blocks).Select(each => each.Case).ToArray();
        var plain = harmless.AsParallel().AsOrdered().Select(each => (Case: each, Leak: Look(each))).ToArray();
        var blocked = plain.Where(each => each.Leak.Blocks).ToArray();
        var share = 100.0 * blocked.Length / plain.Length;
        TestContext.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{generator}: {all.Length} traps, {through.Length} through; {plain.Length} harmless, {blocked.Length} blocked ({share:0.00} %)"
            )
        );
        foreach (var sort in through.GroupBy(each => each.Sort))
        {
            TestContext.Out.WriteLine($"through: {sort.Key} {sort.Count()}, e.g.");
            foreach (var one in sort.Take(3))
            {
                TestContext.Out.WriteLine(
                    $"   {one.Text}   <{one.Contact.Referrer.Name}, {one.Contact.Referrer.Role}>"
                );
            }
        }

        foreach (
            var (one, leak) in blocked
                .DistinctBy(each =>
                    each.Leak.Findings[0].Kind
                    + each.Case.Text[
                        each.Leak.Findings[0].Start..(each.Leak.Findings[0].Start + each.Leak.Findings[0].Length)
                    ]
                )
                .Take(30)
        )
        {
            var first = leak.Findings[0];
            TestContext.Out.WriteLine(
                $"blocked: {first.Kind} '{one.Text.Substring(first.Start, first.Length)}' in: {one.Text}   <{one.Contact.Referrer.Name}, {one.Contact.Referrer.Role}>"
            );
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(through, Is.Empty);
            Assert.That(share, Is.AtMost(MostBlocked));
        }
    }

    private static LeakReport Look(LeakCase one) =>
        LeakCheck.Of(one.Contact).Look([new OutgoingText("concernSummary", one.Text)]);
}
