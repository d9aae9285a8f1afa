namespace MashBroker.Rules;

/// <param name="NeedsBe">Tells only behind "is" or "was": worried, afraid. Others are passive there, and nobody is said to tell.</param>
/// <param name="PeopleOnly">As often a noun, or an act of things: only people tell by it.</param>
internal readonly record struct TellingVerb(bool NeedsBe, bool PeopleOnly);

/// <summary>
/// Verbs by which somebody tells, notices, worries or asks, in each of their forms; what people keep who watch; and the small
/// words around them.
/// </summary>
internal static class TellingVerbs
{
    // As a dictionary has them; a form that is no past is given behind a stroke.
    private static readonly string[] Always = Inflections.Of(
        "say/said tell/told state allege mention explain describe think/thought believe suspect notice hear/heard see/saw/seen witness overhear/overheard observe spot "
            + "wish ask beg telephone phone ring/rang/rung email message write/wrote/written contact raise flag alert inform notify disclose confide complain worry reckon insist recall remember maintain "
            + "confirm suggest approach tip know/knew/known express voice imagine fret grumble dial wonder swear/swore/sworn vouch admit recount relay dread realise "
            + "learn/learnt glimpse eavesdrop sense log document volunteer supply stress urge plead divulge testify attest estimate assert presume recognise object protest intervene film photograph rescue comfort feel/felt speak/spoke/spoken "
            + "highlight narrate reveal relate despair bemoan lament pray weep/wept"
    );

    private static readonly HashSet<string> Plain =
    [
        .. Always.Where(form => !form.EndsWith("ing", StringComparison.Ordinal)),
    ];

    // Forms that are as often a noun, a fact or somebody's doing.
    private static readonly HashSet<string> NotPlain = Of(
        "contact contacts notice notices telephone telephones phone message messages email emails flag ring rings spot wish voice log document film photograph object objects stress sense estimate suspect supply approach worry question tip witness known seen written state states "
            + "witnesses spots observes mentions explains describes alleges notices flags raises feels felt feel speak speaks spoke spoken know knows knew felt reveals relate relates supplies supplied object rescues presume complain complains learn recognise"
    );

    private static readonly HashSet<string> Feeling = Of(
        "worried concerned afraid scared frightened anxious upset alarmed shocked horrified uneasy troubled disturbed distressed terrified nervous fearful sure certain convinced aware adamant keen willing happy reluctant unwilling unhappy desperate appalled sickened "
            + "bothered distraught beside fretting frantic sick fed fuming livid unsettled tearful emotional angry furious disgusted saddened heartbroken devastated perturbed wary haunted sleepless prepared unable uncomfortable woken awake exhausted petrified panicked apprehensive "
            + "puzzled suspicious dismayed incensed outraged relieved torn rattled shaken stunned staggered worn tormented"
    );

    private static readonly HashSet<string> OfPeople = Of(
        "reports report reported states claims claimed alleges mentions explains describes fears feared fear notices witnesses observes spots watches watched watch wants wanted wished requests requested called calls contacts "
            + "raises flags feels felt adds added referred refers left sent gave gives provided provides shared posted submitted made walked came comes got visited looks looked found finds "
            + "took takes minds keeps kept has had have collects drives drove babysits cleans works would cannot prefers lives lived chatted spoke speaks talked used filled passed can could helps does hopes hoped noted guessed guesses moaned mailed "
            + "texted tweeted blogged stumbled clocked recorded spoken complain complains felt knows knew know holds held saved stored stepped stands stood broke lost recognises recognised discovered caught"
    );

    private static readonly HashSet<string> OfPeopleWith = Of(
        "left:a left:an left:her left:his left:their sent:us sent:a sent:an sent:photographs sent:photos gave:us gave:this gave:the gave:an gave:a provided:this provided:the provided:us shared:this shared:concerns posted:on submitted:a submitted:the submitted:this submitted:an made:this made:the made:a "
            + "made:contact made:us walked:into walked:in came:in came:into came:to came:forward came:upon came:across comes:forward got:in got:hold has:concerns has:worries has:heard has:seen has:noticed has:told would:like would:rather would:prefer would:not cannot:be cannot:sleep "
            + "cannot:bear cannot:stand cannot:take can:bear could:bear can:no could:no can:make could:make stands:by stood:by broke:her broke:his broke:their lost:sleep "
            + "prefers:to prefers:not prefers:that spoke:to spoke:with spoke:up spoke:out spoken:up spoken:out speaks:to talked:to used:the filled:in filled:out passed:this passed:it passed:on can:hear can:see could:hear could:see "
            + "does:not found:it wants:to wants:somebody wants:someone wants:it wants:this wants:us wants:help wants:something wants:action wants:social wants:her wants:him wanted:to wanted:us wanted:it wanted:somebody wanted:someone wanted:this has:had had:to had:had stepped:forward stepped:in"
    );

    // What people keep who watch, behind keep, have, take, hold or send.
    private static readonly HashSet<string> Evidence = Of(
        "log note notes diary footage photo photos photograph photographs picture pictures video videos film clip clips recording recordings screenshot screenshots evidence camera cctv texts"
    );

    private static readonly HashSet<string> Keeping = Of(
        "keeps kept keeping started starts has have had took takes holds held sent shared saved stored made supplied provided gave showed"
    );

    // Whose forms say by themselves that somebody told or saw: what stands behind "by" behind them is who did.
    private static readonly HashSet<string> Done = Of(
        "reported raised made noticed heard overheard seen witnessed provided observed supplied flagged voiced expressed mentioned submitted disclosed spotted notified described posted alleged stated referred advised volunteered relayed "
            + "corroborated concern concerns alerted"
    );

    // Of these the family may be the object: given drugs, called names.
    private static readonly HashSet<string> DoneToSomebody = Of(
        "told given sent phoned rung rang called telephoned contacted filmed recorded passed received shared logged informed watched photographed emailed texted messaged written left kept brought tipped confirmed approached made helped"
    );

    private static readonly HashSet<string> Come = Of(
        "information info intelligence report reports tip details complaint disclosure referral concern concerns evidence derives originates originated learned learnt obtained gathered heard"
    );

    private static readonly HashSet<string> ComeToSomebody = Of(
        "call calls message email letter note received came comes come contact news statement voicemail account text story arrived direct directly straight word"
    );

    private static readonly HashSet<string> Between = Of(
        "has had have is was are were be been being am also then now again later first already always just only both all clearly very so really most quite rather recently previously repeatedly often "
            + "regularly sometimes frequently once twice never not still ever since even all too apparently reportedly understandably deeply seriously increasingly extremely particularly a little bit will would can could isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't doesn't didn't"
    );

    private static readonly HashSet<string> Breaks = Of(
        ", and but because when while whilst after before if as so where although though until unless whether since which then or how why what that"
    );

    public static bool IsBetween(string word) =>
        Between.Contains(word)
        || (word.Length > 5 && word.EndsWith("ly", StringComparison.Ordinal) && word is not ("family" or "elderly"));

    // What people do beside a family and not in it; a child has none of these for a life.
    private static readonly HashSet<string> Onlooking =
    [
        .. Inflections
            .Of(
                "put let work hear know serve sell rent drive feed mind clean deliver collect teach coach own run walk watch share hold employ manage cut meet overlook cross rehearse pray volunteer babysit fix mend look see live say reckon think feel"
            )
            .Where(form => form.EndsWith('s')),
    ];

    /// <summary>Begins a note of somebody who is not named: "knows Dawn from church", "puts his bins out when she does".</summary>
    public static bool OfOnlooker(string word) => Onlooking.Contains(word);

    public static bool IsBreak(string word) => Breaks.Contains(word);

    /// <summary>What was done by whoever is named behind "by" was telling or noticing: reported, seen, made.</summary>
    /// <param name="toFamily">One of the family is said to have been told, given, called or sent something.</param>
    public static bool IsDone(string word, bool toFamily) =>
        Done.Contains(word) || (!toFamily && DoneToSomebody.Contains(word));

    /// <summary>What comes from whoever is named behind "from" is a report or a call.</summary>
    /// <param name="toFamily">One of the family got it.</param>
    public static bool ComesFrom(string word, bool toFamily) =>
        Come.Contains(word) || (!toFamily && ComeToSomebody.Contains(word));

    /// <summary>Null: the first of the words tells nothing.</summary>
    /// <param name="words">The verb and as many of those behind it as matter.</param>
    public static TellingVerb? At(IReadOnlyList<string> words)
    {
        var (verb, next) = (words[0], words.Count > 1 ? words[1] : "");
        // Whoever calls the police has not called the hub, and what the police hold is a fact.
        if (
            words.Skip(1).Take(2).Any(word => word is "police" or "ambulance" or "999" or "101" or "rspca")
            || ToProfessional(words)
        )
        {
            return null;
        }

        // "A man believed to be called Gaz".
        if (
            next is "to"
            && verb is "believed" or "thought" or "known" or "said" or "alleged" or "reported" or "suspected"
        )
        {
            return null;
        }

        // "Let the duty worker know", "completed the online form".
        if (
            (verb is "let" or "lets" && words.Skip(2).Contains("know"))
            || (verb is "completed" or "filled" or "submitted" && words.Skip(2).Take(3).Contains("form"))
        )
        {
            return new TellingVerb(NeedsBe: false, PeopleOnly: true);
        }

        if (Keeping.Contains(verb) && words.Skip(1).Any(Evidence.Contains))
        {
            return new TellingVerb(NeedsBe: false, PeopleOnly: true);
        }

        if (Feeling.Contains(verb) || (verb is "kept" && next is "awake" or "up"))
        {
            return new TellingVerb(NeedsBe: true, PeopleOnly: true);
        }

        if ((Plain.Contains(verb) && !NotPlain.Contains(verb)) || (verb is "e" && next is "mailed"))
        {
            return new TellingVerb(
                NeedsBe: false,
                PeopleOnly: verb
                    is "raised"
                        or "confirmed"
                        or "suggests"
                        or "suggested"
                        or "described"
                        or "told"
                        or "stressed"
                        or "revealed"
                        or "highlighted"
                        or "highlights"
                        or "documented"
                        or "logged"
                        or "stated"
                        or "rescued"
                        or "estimated"
                        or "approached"
                        or "filmed"
                        or "related"
            );
        }

        // "At her wits' end", "at the end of his tether", "in tears".
        if (
            (verb is "at" && words.Any(word => word is "end" or "wits" or "breaking" or "loss"))
            || (verb is "in" && next is "tears" or "despair" or "shock" or "bits" or "touch")
        )
        {
            return new TellingVerb(NeedsBe: true, PeopleOnly: true);
        }

        // "A man found in the garden" found nothing.
        if (verb is "found" or "finds" or "discovered" or "recognised" or "knocked" or "stopped" or "caught")
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

        return OfPeopleWith.Contains($"{verb}:{next}") || Alone.Contains(verb)
            ? new TellingVerb(NeedsBe: false, PeopleOnly: true)
            : null;
    }

    // "Her friend told a teacher": not the hub, where such things are told to a worker, a service or a team.
    private static bool ToProfessional(IReadOnlyList<string> words) =>
        words[0]
            is "told"
                or "tells"
                or "tell"
                or "informed"
                or "alerted"
                or "contacted"
                or "asked"
                or "approached"
                or "telephoned"
                or "phoned"
                or "rang"
                or "emailed"
        && words.Skip(1).Take(3).SkipWhile(People.Determiners.Contains).ToArray() is [var first, ..] nouns
        && (
            People.IsProfessional(first)
            || first is "class" or "form" or "lunchtime" or "learning" or "pastoral"
            || (
                first is "named" or "new" or "community" or "specialist" or "duty"
                && nouns.Skip(1).Any(People.IsProfessional)
            )
        )
        && first
            is not (
                "worker"
                or "workers"
                or "social"
                or "service"
                or "services"
                or "team"
                or "hub"
                or "mash"
                or "council"
                or "authority"
                or "authorities"
                or "department"
                or "operator"
                or "handler"
                or "duty"
            );

    // Of those for people, the ones that need nothing behind them.
    private static readonly HashSet<string> Alone = Of(
        "reports report reported states claims claimed alleges mentions explains describes fears feared notices witnesses observes spots watches watched wished requests requested called calls contacts raises flags feels felt adds added referred refers hopes hoped noted "
            + "guessed guesses moaned mailed texted tweeted blogged stumbled clocked recorded complain complains knows knew know recognises"
    );

    private static HashSet<string> Of(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
