using MashBroker.Rules;
using MashBroker.Testing.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Hubs;

/// <summary>A referrer says that telling the family adds risk: nobody is sent to ask them.</summary>
internal sealed class When_the_family_must_not_know
{
    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public void Agreement_is_not_sought_and_why_is_put_on_record(string hub)
    {
        var consent = About(hub).Consent;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(consent.Beforehand, Is.EqualTo(ToldBeforehand.NotExpected));
            Assert.That(consent.SoughtBy, Is.Empty);
            Assert.That(consent.InsteadOfSeeking, Is.EqualTo("Do not seek it now; put on record why."));
        }
    }

    [Test]
    public void The_step_names_the_way_that_does_not_tell_them()
    {
        var steps = About("sefton").InsteadOfEnquiry!.Steps;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                steps.Select(step => step.Name),
                Has.None.Matches<string>(name => name.StartsWith("The parents are contacted", StringComparison.Ordinal))
            );
            Assert.That(steps[0].Code, Is.EqualTo("parents-contacted"));
            Assert.That(steps[0].Name, Does.Contain("not-contacted, of parents"));
        }
    }

    [Test]
    public void Whoever_publishes_is_not_sent_to_the_parents()
    {
        var hub = HubProfiles.Load("sefton");
        var contact = SomeContact.About("neglect") with { DoNotInformFamily = true };
        var told = Outlook
            .Of(hub, new OutlookQuestion { Contact = contact, Now = contact.ReceivedAt })
            .Plan!.NotOnRecord;
        Assert.That(
            string.Join(' ', told),
            Does.Contain("why the parents or carers are not informed")
                .And.Contain("why the parents' agreement is not sought")
                .And.Not.Contain("It is sought by")
        );
    }

    private static Outlook About(string hub)
    {
        var contact = SomeContact.About("housing") with { DoNotInformFamily = true };
        return Outlook.Of(HubProfiles.Load(hub), new OutlookQuestion { Contact = contact, Now = contact.ReceivedAt });
    }
}
