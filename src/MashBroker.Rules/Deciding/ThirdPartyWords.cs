using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>The words by which a text speaks of somebody of a family without a name, and those that tell what nobody outside may hear of them.</summary>
internal static class ThirdPartyWords
{
    /// <summary>Stands at the place of whoever a text speaks of, in the group <c>who</c>.</summary>
    private const string Related =
        @"(?:(?:step|half|grand|great|foster|god|ex|birth|adoptive|biological)[ -]?)*"
        + @"(?:mother|mum|mam|mom|mummy|mummie|mommy|father|dad|daddy|brother|sister|sibling|parent)(?:s|'s|s')?(?:[ -]in[ -]law)?";

    private const string Others =
        "uncle|aunt|auntie|aunty|cousin|nephew|niece|gran|granny|grannie|nan|nana|nanna|nanny|grandad|granddad|grandpa|grandma|mgm|mgf|pgm|pgf"
        + "|relative|relation|carer|care ?giver|guardian|husband|wife|spouse|fianc[eé]e?|boyfriend|girlfriend|bf|gf|partner|lover|lodger|sub-?tenant"
        + "|tenant|housemate|flatmate|room-?mate|house ?guest|co-?habitee|family friend|family member|in-law|twin|godparent";

    private const string Unrelated =
        "couple|man|men|woman|women|male|males|female|females|gentleman|bloke|lad|adult|adults|ex|(?:mr|mrs|miss|ms)\\.? \\p{L}+"
        + "|(?:friend|friends|members?) of (?:the|her|his|their|this) (?:family|household|mother|father|parents)"
        + "|(?:people|persons?|someone|somebody|anyone|anybody|everyone|others?|visitors?) (?:who (?:is |are )?(?:live|lives|living|stay|stays|staying)"
        + "|living|staying|visiting|in (?:the|her|his|their|this) (?:home|house|household|family|flat))";

    /// <summary>Anybody of the family or the household.</summary>
    public static readonly Regex Person = Whole(
        $"(?:{Related}|(?:{Others})(?:s|'s|s')?|(?:{ThirdPartySlang.People})(?:'s)?|{Unrelated})"
    );

    /// <summary>All of them at once, by where they live as well: what is told of them is told of each.</summary>
    public static readonly Regex Family = Whole(
        "(?:the|this|that|whole|her|his|their) (?:family|household|home|address|property|house|flat|premises)"
    );

    /// <summary>Somebody, and nobody says who.</summary>
    public static readonly Regex Somebody = Whole("(?:he|she|they)(?:'s|'d|'ve|'re)?");

    /// <summary>They sound like somebody of the family and are not: agencies, languages, services, and the child.</summary>
    public static readonly Regex Nobody = Whole(
        "partners? (?:agency|agencies|organisations?|services?|and agencies)|(?:our|agency|multi-agency|mash|safeguarding|statutory|hub's|partnership) partners?"
            + "|young (?:carers?|man|men|woman|women|person|people|lady|lad|adults?)|mother tongue|sister (?:school|service|site|agency)|carers?'? (?:group|assessment|centre|allowance)"
            + "|adult (?:services?|social care|safeguarding|education|mental health (?:team|services?))|parents?'? (?:evening|group|line)|family (?:wellbeing|hub|support|centre|worker)"
    );

    private const string Offence =
        "offen[cs]es?|offend|offends|(?:re-?)?offend(?:ers?|ing)|convict\\w*|crimes?|criminal\\w*|prison\\w*|jail\\w*|gaol|police caution|cautioned|bail(?:ed)?|remand\\w*|in custody"
        + "|custodial|sentenced|prison sentence|probation|parole|on licence|electronic(?:ally)? tag\\w*|warrant|in court|court case|charged|arrest\\w*|wanted by|stole|stolen|steal\\w*|theft|thief"
        + "|burgl\\w*|robb(?:ed|ery|ing)|shoplift\\w*|fraud\\w*|arson\\w*|weapons?|knife|knives|firearms?|guns?|stabb\\w*|gangs?|county lines|dealing|dealers?|murder\\w*|manslaughter|kidnap\\w*"
        + "|rape[ds]?|rapist|sex(?:ual)?(?:ly)? \\w+|indecen\\w*|pa?edophil\\w*|groom(?:ed|ing|s)|molest\\w*|mappa|in trouble with"
        + "|known to (?:the )?(?:police|authorities|officers|courts?)|police (?:records?|history|intelligence|file|bail|custody|investigation|interview|raid)"
        + "|police (?:were|was|have been|had been|are being|being) (?:called|involved|looking)|police (?:have |had |has )?(?:attended|investigat\\w+|raided|searched|arrest\\w*|know|knew|hold)"
        + "|(?:reported|wanted|interviewed|questioned|spoken to|searched|stopped|investigated) (?:to|by) (?:the )?police|under investigation"
        + "|gbh|abh|(?:did|done|served|doing) time|inside for|locked up|behind bars|on (?:a )?tag|on the register|detectives?|cid|blades?|machetes?|drug driving"
        + "|(?:a|an|his|her|two|three|several|earlier|previous) cautions?|"
        + ThirdPartySlang.Crime
        + "|"
        + ThirdPartySlang.CallOuts;

    // The child itself may be a victim, or be seen by a court: of "he" and "she" only what is done by whoever is meant.
    private const string CrimeOfSomebody =
        "convict\\w*|prison\\w*|jail\\w*|gaol|cautioned|on bail|bailed|remand\\w*|in custody|custodial|sentenced|on probation|parole|on licence|charged with|arrest\\w*|wanted by"
        + "|stole|steals?|burgl\\w*|robb(?:ed|ing)|shoplift\\w*|murder\\w*|manslaughter|rapist|mappa|known to (?:the )?(?:police|authorities|officers|courts?)|police records?"
        + "|gbh|abh|(?:did|done|served|doing) time|locked up|behind bars|on (?:a )?tag|on the register|deals? (?:in )?drugs|drug deal\\w+|"
        + ThirdPartySlang.Crime;

    private const string SocialCareHistory =
        "(?<!not )known to us|known to (?:services|agencies|the hub|mash|several|other|(?:children'?s |adult )?social (?:care|services|workers?))|social (?:care|services|work) (?:history|records?|file|involvement)"
        + "|history (?:of|with)|previous (?:involvement|concerns?|referrals?|allegations?|social work\\w*)|previously (?:known|involved|assessed|removed|referred)"
        + "|(?:taken|placed|been|was|were|grew up|brought up|lived|put) (?:in|into) care|in (?:local authority |foster )care|(?:was|were|been|is|are|be|a) looked[ -]after|fostered|lost (?:\\w+ ){1,3}(?:to|into) care|foster placement|adopted|care (?:order|proceedings|leaver)"
        + "|supervision order|(?:children|child|baby|babies|son|daughter|kids) (?:was |were |had been |have been |has been )?(?:removed|taken away)|removed from (?:her|his|their|the) \\w+"
        + "|(?:has|had|have) (?:a|an|his own|her own|their own)(?: allocated| previous)? social worker"
        + "|child protection (?:register|history|records?)|(?:was|were|been|previously|once|had been) (?:subject to|on|under|placed on) (?:a )?child[ -](?:protection|in need)";

    private const string Immigration =
        "immigra\\w*|visas?|asylum|deport\\w*|home office|overstay\\w*|leave to remain|undocumented|refugees?|traffick\\w*|smuggl\\w*|no recourse|right to (?:work|stay|remain)|illegal\\w*|passports?"
        + "|residence permit|settled status|(?:removed from|entered|stay in|staying in|sent back to|sent out of) (?:the|this|their|his|her) (?:uk|country)|no papers";

    private const string DomesticAbuse =
        "domestic (?:abuse|violence|incidents?)|violen\\w+|abus\\w+|coerc\\w+|controlling|controls (?:her|him|them)|strangl\\w+|chok(?:ed|ing)|punch\\w*|kick(?:ed|s|ing)|slap\\w*"
        + "|hits?(?:ting)? (?:her|him|them|the|his|my|one|me)|beats?|beaten|beating|assault\\w*|perpetrators?|victims?|marac|refuge|idva|stalk\\w*|harass\\w*|threats?|threaten\\w*|non-molestation"
        + "|restraining order|injunction|neglect\\w*|forced marriage|honour[ -]based|fgm|bruis\\w*|aggress\\w*|hurts? (?:her|him|them|the|his)|smack\\w*|fights?|fighting|fought|"
        + ThirdPartySlang.Abuse;

    private const string Health =
        "mental(?:ly)? (?:health|ill\\w*|unwell)|depress\\w*|anxiety|bipolar|schizo\\w*|psycho\\w*|psychiatr\\w*|personality disorder|self-?harm\\w*|suicid\\w*|overdos\\w*|sectioned|diagnos\\w*"
        + "|medicat\\w*|hiv|hepatitis|cancer|epilep\\w*|dementia|learning (?:disabilit\\w+|difficult\\w+)|autis\\w*|adhd|pregnan\\w*|miscarr\\w*|abortion|in hospital|admitted to|hospitalised"
        + "|ill|illness\\w*|unwell|disab\\w*|ptsd|eating disorder|anorex\\w*|bulimi\\w*|tumours?|stroke|counselling|therapy|detained under|terminally|breakdown|hearing voices|postnatal|post-natal|hears? voices|tablets|(?:kill|killed|hang|hanged) (?:him|her|them)sel\\w+|own li(?:fe|ves)|"
        + ThirdPartySlang.Illness;

    private const string Substance =
        "drugs?|drug-\\w+|alcohol\\w*|drinks?|drinking|drunk\\w*|heroin|cocaine|crack|cannabis|weed|skunk|meth|methadone|addict\\w*|substances?|rehab\\w*|detox\\w*|intoxicat\\w*|sober|ketamine"
        + "|spice|amphetamines?|needles|relapse[ds]?|under the influence|using again|pills|vodka|hungover|inject(?:s|ed|ing)?|gambl\\w*|"
        + ThirdPartySlang.Drugs;

    /// <summary>What may be told of nobody else to anybody outside.</summary>
    public static readonly Regex Sensitive = Whole(
        $"(?:{Offence}|{SocialCareHistory}|{Immigration}|{DomesticAbuse}|{Health}|{Substance})"
    );

    /// <summary>Likewise of a family as a whole: help that it is offered is not told by these.</summary>
    public static readonly Regex SensitiveOfFamily = Whole($"(?:{Offence}|{SocialCareHistory}|{Immigration})");

    /// <summary>Likewise of <see cref="Somebody"/>.</summary>
    public static readonly Regex SensitiveOfSomebody = Whole($"(?:{CrimeOfSomebody})");

    /// <summary>
    /// A sentence that begins so goes on about the hub, the child or the case, unless it speaks of "him" or "her": it says nothing of
    /// whoever the sentence before it spoke of.
    /// </summary>
    public static readonly Regex OfSomethingElse = new(
        @"^\W*(?:we|you|i|our|your|it|this|that|no|please|if|thank|early help|social care|a (?:social|key|family|lead|support|youth) worker|a (?:health visitor|meeting|visit|plan|review|letter|referral|copy)"
            + @"|an? (?:assessment|appointment|early help)|the (?:child|children|young|case|outcome|decision|hub|team|school|matter|referral|assessment|plan|social worker|key worker|next))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Patience
    );

    public static readonly Regex SpeaksOn = Whole(
        "(?:he|she|they|him|her|his|hers|their|them|who|whose|himself|herself)"
    );

    private static TimeSpan Patience => TimeSpan.FromSeconds(2);

    private static Regex Whole(string pattern) =>
        new(
            $@"(?<![\p{{L}}\p{{N}}])(?:{pattern})(?![\p{{L}}\p{{N}}])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            Patience
        );
}
