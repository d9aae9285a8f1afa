namespace MashBroker.Rules;

/// <summary>
/// Places of a sentence that only somebody can take: whom one spoke to, whose account it is, who is named behind "Caller:". There a
/// month, an abbreviation or a small letter may be a name.
/// </summary>
internal static class NameSlot
{
    private static readonly HashSet<string> Direct = Of(
        "told tell asked rang phoned telephoned texted emailed mailed messaged thanked thanking thank interviewed blocked unfriended reassured visited met "
            + "advised updated informed obo attn fao contacted quoting ask name naming spoke per"
    );

    private static readonly HashSet<string> BeforeTo = Of(
        "spoke speak spoken speaking talk talked talking chat chatted call calls tc c thanks letter feedback ran copy reply replied wrote said explained "
            + "according promised listened run write close turned"
    );

    private static readonly HashSet<string> BeforeWith = Of(
        "spoke speak spoken speaking talk talked talking chat chatted conversation call calls tc c word words agreed stays stayed out met meeting contact "
            + "arranged checked discussed discussion row argument liaised"
    );

    private static readonly HashSet<string> BeforeFrom = Of(
        "info information msg message messages call calls email mail voicemail text texts photo photos picture pictures video came heard tc c statement word"
    );

    private static readonly HashSet<string> BeforeOf = Of("account statement words version name behalf evidence side");

    private static readonly HashSet<string> BeforeBy = Of(
        "reported seen told heard made given said witnessed raised described noted noticed taken sent written kept signed filmed recorded found rung phoned "
            + "called offered left"
    );

    private static readonly HashSet<string> Labels = Of(
        "caller source referrer informant complainant contact reporter signed regards note statement from name witness sincerely thanks rgds"
    );

    private static readonly HashSet<string> Behind = Of(
        "at about on for with back again today yesterday this last who and or that in re regarding by after before via tomorrow is was has had i we when as"
    );

    private static readonly HashSet<string> Months = Of(
        "january february march april may june july august september october november december summer autumn winter spring"
    );

    // Written small they are who is there, or where: the ward, the head.
    private static readonly HashSet<string> Institutions = Of(
        "ward head church hall house dean bishop friend cook baker page street lane field young little good best long short west north south wells banks "
            + "children parents school police health housing police nursery"
    );

    /// <param name="first">Of the words that may be a name or initials; <paramref name="last"/> is the last of them.</param>
    public static bool Is(ReadText text, int first, int last)
    {
        var word = text.Words[first];
        var small = !word.Capital && !text.Whispered;
        if ((small || text.Whispered) && (Institutions.Contains(word.Text) || !EndsThere(text, last)))
        {
            return false;
        }

        if (word.Opens)
        {
            return IsLabelled(text, first, last);
        }

        if (first == 0 || !word.Adjoins)
        {
            return false;
        }

        var before = text.Words[first - 1];
        var earlier = first > 1 && before.Adjoins && !before.Opens ? text.Words[first - 2].Text : "";
        return before.Text switch
        {
            "to" => BeforeTo.Contains(earlier)
                && !(small && earlier is "letter" or "ran" or "run" or "close" or "call"),
            "with" or "w" => BeforeWith.Contains(earlier),
            "from" => BeforeFrom.Contains(earlier),
            "of" => BeforeOf.Contains(earlier),
            "by" => !small && BeforeBy.Contains(earlier) && !Months.Contains(word.Text),
            "was" or "is" or "wasnt" => earlier is "it" && !small && Ends(text, last),
            "get" => earlier is "to" && !small,
            // "Regards, June", "Source June".
            "caller" or "source" or "referrer" or "informant" or "signed" or "regards" => !Months.Contains(word.Text)
                || Ends(text, last),
            var said => Direct.Contains(said) && !(said is "per" or "ask" or "visited" or "met" && small),
        };
    }

    // "Caller: June.", "File note: PC, 3/11", "Statement (SW) on file".
    private static bool IsLabelled(ReadText text, int first, int last)
    {
        var start = text.Words[first].Start - 1;
        while (start >= 0 && text.Folded[start] is ' ' or '\t')
        {
            start--;
        }

        return start >= 0
            && text.Folded[start] is ':' or '(' or '-'
            && first > 0
            && (
                Labels.Contains(text.Words[first - 1].Text)
                || (text.Words[first - 1].Text is "msg" or "info" or "from" or "by")
            )
            && start - text.Words[first - 1].End <= 1
            && EndsThere(text, last);
    }

    /// <summary>A stop, a bracket or a comma stands behind it, or nothing, or a date.</summary>
    private static bool Ends(ReadText text, int last)
    {
        var end = text.Words[last].End;
        if (text.Words[last].Possessive)
        {
            return true;
        }

        return end >= text.Folded.Length
            || text.Folded[end] is '.' or ',' or ')' or ';' or ':' or '!' or '?' or '\n' or '\r' or '"'
            || (last + 1 < text.Words.Count && text.Words[last + 1].Text is "who" or "that");
    }

    private static bool EndsThere(ReadText text, int last) =>
        Ends(text, last)
        || (
            last + 1 < text.Words.Count
            && text.Words[last + 1] is var next
            && (Behind.Contains(next.Text) || NameDoing.Acts(next.Text) || IsDate(text, next))
        );

    private static bool IsDate(ReadText text, ReadWord word) =>
        word.IsNumber && word.End < text.Folded.Length && text.Folded[word.End] is '/';

    private static HashSet<string> Of(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
