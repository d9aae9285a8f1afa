namespace MashBroker.Rules;

/// <param name="NeedsBe">Tells only behind "is" or "was": worried, afraid. Others are passive there, and nobody is said to tell.</param>
/// <param name="PeopleOnly">As often a noun, or an act of things: only people tell by it.</param>
internal readonly record struct TellingVerb(bool NeedsBe, bool PeopleOnly);

/// <summary>Verbs by which somebody tells, notices, worries or asks, and the small words around them.</summary>
internal static class TellingVerbs
{
    private static readonly HashSet<string> Plain = Of(
        "says said tells told reported stated alleged mentioned explained described thinks thought believes believed feared suspects suspected noticed "
            + "hears heard sees saw witnessed overhears overheard observed spotted watched wishes hopes asks asked begs begged requested rang phones phoned telephoned "
            + "emailed emails wrote writes texted messaged contacted raised flagged alerted informed notified disclosed confided complained complains worries "
            + "reckons insists insisted recalls remembers maintains confirms confirmed suggests suggested approached tipped knows knew expressed voiced "
            + "imagines guesses suspect noted fretted frets grumbled moaned mailed dialled wondered wonders swears swore vouches admits recounted recounts relayed relays guessed "
            + "tweeted blogged dreads dreaded realises realised learnt learned stumbled glimpsed eavesdropped sensed senses clocked"
    );

    private static readonly HashSet<string> Feeling = Of(
        "worried concerned afraid scared frightened anxious upset alarmed shocked horrified uneasy troubled disturbed distressed terrified nervous fearful sure certain convinced aware adamant keen willing happy reluctant unwilling unhappy desperate appalled sickened bothered distraught beside fretting frantic sick fed fuming livid"
    );

    private static readonly HashSet<string> OfPeople = Of(
        "reports states claims claimed alleges mentions explains describes fears notices witnesses observes spots watches wants wanted wished requests called calls contacts "
            + "raises flags feels felt adds added referred refers left sent gave gives provided provides shared posted submitted made walked came comes got visited looks looked found finds "
            + "took takes minds keeps kept has had collects drives drove babysits cleans works would cannot prefers lives lived chatted spoke speaks talked used filled passed can could helps does"
    );

    private static readonly HashSet<string> OfPeopleWith = Of(
        "left:a left:an left:her left:his left:their sent:us sent:a sent:an gave:us gave:this gave:the gave:an gave:a provided:this provided:the provided:us shared:this shared:concerns posted:on submitted:a submitted:the submitted:this submitted:an made:this made:the made:a "
            + "made:contact walked:into walked:in came:in came:into came:to came:forward comes:forward got:in got:hold has:concerns has:worries has:heard has:seen has:noticed has:told would:like would:rather would:prefer would:not cannot:be cannot:sleep "
            + "prefers:to prefers:not prefers:that spoke:to spoke:with speaks:to talked:to used:the filled:in filled:out passed:this passed:it passed:on can:hear can:see could:hear could:see "
            + "does:not found:it wants:to wants:somebody wants:someone wants:it wants:this wants:us wants:help wants:something wants:action wants:social wants:her wants:him wanted:to wanted:us wanted:it wanted:somebody wanted:someone wanted:this"
    );

    private static readonly HashSet<string> Between = Of(
        "has had have is was are were be been being am also then now again later first already always just only both all clearly very so really most quite rather recently previously repeatedly often "
            + "regularly sometimes frequently once twice never not still ever since even all too apparently reportedly understandably deeply seriously increasingly extremely particularly a little bit"
    );

    private static readonly HashSet<string> Breaks = Of(
        ", and but because when while whilst after before if as so where although though until unless whether since which then or how why what that"
    );

    public static bool IsBetween(string word) =>
        Between.Contains(word)
        || (word.Length > 5 && word.EndsWith("ly", StringComparison.Ordinal) && word is not "family");

    public static bool IsBreak(string word) => Breaks.Contains(word);

    /// <summary>Null: the first of the words tells nothing.</summary>
    public static TellingVerb? At(IReadOnlyList<string> words)
    {
        var (verb, next) = (words[0], words.Count > 1 ? words[1] : "");
        // Whoever calls the police has not called the hub, and what the police hold is a fact.
        if (words.Skip(1).Any(word => word is "police" or "ambulance" or "999" or "101" or "rspca"))
        {
            return null;
        }

        if (Plain.Contains(verb) || (verb is "e" && next is "mailed"))
        {
            return new TellingVerb(
                NeedsBe: false,
                PeopleOnly: verb
                    is "raised"
                        or "confirmed"
                        or "suggests"
                        or "suggested"
                        or "noted"
                        or "described"
                        or "told"
            );
        }

        if (Feeling.Contains(verb))
        {
            return new TellingVerb(NeedsBe: true, PeopleOnly: true);
        }

        // "At her wits' end", "at the end of his tether".
        if (verb is "at" && (words.Contains("end") || words.Contains("wits")))
        {
            return new TellingVerb(NeedsBe: true, PeopleOnly: true);
        }

        // "A man found in the garden" found nothing.
        if (verb is "found" or "finds" or "discovered" or "recognised" or "knocked" or "stopped")
        {
            return
                next.EndsWith("ing", StringComparison.Ordinal)
                || next
                    is "in"
                        or "at"
                        or "with"
                        or "by"
                        or "on"
                        or "under"
                        or "hiding"
                        or "dead"
                        or "asleep"
                        or "guilty"
                ? null
                : new TellingVerb(NeedsBe: false, PeopleOnly: true);
        }

        if (!OfPeople.Contains(verb))
        {
            return null;
        }

        var tells =
            OfPeopleWith.Contains($"{verb}:{next}")
            || verb
                is "reports"
                    or "states"
                    or "claims"
                    or "claimed"
                    or "alleges"
                    or "mentions"
                    or "explains"
                    or "describes"
                    or "fears"
                    or "notices"
                    or "witnesses"
                    or "observes"
                    or "spots"
                    or "watches"
                    or "wished"
                    or "requests"
                    or "called"
                    or "calls"
                    or "contacts"
                    or "raises"
                    or "flags"
                    or "feels"
                    or "felt"
                    or "adds"
                    or "added"
                    or "referred"
                    or "refers";
        return tells ? new TellingVerb(NeedsBe: false, PeopleOnly: true) : null;
    }

    private static HashSet<string> Of(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
