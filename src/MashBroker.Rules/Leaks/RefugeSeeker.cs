using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Looks for words by which somebody is said to be in a refuge. Where the contact has a protected address they tell what kind of
/// place it is; elsewhere they tell something only with where it is.
/// </summary>
internal sealed partial class RefugeSeeker(bool anyProtected) : LeakSeeker
{
    // Months and days follow "in" and "on" without being places.
    private static readonly HashSet<string> Times = new(
        "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter spring summer autumn winter".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    // What begins a sentence before such a word, or says whose refuge it is, names none.
    private static readonly HashSet<string> Plain = new(
        "the a an this that her his their our your my to in at from of no any some every another women's womens aid mother mum family child children".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        foreach (
            var found in RefugeWords()
                .Matches(text.Flow)
                .Where(found => (anyProtected && !IsDeclined(text, found)) || IsPlaced(text, found))
        )
        {
            yield return text.Find(
                LeakKind.Refuge,
                path,
                text.FlowFrom[found.Index],
                text.FlowFrom[found.Index + found.Length - 1] + 1
            );
        }

        if (!anyProtected)
        {
            yield break;
        }

        // "Staff of the elms": a house by a name of its own, and no agency.
        foreach (var found in StaffOf().Matches(text.Flow).Where(found => !IsAgency(found.Groups[1].Value)))
        {
            yield return text.Find(
                LeakKind.Refuge,
                path,
                text.FlowFrom[found.Index],
                text.FlowFrom[found.Index + found.Length - 1] + 1
            );
        }

        foreach (var found in Whereabouts().Matches(text.Flow).Concat(Coordinates().Matches(text.Flow)))
        {
            yield return text.Find(
                LeakKind.ProtectedAddress,
                path,
                text.FlowFrom[found.Index],
                text.FlowFrom[found.Index + found.Length - 1] + 1
            );
        }
    }

    private static bool IsAgency(string words) =>
        words.Split(' ').Any(word => People.IsProfessional(word) || People.Employers.Contains(word));

    [GeneratedRegex(
        @"\b(?:staff|workers?|residents|manager) (?:of|at|from) the ([a-z]+(?: (?!(?:says?|said|tell|tells|told|reports?|reported|have|has|are|is|were|was|note|noted|describe|described)\b)[a-z]+)?) (?:says?|said|tells?|told|reports?|reported|have|has|note|noted|describes?|described)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex StaffOf();

    // Who declined a place in one is not there.
    private static bool IsDeclined(ReadText text, Match refuge)
    {
        var start = text.Flow.LastIndexOfAny(['.', '!', '?', ';'], refuge.Index) + 1;
        var end = text.Flow.IndexOfAny(['.', '!', '?', ';'], refuge.Index + refuge.Length);
        return Declined().IsMatch(text.Flow[start..(end < 0 ? text.Flow.Length : end)]);
    }

    private static bool IsPlaced(ReadText text, Match refuge)
    {
        var end = text.Flow.IndexOfAny(['.', '!', '?', ';'], refuge.Index + refuge.Length);
        var rest = text.Flow[(refuge.Index + refuge.Length)..(end < 0 ? text.Flow.Length : end)];
        var start = refuge.Index == 0 ? 0 : text.Flow.LastIndexOfAny(['.', '!', '?', ';'], refuge.Index - 1) + 1;
        if (Beside().IsMatch(rest) || Addressed().IsMatch(text.Flow[start..(end < 0 ? text.Flow.Length : end)]))
        {
            return true;
        }

        // "Harbour Refuge": a name of its own, written as one.
        if (NameBefore().Match(text.Flow[start..refuge.Index]) is { Success: true } before)
        {
            var at = text.FlowFrom[start + before.Groups[1].Index];
            if (
                char.IsAsciiLetterUpper(text.Folded[at])
                && at > 0
                && !text.Shouted
                && !Plain.Contains(before.Groups[1].Value)
            )
            {
                return true;
            }
        }

        return InPlace()
            .Matches(rest)
            .Any(place =>
            {
                var name = place.Groups[1];
                var at = text.FlowFrom[refuge.Index + refuge.Length + name.Index];
                return !Times.Contains(name.Value) && (char.IsAsciiLetterUpper(text.Folded[at]) && !text.Shouted);
            });
    }

    [GeneratedRegex(
        @"\b(?:refuges?(?! (?:budget|funding|provision|strategy|contract|sector|policy|commissioning))|safe ?(?:houses?|place (?:run|in|for)|home for)|other women (?:\w+ )?(?:who|that) (?:have |had )?(?:fled|left|escaped|been)|(?:fled|moved|gone|travelled|relocated) to (?:a|another) (?:\w+ )?(?:town|village|city) (?:on|near|by|in|outside|called)|women'?s ?aid (?:house|hostel|accommodation|property|flat|unit|place)|(?:women'?s|womens|battered wives|domestic (?:abuse|violence)|dv|emergency|crisis|family) (?:shelters?|hostels?|houses?|refuges?)|(?:the|a|this|that|another|her|their) (?:shelter|sanctuary|hostel|hideaway|hide out|secret (?:address|location|house|place))|sanctuary (?:house|scheme|home)|(?:hiding|hidden|in hiding|secret location|secret address|confidential (?:address|location|accommodation))|women'?s aid\b(?= (?:in|at|on|near|by|have (?:housed|placed|put|moved)|has (?:housed|placed|put|moved)|housed|placed|moved|staff at)))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex RefugeWords();

    [GeneratedRegex(
        @"\b(?:in|at|near|on|outside|by|off|around|from|called|named|run by) (?:the )?([a-z]{3,})",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex InPlace();

    [GeneratedRegex(
        @"\b(?:opposite|behind|next to|beside|near (?:the|a)|close to|across from|round the corner|(?:minutes?|miles?|metres?|yards) (?:from|away|walk))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Beside();

    // A house number with a name after it, or a postcode, in the same sentence.
    [GeneratedRegex(
        @"\b\d{1,4}[a-z]? [a-z]{3,} (?:[a-z]+ )?(?:house|street|st|road|rd|lane|ln|avenue|ave|close|cl|court|ct|drive|dr|way|row|terrace|gardens?|place|crescent|mews|hill|view|park|square|walk|grove|green|flats?|villas?|lodge|cottages?)\b|\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Addressed();

    [GeneratedRegex(
        @"\b(?:declined|refused|turned (?:it |this )?down|did not (?:want|accept|take)|does not want|would not go|no (?:refuge )?(?:space|place)s?)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Declined();

    [GeneratedRegex(@"([a-z][a-z']{2,}) $", RegexOptions.CultureInvariant, ReadText.LongestMatch)]
    private static partial Regex NameBefore();

    // Where a hidden family is can be told without any name: from what is near it.
    [GeneratedRegex(
        @"\b(?:moved|moving|living|lives?|staying|stays?|fled|placed|rehoused|relocated|housed|settled|new (?:home|address|house|flat|place|accommodation|property)|now (?:in|at|near|with)|gone to|taken to|safe in|address is|accommodation is|property is)\b[^.!?;]{0,40}\b(?:near|behind|opposite|next to|close to|beside|minutes? (?:from|walk|away|drive)|miles? (?:from|away|north|south|east|west)|(?:north|south|east|west) of|outskirts of|in the (?:town|village|city) of|just off|round the corner|above the|over the|facing|overlooking|walking distance|(?:streets?|doors|stops?|hours?|blocks?) (?:from|away)|by the (?:sea|coast|river|harbour|station)|on the (?:coast|seafront|edge of|outskirts))\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Whereabouts();

    [GeneratedRegex(
        @"///? ?[a-z]+\.[a-z]+\.[a-z]+|\bwhat ?3 ?words\b|\b-?\d{1,2}\.\d{3,}, ?-?\d{1,3}\.\d{3,}\b|\b[hnst][a-hj-z] ?\d{3,5} ?\d{3,5}\b|https?:|\bmaps?\.(?:google|apple|app)\b|\bgoo\.gl\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Coordinates();
}
