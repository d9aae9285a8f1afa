using MashBroker.Contracts;
using MashBroker.Web.Afterwards;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>What the receiving team is told of a person tells nobody who referred, or where somebody hides.</summary>
internal sealed class SummaryOfPersonTests
{
    private static readonly DateTimeOffset Decided = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    private static readonly Subject Hidden = Living(
        "S1",
        new Address
        {
            Lines = ["14 Heron Rise"],
            Postcode = "ZX9 4QQ",
            Protected = true,
        }
    );

    // The form marked the child's place alone.
    private static readonly Subject Brother = Living(
        "S2",
        new Address { Lines = ["14 Heron Rise"], Postcode = "ZX94QQ" }
    );

    [Test]
    public void A_place_that_is_protected_for_one_is_told_of_nobody_and_neither_is_its_telephone()
    {
        var told = new SummaryOfPerson([Hidden, Brother], Decided, isReferrerNamed: true).Make(Brother);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Address, Is.EqualTo("at a protected address; ask the hub"));
            Assert.That(told.Telephones, Is.Empty);
        }
    }

    [TestCase(true, "her nephew")]
    [TestCase(false, null)]
    public void How_somebody_is_related_is_told_only_where_whoever_referred_is_named(bool named, string? told) =>
        Assert.That(new SummaryOfPerson([Brother], Decided, named).Make(Brother).Relationship, Is.EqualTo(told));

    [Test]
    public void An_address_that_was_left_is_not_where_somebody_lives() =>
        Assert.That(
            new SummaryOfPerson([], Decided, isReferrerNamed: true)
                .Make(Living("S3", new Address { Lines = ["1 Old Row"], To = new DateOnly(2026, 10, 1) }))
                .Address,
            Is.Null
        );

    private static Subject Living(string code, Address address) =>
        new()
        {
            Code = code,
            Role = SubjectRole.Sibling,
            Names = [new PersonName { Given = "Tem", Family = "Quarrie" }],
            Relationship = "her nephew",
            Addresses = [address],
            Telephones = ["0151 496 0777"],
        };
}
