namespace MashBroker.Rules;

/// <summary>What people do and what they are: the words behind a name that tell it from a word of English.</summary>
internal static class NameDoing
{
    // What a person does: a capital at the beginning of a sentence before one of these is a name's.
    private static readonly HashSet<string> AfterName = new(
        (
            "is was has had does did says said tells told rang rings phoned called calls lives lived hears heard sees saw seen noticed "
            + "notices thinks thought went asked asks reported reports reckons wants wanted knows knew works worked and or who whose can "
            + "could will would may might also came comes feels felt believes mentioned contacted described describes does doesnt isnt "
            + "wont cant mrs mr saw gave gives took looks looked watched watches wrote sent spotted keeps kept found rents runs owns "
            + "couldnt wouldnt didnt hasnt hadnt wasnt havent explained explains confirmed confirms added adds offered offers repeated repeats "
            + "insists insisted recalls recalled admits admitted denies denied agreed sounded sounds claims claimed suspects suspected put"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // What nothing but somebody does: before one of these even a small word is a name.
    private static readonly HashSet<string> Doing = new(
        (
            "says said tells told rang rings phoned called hears heard sees saw noticed notices thinks thought asked reckons wants wanted knows "
            + "knew feels felt believes mentioned contacted described describes explained explains confirmed confirms added adds offered repeats "
            + "repeated insists insisted recalls recalled admitted denied couldnt wouldnt didnt spotted watched sounded suspects suspected"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // "Grace is being given", "hope was expressed", "will is needed": nobody is given or needed.
    private static readonly HashSet<string> Impersonal = new(
        "being given needed expressed suggested planned required unpaid thought due that doubted shown".Split(' '),
        StringComparer.Ordinal
    );

    // Of hope one says that it is high, or gone; of Hope that she is these.
    private static readonly HashSet<string> Humane = new(
        (
            "adamant sure certain clear upset worried concerned angry shaking shaken tearful scared afraid frightened able unable happy glad kind told "
            + "asked very so quite crying calm keen reluctant anxious distressed nervous here"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>At the beginning of a sentence, where every word has a capital, it is a name before what somebody does.</summary>
    public static bool IsSubject(ReadText text, int i, string? next)
    {
        if (next is null || !AfterName.Contains(next))
        {
            return false;
        }

        var predicate = next is "is" or "was" && i + 2 < text.Words.Count ? text.Words[i + 2].Text : "";
        return text.Words[i].Text is "hope" && next is "is" or "was"
            ? Humane.Contains(predicate)
            : !Impersonal.Contains(predicate);
    }

    /// <summary>What nothing but somebody does.</summary>
    public static bool Says(string word) => Doing.Contains(word);

    /// <summary>What somebody does at the head of a sentence, or with a name before it.</summary>
    public static bool Does(string word) => AfterName.Contains(word);

    /// <summary>What a person does, and not a service.</summary>
    public static bool Acts(string word) =>
        word
            is "says"
                or "said"
                or "tells"
                or "describes"
                or "described"
                or "heard"
                or "hears"
                or "saw"
                or "rang"
                or "thinks"
                or "feels"
                or "wants"
                or "phoned"
                or "confirmed"
                or "explained"
                or "added"
                or "couldnt"
                or "offered";
}
