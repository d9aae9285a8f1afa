using System.Net;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;
using MashBroker.Tests.Deciding;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

[CancelAfter(60_000)]
internal sealed class When_a_decided_enquiry_is_to_be_withdrawn
{
    [Test]
    public async Task It_is_refused_with_the_remedy_because_the_decision_rests_on_what_was_returned()
    {
        await using var bench = await DecisionBench.SetUpAsync();
        await bench.PoliceAnswerAsync();
        await bench.DecideAsync();

        using var answer = await bench.Web.PostAsync(
            $"/api/enquiries/{bench.Enquiry}/withdraw",
            $$"""{{{DecisionBench.Manager}},"agency":"police","reason":"It is another family."}"""
        );

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(
                text,
                Does.Contain("the decision rests on what was returned")
                    .And.Contain($"mash decision record {bench.Enquiry}")
            );
            Assert.That((await bench.RowAsync()).State, Is.EqualTo(EnquiryState.Decided));
            Assert.That(
                bench.Police.All.Select(came => came.Letter.Head.Type),
                Has.None.EqualTo(LetterType.Withdrawal)
            );
        });
    }
}
