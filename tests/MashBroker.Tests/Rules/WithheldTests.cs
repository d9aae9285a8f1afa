using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Rules.SomeSharing;

namespace MashBroker.Tests.Rules;

/// <summary>What is left out on the way to an agency or into a view, and how that is said.</summary>
internal sealed class WithheldTests
{
    [TestCase("police", "1 NHS number, 1 UPN")]
    [TestCase("education", "1 NHS number, everything about S2")]
    [TestCase("domestic-abuse", "1 NHS number, 1 UPN, 1 PNC ID")]
    public void What_an_agency_is_not_told_is_said_by_kind_and_count(string agency, string words) =>
        Assert.That(Of(Make(Sample), agency).Ask!.Withheld!.InWords(), Is.EqualTo(words));

    [Test]
    public void A_protected_address_is_said_to_be_withheld_and_not_where_it_is()
    {
        var contact = About(ConcernKind.Neglect) with
        {
            People =
            [
                Child with
                {
                    Identifiers = [],
                    Addresses =
                    [
                        new Address
                        {
                            Lines = ["12 Refuge Road"],
                            Postcode = "ZZ99 3VZ",
                            Protected = true,
                        },
                    ],
                },
            ],
        };

        Assert.That(
            Of(Make(Sample, contact: contact), "police").Ask!.Withheld!.InWords(),
            Is.EqualTo("1 protected address")
        );
    }

    [Test]
    public void Whoever_is_told_everything_has_nothing_withheld() =>
        Assert.That(
            Of(Make(Sample, contact: About() with { People = [Child with { Identifiers = [] }] }), "police")
                .Ask!.Withheld!.InWords(),
            Is.Null
        );

    [Test]
    public void A_referrer_who_stays_anonymous_is_kept_out_of_their_own_view()
    {
        var contact = About() with
        {
            Referrer = new Referrer
            {
                Kind = ReferrerKind.MemberOfPublic,
                Name = "Perpetua Lindqvist",
                Telephone = "01632 960444",
            },
        };
        var kept = ViewCheck.Keep(
            contact,
            new ViewGiven
            {
                By = "Ann Example",
                Role = "duty social worker",
                Of = ViewOf.Referrer,
                Giver = "Perpetua Lindqvist, next door",
                Subject = "S2",
                Text = "Mrs Lindqvist, 01632 960 444, says it is worse.",
                GivenAt = Utc("2026-11-03 10:10"),
            }
        );

        Assert.Multiple(() =>
        {
            Assert.That(kept.Giver, Is.EqualTo("The referrer"));
            Assert.That(kept.Subject, Is.Null);
            Assert.That(kept.Text, Does.Not.Contain("Lindqvist").And.Not.Contain("960"));
        });
    }
}
