namespace MashBroker.Contracts.Consultations;

/// <summary>
/// Words that may be written with capital letters in a text that names nobody: those with which a sentence begins, and those of
/// the work. Words that are also names (May, Will, Young, Grace) are left out.
/// </summary>
internal static class NamelessWords
{
    private const string Openers = """
        A After Agreed Agency All Also Although An And Any Are Aren't As Ask Asked Asking Asks At Because Before Being Both But By
        Can Can't Could Did Didn't Discussed Do Does Doesn't Either Explained Following For From General Given Had Has Hasn't Have
        He How However I If In Is Isn't It Its Level Looked Maybe Might Missing Must Neither Next No Nobody None Not Nothing On Once One
        Only Or Other Our Outcome Pointed Possible Query Question Rather Referred Said Same Says See She Should Since Some Suggested
        Support Talked Than That The Their Then There These They This Those Though Three To Told Two Unclear Under Unless Until Wanted
        Wants Was Wasn't We Were What When Where Whether Which While Who Whose Why With Without Would Yes Yet You
        """;

    private const string People = """
        Adult Adults Advised Advice Baby Boy Brother Caller Carer Carers Child Children Colleague Daughter Doctor Family Father Girl
        Grandmother Grandfather Grandparent Grandparents Lead Manager Midwife Mother Neighbour Nursery Nurse Parent Parents Partner
        Practitioner Professional Professionals Pupil Referrer Relative School Sibling Siblings Sister Son Staff Stepfather
        Stepmother Student Teacher Teenager Twins Visitor Volunteer Worker Workers
        """;

    private const string Work = """
        Act Assessment Assessments Children's Concern Concerns Consent Criteria Domestic Abuse Violence Early Help Education
        Guidance Harm Health Help Housing Information Multi-Agency Hub Neglect Need Needs Plan Police Pathways Prevent Probation
        Process Protection Referral Referrals Risk Safeguarding Safety Section Service Services Signs Social Care Team Threshold
        Thresholds Universal Wellbeing Centre Youth
        A&E CAMHS CAF CIN CP CPP CRT CSC CSE DA DASH DSL DV EDT EH EHA EHCP FGM GP IARF IDVA LAC LADO LSCB MARAC MARF MASH NFA NHS
        PREVENT SEN SENCO SEND S17 S47 TAF
        """;

    private const string InRoles = """
        Advocate Allocated Assistant Attendance Behaviour Business Care Chief Class Clerk Clinical Clinician Community Complex Consultant
        Constable Coordinator Co-ordinator Counsellor Department Deputy Designated Detective Development Director Disabilities
        Disability Drug Alcohol Duty Early Years Emergency Executive Experienced First Form Foster Governor Governors Head
        Headteacher Homes House Inclusion Independent Inspector Juniors Infants Key Learning Legal Liaison Looked Looked-After Local
        Looked-after Maternity Matron Mental Named Night Nursing Officer Operations Paediatrician Paediatrics Pastoral Phase Play
        Post Practice Prevention Primary Principal Psychologist Psychiatrist Public Reception Receptionist Registered Registrar
        Residential Secondary Senior Sergeant Sixth Solicitor Special Specialist Student Supervisor Supervising Surgery Tenancy
        Therapist Trainee Transport Trust Tutor Unit Vice Ward Wellbeing Women Men Year Young-People
        """;

    public static IReadOnlyList<string> All { get; } = Split($"{Openers} {People} {Work}");

    /// <summary>Also those with which people say what they do.</summary>
    public static IReadOnlyList<string> Roles { get; } = Split($"{Openers} {People} {Work} {InRoles}");

    private static string[] Split(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
