using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Rules.SomeSharing;

namespace MashBroker.Tests.Rules;

/// <summary>Whom the hub has an agreement with: for what, from when to when, and what it lets it ask and read.</summary>
internal sealed class SharingAgreementTests
{
    [TestCase("2025-12-31", AgreementStanding.NotYetInForce)]
    [TestCase("2026-01-01", AgreementStanding.InForce)]
    [TestCase("2026-12-31", AgreementStanding.InForce)]
    [TestCase("2027-01-01", AgreementStanding.Ended)]
    public void An_agreement_holds_from_its_first_day_to_its_last(string on, AgreementStanding standing) =>
        Assert.That(
            AgreementStandings.Of(
                Signed,
                "safeguarding-enquiry",
                DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)
            ),
            Is.EqualTo(standing)
        );

    [Test]
    public void A_purpose_that_it_does_not_name_is_not_covered() =>
        Assert.That(
            AgreementStandings.Of(Signed, "research", new DateOnly(2026, 6, 1)),
            Is.EqualTo(AgreementStanding.PurposeNotCovered)
        );

    [Test]
    public void What_nobody_signed_is_no_agreement_and_zero_is_never_permissive()
    {
        Assert.That(
            AgreementStandings.Of(null, "safeguarding-enquiry", default),
            Is.EqualTo(default(AgreementStanding))
        );
        Assert.That(default(AgreementStanding), Is.Not.EqualTo(AgreementStanding.InForce));
        Assert.That(default(SharingChoice), Is.Not.EqualTo(SharingChoice.Share));
    }

    [TestCase("none", NotAskedReason.NoAgreementInForce)]
    [TestCase("ended", NotAskedReason.NoAgreementInForce)]
    [TestCase("later", NotAskedReason.NoAgreementInForce)]
    [TestCase("other-purpose", NotAskedReason.PurposeNotCovered)]
    public void Without_an_agreement_in_force_for_the_purpose_an_agency_is_not_asked(
        string which,
        NotAskedReason reason
    )
    {
        var plan = Make(
            With(
                "police",
                agency =>
                    agency with
                    {
                        Agreement = which switch
                        {
                            "none" => null,
                            "ended" => Signed with { Until = new DateOnly(2026, 11, 2) },
                            "later" => Signed with { From = new DateOnly(2026, 11, 4) },
                            _ => Signed with { Purposes = ["research"] },
                        },
                    }
            )
        );

        Assert.That(Of(plan, "police").Reason, Is.EqualTo(reason));
        Assert.That(Of(plan, "police").Ask, Is.Null);
        Assert.That(Of(plan, "health").Ask, Is.Not.Null);
    }

    [Test]
    public void The_day_is_the_hubs_not_utcs()
    {
        var untilThird = With(
            "police",
            agency => agency with { Agreement = Signed with { Until = new DateOnly(2026, 7, 3) } }
        );
        // 23:30 UTC of the 3rd of July is the 4th in London.
        var plan = EnquiryPlan.Make(
            untilThird,
            About(ConcernKind.Neglect),
            Rating.Amber,
            Utc("2026-07-03 23:00"),
            Utc("2026-07-03 23:30"),
            Everybody
        );

        Assert.That(Of(plan, "police").Reason, Is.EqualTo(NotAskedReason.NoAgreementInForce));
    }

    [Test]
    public void The_version_under_which_an_agency_is_asked_goes_with_what_it_is_asked() =>
        Assert.That(
            Of(Make(With("police", agency => agency with { Agreement = Signed })), "police").Ask!.Agreement,
            Is.EqualTo("2.1")
        );

    [Test]
    public void Every_reason_for_not_asking_has_words_of_its_own()
    {
        var words = Enum.GetValues<NotAskedReason>()
            .Where(reason => reason is not NotAskedReason.None)
            .Select(reason => reason.InWords());

        Assert.That(words, Is.Unique.And.All.Not.Empty);
    }

    [TestCase(null, 0)]
    [TestCase("1", 5)]
    public void Of_a_return_may_be_read_what_was_agreed_when_it_was_asked(string? askedUnder, int kinds) =>
        Assert.That(Terms(Sample, askedUnder).Kinds, Has.Count.EqualTo(kinds));

    [TestCase("gone")]
    [TestCase("ended")]
    [TestCase("other-purpose")]
    public void Of_a_return_nothing_may_be_read_once_the_agreement_is_in_doubt(string which)
    {
        var now = which is "gone"
            ? Sample with
            {
                Agencies = [.. Sample.Agencies.Where(agency => agency.Code != "police")],
            }
            : With(
                "police",
                agency =>
                    agency with
                    {
                        Agreement = which is "ended"
                            ? Signed with
                            {
                                Until = new DateOnly(2026, 11, 2),
                            }
                            : Signed with
                            {
                                Purposes = ["research"],
                            },
                    }
            );
        var terms = Terms(now, "2.1");

        Assert.That(terms.Kinds, Is.Empty);
        Assert.That(terms.Doubt, Is.Not.Null);
    }

    [Test]
    public void Under_a_newer_version_is_read_what_both_allow()
    {
        var newer = With(
            "police",
            agency =>
                agency with
                {
                    Agreement = Signed with { Version = "3.0" },
                    MayReturn = ["police.crime", "police.custody"],
                }
        );

        Assert.That(Terms(newer, "2.1").Kinds, Is.EqualTo(new[] { "police.crime" }));
    }

    private static ReturnTerms Terms(HubProfile profile, string? askedUnder) =>
        ReturnTerms.Of(
            profile,
            "police",
            "safeguarding-enquiry",
            askedUnder,
            Sample.Agencies.Single(agency => agency.Code == "police").MayReturn,
            Utc("2026-11-03 12:00")
        );
}
