using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Tests.Contacts;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>What somebody has said, and decided about sharing, holds for a plan made later too.</summary>
[CancelAfter(120_000)]
internal sealed class When_the_plan_is_made_anew
{
    private const string Manager = "\"by\":\"A. Manager\",\"role\":\"manager\"";
    private const string Asks = "somebody has to say";
    private const string Said = "a named person has said that this contact needs a multi-agency enquiry";

    private static readonly HubProfile Evident = HubProfiles.Load(HubProfiles.Sample) with
    {
        Criteria = [new APersonSaysSo("evident", "Concerns evident", "Are concerns evident?")],
        TriagedBy = HubDefaults.TriagedBy,
    };

    [Test]
    public async Task A_rerating_knows_who_said_yes_and_with_whom_nothing_is_shared()
    {
        await using var web = await WebBench.SetUpAsync(Evident, ["police", "health"]);
        var (contact, enquiry) = await PublishAsync(web);

        using var answer = await web.PostAsync(
            $"/api/enquiries/{enquiry}/rerate",
            $$"""{{{Manager}},"rating":"green","reason":"She was seen."}"""
        );

        var told = await answer.Content.ReadAsStringAsync();
        var kept = PublishedPlan
            .Read((await web.Hub.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry)))!.PlanJson)
            .Remarks;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told, Does.Contain(Said).And.Not.Contain(Asks));
            Assert.That(kept, Has.Some.Contains(Said).And.None.Contains(Asks));
            Assert.That(kept, Has.Some.EqualTo("It was decided not to share with Health."));
            Assert.That(kept, Has.None.Contains("Probation"), "which is not connected");
        }

        using var plan = await web.Http.GetAsync(new Uri($"/api/contacts/{contact}/plan?rating=red", UriKind.Relative));
        using var outlook = await web.Http.GetAsync(new Uri($"/api/contacts/{contact}/outlook", UriKind.Relative));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await plan.Content.ReadAsStringAsync(), Does.Contain(Said).And.Not.Contain(Asks));
            Assert.That(await outlook.Content.ReadAsStringAsync(), Does.Contain("\"enquiry\"").And.Not.Contain(Asks));
        }
    }

    private static async Task<(string Contact, EnquiryReference Enquiry)> PublishAsync(WebBench web)
    {
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());
        await SomeCase.PutOnRecordAsync(
            web,
            contact,
            "sharing-decision",
            new
            {
                decision = "not-to-share",
                with = new[] { "health" },
                reason = "The mother works there.",
            }
        );
        using var rated = await web.PostAsync(
            $"/api/contacts/{contact}/rating",
            $$"""{{{Manager}},"rating":"amber","reason":"Two calls.","answers":[{"criterion":"evident","yes":true}]}"""
        );
        Assert.That(rated.IsSuccessStatusCode, await rated.Content.ReadAsStringAsync());
        await web.Hub.UntilAsync(
            "published",
            async () => (await web.Hub.ContactAsync(contact)).State is ContactState.Published
        );
        return (contact, (await web.Hub.ContactAsync(contact)).EnquiryReference!);
    }
}
