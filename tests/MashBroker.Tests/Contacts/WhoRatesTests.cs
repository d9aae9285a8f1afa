using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>To confirm a rating is to decide to share: ops/decisions/0095.</summary>
internal sealed class WhoRatesTests
{
    [TestCase("sefton", "Duty Social Worker", true)]
    [TestCase("sefton", "practice manager", true)]
    [TestCase("sefton", "tea lady", false)]
    [TestCase("sefton", "receptionist of the team manager", false)]
    [TestCase("northamptonshire", "Senior Social Work Practitioner", true)]
    [TestCase("northamptonshire", "police officer", false)]
    [TestCase("sample", "manager", true)]
    [TestCase("sample", "cleaner", false)]
    [TestCase("milton-keynes", "MASH team manager", true)]
    [TestCase("milton-keynes", "duty social worker", false)]
    public void Somebody_of_the_posts_that_the_hub_or_the_default_names(string hub, string role, bool may) =>
        Assert.That(ContactRoles.MayRate(HubProfiles.Load(hub), role), Is.EqualTo(may));

    [TestCase("sefton", "Duty Social Worker", true)]
    [TestCase("sefton", "cleaner", false)]
    [TestCase("milton-keynes", "duty social worker", false)]
    public void Whom_a_hub_names_for_contacts_without_an_enquiry_is_its_team(string hub, string role, bool may) =>
        Assert.That(ContactRoles.CheckDecider(HubProfiles.Load(hub), role), may ? Is.Null : Is.Not.Null);
}
