namespace MashBroker.Rules;

/// <summary>
/// Words of ordinary English (<c>Words/NOTICE.txt</c> says whose list). A name that is one of them is a name only where it stands
/// like one; what is one of them is nobody's misspelt name.
/// </summary>
internal static class OrdinaryWords
{
    private static readonly Lazy<HashSet<string>> Known = new(Read);

    // Words that English writes with a capital, and which are nobody's name.
    private static readonly string[] Capital = (
        "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
        + "saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas easter ramadan eid diwali english "
        + "british scottish welsh irish polish romanian somali french german spanish portuguese arabic urdu punjabi bengali pakistani "
        + "indian african caribbean albanian turkish kurdish nigerian chinese italian russian ukrainian european american england scotland "
        + "wales ireland britain london europe facebook instagram snapchat tiktok whatsapp youtube google camhs mash nspcc nhs mum dad mam "
        + "childline ofsted cafcass marac mappa senco dsl iro lado okay online mobile ok phone"
    ).Split(' ');

    // Words of this trade that a list of English lacks, and that are nobody's misspelt name or role.
    private static readonly string[] OfTheField = (
        "referral referrals rereferral safeguarding neurodevelopmental multi threshold thresholds chronology strengths cyp lac uasc "
        + "screenshot screenshots online offline vape vapes vaping cannabis ketamine heroin cocaine methadone buprenorphine smartphone "
        + "snapchatted foodbank childcare breastfed nonaccidental inpatient outpatient overdosed comorbid trafficked cuckooing cuckooed "
        + "sertraline fluoxetine ritalin melatonin autism autistic tribunal caregiver caregivers kinship wellbeing signposted"
    ).Split(' ');

    public static bool Contains(string word) => Known.Value.Contains(word);

    private static HashSet<string> Read()
    {
        using var file = typeof(OrdinaryWords).Assembly.GetManifestResourceStream("words/ordinary-words.txt")!;
        using var lines = new StreamReader(file);
        return new HashSet<string>(
            lines.ReadToEnd().Split('\n').Concat(Capital).Concat(OfTheField),
            StringComparer.Ordinal
        );
    }
}
