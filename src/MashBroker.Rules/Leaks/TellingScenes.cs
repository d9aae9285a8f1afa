using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Turns by which a sentence sets a scene that somebody outside was in: "it was at bingo that Dawn said", "was bringing her shopping
/// in when Ella ran out", "Dawn is her sister". A group called <c>own</c> tells nothing where one of the family is said to do it.
/// </summary>
internal static partial class TellingScenes
{
    public static readonly Regex[] All = [Scene(), OfTheirs(), Seen(), Days()];

    [GeneratedRegex(
        @"\b(?:it(?:'s| is| was) (?:on|at|in|over|during|after|while|when|through) [^.;!?]{3,60} (?:that|when) (?:ħ+|mum|dad|mother|father|she|he)\b|it(?:'s| is| was) (?:her|his|their) (?:\w+ ){1,2}(?:that )?ħ+|(?:was|were|is|are) (?:just |out )?[a-z]+ing [^.;!?]{2,60} when (?:ħ+ (?:came|ran|turned up|appeared|knocked|started|wandered|walked|shot out|asked)|(?:she|he|they) (?:found|saw|heard|noticed|spotted|came across|smelt|realised))|can (?:set|tell) (?:her|his|their|a|your) (?:watch|clock|time) by|could set (?:her|his|their|a|your) (?:watch|clock) by|ħ+ (?:\w+ )?(?:came out with|blurted|opened up|let it slip|let slip|broke down in front)|ħ+ (?:\w+ )?(?:rang|phoned|called|texted|messaged|facetimed) (?:her|him) (?:[a-z']+ ){0,6}?(?:threatening|saying|crying|sobbing|screaming|drunk|in tears|in a state|hysterical|begging)|(?:flinche[sd]|cower(?:s|ed)|shrinks?|shrank) (?:every time|whenever|each time) (?:she|he|they|anyone there))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Scene();

    // Whose sister, tenant or friend one of the family is.
    [GeneratedRegex(
        @"\bħ+(?:'s| is| was) (?:his|her|their) (?:own )?(?:baby |big |little |older |younger |twin |best |oldest |only |real |closest |good |great ){0,2}(?:sister|brother|niece|nephew|cousin|friend|mate|pal|tenant|lodger|neighbour|colleague|customer|client|pupil|boss|goddaughter|godson|god ?child|grand\w+|regular)\b|\b(?:practically|as good as|all but|half) (?:raised|brought|mothered) |\b(?:his wife|her husband) (?!ħ)(?:\w+ ){1,4}ħ+|\bħ+ (?:came|comes|goes|went|was|is) (?:\w+ ){0,2}(?:to|at) (?:her|his|their) (?:son|daughter|lad|girl|boy|kid|twin)s?(?:'s|s'|') (?:party|birthday|house|christening)|\b(?:class|pta|year (?:\d+|one|two|three|four|five|six)) (?:rep|chair|committee)\b|\bmaid of honour\b|\bst(?:ole|olen|eals|ealing) from (?:her|him)\b|\blose another\b|\b(?:be|was|were|is) (?:her|his) (?:new )?(?:mummy|mum|daddy|dad) ?(?=[.,;]|$|instead)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex OfTheirs();

    // What somebody saw, and what became of it in their mind.
    [GeneratedRegex(
        @"(?<own>\bwhat (?:she|he|they)(?:'s|'d| has| had| have)? (?:saw|seen|heard|witnessed|found|overheard|walked in on|walked into)\b)|\b(?:(?:has |have |it's |had )?stayed with (?:her|him) (?:ever )?since|(?:has|have) stayed with (?:him|her)(?= ?(?:[.,;]|$))|(?:listen(?:ing)? to|sleep(?:ing)? through|live next to|put up with) (?:it|this)\b|(?:mov(?:e|ed|ing)|quit|sleep\w*|stopped) (?:\w+ ){0,6}because of (?:it|this)\b|could hear (?:a|the|someone|somebody) (?:\w+ )?(?:baby|child|kid|toddler|little one|screaming|crying|someone)|(?:she|he|they) saw why\b|get (?:it|that|this|the \w+) out of (?:his|her|their|my) (?:head|mind)|(?:nobody|no one|not been|never been|never|wasn't|isn't|hasn't been) (?:ever )?(?:told|tells|tell) (?:him |her )?(?:about|of|anything)|(?:took|has taken|taken|got) (?:a |some |several |two |the )?(?:photos?|pictures?|photographs?|videos?|film|screenshots?) (?:when|while|before|after|as|of the (?:bruis\w*|marks?|state|burns?|room|kitchen|injur\w*|handprints?)|and (?:sent|will|has|can|gave|showed)|to show))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Seen();

    // "She has him on Thursdays": two who are not named, and one is not of the household.
    [GeneratedRegex(
        @"(?:^|(?<=[.;!?] ))(?:she|he|they)(?:'s| has)? (?:only |usually |always |often )?(?:sees?|has|had|have|gets?|minds?|looks? after|picks? up|sits for|drives?|teaches|coaches) (?:her|him|them)(?: up)? (?:on |most |every |of a |each |alternate |for |over |from )*(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Days();
}
