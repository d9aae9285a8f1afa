using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Rules.SomeSharing;

namespace MashBroker.Tests.Rules;

/// <summary>What the parents agreed to and on what basis it goes ahead: two things, of which one never stands for the other.</summary>
internal sealed class ConsentAndBasisTests
{
    [Test]
    public void What_is_not_on_record_is_told_and_stops_nothing()
    {
        var plan = Make(Sample);

        Assert.That(plan.NotOnRecord, Has.Count.EqualTo(3));
        Assert.That(plan.Remarks, Is.Empty);
        Assert.That(plan.Agencies.All(agency => agency.Ask is not null));
    }

    [Test]
    public void What_the_referrer_says_of_the_parents_counts_until_the_hub_records_more()
    {
        var told = About(ConcernKind.Neglect) with
        {
            Consent = new ReferrerConsent
            {
                Parents = ParentsTold.Informed,
                Agreement = AgreementOutcome.Refused,
                Reason = "No.",
            },
        };
        var record = SharingRecord.Of([], told);
        var later = SharingRecord.Of([Agreed(AgreementOutcome.Given)], told);

        Assert.Multiple(() =>
        {
            Assert.That(record.Parents!.Parents, Is.EqualTo(ParentsTold.Informed));
            Assert.That(record.Agreement!.Agreement, Is.EqualTo(AgreementOutcome.Refused));
            Assert.That(record.Agreement.By, Is.EqualTo("The referrer"), "their name may have to be kept back");
            Assert.That(later.Agreement!.Agreement, Is.EqualTo(AgreementOutcome.Given));
        });
    }

    [Test]
    public void A_refused_agreement_asks_why_it_goes_ahead_until_somebody_has_said_so_or_it_may_be_dispensed_with()
    {
        var refused = Agreed(AgreementOutcome.Refused);
        var now = Utc("2026-11-03 10:20");

        Assert.Multiple(() =>
        {
            Assert.That(Asks(About(ConcernKind.Neglect), refused), Is.True);
            Assert.That(Asks(About(ConcernKind.Neglect), Share(), refused), Is.True, "decided before it was refused");
            Assert.That(Asks(About(ConcernKind.Neglect), refused, Share() with { ByRating = true }), Is.True);
            Assert.That(Asks(About(ConcernKind.Neglect), refused, Share()), Is.False);
            Assert.That(Make(Sample, Record(refused)).NotOnRecord, Has.Some.Contains("--reason"));
            Assert.That(Make(Sample, Record(refused, Share())).NotOnRecord, Has.None.Contains("refused"));
            var harmed = About(ConcernKind.Neglect);
            harmed = harmed with { Concern = harmed.Concern with { ImmediateRisk = true } };
            Assert.That(Asks(harmed, refused), Is.False);
        });

        bool Asks(Contact contact, params CaseStatement[] statements) =>
            SharingRecord.Of(statements, contact).AsksWhyItGoesAhead(Sample, contact, now);
    }

    [TestCase(AgreementOutcome.Given)]
    [TestCase(AgreementOutcome.Refused)]
    [TestCase(AgreementOutcome.DispensedWith)]
    [TestCase(AgreementOutcome.Sought)]
    public void Agreement_changes_neither_the_basis_nor_who_is_asked(AgreementOutcome outcome)
    {
        var plan = Make(Sample, SharingRecord.Of([Agreed(outcome)], About()));

        Assert.That(plan.LegalBasis.Code, Is.EqualTo("children-act-1989-s17"));
        Assert.That(plan.LegalBasis.Necessity, Does.Not.Contain("agree").And.Not.Contain("consent"));
        Assert.That(plan.Agencies.All(agency => agency.Ask is not null));
    }

    [Test]
    public void The_basis_on_record_is_what_a_request_states_without_the_referrers_name()
    {
        var contact = About(ConcernKind.Neglect) with
        {
            Referrer = new Referrer { Kind = ReferrerKind.MemberOfPublic, Name = "Perpetua Lindqvist" },
        };
        var plan = Make(Sample, SharingRecord.Of([Stated], contact), contact);

        Assert.Multiple(() =>
        {
            Assert.That(plan.LegalBasis.Code, Is.EqualTo("children-act-1989-s47"));
            Assert.That(
                plan.LegalBasis.Necessity,
                Is.EqualTo(
                    "[the referrer] saw the child hurt. UK GDPR, article 6(1)(e), a public task; UK GDPR, article 9(2)(g), "
                        + "with Data Protection Act 2018, Schedule 1, paragraph 18 (safeguarding); without consent because "
                        + "(c) to obtain consent would prejudice the protection."
                )
            );
        });
    }

    [Test]
    public void Consent_is_no_code_of_a_basis_and_the_fault_says_so()
    {
        var faults = SharingCheck.Faults(
            Sample,
            Stated with
            {
                Basis = "consent",
                Power = "nonsense",
                WithoutConsent = null,
            }
        );

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(new[] { "power", "basis", "withoutConsent" }));
        Assert.That(faults[1].Fault, Is.EqualTo("is consent, which is never the basis"));
        Assert.That(faults[2].Remedy, Does.StartWith("Give a, b or c: (a) consent cannot be given; (b) "));
    }
}
