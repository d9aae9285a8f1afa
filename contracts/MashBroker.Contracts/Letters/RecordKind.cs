namespace MashBroker.Contracts.Letters;

/// <summary>
/// Codes for kinds of agency record, <c>agency-sector.kind</c>. A request lists those it allows; a later hub or agency may
/// add codes of its own, so this is a list of known ones, not a closed set.
/// </summary>
public static class RecordKind
{
    public const string PoliceCrime = "police.crime";
    public const string PoliceDomesticIncident = "police.domestic-incident";
    public const string PoliceIntelligence = "police.intelligence";
    public const string PoliceMissingEpisode = "police.missing-episode";
    public const string PoliceWarningMarker = "police.warning-marker";
    public const string HealthRegistration = "health.registration";
    public const string HealthFlag = "health.flag";
    public const string HealthEncounter = "health.encounter";
    public const string EducationEnrolment = "education.enrolment";
    public const string EducationAttendance = "education.attendance";
    public const string EducationExclusion = "education.exclusion";
    public const string EducationSpecialNeeds = "education.special-needs";
    public const string EducationSafeguarding = "education.safeguarding";
    public const string ProbationOrder = "probation.order";
    public const string ProbationRiskOfSeriousHarm = "probation.risk-of-serious-harm";
    public const string ProbationRegistration = "probation.registration";
    public const string ProbationMappa = "probation.mappa";
    public const string AdultOpenEvent = "adult-services.open-event";
    public const string AdultSafeguarding = "adult-services.safeguarding-enquiry";
    public const string AdultCarer = "adult-services.carer";
    public const string DomesticAbuseMarac = "domestic-abuse.marac";
    public const string DomesticAbuseDash = "domestic-abuse.dash";
    public const string DomesticAbuseSafeContact = "domestic-abuse.safe-contact";
    public const string DomesticAbuseChildrenListed = "domestic-abuse.children-listed";
    public const string SocialCareReferral = "social-care.referral";
    public const string SocialCareAssessment = "social-care.assessment";
    public const string SocialCarePlan = "social-care.plan";
    public const string SocialCareLookedAfterEpisode = "social-care.looked-after-episode";
    public const string EarlyHelpEpisode = "early-help.episode";
    public const string EarlyHelpPlan = "early-help.plan";
    public const string DrugAndAlcoholTreatment = "drug-and-alcohol.treatment";
    public const string MentalHealthEpisode = "mental-health.episode";
    public const string MentalHealthFlag = "mental-health.flag";
    public const string YouthOffendingOrder = "youth-offending.order";
    public const string YouthOffendingAssessment = "youth-offending.assessment";
    public const string AmbulanceAttendance = "ambulance.attendance";
    public const string AmbulanceSafeguardingReferral = "ambulance.safeguarding-referral";
    public const string FireIncident = "fire-and-rescue.incident";
    public const string FireHomeVisit = "fire-and-rescue.home-visit";
    public const string HousingTenancy = "housing.tenancy";
    public const string HousingAntiSocialBehaviour = "housing.anti-social-behaviour";
    public const string HousingCondition = "housing.condition";
    public const string ThirdSectorSupport = "third-sector.support";
}
