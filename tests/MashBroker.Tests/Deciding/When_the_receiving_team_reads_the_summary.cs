using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>A worker who goes there tonight has nothing but this.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_the_receiving_team_reads_the_summary
{
    [Test]
    public async Task It_says_where_the_family_lives_and_what_may_not_be_told_to_it()
    {
        await using var bench = await DecisionBench.SetUpAsync(
            SomeFamily.Contact with
            {
                People =
                [
                    SomeFamily.Contact.People[0] with
                    {
                        Addresses = [new Address { Lines = ["3 Mill Lane", "Sampleton"], Postcode = "ZZ1 1ZZ" }],
                        Telephones = ["01632 960001"],
                    },
                    SomeFamily.Contact.People[1] with
                    {
                        Addresses = [new Address { Lines = ["Larch House"], Protected = true }],
                    },
                ],
                Concern = SomeFamily.Contact.Concern with { SignificantHarm = true },
            }
        );
        await bench.Police.SendAsync(
            bench.ToPolice,
            SomeReturn.Of(
                SomeReturn.Held("S1", SomeReturn.Record("DI-1", new DateOnly(2026, 1, 2))),
                SomeReturn.NothingKnown("S2")
            ) with
            {
                Restrictions = ["not-to-family"],
            }
        );
        await bench.Police.ExpectAsync(LetterType.ReturnReceipt);
        await bench.PostedAsync(
            $"strategy/{bench.Enquiry}/record",
            $$"""{{{DecisionBench.Manager}},"heldAt":"{{bench.Hub.Clock.GetUtcNow():O}}","lead":"A. Manager","leadRole":"Team manager","attended":[{"agency":"police","name":"P. Orrell","role":"Sergeant"}],"decisions":["A section 47 enquiry begins."],"notQuorateBecause":"Nobody else was free."}"""
        );
        await bench.DecideAsync(outcome: "section-47");
        await bench.Hub.UntilAsync(
            "frozen",
            async () => (await bench.ShowAsync()).GetProperty("decisions")[0].TryGetProperty("frozen", out _)
        );

        var text = (await bench.GetAsync($"cases/{bench.Enquiry}/summary")).GetProperty("text").GetString();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("3 Mill Lane, Sampleton, ZZ1 1ZZ").And.Contain("telephone 01632 960001"));
            Assert.That(text, Does.Contain("at a protected address").And.Not.Contain("Larch House"));
            Assert.That(text, Does.Contain("What record DI-1 says. [Not to family]"));
            Assert.That(text, Does.Contain("A section 47 enquiry begins."));
        }
    }
}
