using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules;

/// <summary>Sharing agreements, decisions to share, and what is withheld on the way out.</summary>
internal sealed class SharingTests
{
    private static readonly HubProfile Sample = HubProfiles.Load("sample");

    private static readonly string[] Everybody = [.. Sample.Agencies.Select(agency => agency.Code)];

    private static readonly SharingAgreement Signed = new(
        "2.1",
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 12, 31),
        ["safeguarding-enquiry"]
    );

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
    public void The_latest_decision_about_an_agency_holds_for_it()
    {
        var record = Record(Not(), Share("police"), Share("health"), Not("health"));

        Assert.That(
            new[] { "police", "health", "education" }.Select(record.Allows),
            Is.EqualTo(new[] { true, false, false })
        );
    }

    [Test]
    public void A_decision_to_share_with_some_by_name_leaves_out_the_rest_and_the_plan_says_how_to_ask_them()
    {
        var plan = Make(Sample, Record(Share("police")));

        Assert.Multiple(() =>
        {
            Assert.That(
                plan.Agencies.Where(agency => agency.Ask is not null).Select(agency => agency.Code),
                Is.EqualTo(new[] { "police" })
            );
            Assert.That(Of(plan, "health").Reason, Is.EqualTo(NotAskedReason.NotAmongThoseToShareWith));
            Assert.That(plan.Remarks.Single(), Does.Contain("Health").And.Contain("sharing-decision"));
            Assert.That(Record(Share("police"), Share("health")).Allows("police"), Is.True);
            Assert.That(Record(Share("police"), Share()).Allows("health"), Is.True);
            Assert.That(Record(Share(), Share("police")).Allows("health"), Is.False, "the later one names some");
            Assert.That(Record(Share("police") with { ByRating = true }).Allows("health"), Is.True);
        });
    }

    [Test]
    public void Whom_it_was_decided_not_to_share_with_is_not_asked_and_whoever_publishes_is_told()
    {
        var plan = Make(Sample, Record(Not("police")));

        Assert.That(Of(plan, "police").Reason, Is.EqualTo(NotAskedReason.DecidedNotToShare));
        Assert.That(Of(plan, "health").Ask, Is.Not.Null);
        Assert.That(plan.Remarks, Is.EqualTo(new[] { "It was decided not to share with Police." }));
    }

    [Test]
    public void Only_a_decision_about_everybody_shares_nothing()
    {
        Assert.That(Record(Not()).NothingShared(Sample), Is.Not.Null);
        Assert.That(Record(Not(), Share("police")).NothingShared(Sample), Is.Null);
        Assert.That(Record(Not("police")).NothingShared(Sample), Is.Null);
        Assert.That(Record().NothingShared(Sample), Is.Null);
    }

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

    [Test]
    public void A_decision_that_names_nobody_of_this_hub_is_refused_for_it_would_stop_nobody() =>
        Assert.That(
            SharingCheck
                .Faults(Sample, Not("polise") with { Purpose = "research", NeedToKnow = "curiosity" })
                .Select(fault => fault.Path),
            Is.EqualTo(new[] { "with[0]", "purpose", "needToKnow" })
        );

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

    private static ReturnTerms Terms(HubProfile profile, string? askedUnder) =>
        ReturnTerms.Of(
            profile,
            "police",
            "safeguarding-enquiry",
            askedUnder,
            Sample.Agencies.Single(agency => agency.Code == "police").MayReturn,
            Utc("2026-11-03 12:00")
        );

    private static LawfulBasis Stated { get; } =
        new()
        {
            By = "A. Manager",
            Role = "team manager",
            Power = "children-act-1989-s47",
            Basis = "uk-gdpr-6-1-e",
            Condition = "safeguarding",
            WithoutConsent = "c",
            Necessity = "Perpetua Lindqvist saw the child hurt.",
        };

    private static Consent Agreed(AgreementOutcome outcome) =>
        new()
        {
            By = "Ann Example",
            Role = "duty social worker",
            Agreement = outcome,
        };

    private static SharingDecision Share(params string[] with) => Decision(SharingChoice.Share, with);

    private static SharingDecision Not(params string[] with) => Decision(SharingChoice.NotToShare, with);

    private static SharingDecision Decision(SharingChoice choice, string[] with) =>
        new()
        {
            By = "A. Manager",
            Role = "team manager",
            Decision = choice,
            With = with,
            Reason = "A reason.",
        };

    private static SharingRecord Record(params CaseStatement[] statements) => SharingRecord.Of(statements, About());

    private static HubProfile With(string agency, Func<AgencyProfile, AgencyProfile> change) =>
        Sample with
        {
            Agencies = [.. Sample.Agencies.Select(each => each.Code == agency ? change(each) : each)],
        };

    private static EnquiryPlan Make(HubProfile profile, SharingRecord? onRecord = null, Contact? contact = null) =>
        EnquiryPlan.Make(
            profile,
            contact ?? About(ConcernKind.Neglect),
            Rating.Amber,
            Utc("2026-11-03 10:00"),
            Utc("2026-11-03 10:20"),
            Everybody,
            onRecord: onRecord
        );

    private static AgencyPlan Of(EnquiryPlan plan, string agency) => plan.Agencies.Single(each => each.Code == agency);
}
