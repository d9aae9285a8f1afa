using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// What binds somebody outside to one of the family, and what follows for them from having told: friendship, debts, whose word is
/// to be weighed, where a worker is not to park. A group called <c>own</c> tells nothing where one of the family is said to do it.
/// </summary>
internal static partial class TellingBonds
{
    public static readonly Regex[] All = [Bound(), Weighed(), Awkward(), ForThemselves(), OtherChild(), Confided()];

    // Friends, debts, favours.
    [GeneratedRegex(
        @"\b(?:(?:stood|stands|stuck|sticks) by (?:ħ+|her friend|mum|mother)\b|thinks? the world of|loves? the bones of|thick as thieves|joined at the hip|in each other'?s pockets|in and out of each other'?s|live in each other'?s|(?:been|were|are|was) (?:best |good |close |old |great )?(?:mates|friends|pals|besties|like sisters|like brothers) (?:since|from|for|with|at|through)|friends since|them (?:both )?being (?:\w+ ){0,2}(?:cousins|sisters|brothers|friends|mates|neighbours|family|related|twins|kin)|(?:they|she|he|the two of them|the pair of them|and ħ+) (?:first |both )?met (?:\w+ ){0,2}(?:on|at|through|in) (?:an?|the) (?:\w+ ){0,2}(?:course|group|class|club|school|nursery|gates?|church|work|ward|refuge|clinic|gym|choir|playgroup)|(?:she|he|she'd|he'd|she's|he's) (?:has |had |have )?(?:lent|loaned) ħ+|ħ+ (?:\w+ ){0,2}(?:borrow(?:s|ed)|cadge[sd]?|scrounge[sd]?|cried on|sobbed on|leans on|leant on|lodged with|stayed with|slept on|sleeping on|confides? in) (?:\w+ ){0,4}?(?:her|him|hers|his)\b|owe[sd]? (?:her|him) (?:money|rent|for|about|nearly|over|£|\d)|(?:weeks'?|months'?) (?:money|fees|owing|owed)\b|behind with (?:him|her|them)\b|they(?:'ve| have) been (?:fighting|arguing|falling out|at it) (?:about|over)|(?:the )?(?:pair|two|both) of them (?:can |could |have |had |also |both |often )?(?:hear|heard|hears|see|saw|sees|watch|watched|are worried|noticed|rang|share)|(?:has|have|had|having) (?:had )?to (?:step|get|come|put (?:herself|himself)) between (?:them|the two|ħ+)|takes? in their (?:\w+ )?(?:parcels?|post|deliveries|washing|bins)|(?:feeds?|fed|waters?|watered|minds?) their (?:cat|dog|fish|plants|rabbit)|never (?:had )?a cross word|shares? a (?:mother|mum|mam|gran|nan|dad|father|brother|sister|house account|desk|table|bench) (?:with|and|on|at|in)|share a (?:gran|nan|mother|mum|mam|dad|father|desk))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Bound();

    // Whose word it is, and how far it goes.
    [GeneratedRegex(
        @"\b(?:on (?:his|her|their) say[ -]so|(?:open mind|pinch of salt|caution|careful|cautious|wary|weight|read too much) (?:about|on|to|with|of|into|as to) (?:his|her|their) (?:own )?(?:account|version|side|word|story|claims?|motives?|allegations?|report|information|reasons)|(?:his|her|their) (?:motives?|motivation)(?= |[.,;]|$)|(?:this|the|that) (?:call|e ?mail|report|referral|message|letter|complaint) (?:was|is) (?:\w+ )?(?:his|hers|theirs|her|their)\b(?: own)?|(?:wants?|wanted|without|not|no|rather|n't|avoid|hold off|about) (?:\w+ ){0,4}(?:marked|police|panda|council|liveried) (?:car|van|vehicle)s?|park(?:s|ed|ing)? (?:\w+ ){0,3}(?:outside|by|near|at|in front of) (?:his|hers|theirs|ours|mine)\b|park(?:ed|ing)? (?:\w+ ){0,2}(?:round|around) the corner|do(?:n't| not) (?:go|call|come|visit|park|knock|turn up) (?:\w+ ){0,2}(?:at teatime|when (?:she|he|they)|while (?:she|he|they)|outside (?:hers|his|theirs)|to (?:hers|his|theirs))|our (?:man|lady(?!'s)|lad|chap|friend|girl|woman|fella|bloke|gentleman|informant|contact|caller)\b|the (?:wife|missus|hubby|old man|better half|other half|old lady)\b(?! of| and ħ+)|within (?:spitting|shouting|touching|hearing) distance|a stone'?s throw|(?:her|his|their) (?:headboard|bedhead)\b|the other side of (?:her|his|their|my|our) |(?:clip|footage|video|photos?|recording|it) (?:on|off|from) (?:her|his|their) (?:own )?(?:phone|doorbell|ring|camera|cctv|dashcam|tablet|drive)|have got it on (?:their|his|her)|ring doorbell|doorbell (?:camera|footage|clip)|dash ?cam)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Weighed();

    // What the family will say of it, and what it costs to have told.
    [GeneratedRegex(
        @"\b(?:(?:ħ+|mum|mother|dad|father|she|he|they)(?:'ll| will| would|'d| is bound to| are bound to| is going to| may| might| could| is sure to| bound to)? (?:\w+ )?(?:say|think|claim|tell (?:you|us)|reckon|assume|accuse (?:her|him) of) (?:that )?(?:(?:it's|it is|it was|this is|she's|he's|she is|he is|they're|that she|that he) )?(?:\w+ )?(?:sour grapes|making trouble|trouble ?making|stirring|spite|spiteful|getting (?:her|his|their) own back|out of spite|jealous\w*|causing trouble|revenge|a grudge|bitter|interfering|meddling|sticking (?:her|his|their) nose)|(?:will|would|is going to|bound to|may|might) (?:know|guess|work out|realise|suspect|figure out|put two and two together) (?:\w+ )?(?:it's|it is|it was|who|at once|straight away|where)|only (?:one|two|three) (?:person|people|flats?|houses?|of us|of them) (?:was|were|is|are|on|in|could|knew|knows|have|has)|the only (?:other )?(?:one|flat|house|person|family|household|neighbour)s? (?:in|on|who|that|whose|with|near)|there's only (?:the )?(?:two|three|one) (?:flats?|houses?|of them|of us)|feels? (?:like a (?:snake|grass|traitor|rat|judas)|disloyal|awful|terrible|bad|guilty|rotten|dreadful|torn|a traitor|a snake) (?:about (?:it|this|ringing|calling)|for|but|doing|to be|ringing|calling|that she|that he)|(?:feels?|felt) disloyal|(?:broke|breaks|breaking) (?:her|his|my) heart to|(?:not|n't) about (?:the )?(?:money|that|rent|revenge)|(?:sooner|rather) (?:she |he )?(?:lose|lost|be hated|hated)|(?:comes? first|matters? more|more important)(?= ?(?:[.,;]|$| than (?:the|a|her|his|their) friendship))|no wish to (?:fall out|cause|interfere|make)|(?:had enough of|tired of|sick of|done) (?:covering|keeping|lying|pretending|making excuses)|had a (?:bellyful|gutful)|blocked (?:her|his|their) number|(?:hasn't|has not|haven't|not|no longer) (?:spoken|speak|speaking|talks?) to (?:his|her) (?:lad|boy|son|daughter|girl|lass|mother|mum|brother|sister|own \w+)\b|never (?:like this|been like this|was like this) (?:till|until|before)|(?<prof>known (?:ħ+|her|him) (?:since|from|all (?:her|his) life|for years))|drown (?:it|them|her|the (?:noise|shouting)) out|(?:turn|turns|turned|put|puts) (?:his|her|their|the) (?:telly|tv|radio|music) up)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Awkward();

    // Seen and heard with one's own eyes and ears.
    [GeneratedRegex(
        @"\b(?:(?:seen|saw|heard|sees|witnessed|watched) (?:\w+ ){0,7}?(?:for (?:herself|himself|themselves)|with (?:her|his|their) own (?:eyes|ears)|first ?hand)|(?:hears?|heard|sees?|saw|caught|witnessed) (?:the (?:whole )?lot|every word|it all|everything|the whole (?:thing|lot)|all sorts|it go off|all of it)\b|(?:smelt|smells|smelled|could smell|can smell) (?:the )?(?:drink|alcohol|booze|cannabis|weed) on ħ+|you could set your watch|you hear all sorts|you see everything|to (?:hear|see) (?:it|them|her|him) (?:from|through|over|across)|(?:jumped|climbed|hopped) (?:over )?the (?:fence|wall|gate) (?:himself|herself|and got)|(?:she|he) (?:lets?|gives?|gave|offers?|offered|has let|has given|has fed) ħ+ )",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex ForThemselves();

    // Another family's child beside this one's.
    [GeneratedRegex(
        @"\b(?:(?:her|his|their) (?:own |little |eldest |youngest |middle |teenage )*(?:lads?|lass|girls?|boys?|sons?|daughters?|kids|children|two|three|youngest|eldest|twins) (?:and|&) ħ+|ħ+ (?:and|&|with) (?:her|his|their) own (?:\w+ )?(?:lads?|girls?|boys?|sons?|daughters?|kids|children|two|three|youngest|eldest)\b|(?:her|his|their) (?:own |little |eldest |youngest |middle )*(?:lads?|lass|girls?|boys?|sons?|daughters?|kids|children|two|three|youngest|eldest) (?!ħ)(?:[\w']+ ){0,3}(?:in|at|with|from|by|to|about|ask(?:ed|s|ing)?|told|play(?:s|ed|ing)?|sit(?:s|ting)?|came|comes|wrong|why|what) (?:[\w']+ ){0,6}ħ+|(?:came|come|comes|went|go|goes|stayed|walked|walks) (?:home |back |to school |round |off )?with (?:her|his|their) (?:own )?(?:two|three|four|lot|lad|lads|girls|boys|kids)\b|(?:told|tells) (?:her|his|their) (?:own )?(?:parents|mum|mother|dad|father) and then (?:us|the)|(?:told|tells) (?:her|him) at bedtime\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex OtherChild();

    // What one of the family told somebody who is only "her": over a drink, in a car, at a desk.
    [GeneratedRegex(
        @"\b(?:ħ+ (?:[a-z']+ ){0,9}?(?:told|admitted|confessed|said|let slip|blurted|poured) (?:\w+ ){0,3}?(?:to )?(?:her|him) (?:\w+ ){0,3}?(?:over (?:a|an|the|coffee|wine|drinks|lunch|tea)|in drink|in the (?:car|van|cab|pub|kitchen|toilets|playground|queue|chair)|on (?:the (?:phone|way|bus|night)|a night|their|her break|his break|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|at (?:lunch|work|bingo|the (?:gate|gates|fete|bar|club|school|party|salon|desk)|playgroup|a party)|after (?:evensong|church|mass|the|prayers|training|a)|during (?:a|the|her|their)|between|while)\b|ħ+ (?:\w+ ){0,2}(?:asked|begged|came|went|goes|comes|turned|wants?) to (?:see|speak to|talk to|stay with|go home with|come home with|live with) (?:him|her)\b|if (?:she|he) could (?:go|come|stay|live) (?:home |over |round |back )?with (?:her|him)\b|(?:in drink|in her cups|when drunk) (?:she|he|they|ħ+)|(?:she'd|he'd|she had|he had) told (?:him|her) things\b|gather(?:ed|s)? from (?:the|a|an|somebody|someone|one)\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Confided();
}
