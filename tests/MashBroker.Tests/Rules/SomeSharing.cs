using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules;

/// <summary>What is on record about sharing, and the plan that follows from it, before the sample hub.</summary>
internal static class SomeSharing
{
    public static readonly HubProfile Sample = HubProfiles.Load("sample");

    public static readonly string[] Everybody = [.. Sample.Agencies.Select(agency => agency.Code)];

    public static readonly SharingAgreement Signed = new(
        "2.1",
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 12, 31),
        ["safeguarding-enquiry"]
    );

    public static LawfulBasis Stated { get; } =
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

    public static Consent Agreed(AgreementOutcome outcome) =>
        new()
        {
            By = "Ann Example",
            Role = "duty social worker",
            Agreement = outcome,
        };

    public static SharingDecision Share(params string[] with) => Decision(SharingChoice.Share, with);

    public static SharingDecision Not(params string[] with) => Decision(SharingChoice.NotToShare, with);

    public static SharingDecision Decision(SharingChoice choice, string[] with) =>
        new()
        {
            By = "A. Manager",
            Role = "team manager",
            Decision = choice,
            With = with,
            Reason = "A reason.",
        };

    public static SharingRecord Record(params CaseStatement[] statements) => SharingRecord.Of(statements, About());

    public static HubProfile With(string agency, Func<AgencyProfile, AgencyProfile> change) =>
        Sample with
        {
            Agencies = [.. Sample.Agencies.Select(each => each.Code == agency ? change(each) : each)],
        };

    public static EnquiryPlan Make(HubProfile profile, SharingRecord? onRecord = null, Contact? contact = null) =>
        EnquiryPlan.Make(
            profile,
            contact ?? About(ConcernKind.Neglect),
            Rating.Amber,
            Utc("2026-11-03 10:00"),
            Utc("2026-11-03 10:20"),
            Everybody,
            onRecord: onRecord
        );

    public static AgencyPlan Of(EnquiryPlan plan, string agency) => plan.Agencies.Single(each => each.Code == agency);
}
