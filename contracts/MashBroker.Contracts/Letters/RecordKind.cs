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
}
