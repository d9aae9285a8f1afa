using MashBroker.Contracts.Cases;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

internal sealed class WhoIsASocialWorkerTests
{
    [TestCase("social worker", true)]
    [TestCase("Duty Social Worker", true)]
    [TestCase("A district based social worker", true)]
    [TestCase("Senior Social Work Practitioner", true)]
    [TestCase("tea lady", false)]
    [TestCase("key worker", false)]
    [TestCase("student social worker", false)]
    [TestCase("social worker's assistant", false)]
    [TestCase("not a social worker", false)]
    public void A_social_worker_is_told_by_the_role(string role, bool one) =>
        Assert.That(SocialWorkers.Include(role), Is.EqualTo(one));

    [TestCase("MASH social worker", null, null)]
    [TestCase("cleaner", null, "visitedByRole")]
    [TestCase("Duty police officer", "The hub was cut off by snow.", null)]
    [TestCase("Social worker", "The hub was cut off by snow.", "departsFromRole")]
    public void Whoever_visits_is_whom_the_rules_name_or_there_is_a_reason(
        string role,
        string? departs,
        string? fault
    ) =>
        Assert.That(
            Visitors.Check(new VisitRule(ByHub: true, "MASH Social Workers", []), Visit(role, departs))?.Path,
            Is.EqualTo(fault)
        );

    [Test]
    public void A_hub_that_names_no_visitors_leaves_it_to_anybody() =>
        Assert.That(Visitors.Check(null, Visit("cleaner", null)), Is.Null);

    private static DutyVisit Visit(string role, string? departs) =>
        new()
        {
            By = "A. Worker",
            Role = "social worker",
            VisitedBy = "V. Isitor",
            VisitedByRole = role,
            DepartsFromRole = departs,
            VisitedAt = DateTimeOffset.UnixEpoch,
            Text = "Seen.",
        };
}
