using System.Text;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>Which entries of a case file show that a step was done.</summary>
internal sealed class NoEnquiryStepsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    [TestCase(
        "parents-contacted",
        "view",
        """{"of":"parent","giver":"mother","text":"x","givenAt":"2026-11-17T09:00:00Z"}"""
    )]
    [TestCase(
        "parents-contacted",
        "view",
        """{"of":"carer","giver":"aunt","text":"x","givenAt":"2026-11-17T09:00:00Z"}"""
    )]
    [TestCase("parents-contacted", "not-contacted", """{"of":"parents","why":"It would put the child at risk."}""")]
    [TestCase(
        "referrer-contacted",
        "view",
        """{"of":"referrer","giver":"the referrer","text":"x","givenAt":"2026-11-17T09:00:00Z"}"""
    )]
    [TestCase("referrer-contacted", "not-contacted", """{"of":"referrer","why":"Left no number."}""")]
    [TestCase("chronology", "chronology", """{"on":"2025-01-01","source":"social-care","text":"x"}""")]
    [TestCase("chronology", "step-done", """{"step":"chronology","text":"Nothing is recorded anywhere."}""")]
    [TestCase("risk-factors", "risk-factor", """{"heading":"danger-statement","text":"x"}""")]
    [TestCase("protective-factors", "protective-factor", """{"heading":"strength","text":"x"}""")]
    [TestCase("of-our-own", "step-done", """{"step":"of-our-own","text":"x"}""")]
    public void This_entry_shows_that_the_step_was_done(string step, string kind, string fields) =>
        Assert.That(Missing(step, Entry(kind, fields)), Is.Empty);

    [TestCase(
        "parents-contacted",
        "view",
        """{"of":"referrer","giver":"the referrer","text":"x","givenAt":"2026-11-17T09:00:00Z"}"""
    )]
    [TestCase(
        "parents-contacted",
        "view",
        """{"of":"child","giver":"the child","text":"x","givenAt":"2026-11-17T09:00:00Z"}"""
    )]
    [TestCase("parents-contacted", "not-contacted", """{"of":"referrer","why":"x"}""")]
    [TestCase("parents-contacted", "step-done", """{"step":"parents-contacted","text":"x"}""")]
    [TestCase("chronology", "step-done", """{"step":"of-our-own","text":"x"}""")]
    [TestCase("risk-factors", "protective-factor", """{"heading":"strength","text":"x"}""")]
    [TestCase("of-our-own", "note", """{"text":"Did of-our-own."}""")]
    public void This_entry_does_not(string step, string kind, string fields) =>
        Assert.That(Missing(step, Entry(kind, fields)), Has.Count.EqualTo(1));

    [Test]
    public void Signs_of_safety_needs_worries_strengths_and_the_scale()
    {
        CaseEntry[] all =
        [
            Entry("risk-factor", """{"heading":"past-harm","text":"x"}"""),
            Entry("protective-factor", """{"heading":"existing-safety","text":"x"}"""),
            Entry("signs-of-safety", """{"scale":0}"""),
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Missing("signs-of-safety"), Has.Count.EqualTo(3));
            Assert.That(Missing("signs-of-safety", all), Is.Empty);
            foreach (var one in all)
            {
                Assert.That(
                    Missing("signs-of-safety", [.. all.Except([one])]).Single().ShownBy,
                    Is.EqualTo(one.Kind.Code)
                );
            }
        }
    }

    [TestCase("signs-of-safety", "{}", "scale")]
    [TestCase("signs-of-safety", """{"scale":11}""", "scale")]
    [TestCase("risk-factor", """{"heading":"strength","text":"x"}""", "heading")]
    [TestCase("chronology", """{"on":"2025-02-01","until":"2025-01-01","source":"early-help","text":"x"}""", "until")]
    [TestCase("chronology", """{"on":"2026-12-01","source":"early-help","text":"x"}""", "on")]
    [TestCase("not-contacted", """{"of":"parents"}""", "why")]
    [TestCase("route-done", """{"route":"moon","text":"x"}""", "route")]
    [TestCase("open-case", """{"case":{"service":"police"}}""", "case.service")]
    public void An_entry_with_a_fault_says_where(string kind, string fields, string path) =>
        Assert.That(Read(kind, fields).Faults.Single().Path, Is.EqualTo(path));

    private static IReadOnlyList<MissingStep> Missing(string step, params CaseEntry[] file) =>
        NoEnquirySteps.Missing(
            new NoEnquiryRule { Route = "Early Help", Steps = [new NoEnquiryStep(step, "A step.")] },
            file
        );

    private static CaseEntry Entry(string kind, string fields) =>
        new(1, CaseEntryKinds.Find(kind)!, Now, Read(kind, fields).Statement!);

    private static CaseEntryReading Read(string kind, string fields) =>
        CaseEntryDoor.Read(
            CaseEntryKinds.Find(kind)!,
            Encoding.UTF8.GetBytes(
                fields.Length == 2
                    ? """{"by":"Ann Example","role":"duty social worker"}"""
                    : $$"""{"by":"Ann Example","role":"duty social worker",{{fields[1..]}}"""
            ),
            Now
        );
}
