using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Looks for who the referrer is to the child and what they do. That a child lives with a grandmother is a fact of the household,
/// whoever called; that the grandmother is worried says who did.
/// </summary>
internal sealed partial class RoleSeeker : LeakSeeker
{
    // Words that stand in every second text: only with a word that says that such a person told something.
    private static readonly HashSet<string> Common = new(
        (
            "friend mate pal partner relative relation ex staff customer driver teacher shop shopkeepers pub church charity library gym garage farm head manager boss parish boiler till till's resident local "
            + "tenant lodger carer cleaner cleans security sibling sister brother sis bro coach trainer student nurse vet vets takeaway cafe dada pops kin dentist optician chemist pharmacy doctor minister "
            + "staff delivers market mosque receptionist nanny rents taxi stranger tutor tuition salon mgm pgm mgf pgf ggm guides cubs scouts karate brownies caretaker occupant school health visitor police officer midwife social boyfriend girlfriend"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // Letters of a sentence to either side: what is farther away says nothing of the word.
    private const int Reach = 400;

    private readonly RolePhrase? _any;
    private readonly string[] _words;
    private readonly HashSet<string> _household;

    /// <param name="adults">Given names of the family's adults: a grandmother is Luke's mother.</param>
    public RoleSeeker(IEnumerable<string?> roles, IEnumerable<string> ofHousehold, IReadOnlyCollection<string> adults)
    {
        var own = roles.OfType<string>().SelectMany(RoleWords.Of).ToArray();
        _words = own;
        var words = own.Concat(RoleWords.Through(own, adults))
            .Distinct()
            .OrderByDescending(word => word.Length)
            .ToArray();
        _household = [.. ofHousehold.SelectMany(RoleWords.Of)];
        _any = words.Length == 0 ? null : new RolePhrase(words);
    }

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        if (_any is null)
        {
            yield break;
        }

        foreach (var found in Shortened().Matches(text.Flow).Where(IsShort))
        {
            yield return text.Find(
                LeakKind.ReferrerRole,
                path,
                text.FlowFrom[found.Index],
                text.FlowFrom[found.Index + found.Length - 1] + 1
            );
        }

        foreach (var found in _any.In(text.Flow).Where(found => Tells(text.Flow, found.Index, found.Value)))
        {
            yield return text.Find(
                LeakKind.ReferrerRole,
                path,
                text.FlowFrom[found.Index],
                text.FlowFrom[found.Index + found.Value.Length - 1] + 1
            );
        }
    }

    // L/lord, g/mother, n'bour.
    private bool IsShort(Match found) =>
        _words.Any(word =>
            word.Length >= 6
            && word.Length > found.Groups[1].Length + found.Groups[2].Length
            && word.StartsWith(found.Groups[1].Value, StringComparison.Ordinal)
            && word.EndsWith(found.Groups[2].Value, StringComparison.Ordinal)
        );

    private bool Tells(string flow, int at, string found)
    {
        var start = Math.Max(at - Reach, flow.LastIndexOfAny(['.', '!', '?', ';'], Math.Max(0, at - 1)) + 1);
        var end = flow.IndexOfAny(['.', '!', '?', ';'], at);
        end = Math.Min(at + found.Length + Reach, end < 0 ? flow.Length : end);
        start = Math.Min(start, at);
        end = Math.Max(end, at + found.Length);

        var before = flow[start..at];
        var behind = flow[(at + found.Length)..Math.Min(end, flow.Length)];
        var sentence = flow[start..Math.Min(end, flow.Length)];
        // "We'll", "the team manager", "a teaching assistant".
        if (before.EndsWith('\'') || OfWork().IsMatch(before))
        {
            return false;
        }

        // "The room next door to the school office".
        if (found is "next door" && NextToOther().IsMatch(behind))
        {
            return false;
        }

        if (InPlaceOf().IsMatch(before) && PlaceAfter().IsMatch(behind))
        {
            return false;
        }

        if (ToldAnother().IsMatch(behind))
        {
            return false;
        }

        if (SaidAfter().IsMatch(behind) || (SaidBefore().IsMatch(before) && !CareBefore().IsMatch(before)))
        {
            return true;
        }

        if (
            found is "own dad" or "own father"
            || Common.Contains(found)
            || Common.Contains(found.TrimEnd('s').TrimEnd('\''))
        )
        {
            return false;
        }

        // Several of a kind are nobody in particular.
        if (found.EndsWith('s') && !found.EndsWith("'s", StringComparison.Ordinal) && found is not "babysits")
        {
            return false;
        }

        var fact = CareBefore().IsMatch(before) || FactBefore().IsMatch(before) || FactAfter().IsMatch(behind);
        return !fact && (!_household.Contains(found) || Telling().IsMatch(sentence));
    }

    private const string Speech =
        "says|said|saying|tells|told|reports|reported|reporting|states|stated|states|claims|claimed|alleges|alleged|mentions|mentioned|explains|explained|describes|described|worries|worried|is worried|concerned|anxious|upset|"
        + "rang|rings|phoned|called us|called in|called to|called the hub|contacted|emailed|wrote|texted|thinks|thought|believes|believed|feels|felt|fears|feared|suspects|suspected|noticed|notices|hears|heard|sees|saw|seen|witnessed|watches|watched|"
        + "wants|wishes|asked|asks|would like|is afraid|is scared|is frightened|afraid|scared|does not want|doesn't want|don't want|knows|knew|overheard|spotted|observed|raised|referred|made the|made this|came forward|got in touch|disclosed to us|adds|added|reckons|estimates|recalls|remembers|confirmed|confirms|insists|suggests|suggested|complains|can hear|can see|flagged|flags|e mailed|tipped|left a|walked in|walked into|alerted|voiced|expressed|beside (?:her|him)self|wants it|had enough|fretting|reckoned|guessed|recognised|mentioned|came to|came in|sent us|sent in|gave us|passed (?:it|this)|has concerns|uneasy|alarmed|shocked|could hear|could see|to us|isn't happy|not happy|is unhappy|the source|who called|who rang|this information";

    [GeneratedRegex($@"^(?:[^.!?;]{{0,60}}\b(?:{Speech})\b)", RegexOptions.CultureInvariant, ReadText.LongestMatch)]
    private static partial Regex SaidAfter();

    [GeneratedRegex(
        @"(?<!\bnot )\b(?:according to|told by|told to us by|reported by|referred by|rung by|rang by|call(?:ed)? (?:us )?(?:from|by)|information (?:is |was |came )?from|heard (?:this |it |that )?(?:from|by)|comes? from|came from|received from|contact(?:ed)? (?:by|from)|report (?:by|from|of)|referral (?:by|from)|made by|raised by|seen by|noticed by|witnessed by|overheard by|sp(?:oke|eak|oken|eaking) (?:\w+ )?(?:to|with)|ring|phone|contact|thank|thanks to|source (?:is|was)|source|it was|it is|this is|caller (?:is|was)|who is|who's|by|from|per|via|says|said|told us|relationship|role|occupation|job|capacity|informant|name|contact):? (?:the |a |an |her |his |their |this |my |our |child's |boy's |girl's |one of the |some of the |maternal |paternal |great |local |former |retired |concerned |\w+'s )*(?:\w+ )?$",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex SaidBefore();

    // "In a neighbour's garden", "to her grandmother's house": where something was.
    [GeneratedRegex(
        @"\b(?:in|at|to|into|on) (?:an?|the|her|his|their) (?:maternal |paternal )?$",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex InPlaceOf();

    [GeneratedRegex(
        @"^(?:'s|s')? ?(?:garden|house|home|flat|car|shed|door|doorstep|drive|property|address|van|bed|sofa|garage)\b(?![^.;!?]{0,60}\b(?:says?|said|told|rang|heard|hears|reports?|reported)\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex PlaceAfter();

    [GeneratedRegex(
        @"\b(?:team|service|duty|ward|housing|centre|practice|case|deputy|teaching|classroom|healthcare|business|admin) $",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex OfWork();

    // Told a professional at some time: a fact, as long as it is not the hub.
    [GeneratedRegex(
        @"^(?:'s \w+)? (?:has |had |also )?(?:told|tells|informed|asked) (?:the |an? |his |her |their )?(?:named |class |form )?(?:mr|mrs|ms|miss|dr|health visitor|midwife|school|teacher|nurse|gp|doctor|police|officers?|paediatrician|head|headteacher|nursery|conference|court|hospital|surgery)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex ToldAnother();

    [GeneratedRegex(@"\b([a-z]{1,5})[/'.]([a-z]{3,})\b", RegexOptions.CultureInvariant, ReadText.LongestMatch)]
    private static partial Regex Shortened();

    [GeneratedRegex(
        @"^ (?:classroom|office|ward|room|meeting|clinic|table|desk|bay)\b|^ to (?:the|an?) (?!family|house|home|flat|mother|father|child|parents|couple|property|address)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex NextToOther();

    // Care, help and company come from people too.
    [GeneratedRegex(
        @"\b(?:cared for|looked after|brought up|(?<!\b(?:concerns?|worr(?:y|ies)|issues?|allegations?|points?|matters?|questions?|flags?|alarm|this|it|that)(?: \w+){0,2} )raised|supervised|collected|picked up|dropped off|supported|accompanied|taught|taken in|fed|help|support|care|lessons|visits|gifts|presents|money)\b(?: \w+){0,4} (?:by|from)\b[\w ',]{0,40}$",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex CareBefore();

    [GeneratedRegex(
        @"\b(?:lives?|lived|living|stays?|stayed|staying|resides?|residing|reside|placed|looked after|cared for|raised|brought up|collected|picked up|dropped off|supervised|babysat|moved|moves|sleeps?|slept|weekends?|contact|time|home|house|care|visits?|visited|visiting|to|sees|household|includes?|comprises?|consists?|shares?|between|with|and|no|of|at|one|has|have|known|works? as|worked as|working as|employed as|job as)\b(?: \w+){0,2} (?:(?:by|with|at|to|of|from|is|are|in|and|,) ?)?(?:,? ?(?:the|a|an|his|her|their|its|both|two|maternal|paternal|great|elderly|older|younger|mother|father|mother's|father's|and|,|\w+'s) ?)*$",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex FactBefore();

    [GeneratedRegex(
        @"^ (?:disputes?|nuisance|complaints?|noise|mediation|checks?)\b|^(?:'s)?,?(?: (?:also|often|usually|sometimes|regularly|only|has|had|have|who|and|\w+ (?:and|or) \w+))* ?(?:lives|live|lived|collects|collect|collected|cares|care|cared|looks after|looked after|look after|provides|provided|helps|helped|help|visits|visited|died|has died|passed away|attends|attended|works|worked|picks|drops|takes|took|brings|brought|holds|is the carer|is special guardian|is on|is in hospital|(?:was|is|were|are|has been|had been) (?:not |also |now )?(?:in hospital|in prison|in custody|in a care home|on bail|on the sex|convicted|cautioned|charged|arrested|sentenced|thought|believed|said|ill|disabled|frail|unwell|diagnosed|registered|subject|due|named|assessed|approved|supportive|present|invited|aged|\d+|retired|abroad|born|admitted|discharged|deaf|blind|dead)|is deceased|has parental|has served|served|has given|gave|is evicting|evicts|evicted|wants (?:them|her|him|the family) (?:out|to leave|to go)|refuses|refused|has been asked|will not|has threatened|is known|are known|moved|stays|sleeps|home\b|house\b)",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex FactAfter();

    [GeneratedRegex($@"\b(?:{Speech})\b", RegexOptions.CultureInvariant, ReadText.LongestMatch)]
    private static partial Regex Telling();
}
