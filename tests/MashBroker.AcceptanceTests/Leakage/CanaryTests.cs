using System.Text;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Leakage;

/// <summary>The search finds what it looks for: otherwise a clean result would mean nothing.</summary>
internal sealed class CanaryTests
{
    [Test]
    public void Finds_a_word_in_plain_and_in_wide_text([Values("", "x", "xy", "xyz")] string before)
    {
        foreach (var word in Canary.All)
        {
            var text = $"{before}{word}{before}";
            using (Assert.EnterMultipleScope())
            {
                Assert.That(Canary.FoundIn(Encoding.UTF8.GetBytes(text), [word]), Is.EqualTo([word]));
                Assert.That(Canary.FoundIn(Encoding.Unicode.GetBytes(text), [word]), Is.EqualTo([word]));
                Assert.That(
                    Canary.FoundIn(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), [word]),
                    Is.EqualTo([word])
                );
                Assert.That(
                    Canary.FoundIn(Convert.ToBase64String(Encoding.Unicode.GetBytes(text)), [word]),
                    Is.EqualTo([word])
                );
            }
        }
    }

    [Test]
    public void Finds_an_accented_name_as_JSON_escapes_it() =>
        Assert.That(Canary.FoundIn("""{"given":"Xanthipp\u00e9"}""", [Canary.Given]), Is.EqualTo([Canary.Given]));

    [Test]
    public void Finds_nothing_where_nothing_is() =>
        Assert.That(Canary.FoundIn("SEFTON-2026-000001 was sent to police.", Canary.All), Is.Empty);
}
