using System.Buffers;
using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>The phrases themselves. A group called <c>who</c> tells nothing where one of the family or a professional stands before it.</summary>
internal static partial class TellingPhrases
{
    /// <summary>Stands for each letter of a name of the family.</summary>
    public const char OfFamily = 'ħ';

    private const string Hub =
        @"(?:us|the hub|mash|the mash|this (?:team|office|service|line)|the (?:team|office|duty (?:desk|line|team|worker)|helpline|hotline|front door|switchboard|line|council|local authority|authority|contact centre|nspcc|childline)|(?:children'?s|childrens) (?:services|social (?:care|services)|reception)|social (?:care|services|worker|workers)|nspcc|childline|crimestoppers|in)";

    private const string Person =
        @"(?:someone|somebody|some one|(?:an?|the|one|another|this|that|our|their|her|his|local|two|several|some|one of (?:the|her|his|their)) (?:[a-z']+ ){0,3}(?:person|persons|people|individual|woman|women|man|men|lady|ladies|gentleman|gent|bloke|chap|fella|guy|girl next door|lads?|lass|lassie|youngster|student|pensioner|couple|mums|dads|mothers|fathers|young man|young woman|old man|old lady|onlooker|bystander|eyewitness|parishioner|shopper|nan|granny|auntie|resident|residents|local|locals|passer ?by|passers ?by|passerby|stranger|friend|friends|relative|relatives|relation|family member|family friend|neighbou?rs?|mum at|mother at|parent at|other parent|other mum|customer|colleague|tenant|occupant|occupier|volunteer|(?<!health )visitor|acquaintance|pensioner|witness|witnesses|worshipper|parishioner|commuter|passenger|driver|dog walker|jogger|cyclist|member of the (?:family|community|congregation|church|club)|community member|classmate's (?:mum|mother|dad|father|parent)|source))";

    private const string Tells =
        @"(?:(?:has |have |had |also |who |then |now |again |later |first |repeatedly |often |just |only |recently |previously |clearly )*(?:says?|said|tells?|told|rang|rings|phoned|telephoned|called us|called in|reports|reported|reporting|hears?|heard|can (?:hear|see)|could (?:hear|see)|sees?|saw|has seen|witnessed|noticed|notices|watched|watches|overheard|spotted|describes?|described|mentions?|mentioned|claims?|claimed|states?|stated|alleges?|alleged|thinks?|believes?|feels|fears?|is (?:very |so |really |most )?(?:worried|concerned|afraid|scared|anxious|upset)|are (?:worried|concerned)|was (?:worried|concerned)|contacted|emailed|wrote|texted|messaged|got in touch|came forward|raised|rang|wants? to (?:stay|remain|be)|wish(?:es)? to|asked (?:not|that|us|to)|does not want|doesn't want|made (?:this|the) (?:call|report|referral|allegation)))";

    // Not generated: the code that .NET 10 generates for this one runs past its own stack on some texts.
    private static readonly Regex SomebodyTells = new(
        $@"\b{Person}(?: (?:who|living|next|from|at|in|on|of|near|opposite|above|below|across|round|around|over|down|up|the|to|her|his|their|them|a|same|with|knows|lives|lived|nearby|locally|street|road|close|door|way|corner|gate|school|shop|church|family|and|has|is|was)){{0,8}}, ?(?:who )?(?:[a-z]+ ){{0,6}}?{Tells}|\b{Person}(?: (?:who|living|next|from|at|in|on|of|near|opposite|above|below|across|round|around|over|down|up|the|to|her|his|their|them|a|same|with|knows|lives|lived|nearby|locally|street|road|close|door|way|corner|gate|school|shop|church|family|and|has|is|was)){{0,8}} {Tells}\b",
        RegexOptions.CultureInvariant,
        TimeSpan.FromMilliseconds(ReadText.LongestMatch)
    );

    private static readonly SearchValues<string> Persons = SearchValues.Create(
        (
            "someone somebody some_one person people individual woman women man men lad lady ladies gent bloke chap fella guy girl youngster student pensioner couple mum dad mother father "
            + "onlooker bystander eyewitness parishioner shopper nan granny auntie resident local passer stranger friend relative relation family neighbo parent customer colleague tenant occup volunteer visitor acquaintance witness "
            + "worshipper commuter passenger driver dog jogger cyclist member community classmate source"
        )
            .Split(' ')
            .Select(word => word.Replace('_', ' '))
            .ToArray(),
        StringComparison.Ordinal
    );

    /// <summary>Whether it is worth while to look for the pattern at all.</summary>
    /// <param name="flow">Names of the family masked.</param>
    public static bool MayMatch(Regex pattern, string flow) =>
        pattern != SomebodyTells || flow.AsSpan().ContainsAny(Persons);

    public static readonly Regex[] All =
    [
        Informant(),
        Outsider(),
        Feud(),
        Source(),
        ToHub(),
        ToUs(),
        Which(),
        ByWhom(),
        SomebodyTells,
        FromWhom(),
        Anonymous(),
        NotNamed(),
        Afraid(),
        WasIt(),
        Secretly(),
        Through(),
        NextDoor(),
        Lives(),
        Window(),
        Same(),
        OurHome(),
        Knows(),
        Call(),
        PleaseDoNot(),
        ReachThem(),
        SheHears(),
        Voice(),
        Obvious(),
        AtWork(),
    ];

    [GeneratedRegex(
        @"(?<![a-z0-9'])(?:i|i'm|i've|i'd|i'll|im|ive|my|mine|me|myself|meself|ours)(?![a-z0-9'@]|\.[a-z])",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    public static partial Regex FirstPerson { get; }

    [GeneratedRegex(
        @"\b(?:(?=caller)(?<!(?:from|to|answer|all|of|other|any|unknown|frequent|late) )caller(?! (?:[^.;!?]|\.(?=\d)){0,60}\b(?:was|is) ħ+ (?:herself|himself)\b)(?!s? (?:at|to) the (?:house|home|flat|address|door|property))|the callers?'s|informants?|informer|informers|complainants?|whistle ?blowers?|whistleblowing|tipsters?|tip ?offs?|tipped off|referrers?(?!'s (?:contact )?details (?:are|were) (?:held|kept|stored|recorded) (?:separately|apart|elsewhere))|referers?|notifiers?|reporter(?! at)|reportee|correspondent|the person (?:who|that|making|reporting|calling|ringing|phoning|concerned about)|(?:the|a|an|our|this|one) (?:adult|individual|woman|man|lady|gentleman|person|relative|friend|party|concerned person|concerned party|contact|concerned [a-z]+) (?:who|that) (?:has |had )?(?:rang|called|phoned|telephoned|reported|told|contacted|raised|made|referred|emailed|informed|wrote|got in touch|gave|provided|spoke)|(?:the )?(?:one|those|people|somebody|someone|anyone|anybody) who (?:has |had |have )?(?:rang|called (?!the police|an ambulance)|phoned|telephoned|reported(?! (?:the|a) (?:fault|repair|leak|outage|blockage|breakdown)s?\b)|told (?:us|the hub)|contacted|referred|raised|made th|complained|grassed|shopped|wrote)|concerned (?:citizen|neighbou?r|relative|friend|party|resident|individual|person|local|parent|mum|mother|grandparent))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Informant();

    [GeneratedRegex(
        @"\b(?:(?:source|informant|referrer|reported by|told by|information from) ?: (?!(?:the )?(?:case|file|visit|chronology|records?|police|gp|school|probation|housing|health)\b)|(?:teller|giver|author|maker|sender|writer|provider|bearer|originator) of (?:this|the|these)|(?:our|the|this|that|a|one|my) (?:[a-z]+ )?sources? (?:is|was|says?|said|tells?|told|who|lives?|has|close|of (?:the |this |our )(?:information|report|concern|referral|contact|call))|source of (?:the |this |our )(?:information|report|concern|concerns|referral|call|contact|tip|intelligence)|witness(?:es)? (?:says?|said|tells?|told|rang|statement|who|reports?|has|lives?)|on (?:her|his|their) behalf|(?:grassed|snitched|shopped|dobbed|ratted)(?: (?:on|them|in|up|her|him))*|grass(?:es)? (?:on|them|up)|snitch)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Source();

    [GeneratedRegex(
        @"(?<service>\b(?:rang|rung|rings|phoned|telephoned|called|contacted|emailed|texted|messaged|wrote to|written to|told|tells|telling|informed|alerted|notified|approached|spoke to|spoke with|spoken to|came to|comes to|reported (?:this|it|them|her|him)? ?to|reported to|tipped off|went to|said to|disclosed to|confided in|explained to|described to|mentioned to|turned to|asked|asks|begged|warned|let|wants|wanted|gave|given|shown|showed|sent|assured|reminded) (?:us|the hub|mash|this (?:team|office|service|line))\b|\b(?:asked|asks|begged|requested|wants|wanted|insisted|hopes) (?:that |if |whether )(?:we|i)\b|\b(?:rang|(?<!\bbe )phoned|(?<!\bbe )telephoned|called in|got in touch|come forward|came forward|made contact|been in touch|in touch with us)(?=[.,;!?]|$| (?:and|at|after|before|late|early|last|from|with|but|saying|several|three|two)\b))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex ToHub();

    [GeneratedRegex(
        $@"(?<who>\b(?:rang|rung|rings|ringing|phoned|phones|telephoned|called|calls|calling|contacted|contacts|contacting|emailed|e mailed|texted|messaged|wrote to|written to|told|tells|telling|informed|informs|alerted|notified|approached|spoke to|spoke with|spoken to|speaking to|came to|comes to|reported (?:this|it|them|her|him|the (?:family|parents|mother|father|matter|concerns?))? ?to|reported to|reports? to|tipped off|got in touch with|went to|said to|disclosed to|confided in|explained to|described to|mentioned to|raised (?:this|it|concerns?) with|turned to|reached out to|passed (?:this|it) (?:on )?to) {Hub}\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex ToUs();

    [GeneratedRegex(
        @"\b(?:we|the hub|mash|us) (?:were|was|have been|has been|had been|got) (?:told|informed|contacted|alerted|rung|phoned|called|advised|notified|approached|tipped)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex ByWhom();

    [GeneratedRegex(
        @"\b(?:passers? by|passersby|passerby|onlookers?|bystanders?|eye ?witness(?:es)?|dog walkers?|joggers?|commuters?|parishioners?|churchgoers?|villagers?|well ?wishers?|busybody|acquaintances?|pensioners?|local residents?|fellow (?:parents?|residents?|tenants?|passengers?|worshippers?|mums?|dads?|pupil's)|other (?:mums?|dads?|parents? (?:at|from|in|of))|(?:another|a different|different|other) (?:parent|mum|dad|mother|father|family|child's (?:mum|mother|parent|dad|father)|resident|tenant|pupil's (?:mum|mother|parent))(?! (?:hit|attacked|assaulted|threatened|pushed|punched|slapped|was (?:arrested|cautioned|hit|assaulted)))|school ?gates?|playgroup mums?|members? of the (?:congregation|club|team|choir))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Outsider();

    [GeneratedRegex(
        @"\b(?:(?<own>(?:made|makes|make|making|took|taking|placed) (?:this|the|that|a|her|his|their) (?:phone |telephone |anonymous )?(?:call|report|referral|complaint|allegation|disclosure)s?(?! was| is| to the police))|(?<!\bnothing (?:[a-z]+ ){0,4}says )(?:who|whom|where) (?:this|it|that|the (?:call|report|information|referral|concern|tip|allegation)s?) (?:is|are|was|were|comes|come|came|has come|originates|originated) from|who (?:this|it) is by|(?:write|wrote|put|note|noted|record|recorded|say|said|tell|told|reveal|revealed|disclose|know|knows|learn|guess|work out|find out|give away) (?:\w+ ){0,3}who (?:she|he|they|i|we) (?:is|are|was|were|am|really)|(?:adult|person|individual|woman|man|lady|gentleman|voice|someone|somebody|one|male|female) (?:on|at) the (?:line|phone|telephone|other end)|(?:one of|some of|several|other|two|three|local|many|most) (?:of )?(?:the )?(?:local )?(?:residents|tenants|locals|shopkeepers|customers|parishioners|regulars)|residents? (?:of|in|on|at) the (?!home|unit|hostel|property|address|house)[a-z]+|an? (?:local |elderly |nearby |anxious )?(?:resident|local|tenant) (?:of|who|in|on|has|said|says|reports|reported|is|was|from|nearby))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Which();

    [GeneratedRegex(
        @"\b(?:(?:do not|don't|does not|doesn't|did not|didn't|not|never) (?:really |always )?(?:get|got|getting|gets) on with (?:the |them|her|him)|(?:fell|fallen|falling) out with (?:the (?:family|mother|father|parents|couple)|them|ħ+)|(?:grudge|feud|bad blood|axe to grind|dispute|row|argument|quarrel) (?:with|between|about|over) (?:the family|them|parking|the bins|the fence|the hedge)|(?<own>(?:lose|losing|lost|risk|risks|risking) (?:her|his|their|my) (?:job|home|tenancy|position|business|friendship))|(?:came|comes|gets|got|get|come) out (?:who|that)|if (?:it|this|that|word) (?:came|comes|gets|got|ever) (?:ever )?(?:out|back|came|gets|got)|get (?:back|round) to (?:the (?:family|mother|father|parents)|them|her|him|ħ+))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Feud();

    [GeneratedRegex(
        $@"(?=\b(?:from|according|via|through|thanks|per|spoke|heard|call|message|email|letter|note|tip|report|information|by)\b)(?<!\b(?:borrow|bought|buy|money|st[eo]l|gift|lift|present|collect|obtain|return|fled|hid|away|separat|apart|differ|support|help|drug|cannabis|assault|thr[eo]at|abus|attack|hit|groom|contact)[a-z]* (?:[a-z]+ ){{0,2}})(?:\b(?:from|according to|via|through|thanks to|per|spoke (?:to|with)|heard from|call from|message from|email from|letter from|note from|tip from|report from|information from)|(?<=^|[.:;,!?-] ?)by) {Person}\b(?! (?:unit|at work|authority|authorities|council|borough|school|nursery|hospital|college|services?|area|team))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex FromWhom();

    [GeneratedRegex(
        @"\b(?:(?=anonymous)(?<!(?:narcotics|alcoholics|gamblers|cocaine|overeaters|al|families) )anonymous(?:ly)?|anon|anonymity|incognito|nameless|unnamed|un named|no names?,|identity (?:to be|is to be|must|should|not|is|be|kept|protected|secret|withheld)|(?:her|his|their|my) identity|(?:in|strict|strictest|complete|total|utmost) confidence\b(?! in)|in confidence|off the record|between (?:us|ourselves|you and me)|confidential(?:ly)? (?:source|call|informant|tip|report|contact|information)|(?:stay|remain|kept?|keep|be kept|treated as|treat as) (?:it |this |her |him |them |me |this call |everything |strictly |completely )*(?:confidential|anonymous|private|secret|hidden|out of (?:it|this)|quiet))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Anonymous();

    [GeneratedRegex(
        @"\b(?:(?:not|never|n't|nor|cannot) (?:\w+ ){0,3}be (?:named|identified|mentioned|quoted|known|traced|linked|involved|contacted|dragged|brought into)|(?:not|never|n't|without|rather not|refused to|prefers? not to|nor) (?:to )?(?:be(?:ing)? )?(?:named(?! on)|identified|mentioned|quoted|give (?:her|his|their|a|any) name|gave (?:her|his|their|a) name|say who (?:she|he|they|i)\b|leave (?:her|his|their|a) name|disclose (?:her|his|their) (?:name|identity|details)|revealed|named to|traced back|linked|brought into|associated with|known as|be known)|(?:want|wants|wanted|like|wish|wishes|asked|asks|ask|prefer|prefers|begged|anxious|keen|careful|hopes?|hoping) (?:\w+ ){0,4}(?:(?:to |that |not |her |his |their |the )*(?:name|names|details|identity|involvement) (?:\w+ ){0,3}(?:not|out|withheld|kept|left|private|secret|off|never|hidden)|(?:them|him|her|the family|anyone|anybody|the parents|the mother|the father|mum|dad|people|his wife|her husband) (?:not )?to (?:know|find out|learn|hear|discover|guess|work out|realise|think) (?:it|who|that (?:it|she|he|i|they|we) (?:was|is|have|has|told|rang|called|reported|said|made|phoned)|about (?:the|this|her|his|their|my) (?:call|referral|report|contact)|where|how|of (?:the|this|her|his|their|my) (?:call|report)))|(?:name|details|identity) (?:and \w+ )?(?:has been |have been |is |are |was |were |be |being |to be )*(?:withheld|kept out|left out|kept secret|kept private|not (?:to )?be|suppressed|protected|hidden|on file but)|withh(?:eld|olds?|olding) (?:her|his|their|my|the) (?:name|identity|details)|kept? (?:her|his|their|my) (?:name|identity|involvement)|keep (?:her|his|their|my|the) (?:name|identity|details|involvement)|leave (?:her|his|their|my) name|(?:tell|let) (?:nobody|no one|none)|no one (?:must|should|can|may|is to) (?:know|find out)|nobody (?:must|should|can|may|is to) (?:know|find out))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex NotNamed();

    [GeneratedRegex(
        @"\b(?:repercussions?|reprisals?|retaliat(?:e|es|ed|ion)|backlash|fall ?out from|comebacks?|vengeance|take it out on (?:her|him|me|them) for|come after (?:her|him|me)|(?<own>(?:afraid|scared|frightened|worried|terrified|nervous|fearful|anxious|fears?) (?:of |about |that |for )?(?:\w+ ){0,6}(?:find(?:s|ing)? out (?:who|it|that)|found out (?:who|it|that)|being (?:found out|identified|named|recognised|known|blamed|seen as|discovered)|who (?:rang|called|reported|told|phoned)|reported (?:him|her|them)|know (?:it was|who)|knowing (?:it was|who)|guess(?:es|ing)?|for (?:telling|reporting|calling|ringing|speaking)))|(?:recognise|recognises|recognised|guess|guessed|work out|works out|worked out|realise|realises|suspect|suspects|trace|traced) (?:\w+ ){0,2}(?:who (?:rang|called|reported|told|phoned|it was|said|has|made|complained)|it (?:was|is|'s) (?:her|him|me|them|us)|it back|her voice|his voice|my voice|as the (?:source|one)))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Afraid();

    [GeneratedRegex(
        @"\b(?:(?:it|that|this) (?:was|is|were|came) (?:only |actually )?(?:her|him|me|them|she|he) (?:who|that)|(?:it|that) (?:was|were) (?:me|us|her|him|them)\b|(?:know|knew|knows|find out|finds out|found out|learn|learns|told|tell|say|saying|think|thinks|guess|guessed|suspect|suspects) (?:that )?(?:it (?:was|is|came from|has come from)|who (?:rang|called|reported|told|phoned|it was|said|made|complained|has reported|has told|contacted))|(?<prof>who (?:rang|phoned|reported(?! (?:the|a) (?:fault|repair|leak|outage|blockage|breakdown)s?\b)))|who (?:told (?:us|on)|grassed|dobbed|contacted (?:us|the hub|social)|made the (?:call|report|referral)|it was (?:who|that)))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex WasIt();

    [GeneratedRegex(
        @"(?<own>\b(?:(?:please )?(?:do not|don't|dont|never|must not|mustn't|should not|cannot|can't) (?:please )?(?:ever )?(?:tell|say|mention|let (?:on|them|her|him|anyone)|reveal|disclose|use (?:my|her|his|their|the) name|pass on (?:my|her|his|their)|quote|name|identify|involve) (?:them |her |him |anyone |the family |the parents |mum |dad |on )?(?:that )?(?:who|it|where|how|this came|this came from|my|her name|his name|their name|she |he |i |me\b|we|us\b|name|the source|anything about (?:me|her|him|them))))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex PleaseDoNot();

    [GeneratedRegex(
        @"(?<who>\b(?:(?<!(?:999|101|emergency|abandoned) )(?:call|phone call|telephone call|voicemail|tip|message) (?:came|come|was (?:received|made|taken|left)|received|from|by|log)|on the (?:phone|telephone|line) (?:she|he|they|with|to us|said)|(?:rang|phoned|telephoned|called|rings) (?:again|back|twice|to (?:say|report|tell|let|express|raise|share|pass|ask that|voice|complain)|because|about|last night to|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|yesterday|today|this (?:morning|afternoon|evening)|in (?:to|tears|distress|about|again|with|on|this|at)|anonymously|and (?:said|asked|told)))\b)|\b(?:her|his|their|my) (?:own )?(?:phone call|call|report|tip|referral) (?:to (?:us|the hub)|was|is|came)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Call();

    [GeneratedRegex(
        @"\b(?:good samaritan|members? of (?:the|a|her|his|their|our) (?!public|household|staff|family|families|police|core|team|multi|mash|school|gang|group|crew|extended|armed|service)[a-z]+|worried (?:neighbou?r|relative|friend|resident|parent|mum|local|nan|gran|grandmother|auntie|aunt|uncle|citizen)|someone (?:close to|who knows|known to|from|in) (?:the|this|her|his|their)|someone (?:in|from|on) the (?:family|street|village|community|road|estate))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Secretly();

    [GeneratedRegex(
        @"\b(?:(?=through|thru|via|over)(?<!\b(?:punch|kick|smash|hole|put|threw|throw|crash|br[eo]ke?|drill|fell|fall|head|water|damp|climb|jump)[a-z]* (?:[a-z]+ ){0,3})(?:through|thru|via|over) (?:the |their |our |her |his |these |those |my |a |an |its )?(?:\w+ ){0,2}(?:walls?|ceilings?|floors?|floorboards|letter ?box|partition|fence|hedge|party wall|adjoining wall|baby monitor)|paper ?thin|over the (?:garden|front|back|side|shared|adjoining) (?:gate|fence|wall|hedge)|thin walls?|walls are thin|party wall|adjoining (?:wall|house|property|garden|flat)|adjoins|other side of the (?:wall|fence|road|street|hedge|landing)|(?:heard|hear|hears|audible|listen|listening|comes(?! from the (?:street|road|pavement|pub|playground))|coming|carries) (?:\w+ ){0,5}(?:from|across|as far as|(?<!\w+ing )in) (?:the )?(?:street|road|garden|landing|stairs|stairwell|next|hallway|flat|pavement|shop|car park|bus stop|playground|other houses))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Through();

    [GeneratedRegex(
        @"(?<who>\b(?:next ?door(?<!\b(?:by way of|spread to) the [a-z]+ next ?door)(?! (?:classroom|office|room|ward|clinic|table|desk))(?! is (?:empty|vacant|boarded|void|derelict))(?! to (?:the|a|an) (?!family|house|home|flat|mother|father|child|parents|couple|property|address))|door to door|(?:two|three|four|few|couple of|several|some|a few) (?:doors|houses) (?:down|up|along|away|from|off)|doors? (?:down|along|away|up)|(?:faces|facing|joins|adjoins|overlooks|next to|opposite|above|below|beside|behind|touches|against|past|near|by|through) (?:hers|theirs)\b|(?:woman|man|lady|gentleman|couple|girl|lad|chap|bloke|people|person|resident|mum|dad|family) from (?:the|a|number|no|next|up|down|across|over|another|along)|(?:across|over) the (?:road|street|way|landing|hall|hallway|corridor|green|close|garden|gardens|lane|square|yard|courtyard|fence|hedge|garden wall)|(?<!no )(?<!any )(?:flat|house|home|property|people|family|woman|man|lady|gentleman|couple|one|girl|tenant|person|bungalow|maisonette|room|neighbours?|folks?|gent) (?:above|below|beneath|underneath|downstairs|upstairs|opposite|facing|behind|beside|nearby)|(?:live|lives|living|lived|is|are|from(?! (?:above|below|beneath|underneath) (?:the|a|an|his|her|their) (?!house|flat|home|family))|house|flat|directly|straight|right|just|diagonally) (?:directly |right |just |straight )?(?:opposite|above|below|beneath|underneath|facing|downstairs from|upstairs from)(?! (?:an? (?!couple|family|young|woman|man|lady)|average|centile|age|expected|normal|the (?:centile|\d|shop|threshold|average|age)))|opposite (?:side|the (?:house|family|flat|home|property|school)|them|her|him|house|flat|neighbour)|(?<!\b(?:by way of|spread to) )(?:the|a|an|our|her|his|their) (?!(?:bedroom|bathroom|toilet|room|rooms|landing|kitchen|hall|lounge|windows?|curtains|loo|light|lights|children|child|boys?|girls?|baby) )[a-z]+ (?:upstairs|downstairs|next door|over the road|across the road|opposite)|(?=upstairs|downstairs)(?<!\b(?:with|w/|at|from) (?:the )?)(?:upstairs|downstairs) (?:flat|neighbou?rs?|tenants?|people|from (?:them|her|him|the))|backs? on ?to(?! an? )|overlook(?:s|ing|ed)?|looks? out (?:on|over)|end of the (?:street|road|terrace|row)|(?:above|below|beside|behind|next to|near|opposite|close to) (?:the (?:family|parents|children|couple)|them)\b))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex NextDoor();

    [GeneratedRegex(
        @"(?<who>\b(?:lives?|living|lived|resides?|stays|based|works?|working) (?:very |quite |just |right |really |so )?(?:nearby|near by|near|close by|close to|locally|local to|in the (?:same|area|street|road|village|block|next|adjoining|building|flat (?:above|below)|neighbourhood|vicinity)|round the corner|around the corner|along the (?:road|street)|down the (?:road|street|lane)|up the (?:road|street|lane)|on the (?:same|street|road|estate|corner|landing|floor (?:above|below))|a few|two|three|doors|beside|behind|adjacent|alongside|within earshot)\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Lives();

    [GeneratedRegex(
        @"\b(?:(?=from|out of|through)(?<!\b(?:leav|left|climb|escap|jump|fell|fall|thr[eo]w|enter|smash|broke|gain|got|came|push|hang|dangl)[a-z]* (?:[a-z]+ ){0,2})(?:from|out of|through) (?:my|our|her|his|their|the|a|an|this) (?:own )?(?:[a-z]+ ){0,2}(?:window|windows|balcony|doorstep|porch|driveway|landing|conservatory|shop|till|counter|salon|allotment|bus|cab|taxi|pew|stall)(?= |\.|,|$)(?! (?:was|is|were|are|had|has|broken|open|left|locks?|without|with no|of (?:the|a) (?:patrol|police|panda)))|(?:seen|see|sees|saw|watched|watch|watches|visible|view(?! (?:school|academy|primary|infants|juniors|nursery|road|street|close|avenue))|spotted|noticed|heard|hear|hears|observed) (?!(?:\w+ ){0,4}(?:tak|took|steal|stole|drink|drank|eat|ate|run|ran|remov|beg|borrow|get|got|com|came|fall|fell|jump|climb|return|emerg|leav|left|escap|absent|missing|fetch|pick|thr[eo]w)[a-z]* )(?:\w+ ){0,5}from (?:my|our|her|his|their|the|a|an|across|over|next|inside|upstairs|downstairs|above|below|opposite|behind|where|outside)(?! (?:age|birth|time|window of (?:the|a) (?:patrol|police|panda)|(?:patrol|police|panda) (?:car|van|vehicle)))|(?:ear|eyes?) (?:shot|witness(?:es)?)|earshot|eyewitness|twitching|curtains? twitch|net curtains|comes? into (?:the|my|her|his|our) (?:shop|salon|pub|cafe|store|surgery|church)|come into (?:the|my|her|his|our) (?:shop|salon|pub|cafe|store|church)|when(?:ever)? (?:she|he|they|i|we) (?:is |are |am |was |were )?(?:babysit|babysits|babysitting|visit|visits|visiting|look after|looks after|pop|pops|drop|drops|call|calls|collect|collects|cut|cuts|walk|walks|deliver|delivers|go round|goes round|come round|comes round|went round|has them|have them|minds|mind)|(?:went|goes|go|popped|pops|called|been|came|come|comes) round (?:to|there|for|with|and|last|on|the)|walk(?:s|ed|ing)? (?:past|by) (?:the|their|her|his|every|daily)|pass(?:es|ed|ing)? (?:by )?(?:the|their) (?:house|flat|home|door|window)|(?:stopped|chatted|talked|spoke) (?:with|to) (?:her|him|them|the (?:mother|child|boy|girl)) (?:in|at|on|over|by|outside))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Window();

    [GeneratedRegex(
        @"\b(?:(?:the |this |that |her |his )?(?:same|very same) (?:street|road|block|building|close|estate|landing|stairwell|stair|corridor|floor|cul de sac|village|terrace|row|church|club|shop|class|form|year|school run|bus|team|pub|gym|nursery run|workplace|office|shift)(?: as| with|\.|,| and|$)?|shares? (?:a|the|their|an) (?:wall|landing|driveway|drive|fence|garden|stairwell|hall|hallway|entrance|yard|car park|kitchen with|house with|flat with)|(?:has|have|with|whose|and) (?:a |her |his |their |own |an |two |three )+(?:\w+ ){0,2}(?:son|daughter|child|children|kids|grandson|granddaughter|grandchild|grandchildren|niece|nephew|boy|girl) (?:in|at|who (?:is|goes|attends)|of) (?:the same|year|class|the class|that school|the school|reception|her class|his class)|(?:her|his|their) own (?:little )?(?:sons?|daughters?|grandson|granddaughter|grandchild|grandchildren|niece|nephew|child|kids|children|girl|boy) (?:is|are|goes|go|attends?|plays?|knows?|sits?)|(?:her|his|their) (?:own )?(?:son|daughter|grandson|granddaughter|grandchild|grandchildren|niece|nephew|child|kids|children) (?:is|are|plays?|goes|go|sits?|attends?) (?:in|at|with|to|friends with|best friends with|next to) (?:the same|the class|class|year|him|her|them|school with|the (?:boy|girl|child)|[a-z]+ every))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Same();

    [GeneratedRegex(
        @"\b(?:(?=we|us)(?<!\b(?:are|were|what|should|do) )(?:we|we've|we're|weve|us) (?:can |could |often |all |both |have |regularly |sometimes |always |still |just |only |never |even |do |did |don't |didn't |are |were |'ve |also |who |had |had to |kept |keep |got |used to )*(?:hear|heard|hearing|see|saw|seen|live|lived|living|moved in|babysit|babysat|look after|looked after|share|noticed|notice|watch|watched|took (?:her|him|them|the)|gave (?:her|him|them|the)|let (?:her|him|them)|feed|fed|worry|worried|fell out|grew up|go to|went to|walk|walked|neighbours?|rang|phoned|called|listen|love|babysitting|next door|upstairs|downstairs|opposite|over the road|knocked|visit|visited|wish to|want to (?:stay|remain)|would rather)|our (?:own |back |front |little |other |shared |bedroom |kitchen )*(?:house|home|flat|garden|wall|walls|street|road|kids|children|son|daughter|kitchen|bedroom|window|landing|block|building|shop|club|church|class|team|nursery|boy|girl|boys|girls|grandson|granddaughter|grandchildren|grandchild|nephew|niece|neighbours?|door|fence|side|close|estate|village|lane|row|mum|mother|dad|father|sister|brother|cousin|family|place|doorstep|drive|driveway|house|shed|dog|names?|ceiling|floor|pub|salon|customers?|caravan|congregation|minibus|setting|garage|balcony|porch|gate|hedge|party wall)|(?:next to|near|above|below|opposite|beside|behind|alongside|beneath|underneath) us\b|tell us (?:she|he|they)|us and them|name out|name's|names out)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex OurHome();

    [GeneratedRegex(
        @"\b(?:(?<prof>(?:knows?|knew|known) (?:the )?(?:family|mother|father|parents|child|children|mum|dad|them|her|him) (?:well|for (?:years|many|a long|several|over|about|\d+)|personally|since|through|from (?:the|church|school|work|when)))|(?:friends?|friendly|friendship|mates?|close|related|relatives?|neighbours?) (?:of|with|to) (?:the )?(?:family|mother|father|parents|mum|dad|child's|childs|household|couple)|(?:used to|once) (?:live with|babysit|date|go out|look after|work (?:with|for)|be (?:friends|married|in a relationship|with)|rent|teach|mind|clean|go to school with|share)|(?:went|been|goes|go) to school with|in a (?:previous |past |former )?relationship with the (?:mother|father)|(?:married|engaged) to (?:the )?(?:mother's|father's|child's)|(?<!with an? )(?:family friend|friend of the family)(?! (?:is|are|was|were|has been|of) (?:believed|said|thought|known|alleged|suspected|a |the ))|neighbou?r of|cuts? (?:her|his|their) hair|regulars? (?:at|in))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Knows();

    [GeneratedRegex(
        @"(?<named>\b(?:(?:can|may|could|should|please|prefers? to|would like to|happy to|willing to|asks? to|best) (?:only )?(?:be )?(?:contacted|reached|rung|phoned|called back|called on|telephoned|spoken to|visited|interviewed) (?:on|at|by|after|before|during|in|via|through|only|again|any)|call(?:ed)? (?:her|him|them|me) back|ring (?:her|him|them|me) (?:back|on|at|after|before|first)|phone (?:her|him|them|me) (?:back|on|at|after|before)|ring back|call ?back(?: number)?|return (?:the|her|his|their) call|further (?:details|information) from (?:her|him|them)|(?:give|gave|giving|make|made|willing to make) (?:a |her |his |their )?(?:witness )?statement|feedback to (?:the )?(?:neighbou?r|caller|referrer|person))\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex ReachThem();

    // How somebody sounded, and what became of the call.
    [GeneratedRegex(
        @"\b(?:accent|on the (?:phone|telephone|line),? [^.;!?]{0,60}\b(?:was|were|sounded|seemed)|hung up|rang off|audibly|well spoken|softly spoken|(?:male|female|man's|woman's|elderly|young) voice|sounded (?:elderly|old|young|genuine|sober|frightened|drunk|upset|distressed|local)|(?:same|this|that|the) (?:person|individual|woman|man|lady|gentleman|voice) (?:has |had )?(?:telephoned|phoned|rung|rang|called|hung|been in touch|contacted)|not (?:been )?(?:come |came )?(?:from |by )?(?:an?|any) (?:professional|agency|official)|private (?:individual|person|citizen)|ordinary (?:person|member|citizen)|(?:close|near) at hand|whoever (?!is (?:caring|looking|with|in|there)|has parental|was (?:caring|looking|with))(?:\w+ ){0,6}(?:has|is|rang|called|told|keeps?|kept|hears?|sees?|saw|wants?|asked|lives?|works?|wrote|made)|(?:heard|audible) (?:\w+ ){0,3}(?:with|over|above) the (?:television|tv|radio)|over the way)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Voice();

    // That somebody could be guessed, or would lose by it.
    [GeneratedRegex(
        @"\b(?:(?:sounded|raised|rang) the alarm|(?:obvious|clear|plain|evident) (?:\w+ )?who|know (?:\w+ ){0,3}who (?:it (?:was|is)|told|rang|reported)|who told\b(?! (?:her|him|them|the (?:child|mother|father|school|police)))|name (?:did|does|do|should|must|will|would|to) not (?:\w+ )?(?:come|appear|be|crop)|(?:leads?|led|leading|traced?|traces|points?|come|comes) back to (?:his|her|their|my|the) (?:door|house|name|address|flat)|(?:bad|ill) feeling|no love lost|(?:tension|animosity|history) between the (?:two )?(?:houses|households|families|neighbours)|(?:never|not) (?:speak to|forgive|talk to) (?:\w+ ){1,3}if (?:she|he|they) (?:finds?|found|hears?|learns?|knew|knows)|(?:lose|lost|losing|end|ruin|cost) (?:\w+ ){0,3}(?:friendship|trust|custom)|(?:were|was) (?:each other's )?(?:bridesmaids?|best man|flatmates|housemates|workmates|pen ?friends)|(?:lived|lives|living) (?:at|on|in|by) the (?:end|top|bottom|corner|head) of|(?:couple|people|family|folks?|those|tenants?|residents?|man|woman|lady) (?:in|on|from|of|at) the (?:ground|first|second|third|fourth|fifth|top|basement|other|end|next|corner|upper|lower|middle) ?(?:floor|flat|house|bungalow|block|maisonette))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Obvious();

    // What somebody does for the family, or with one of it, said in place of the trade.
    [GeneratedRegex(
        @"\b(?:(?:man|woman|chap|bloke|lady|lad|lass|girl|boy|person|fella|guy|gentleman|couple|somebody|someone|one|people|those|helper) (?:(?:who|that) (?:\w+ ){0,2})?(?:deliver|train|coach|clean|fix|repair|mind|babysit|exercis|own|sit for|sits for|rents? (?:them|her|him|it)|lets? (?:them|her|him|it)|decorat|read the meter|reads the meter|does (?:for|her|his|their)|teach|walks? (?:the|her|his|a|their) (?:dog|dogs|spaniel)|walking (?:the|her|his|a|their) dog)[a-z]*|(?:somebody|someone|person|lad|lass|woman|man|girl|friend|one|people|those) (?:who )?(?:he|she|they|ħ+|the (?:mother|father|child|family)|mum|dad|mother|father)? ?(?:works?|games?|plays?|trains?|worships|sings?|volunteers|studies|drinks|shares? \w+) (?:\w+ )?with|(?:does|cuts|colours|dyes|styles|braids) (?:her|his|their|the (?:mother|child)'s|mum's|mother's|ħ+(?:'s)?|ħ+'s) (?:hair|colour|nails|roots|brows|lashes|highlights)|staff (?:at|in|of|from) (?:the|a) (?:\w+ )?(?:shop|pub|cafe|kebab|takeaway|salon|gym|club|restaurant|garage|library|church|pool|supermarket|bakery|chippy|bar|launderette)|who has (?:him|her|them|ħ+) (?:\w+ ){0,2}(?:afternoons?|mornings?|days?|nights?|evenings?|weekends?|after school|before school))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex AtWork();

    [GeneratedRegex(
        @"(?<heard>\b(?:she|he|they)\b(?! (?:was|were|is|are|has been|have been|had been|can be|could be) )[^.;!?""]{0,80}?\b(?:hears?|heard|overhears?|overheard|sees?|saw|has seen|have seen|witness(?:es|ed)?|notices?|noticed|watches|watched|spots|spotted|observes|observed|listens to|can hear|can see)\b (?:(?:the|those|these) (?:(?:poor|little|young|older|youngest|eldest|two|three) )?(?:children|child|kids|baby|babies|family|father|mother|mum|dad|parents|couple|boy|girl|boys|girls|toddler|bruis\w*|marks?|welts?|burns?|scars?|cuts|handprints?|needles|injur\w*|shouting|screaming|crying|banging|arguing|fighting|rows?|comings|state|adults|partner|man|woman)\b|them\b|ħ+|(?:shouting|screaming|crying|banging|arguing|fighting|rowing|bruises|welts|burns|handprints|scars|needles|everything|it all|it from|(?:a|the|an|another|every|each|all) (?:\w+ )?(?:slaps?|smacks?|screams?|thuds?|cry|cries|crash|crashes|noise|noises|commotion|rows?|arguments?|threats?|swearing|state|blows?|bang|bangs|yelling|sobbing|assault|incident|word|weeping|beating|struggle|door slam))\b))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex SheHears();
}
