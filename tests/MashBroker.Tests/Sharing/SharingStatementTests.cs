using System.Text;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>What is asked of statements about sharing, so that one fact never stands for another.</summary>
internal sealed class SharingStatementTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    [TestCase("parents-informed", "{}", "by parents role")]
    [TestCase("parents-informed", """{"parents":"not-informed"}""", "by role whyNot")]
    [TestCase("parents-informed", """{"parents":"informed","whyNot":"x"}""", "by role whyNot")]
    [TestCase(
        "parents-informed",
        """{"parents":"informed","informedAt":"2026-11-17T10:00:01Z"}""",
        "by informedAt role"
    )]
    [TestCase("consent", "{}", "agreement by role")]
    [TestCase("consent", """{"agreement":"sought"}""", "by role soughtBy soughtFrom")]
    [TestCase("consent", """{"agreement":"refused","soughtBy":"x","soughtFrom":"y"}""", "by reason role")]
    [TestCase("consent", """{"agreement":"dispensed-with"}""", "by reason role")]
    [TestCase("consent", """{"agreement":"assumed"}""", "agreement by role")]
    [TestCase("lawful-basis", "{}", "basis by necessity role")]
    [TestCase("sharing-decision", """{"decision":"perhaps"}""", "by decision reason role")]
    [TestCase("view", "{}", "by givenAt giver of role text")]
    [TestCase("joined-enquiry", """{"enquiry":"SAMPLE-2026-000001"}""", "by enquiry reason role")]
    public void Every_fault_of_a_statement_is_told_at_once(string kind, string json, string paths) =>
        Assert.That(
            string.Join(' ', Read(kind, json).Faults.Select(fault => fault.Path).Order(StringComparer.Ordinal)),
            Is.EqualTo(paths)
        );

    [TestCase("""{"parents":"not-informed"}""", "consent.whyNotInformed")]
    [TestCase("""{"agreement":"refused"}""", "consent.reason")]
    [TestCase("""{"agreement":"dispensed-with"}""", "consent.reason")]
    [TestCase("""{"agreement":true}""", "consent.agreement")]
    public void What_the_referrer_says_of_the_parents_is_held_to_the_same(string consent, string path)
    {
        var json = $$"""
            {
              "referrer": { "kind": "professional", "name": "Duty teacher" },
              "people": [{ "role": "child", "names": [{ "given": "Robin", "family": "Sample" }] }],
              "concern": { "summary": "A worry.", "kinds": [] },
              "consent": {{consent}}
            }
            """;

        Assert.That(
            ContactDoor.Read(Encoding.UTF8.GetBytes(json), Now).Faults.Select(fault => fault.Path),
            Is.EqualTo(new[] { path })
        );
    }

    [Test]
    public void A_decision_without_agencies_is_about_all_and_shares_nothing_unless_it_says_so()
    {
        var read = Read("sharing-decision", """{"by":"A","role":"B","decision":"not-to-share","reason":"C"}""");
        var decision = (SharingDecision)read.Statement!;

        Assert.That(decision.With, Is.Empty);
        Assert.That(decision.ByRating, Is.False);
    }

    private static CaseEntryReading Read(string kind, string json) =>
        CaseEntryDoor.Read(CaseEntryKinds.Find(kind)!, Encoding.UTF8.GetBytes(json), Now);
}
