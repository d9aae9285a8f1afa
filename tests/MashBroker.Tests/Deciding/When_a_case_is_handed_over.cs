using System.Net;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Testing.Correlation;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>The receiving team gets a summary without what may not be passed on.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_case_is_handed_over
{
    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await DecisionBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Before_it_is_decided_every_fault_of_a_handing_over_is_said_with_that()
    {
        var faults = await _bench.RefusedAsync($"cases/{_bench.Enquiry}/summary", """{"by":"A. Manager"}""");
        var alone = await _bench.RefusedAsync(
            $"cases/{_bench.Enquiry}/summary",
            $$"""{{{DecisionBench.Manager}},"to":"Early Help","recipient":"P. Orrell","how":"in person"}""",
            HttpStatusCode.Conflict
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                faults.Select(fault => fault.Split(':')[0]),
                Is.EquivalentTo(["role", "to", "recipient", "how", "reference"])
            );
            Assert.That(alone, Has.One.StartsWith("reference: is of a case that has no summary yet"));
        }
    }

    [Test]
    public async Task Another_team_than_the_outcomes_is_given_the_summary_with_a_reason_only()
    {
        await _bench.DecideAsync();
        var to = $$"""{{{DecisionBench.Manager}},"to":"Youth Justice","recipient":"P. Orrell","how":"in person"}""";

        var faults = await _bench.RefusedAsync($"cases/{_bench.Enquiry}/summary", to);
        await _bench.PostedAsync(
            $"cases/{_bench.Enquiry}/summary",
            to.Insert(1, "\"why\":\"Early Help has asked them.\",")
        );
        var view = await _bench.PostedAsync(
            $"cases/{_bench.Enquiry}/summary",
            $$"""{{{DecisionBench.Manager}},"to":"Early Help team","recipient":"D. Other","how":"in person"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults, Has.Exactly(1).StartsWith("why: is missing, and the outcome's team is Early Help"));
            Assert.That(view.GetProperty("given").GetArrayLength(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task The_receiving_team_gets_a_summary_without_what_may_not_be_passed_on()
    {
        await _bench.Police.SendAsync(
            _bench.ToPolice,
            SomeReturn.Of(
                SomeReturn.Held(
                    "S1",
                    SomeReturn.Record("DI-1") with
                    {
                        Summary = "Found on the street at night.",
                    },
                    SomeReturn.Record("DI-2") with
                    {
                        Summary = "Heard from a source.",
                        Handling = "P",
                    }
                ),
                SomeReturn.NothingKnown("S2")
            )
        );
        await _bench.Police.ExpectAsync(LetterType.ReturnReceipt);
        await _bench.DecideAsync();

        var view = await _bench.GetAsync($"enquiries/{_bench.Enquiry}/summary");
        var given = await _bench.PostedAsync(
            $"enquiries/{_bench.Enquiry}/summary",
            $$"""{{{DecisionBench.Manager}},"to":"Early Help","recipient":"P. Orrell","how":"in person"}"""
        );

        var text = view.GetProperty("text").GetString();
        var acts = await _bench.Hub.ReadAsync(session => AuditStore.OfEnquiryAsync(session, _bench.Enquiry));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("Found on the street").And.Contain("Health has not answered yet"));
            Assert.That(text, Does.Not.Contain("Heard from a source"));
            Assert.That(text, Does.Contain("Police: 1 record not passed on"));
            Assert.That(view.GetProperty("summary").GetProperty("to").GetString(), Is.EqualTo("Early Help"));
            Assert.That(acts.Select(act => act.Act), Does.Contain(AuditAct.SummaryRead));
            Assert.That(
                given.GetProperty("given")[0].GetProperty("statement").GetProperty("digest").GetString(),
                Is.EqualTo(view.GetProperty("digest").GetString())
            );
        }
    }
}
