using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Life;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>Rated while it had nothing in common with any enquiry, and not published yet when somebody adds its child to one.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_household_becomes_one_after_the_rating
{
    private static readonly Subject Brother = new()
    {
        Code = "S1",
        Role = SubjectRole.Child,
        Names = [new PersonName { Given = "Ivo", Family = "Vane" }],
        DateOfBirth = new DateOnly(2019, 5, 3),
    };

    [TestCase(true)]
    [TestCase(false)]
    public async Task It_is_published_and_says_so(bool added)
    {
        await using var hub = await HubBench.SetUpAsync("police");
        var other = await hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var contact = await TriagedAsync(hub);
        await hub.StopHubAsync();
        await hub.StartHubAsync(worker: false);
        await hub.Ledger.WriteAsync(
            async change =>
            {
                await ContactStore.ConfirmRatingAsync(change, contact, Rating.Red, "A. Manager", "Manager", "Serious.");
                if (added)
                {
                    var told = await TellFacts.WriteAsync(
                        change,
                        hub.Profile,
                        other,
                        SomeChange.Told(Brother with { Code = "", Role = SubjectRole.Sibling })
                    );
                    Assert.That(told!.Faults, Is.Empty);
                }

                return 0;
            },
            CancellationToken.None
        );
        await hub.StopHubAsync();
        await hub.StartHubAsync();
        await hub.UntilAsync(
            "published",
            async () => (await hub.ContactAsync(contact)).State is ContactState.Published
        );

        var published = (await hub.ContactAsync(contact)).EnquiryReference!;
        var row = (await hub.ReadAsync(view => EnquiryStore.FindAsync(view, published)))!;
        Assert.That(
            PublishedPlan
                .Read(row.PlanJson)
                .Remarks.Count(remark => remark.Contains($"the same household: {other}", StringComparison.Ordinal)),
            Is.EqualTo(added ? 1 : 0)
        );
    }

    private static async Task<string> TriagedAsync(HubBench hub)
    {
        var contact = SomeFamily.Contact with { People = [Brother] };
        var written = await hub.Ledger.WriteAsync(
            change =>
                ContactStore.AddAsync(
                    change,
                    hub.Profile.Code,
                    MessageId.New().ToString(),
                    contact.ReceivedAt,
                    ContactContent.Write(contact),
                    "web",
                    MashBroker.Ledger.Lookups.LookupTerms.Of(contact)
                ),
            CancellationToken.None
        );
        await hub.UntilAsync(
            "triaged",
            async () => (await hub.ContactAsync(written.Reference)).State is ContactState.Triaged
        );
        return written.Reference;
    }
}
