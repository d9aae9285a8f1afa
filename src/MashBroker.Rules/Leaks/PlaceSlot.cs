namespace MashBroker.Rules;

/// <summary>
/// Where a sentence says that somebody went, lives or is to be found: there a word of English, a small letter or two initials may be
/// a place.
/// </summary>
internal static class PlaceSlot
{
    private static readonly HashSet<string> Staying = new(
        (
            "moved went taken fled lives living live stays staying stay placed rehoused gone settled children refuge now court records letter letters post "
            + "taxi are is brought driven housed safe sleeps address transferred accommodation hostel house flat room"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Behind = new(
        "on by with and for last was were please now first today tomorrow tonight only".Split(' '),
        StringComparer.Ordinal
    );

    /// <param name="first">Of the words that may be a place; <paramref name="last"/> is the last of them.</param>
    public static bool Is(ReadText text, int first, int last)
    {
        var words = text.Words;
        var next =
            last + 1 < words.Count && words[last + 1] is { Adjoins: true, Opens: false } behind ? behind.Text : null;
        if (
            next is not null
            && !Behind.Contains(next)
            && words[last].End < text.Folded.Length
            && text.Folded[words[last].End] is not (',' or '.')
        )
        {
            return false;
        }

        if (words[first].Opens)
        {
            return first > 0
                && words[first - 1].Text is "address" or "placement" or "location" or "home" or "place"
                && words[first - 1].End < text.Folded.Length
                && text.Folded[words[first - 1].End] is ':' or '-';
        }

        // "At the Hollies".
        var at = first - 1;
        if (at > 0 && words[at].Text is "the" && words[first].Adjoins)
        {
            at--;
        }

        if (at < 0 || !words[first].Adjoins)
        {
            return false;
        }

        return words[at].Text is "visit" or "use" or "address" or "placement"
            || (
                words[at].Text is "in" or "to" or "near" or "at" or "from" or "around"
                && at > 0
                && words[at].Adjoins
                && (text.Whispered || Staying.Contains(words[at - 1].Text) || words[at - 1].IsNumber)
            );
    }
}
