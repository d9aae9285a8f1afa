using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Ways of telling that lie in the situation rather than in the words of telling: what moved somebody to speak, from where and
/// while doing what they saw it, whose kin the child is, and how they want to be treated. A group called <c>own</c> tells nothing
/// where one of the family is said to do it.
/// </summary>
internal static partial class TellingSituations
{
    public static readonly Regex[] All =
    [
        Conscience(),
        Decided(),
        Beside(),
        Unnamed(),
        Rung(),
        TellUs(),
        Vantage(),
        OwnPlace(),
        WhileDoing(),
        Descendants(),
        Between(),
        Promised(),
        BadTerms(),
    ];

    // What moves people to speak.
    [GeneratedRegex(
        @"(?<own>\b(?:(?:leav\w+ it (?:there|at that)\b|(?:get|gets|getting|got) (?:her|his|their) own back|(?:her|his|their) own (?:girl|boy|lad|lass|daughter|son|brother|sister|youngest|eldest|flesh|twin|kin|blood|mother|father|mum|dad)\b)|(?:(?:decided|chose|had|has|wanted|ready|prepared|hates?|hated|sorry|loath|right) to (?:ring|call|phone|report|speak (?:up|out|to)|come (?:to us|forward|in)|tell (?:us|someone|somebody))|(?:that's|which is|that is|that was|this is) why (?:she|he|they|i) (?:rang|called|phoned|came|contacted|is|has|are|told)|hence (?:the|this|her|his|their) (?:call|contact|referral|report|letter|e ?mail|message|visit)|pass(?:es|ed|ing)? (?:it|this|that|them) (?:on|along)\b|(?:keep|kept|keeping) (?:it |this |that )?to (?:herself|himself|themselves|myself)|let(?:ting)? it (?:drop|go|lie|rest|pass)\b|(?:leave|left|go|goes) (?:it )?unsaid|(?:say|said|saying) nothing|pretend (?:\w+ ){0,3}(?:more|longer|that|not)\b|(?:isn't|not|wasn't|aren't) (?:going to|prepared to|about to) (?:watch|stand|sit|let|see|go through)|(?:get|got|gets|take|takes) the blame|blame (?:her|him|them) for (?:it|this|telling|calling)|(?:cost|costs|grieves|grieved|pains|pained|breaks|hurts|kills) (?:her|him|them|me) (?:\w+ ){0,3}to\b|point scoring|sour grapes|(?:last|final) straw|enough (?:was|is) enough|(?:not|isn't|wasn't|didn't|doesn't|never|n't) (?:\w+ ){0,4}(?:lightly|find it easy|come easy|easy to (?:ring|call|say|tell|come))|swore (?:she|he|they)(?:'d| would)|on the (?:child|bairn|children)'s behalf|wants? (?:ħ+|him|her|them|the child|the children|the bairn) (?:kept )?safe)\b|(?:(?:stand|bear|cope with|take|ignore|stomach|watch|tolerate|put up with) (?:it|this|any of this|the \w+|any) (?:\w+ )?(?:longer|more)\b|(?:stand|bear|take|watch|put up with) (?:it|this|any more of \w+)? ?(?:any ?(?:longer|more)|no (?:longer|more))|(?:no longer|not|never|cannot|can't|couldn't) (?:\w+ )?(?:keep|stay|remain|be) (?:quiet|silent)|(?:turn|turning|turned) a blind eye|look(?:ing|ed)? the other way|(?:break|broke|broken|breaking) (?:her|his|their|my) (?:silence|trust|confidence|word)|(?:spoke|spoken|speaking|speak|speaks) (?:up|out)\b|(?:weighs?|weighing|preys?|plays?) on (?:her|his|their|my) (?:conscience|mind)|(?:felt|feels|feel|thought|thinks) (?:that )?(?:she|he|they|it|i|someone|somebody|we) (?:just |simply |really )?(?:had to|has to|have to|must|should|ought|needed to|was right to|could not|couldn't|cannot|can't)\b|(?:live|lived) with (?:herself|himself|themselves|myself)|do(?:ing)? the right thing|stand by and|(?:her|his|their|my) (?:conscience|civic duty)|(?:against|betray\w*|break\w*) (?:her|his|their|my|a) (?:friend'?s? )?(?:confidence|trust)|(?:think|thinking|thought) twice (?:before|about) (?:call|ring|phon|contact|report)\w*|what (?:i|we) (?:know|saw|heard)|never known (?:anything|the like|it)|never (?:heard|seen) (?:the like|anything like))\b))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Conscience();

    // That somebody decided to speak, and why now.
    [GeneratedRegex(
        @"\b(?:felt|feels|knew|thought|decided) (?:that )?(?:she|he|they|i) (?:must|had to|has to|should|ought to|needed to) (?:ring|call|phone|tell|report|say|speak|act|contact|let|do something|come)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Decided();

    // With whom of the family somebody is met, and of whom it is said without a name.
    [GeneratedRegex(
        @"\b(?:(?:if|in case) ħ+ (?:ever )?(?:hears?|finds?|learns?|knows?|knew|heard|realises?|thinks?|suspects?) (?:\w+ )?(?:it|it's|that|who|about|out)\b|with (?:her|his) (?:two|three|four|lot|brood)\b|(?:customer|client|fare|tenant|regular|pupil|patient|neighbour|passenger|parishioner|employee|colleague|lodger) of (?:his|hers|theirs|mine|ours)\b|(?:her|him|she|he|them) (?:and|&) ħ+ (?:are|were|have|had|go|went|used|share|work|grew|met|drink|text|speak|get)\b|ħ+ (?:and|&) (?:her|him|she|he|them) (?:own \w+ )?(?:are|were|have|had|go|went|used|share|work|grew|met|drink|text|speak)\b|to be (?:ringing|calling|phoning|telling|reporting|contacting|writing)\b|(?:mind|careful|watch) how (?:you|it|this|we|that)\b|where ħ+ (?:has|had|gets|got) (?:her|his) (?:hair|colour|roots|nails|brows|lashes|beard)\b|having (?:her|his|their) (?:hair|colour|roots|nails|brows|lashes|beard|highlights|extensions)|(?:manager|coach|trainer|lady|man|woman) of [^.;!?]{0,25}\bunder (?:fives|sixes|sevens|eights|nines|tens|elevens|twelves|\d+s)\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Beside();

    [GeneratedRegex(
        @"(?<own>\b(?:(?:not|never|n't|without|refus\w+ to|declin\w+ to|reluctant to|unwilling to|rather not|prefer\w* not to|hesitant to|refused|declined|withheld|withholding) (?:to )?(?:\w+ )?(?:leav\w+|left|giv\w+|gave|say\w*|stat\w+|shar\w+|provid\w+|disclos\w+|reveal\w*|supply\w*|her|his|their|my|a) (?:\w+ )?(?:name|names|surname|identity|number|contact details|personal details|details of (?:herself|himself|themselves))|(?:name|number|details|identity|(?<!(?:^|[.!?;] )the )address|surname) (?:was |were |is |are |has been |have been |being )?(?:withheld|supplied but|given but|known but|known to us|on file|given in confidence|kept)|gave (?:only |just )?(?:no|(?:her|his|their|a) (?:first|given|christian)|a false name|only a|(?:her|his|their) (?:name|number|details))\b|(?:un ?identified|un ?named|un ?identifiable|nameless|faceless|invisible|in the (?:background|shadows)|behind the scenes|below the radar)\b(?= ?(?:[.,;]|$| (?:and|but|in|for|at|person|adult|caller|source|female|male|woman|man|local|resident|because|as|if)))|(?:kept?|keep|stay\w*|remain\w*|leave|left) (?:\w+ ){0,2}(?:out of|away from|clear of) (?:it|this|things|any|the (?:paperwork|records?|file|notes?|report|letter|matter|picture|way))\b|no (?:feedback|comeback|visit|letters?|contact|acknowledgement|reply|come back)s? (?:\w+ ){0,3}(?:wanted|please|required|requested|needed|from (?:us|this))|(?:asked|asks|wishes|wants|wanted|requests?|requested) (?:for )?no (?:feedback|comeback|contact|visit|letters?|reply|acknowledgement)|(?:only|just) (?:\w+ ){0,2}say (?:that )?(?:she|he|they)|(?:kept?|keep) (?:it |this |that |everything )?(?:to|between|among|from) (?:ourselves|us|you|them)|identifying (?:details|features) (?:have been |are |were )?(?:left out|removed|withheld))\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Unnamed();

    // Somebody rang, without it being said whom.
    [GeneratedRegex(
        @"(?<own>\b(?:(?:has|have|had|having|to|also|already|never|not|be|first|then|when|before|again|she|he|they|who) (?:rung|phoned|telephoned)(?= ?(?:[.,;]|$| (?:us|again|before|about|twice|once|three|four|several|many|\d|every|in|up|because|back|to (?:say|tell|report|ask|let)|the (?:hub|team|office|council|line|helpline|duty|switchboard)|children's|social|anonymously)\b))|(?:to|would|must|should|not|never|afraid of|before|after) (?:ring|ringing|phone|phoning|telephone|telephoning)(?= ?(?:[.,;]|$| (?:us|again|in|up|about|because|back|the (?:hub|team|office|council|line|helpline|duty)|children's|social|anonymously)\b))|please (?:only )?(?:ring|phone|call|text|write|visit|e ?mail|contact) (?:only|after|before|between|when|her|him|them|me|on (?:her|his|their|my)|in the|at (?:home|work|night|the weekend))|(?:second|third|fourth|fifth|another|further|repeat|earlier|previous|same) (?:phone |telephone )?(?:call|caller|voicemail) (?:this|today|in|from|about|within|by)|(?:rung|phoned|telephoned|rings|rang) (?:off|in\b|through\b)|(?:phoned|called|rung) (?:it |this |that )?through|(?:line|call) (?:was |went |then )*(?:dead|disconnected|ended abruptly)|(?:tel|telephone|phone)\.? (?:call )?(?:from|by) (?:a |an )?(?:female|male|woman|man|lady|gentleman)|call taken|call logged|call handler)\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Rung();

    [GeneratedRegex(
        @"(?:\b(?:came|come|comes|wants?|wanted|felt able|felt|brave|courage|decided|chose|able|reluctant|hesitated|afraid|scared|frightened|promised|agreed|willing|prepared|moved|driven|compelled|obliged|trust|confidence|walked|drove|travelled|happy) (?:\w+ ){0,2}to (?:tell|ring|call|phone|contact|inform|alert|warn|speak to|talk to|let|approach|write to|email|meet) (?:us|the hub|mash|this (?:team|office|service|line)|social services|children's services|the council|someone|somebody|anyone)\b|\b(?:made|makes|making) (?:us|the hub|mash|this (?:office|team|service)|social services|children's services|the council) (?:\w+ )?aware\b|\b(?:brought|drew|drawn|bring|brings) (?:\w+ )?(?:to )?(?:our|the hub's) (?:attention|notice)\b|\b(?:is|was|are|were|being) the (?:one|person|origin|source(?! of (?:the )?(?:figures|data|attendance|income|money|funds|burn|injury|smell|noise|leak|infection))|reason|author|individual|adult|party) (?:who|that|of|to|behind|we)\b|\b(?:origin|originator|author|source|provenance) of (?:this|the (?:concern|report|information|call|referral|allegation|contact))|\b(?:mother|father|mum|dad|parent|nurse|teacher|grandmother|grandparent|carer|survivor) (?:herself|himself|themselves)\b|\b(?:confessed|confided|unburdened \w+|opened up|poured (?:it|her heart|his heart|everything) out) (?:to|in) (?:him|her|them|me|us)\b|\b(?:in|round|came|come|been|popped|called) to see us\b|\bħ+ (?:\w+ )?(?:(?:sent|showed|texted|messaged) (?:her|him|them) (?:a|an|the|some|pictures|photos|photographs|messages|texts|screenshots|videos|voice)\b|(?:let (?:it |this |that )?(?:slip|on)|admitted it|opened up|came clean) to (?:her|him|them)\b|(?:told|confided in) (?:her|him|them) (?:after|on|over|at|during|last|while|when|about|in (?:the|confidence))\b)|(?<=[a-z]), (?:she|he|they) (?:says|said|adds|added|reckons|thinks|feels|tells us)(?=[,;.]|$)|; (?:says|said|adds|feels|reckons|thinks|fears) (?:she|he|they|that|the|it|it's|ħ+)\b|\b(?:her|his|their) (?:own )?(?:little )?(?:lad|lass|girl|boy|son|daughter|kids?|youngest|eldest) (?:sits?|plays?|walks?|goes|comes?|came) (?:\w+ )?(?:by|next to|with|beside|alongside|home (?:asking|saying|with|from|talking))\b|\bthird part(?:y|ies) (?:has|have|told|made|reported|rang|contacted|who|is|was)\b|\b(?:from|by|in|of) the community\b|\bcommunity (?:intelligence|source|member|contact)\b|\bit (?:came|comes|has come|originated) from (?:one|a|an|some|the|inside|within)\b|\bfrom (?:within|inside) (?:the|her|his|their) (?:extended |wider |own )?(?:family|circle|church|congregation|community|street|block|household))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex TellUs();

    // Where somebody lives or stands, seen from the family's home.
    [GeneratedRegex(
        @"(?:^|(?<=[.!?;:] ))(?:them|those|that lot|him|her) (?:at|in|from|over|next|across|up|down|upstairs|downstairs|opposite|below|above|round|on) |\b(?:either side|other half of the (?:semi|house|building|pair|property|terrace)|hears? everything|both sides|side by side|back to back|end (?:house|terrace|flat|property|bungalow|cottage)|house (?:to|on) the (?:left|right)|(?:two|three|one|few|couple|next) (?:along|down|up)\b|next but one|(?:moved|lives?|living|lived|is|are|flat|people|family|tenants?|couple|those|man|woman|lady) (?:in )?(?:\w+ )?(?:underneath|beneath|upstairs|downstairs)(?= ?(?:[.,;]|$| (?:has|have|had|is|are|was|were|hears?|heard|can|could|who|from (?:them|the)|and|say|says)\b))|within (?:sight|earshot|view|hearing|yards|a few|feet|metres)(?= (?:of|yards|feet|metres|doors))|whose (?:\w+ )?(?:windows?|kitchen|garden|bedroom|flat|house|home|door|balcony|drive|driveway|wall|yard|property|fence|land|allotment|desk|shop|stall|children|child|son|daughter|grandson|granddaughter|dog|car|bathroom|lounge|landing)|(?:her|his|their|my|our|hers|theirs) (?:own )?(?:front |back |side |rear |upstairs |kitchen |bedroom |bathroom |living room |downstairs )?(?:window|windows|kitchen|bedroom|bathroom|garden|balcony|door|wall|drive|driveway|yard|flat|house|home|property|fence|landing|lounge|conservatory|house) (?:faces|face|overlooks?|looks? (?:on|out|over|into|straight|across|towards)|backs?|adjoins?|meets?|is next|is (?:directly )?(?:above|below|opposite|behind|beside)|touch\w*|joins?|abuts?|shares? a)|shares? (?:a|the|an|one|their|her|his) (?:\w+ )?(?:wall|fence|landing|drive|driveway|hedge|stairwell|entrance|hallway|porch|yard|boundary|alley|path|garden|balcony|car park)|(?:sound|noise|voices|shouting|crying|every word|everything) (?:travels?|carries|comes through)|(?:make|makes|made) out every word|hear every (?:word|thing)|walls? (?:\w+ ){0,4}(?:thin|like paper)|soundproof\w*|(?:across|over|along|down|up|round) (?:the )?(?:landing|corridor|courtyard|balcony|cul de sac|alley|back (?:lane|alley)|way|yard|quad|stairwell)(?= ?(?:[.,;]|$| (?:has|have|had|is|are|was|hears?|heard|saw|sees|told|rang|from)\b)))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Vantage();

    // The place of somebody's own work or round, and not the family's.
    [GeneratedRegex(
        @"\b(?:(?:from|in|at|into|behind|during|on|inside|outside|to) (?:my|our|her|his|their) (?:own )?(?:\w+ )?(?:studio|salon|shop|setting|till|counter|ladder|cab|taxi|van|round|rounds|stall|pew|premises|workshop|chair|barbershop|cafe|pub|bar|restaurant|kiosk|allotment|surgery|clinic room|care|congregation|sermon|delivery|deliveries|shift|patrol|route|lorry|tractor|field|stables|pool|dojo|rink|caravan park|viewing)(?= ?(?:[.,;]|$| (?:ella|and|she|he|they|the|last|on|where|every|each|when|while|after|before|for|with|has|have|is|was|ħ+)\b))(?<!\b(?:in|into) (?:her|his|their) care)|(?:from |from behind |behind )(?:the )?(?:till|counter|bar|wheel|reception desk|checkout)|(?:comes?|came|been|goes|go|pops?|popped) (?:in ?to|to|round to|in at|by) (?:hers|ours|mine|theirs|(?:my|our|her|his|their) (?:door|doorstep|shop|salon|till|counter|setting|club|church|stall|house for))|(?:at|to|with|round) (?:hers|ours|mine|theirs)\b|(?<own>(?:two|three|four|five|six|several|some|\d) of (?:her|his|their|my|our) own)|(?:knocks?|knocked|knocking|turns? up|turned up|appears?|appeared|comes?|came) (?:on|at|to) (?:her|his|their|my|our) (?:own )?(?:door|house|flat|gate|window|home)\b(?= (?:asking|for|begging|in|with|hungry|crying|to|because|without|late|at|most|every|wanting)\b)|let (?:himself|herself|themselves) in (?:and|to)|when (?:she|he|they) (?:called|came|went|goes|calls|comes) (?:to (?:collect|read|fix|mend|deliver|service|inspect|clean|repair|paint|fit|check)|for the rent|with the))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex OwnPlace();

    // "While hanging out the washing she heard": nobody of the family is with them.
    [GeneratedRegex(
        @"\b(?:(?:while|whilst|when|as|on|after|before) (?!(?:\w+ ){0,6}(?:her|his|their|the|with) (?:mother|father|mum|dad|parents?|siblings?|brother|sister|school|nursery|teacher|social worker|health visitor))(?:out )?[a-z]+ing\b[^.;!?""]{2,70}|(?:during|in|on|at|after|before) (?!(?:\w+ ){0,5}(?:school|nursery|class|assembly|contact|visit|assessment|appointment|interview|a visit|supervised|mother|father))[^.;,!?""]{3,50},? )\b(?:she|he|they|i|we) (?:(?:also|has|had|have|then|often|once|both|clearly|again|recently) )?(?:noticed|notices|overheard|overhears|witnessed|spotted|glimpsed|caught sight|could hear|could see|smelt|came across)\b|\b(?:it was|that is how|which is how|that was how|that's how|this is how|which is why|is when|was when|was as|was while) (?:[^.;!?""]{0,60} )?(?:that )?(?:she|he|they) (?:noticed|heard|saw|found|overheard|realised|learned|learnt|knew|spotted|discovered|witnessed|came across)\b|\bhow (?:she|he|they|i) (?:came|comes|come|got|gets|happened) to (?:know|see|hear|notice|find|learn|be)|\b(?:which|that) is how (?:she|he|they|i)\b|\b(?:she|he|they) (?:(?:was|were|is|are) (?:out|off|on (?:her|his|their) way|passing|walking|working|driving|cycling|jogging|visiting|delivering|cleaning|queuing|shopping|sitting|serving|waiting)\b[^.;!?""]{0,50}\bwhen (?:she|he|they) (?:saw|heard|noticed|found|spotted|witnessed|came|realised))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex WhileDoing();

    // Whose grandchild or niece: nobody of the household has one here.
    [GeneratedRegex(
        @"\b(?:her|his|their|my|our) (?:own |little |great |poor |only |eldest |youngest |two |three |step ?){0,3}(?:grand ?(?:child|children|son|sons|daughter|daughters|kids|baby)|niece|nieces|nephew|nephews|god ?(?:son|daughter|child|children)|neighbours?(?! (?:have|has|had) (?:called|rung|phoned) the police)|tenants?|customers?|parishioners?|pupil|workmate|lodger)(?='?s? ?(?:[.,;]|$| (?:is|are|was|were|has|had|turned|came|comes|to|be|being|and|who|in|at|safe|when|while|after|on|for|from|would|could|looks?|looked|seems?|told|says?|said|tells)\b))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Descendants();

    [GeneratedRegex(
        @"\bbetween (?:the|their|our|these|both|two) (?:two |both |three )?(?:homes?|houses?|flats?|properties|gardens?|households|bungalows|families|neighbours|kitchens|bedrooms)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        @"\b(?:(?:we|i|(?:has|have|had|was|were|is|are) been|was|were) (?:have |has |had )?(?:promised|assured|guaranteed|reassured) (?:(?:her|him|them|that|of|this|total|full|complete|the|caller|we|nobody|no one|nothing|it) ){0,4}(?:anonym\w+|confiden\w+|discretion|nobody|no one|would be (?:told|known|named)|not be (?:told|named|known)|privacy|told|named|protected)|(?:anonymity|confidentiality|discretion|privacy|secrecy) (?:was |has been |is |were |to be |must be )?(?:promised|assured|guaranteed|requested|asked|wanted|agreed|respected|essential|important|vital|kept|maintained)|(?:requests?|requested|asks? for|asked for|wants?|wanted|demanded|promised|insisted on|needs?|guaranteed?|offered|seeks?|sought) (?:\w+ )?(?:anonymity|confidentiality|discretion|secrecy))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Promised();

    // That somebody and one of the family are, or were, on some terms with each other.
    [GeneratedRegex(
        @"\b(?:she|he|they|and ħ+|with ħ+|and (?:the )?(?:mother|father|mum|dad)) (?:\w+ )?(?:grew up|used to be (?:close|friends|friendly|best friends|together|an item|married|partners|colleagues)|(?:had|have|has) (?:\w+ )?(?:trouble|words|a run in|run ins|a falling out|fallen out|history) with|(?:fell|have fallen|had fallen) out|grew up together|were at school together|went to school together|go back (?:years|a long way)|have been friends)\b|(?<own>\bif (?:she|he|they) (?:ever )?(?:knew|found out|finds out|find out|knows|hears|heard|learns|learnt|learned|discovered|discovers)\b)|(?<own>\b(?:fears?|feared|fearing|afraid|scared|frightened|terrified|worried|concerned|anxious|desperate) for (?:ħ+|the (?:child|children|baby|little|girl|boy|kids|twins|toddler|mother)|them\b|those|her safety|his safety|their safety))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex BadTerms();
}
