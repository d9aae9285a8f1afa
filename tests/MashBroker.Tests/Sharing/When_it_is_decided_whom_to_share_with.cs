using System.Net;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>A named person decides, and who is asked follows from it.</summary>
[CancelAfter(60_000)]
internal sealed class When_it_is_decided_whom_to_share_with
{
    private SharingBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await SharingBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Whoever_confirms_a_rating_decides_to_share_and_that_stands_on_record_as_such()
    {
        var enquiry = await _bench.Web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var decision = await LatestAsync<SharingDecision>(enquiry);

        Assert.Multiple(() =>
        {
            Assert.That(decision!.Decision, Is.EqualTo(SharingChoice.Share));
            Assert.That(decision.By, Is.EqualTo("A. Manager"));
            Assert.That(decision.With, Is.EqualTo(new[] { "police" }));
            Assert.That(decision.Purpose, Is.EqualTo("safeguarding-enquiry"));
            Assert.That(decision.Reason, Does.StartWith("Amber confirmed"));
            Assert.That(decision.ByRating, Is.True);
        });
    }

    [Test]
    public async Task A_decision_to_share_nothing_stops_the_rating_until_somebody_decides_otherwise()
    {
        var contact = await _bench.Web.SubmitAsync(WebContact.Json());
        using var kept = await _bench.PostAsync(
            contact,
            "sharing-decision",
            $$"""{{{SharingBench.By}},"decision":"not-to-share","reason":"Wrong family."}"""
        );
        using var stopped = await _bench.RateAsync(contact);
        using var shared = await _bench.PostAsync(
            contact,
            "sharing-decision",
            $$"""{{{SharingBench.By}},"decision":"share","reason":"The right one."}"""
        );
        using var published = await _bench.RateAsync(contact);

        Assert.Multiple(() =>
        {
            Assert.That(kept.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(stopped.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(shared.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(published.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task Where_agreement_was_refused_a_rating_says_why_the_agencies_are_asked_all_the_same()
    {
        // Where harm is stated, the hub's rules dispense with agreement.
        var contact = await _bench.Web.SubmitAsync(
            WebContact.Json().Replace("\"significantHarm\":true", "\"significantHarm\":false", StringComparison.Ordinal)
        );
        using var refused = await _bench.PostAsync(
            contact,
            SharingBench.Statements[1].Kind,
            SharingBench.Statements[1].Json
        );
        using var bare = await _bench.RateAsync(contact);
        using var decided = await _bench.PostAsync(
            contact,
            "sharing-decision",
            $$"""{{{SharingBench.By}},"decision":"share","reason":"He may hurt her."}"""
        );
        using var rated = await _bench.RateAsync(contact);
        var decision = await LatestAsync<SharingDecision>(
            (await _bench.Web.Hub.ContactAsync(contact)).EnquiryReference!
        );

        Assert.Multiple(() =>
        {
            Assert.That(bare.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(rated.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(decision!.Reason, Does.EndWith("confirmed: He may hurt her."));
        });
    }

    [Test]
    public async Task An_agency_with_which_it_was_decided_not_to_share_is_not_asked_and_the_plan_says_so_before()
    {
        var contact = await _bench.Web.SubmitAsync(WebContact.Json());
        using var kept = await _bench.PostAsync(
            contact,
            "sharing-decision",
            $$"""{{{SharingBench.By}},"decision":"not-to-share","with":["police"],"reason":"The father is an officer."}"""
        );
        using var plan = JsonDocument.Parse(await _bench.GetAsync($"/api/contacts/{contact}/plan"));
        using var published = await _bench.RateAsync(contact);
        var enquiry = (await _bench.Web.Hub.ContactAsync(contact)).EnquiryReference!;
        var requests = await _bench.Web.Hub.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry));

        Assert.Multiple(() =>
        {
            Assert.That(plan.RootElement.GetProperty("remarks").ToString(), Does.Contain("not to share with Police"));
            Assert.That(
                plan.RootElement.GetProperty("agencies")[0].GetProperty("notAskedReason").GetString(),
                Is.EqualTo("it was decided not to share with it")
            );
            Assert.That(requests[0].NotAskedReason, Is.EqualTo("it was decided not to share with it"));
            Assert.That(_bench.Police.All, Is.Empty);
        });
    }

    private async Task<T?> LatestAsync<T>(EnquiryReference enquiry)
        where T : CaseStatement
    {
        var contact = (await _bench.Web.Hub.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry)))!.ContactReference;
        return await _bench.Web.Hub.ReadAsync(view => CaseFile.LatestAsync<T>(view, contact));
    }
}
