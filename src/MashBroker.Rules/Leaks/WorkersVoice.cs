using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Tells the first person of a worker, who writes of visits, files and what they were told, from that of whoever called. A text in
/// which one "I" is not the worker's is nobody's but the caller's.
/// </summary>
internal static partial class WorkersVoice
{
    /// <summary>Every first person of the text is a worker's.</summary>
    /// <param name="flow">Names of the family masked.</param>
    public static bool Speaks(string flow) =>
        FlowSentences
            .Of(flow)
            .Select(sentence => flow[sentence.Start..sentence.End])
            .Where(sentence => TellingPhrases.FirstPerson.IsMatch(sentence))
            .All(IsWorkers);

    private static bool IsWorkers(string sentence) =>
        !Callers().IsMatch(sentence) && (Work().IsMatch(sentence) || ToldMe().IsMatch(sentence));

    // Their homes, kin, fears and names are the caller's own.
    [GeneratedRegex(
        @"\b(?:(?:i|we)(?:'m|'ve|'d| am| was| have| had)? (?:also |often |always |just |only |still |can |could |do |really |so |very )*(?:live|living|lived|hear|heard|babysit\w*|mind|worr\w+|scared|frightened|afraid|terrified|know|known|knew|work|worked|neighbour|love|watch\w*|noticed|found|smell\w*|look after|looked after|took|take|teach|coach|rent|cut|clean|sell|deliver\w*|drive|drove|let|put|wish|want|keep|would rather|(?:do not|don't|did not|didn't|cannot|can't|won't) (?:want|wish|like|sleep|say|know|mean|bear|stand|feel|think|trust))\b|my (?:own |little |old |front |back )*(?:name|wife|husband|partner|mum|mother|dad|father|son|sons|daughter|daughters|grand\w+|niece|nephew|sister|brother|cousin|kids|children|house|home|flat|garden|window|kitchen|bedroom|wall|door|street|neighbou?rs?|shop|salon|friend|mate|identity|number|voice|job|life|dog|church|class|team|car|taxi|property|tenant\w*|conscience|details|lad|boy|girl|bairn|pal)|it(?: was| is|'s) me\b|(?:leave|keep|blame|blames|involve|name|mention|quote) me\b|(?:i|me) (?:who|that) (?:rang|called|told|reported)|mine\b|ours\b|as (?:her|his|their|a) [a-z ]{3,25},? i\b|i(?:'m| am) (?:her|his|the|a|an|their|writing|ringing|calling|telling|reporting|only|not)\b|im\b|ive\b(?! no| asked| sent| seen)|i (?:saw|see) )",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Callers();

    [GeneratedRegex(
        @"\b(?:visits?|visited|unannounced|announced|chronology|assessment|assess|questions|thanks|let me (?:know|have)|send me|may i\b|home visit|no (?:answer|reply)|nobody in|when i (?:rang|called|left|arrived|got there|visited|phoned|spoke)|i (?:rang|phoned|spoke|called|emailed|wrote to|asked|gave|left|sent|explained|offered|agreed|did|will|would like|shall|have asked|discussed|completed|met|went through|go through|picked|was there|attended|requested|checked|advised|booked|made)|i'd (?:like|be grateful|suggest)|i'll|i've (?:no|asked|sent|spoken|seen|requested|attached)|voucher|supervision|capacity|the file|records?|consent|my (?:visit|last|next|manager|team|colleague|view|assessment|report|bag|notes?|recommendation|diary|caseload|supervisor|time|analysis))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Work();

    [GeneratedRegex(
        @"\b(?:told|tells|tell|said to|says to|showed|shows|rang|phoned|texted|asked|assured|with|w/|to|gave|let|allowed|answered|ignored|thanked|spoke to|talked to|disclosed to) me\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex ToldMe();
}
