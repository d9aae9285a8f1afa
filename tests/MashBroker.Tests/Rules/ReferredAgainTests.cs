using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Rules.SeftonTriage;

namespace MashBroker.Tests.Rules;

/// <summary>Sefton's criterion of the child who was referred before: twelve months, by date.</summary>
internal sealed class ReferredAgainTests
{
    // "Re-referrals within 12 months."
    [TestCase("2025-11-04", true, false)]
    [TestCase("2025-11-03", true, false)]
    [TestCase("2025-11-02", false, true)]
    [TestCase("2025-10-03", false, true)]
    [TestCase("2025-10-02", false, false)]
    [TestCase("2026-11-03", true, false)]
    // A date to come is a slip of the pen, not a previous referral.
    [TestCase("2026-11-04", false, false)]
    public void Referred_again_within_12_months_is_by_date(string before, bool qualifies, bool nearMiss)
    {
        var finding = Assess(
            About() with
            {
                PreviousReferrals = [new PreviousReferral(DateOnly.FromDateTime(Utc($"{before} 00:00").UtcDateTime))],
            }
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Codes(finding), Is.EqualTo(qualifies ? new[] { "re-referral" } : []));
            Assert.That(finding.NearMisses.Any(), Is.EqualTo(nearMiss));
        }
    }

    // 29 February has no date twelve months on: the month's last day stands for it.
    [TestCase("2025-02-28 12:00", true)]
    [TestCase("2025-03-01 12:00", false)]
    public void Referred_again_after_a_leap_day(string received, bool qualifies)
    {
        var contact = About() with
        {
            ReceivedAt = Utc(received),
            PreviousReferrals = [new PreviousReferral(new DateOnly(2024, 2, 29))],
        };
        Assert.That(Triage.Assess(Sefton, contact, Utc(received)).Qualifies, Is.EqualTo(qualifies));
    }

    [Test]
    public void The_latest_of_several_referrals_counts() =>
        Assert.That(
            Assess(
                About() with
                {
                    PreviousReferrals =
                    [
                        new PreviousReferral(new DateOnly(2026, 2, 1)),
                        new PreviousReferral(new DateOnly(2020, 2, 1)),
                    ],
                }
            )
                .Criteria.Single()
                .Facts.Single(),
            Does.StartWith("Referred before on 1 February 2026")
        );
}
