using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Life;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Hubs;

/// <summary>"The MASH has links with other services": they are not asked like its core, and can be asked.</summary>
[CancelAfter(60_000)]
internal sealed class LinkedAgencyTests
{
    [Test]
    public async Task They_are_not_asked_at_publication_and_are_when_somebody_asks_for_it()
    {
        await using var hub = await HubBench.SetUpAsync(
            HubProfiles.Load("milton-keynes"),
            ["police", "health", "social-care", "probation"]
        );
        var enquiry = await hub.EnquireAsync(SomeFamily.Contact, Rating.Red);
        var before = await hub.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry));

        var asked = await hub.Ledger.WriteAsync(
            change => AskAgency.WriteAsync(change, hub.Profile, enquiry, SomeChange.Asked("probation")),
            CancellationToken.None
        );

        var probation = before.Single(each => each.Agency == "probation");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                before.Where(each => each.State is not RequestState.NotAsked).Select(each => each.Agency),
                Is.EquivalentTo(["police", "health", "social-care"])
            );
            Assert.That(
                probation.NotAskedReason,
                Is.EqualTo("linked with the hub, and asked when somebody asks for it")
            );
            Assert.That(asked!.Faults, Is.Empty);
            Assert.That(asked.Told, Is.EqualTo(["probation"]));
        }
    }

    [Test]
    public void A_receiver_that_is_no_team_gives_nothing_to_differ_from()
    {
        var signpost = HubProfiles.Load("milton-keynes").Outcomes.Single(outcome => outcome.Code == "signpost");
        var given = new SummaryGiven
        {
            By = "Ann Example",
            Role = "MASH team manager",
            To = "A drug and alcohol service",
            Recipient = "D. Worker",
            How = "By telephone.",
        };

        Assert.That(ReceivingTeam.Check(signpost, given), Is.Null);
        Assert.That(ReceivingTeam.Check(signpost with { ReceiverVaries = false }, given)!.Path, Is.EqualTo("why"));
    }
}
