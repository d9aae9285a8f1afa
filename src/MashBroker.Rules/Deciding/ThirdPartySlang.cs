namespace MashBroker.Rules;

/// <summary>What <see cref="ThirdPartyWords"/> looks for, as people say it rather than write it.</summary>
internal static class ThirdPartySlang
{
    public const string People =
        "fella|fellas|feller|blokes?|geezer|chap|guys?|missus|missis|hubby|hubbie|wifey|(?:other|better) half|old (?:man|lady|dear)|bro|sis|ma|pa|pops|papa|mama|momma"
        + "|toy ?boy|fancy (?:man|woman)|baby ?(?:daddy|mama|mother|father)|in-laws|landlord|landlady|babysitter|neighbours?|da|youths?(?! (?:workers?|work|clubs?|justice|teams?|services?|court|offending|groups?|centres?|hub))"
        + "|teenagers? (?:at|from|in|of|on|next|who)|(?:older|elder|eldest|oldest|younger|youngest|other|another|grown[ -]up) (?:sons?|daughters?|child|children|boys?|girls?|kids?)";

    /// <summary>Of anybody, were it only "he" or "she": the child that a text is about is seldom meant by these.</summary>
    public const string Crime =
        "banged up|inside for(?! (?:the|a|an|some|lunch|tea|now))|(?:serving|doing) (?:a |\\d+|\\w+ )?(?:months|years|stretch|life)|(?:is|was|been|back|still|gone|went) inside(?! (?:the|a|an|her|his|their|your|our))|sent down|(?:went|gone|going) down for|put away for|slammer|in (?:the )?clink|(?:did|doing|done) bird"
        + "|in (?:the )?nick|nicked|nicking|nonces?|kidd?(?:y|ie)[ -]?fiddlers?|pa?edos?|perv|perverts?|sex case|wrong ['u]?un"
        + "|(?:has|have|had|got|having|with) (?:a |an )?(?:long |bit of (?:a )?|criminal |police )*records?(?! (?:of|book|card|player))"
        + "|(?:has|have|had|got|having|with|he's|she's) (?:form|previous|priors|pre-?cons?)(?= (?:for|with|and|too)|\\W*$|\\W*[.,;!?])|previous for|rap sheet"
        + "|busted|collared|lifted by|done for (?!the day|now|you|her|him|them|us)|in the dock|up (?:in court|before (?:the )?(?:magistrates?|judge|beak))|community (?:payback|order)|(?:doing|did|does) community service|unpaid work|suspended sentence|electronically tagged|asbo"
        + "|drink[ -]driv\\w+|disqualified from driving|banned from driving|twocc?ing|joyrid\\w+|thie(?:f|ves|ving)|crooks?|fraudsters?|scammers?|gangsters?|trap house|cuckooing|dodgy"
        + "|cops?|coppers?|the feds|old bill|rozzers?|bizzies|the filth|known to the law|(?:bother|trouble) with the (?:law|police)"
        + "|hmp|yoi|hmyoi|young offenders?'? institution|borstal|juvie|secure (?:unit|estate|training|children's home|hospital)|detention (?:centre|order)|(?:police|prison) cells?|in (?:the |a )?cells?"
        + "|belmarsh|strangeways|wormwood scrubs|pentonville|parkhurst|altcourse|winson green|broadmoor|rampton|feltham (?:a|b)"
        + "|batter(?:s|ed|ing)?|wife[ -]?beaters?|(?:went|goes|gone|going) for (?:her|him|them)|(?:laid|lays|put) (?:his |her |their )?hands on|kn(?:ock|ocks|ocked) \\w+ (?:about|around)|beat(?:s|en)? (?:her|him|them)?[ ]?up";

    /// <summary>That the police come to a place.</summary>
    public const string CallOuts =
        "call(?:ed)?[ -]?outs?|(?:police|officers?|cops) (?:come|came|go|went|keep|are|were|have been|had been) (?:round|there|back|called|out|to|coming)|blue lights";

    public const string Abuse =
        "dv|d\\.v\\.|domestics|(?:a|another|the|one) domestic(?! (?:abuse|violence|task|help|work|matter))|bash(?:ed|es|ing)?|attack(?:ed|s|ing)?|wallop\\w*|belted|lash(?:ed|es) out|headbutt\\w*|thump(?:ed|s)|clout(?:ed|s)|kick(?:ed)? off|knife(?:d)?|scared of (?:him|her|them)|terrified of";

    public const string Illness =
        "(?:has|have|had|got|with|from|of) (?-i:MS)|(?:has|have|had|got) ms(?= (?:and|but|so|too)|\\W*$|\\W*[.,;!?])|multiple sclerosis|diabet\\w+|parkinson'?s?|alzheimer'?s?|copd|asthma\\w*|fibromyalgia|lupus|heart (?:attack|failure|condition|disease)"
        + "|dialysis|cirrhosis|leukaemia|chemo\\w*|radiotherapy|seizures?|tuberculosis|aids|syphilis|chlamydia|herpes|ocd|bpd|eupd|tourette'?s?|asperger\\w*|on the spectrum|manic|mania|loony|bonkers|nutter|nutcase|mental"
        + "|not right in the head|off (?:her|his|their) (?:head|face|meds|rocker|trolley)|(?:her|his|their|on|taking|takes) meds|antidepressants?|insulin|prozac|sertraline|valium|wheelchair|paralysed|crohn'?s?|colitis|ivf|sick|poorly|expecting (?:again|a baby|another)|up the duff|preggers";

    public const string Drugs =
        "coke|coke ?heads?|smack ?heads?|on (?:smack|gear|crack|speed|the bottle|the drink|the booze|the game)|junk(?:ie|y)s?|crack ?heads?|druggies?|stoners?|piss ?heads?|pissed|alk(?:ie|y)s?|booz\\w+|off the wagon|hooked on|spliffs?|ganja|dope|sniff(?:s|ed|ing)|snort\\w*|stoned|wasted|benzos?|subutex";
}
