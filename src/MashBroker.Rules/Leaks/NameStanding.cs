namespace MashBroker.Rules;

/// <summary>Whether a word stands in its sentence like a person's name: what of "Mark", "Hope" and "May" is one.</summary>
internal sealed class NameStanding(NameOfReferrer name, NameForms forms)
{
    private static readonly HashSet<string> BeforeName = new(
        "named called name nee aka alias signed regards dear contact ask speak ring phone call friend neighbour family caller referrer informant".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    // What a person does: a capital at the beginning of a sentence before one of these is a name's.
    private static readonly HashSet<string> AfterName = new(
        (
            "is was has had does did says said tells told rang rings phoned called calls lives lived hears heard sees saw seen noticed "
            + "notices thinks thought went asked asks reported reports reckons wants wanted knows knew works worked and or who whose can "
            + "could will would may might also came comes feels felt believes mentioned contacted described describes does doesnt isnt "
            + "wont cant mrs mr saw gave gives took looks looked watched watches wrote sent spotted keeps kept found rents runs owns"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // Behind these a capital word is a place or an institution, not a person.
    private static readonly HashSet<string> OfPlaces = new(
        (
            "street st road rd lane ln avenue ave close drive way court gardens grove place terrace crescent square row hill park house "
            + "lodge cottage school primary secondary junior infant infants academy college nursery church hospital surgery practice centre "
            + "clinic ward team carers carer estate hotel inn arms library hall farm day days person people man woman boy girl adult adults "
            + "mother mum father dad parent parents offender offending minds child children"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> BeforeMonth = new(
        "in of on since by until till during last next from early late mid to between before after this through and".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Relatives = new(
        "aunt auntie aunty uncle nan nana gran granny grandma grandad grandpa granddad nanny cousin".Split(' '),
        StringComparer.Ordinal
    );

    // "White British", "Black African".
    private static readonly HashSet<string> Peoples = new(
        "british english scottish welsh irish european other african caribbean asian eastern and".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> BeforeRating = new(
        "rated rating graded grade rag is was as be now to from at triaged confirmed suggested stays remains and or red amber green".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    /// <summary>A title, an initial or another part of the name is beside it.</summary>
    /// <param name="beside">The other part, where it is one.</param>
    public bool WithName(ReadText text, int i, out string? beside)
    {
        var words = text.Words;
        beside = null;
        var own = words[i].Text;
        foreach (var (j, near) in new[] { (i - 1, i), (i + 1, i + 1) })
        {
            if (j < 0 || j >= words.Count || !words[near].Adjoins)
            {
                continue;
            }

            var other = words[j];
            if (other.Text != own && forms.IsPartOrPet(other.Text) && !forms.SameSide(own, other.Text))
            {
                beside = other.Text;
                return true;
            }

            if (
                other.IsLetter
                && (other.Capital || text.Whispered)
                && name.Initials.Contains(other.Text[0])
                && other.Text is not "i"
                && !(other.Text is "a" && (!other.Capital || other.Opens))
            )
            {
                return true;
            }
        }

        return i > 0
            && words[i].Adjoins
            && (
                (
                    ReadText.Titles.Contains(words[i - 1].Text)
                    && (words[i].Capital || text.Whispered || !People.Household.Contains(words[i - 1].Text))
                )
                || (
                    Relatives.Contains(words[i - 1].Text)
                    && words[i].Capital
                    && text.Folded[words[i - 1].End] is not '.'
                )
            );
    }

    public static bool LikeName(ReadText text, int i, bool strong)
    {
        var words = text.Words;
        var word = words[i];
        if (
            strong
            || (
                i > 0
                && word.Adjoins
                && words[i - 1].Text is "named" or "called" or "nee" or "aka" or "name" or "names" or "signed"
            )
        )
        {
            return true;
        }

        var next = i + 1 < words.Count && words[i + 1].Adjoins ? words[i + 1].Text : null;
        if (next is not null && OfPlaces.Contains(next))
        {
            return false;
        }

        if (i > 0 && words[i - 1].Text is "st" or "saint")
        {
            return false;
        }

        if (IsRating(text, i) || (next is not null && Peoples.Contains(next)))
        {
            return false;
        }

        if (
            !word.Possessive
            && word.Text is ("may" or "april" or "june" or "august")
            && (
                next is { } figure && char.IsAsciiDigit(figure[0])
                || (
                    i > 0
                    && (words[i - 1].IsNumber || BeforeMonth.Contains(words[i - 1].Text) || Ordinal(words[i - 1].Text))
                )
            )
        )
        {
            return false;
        }

        if (word.Possessive && word.Capital && !word.AllCapitals)
        {
            return true;
        }

        // "(Bill)", and nothing else in the brackets.
        if (word.Capital && InBrackets(text.Folded, word))
        {
            return true;
        }

        if (!word.Capital || text.Shouted)
        {
            return i > 0 && BeforeName.Contains(words[i - 1].Text) && next is not null && AfterName.Contains(next);
        }

        return !word.Opens
            || (next is not null && AfterName.Contains(next) && !(word.Text is "hope" && next is ("is" or "was")));
    }

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
                or "phoned";

    private static bool IsRating(ReadText text, int i) =>
        text.Words[i].Text is "amber" or "green" or "red"
        && i > 0
        && text.Words[i].Adjoins
        && BeforeRating.Contains(text.Words[i - 1].Text);

    private static bool InBrackets(string text, ReadWord word) =>
        word.Start > 0
        && word.End < text.Length
        && (text[word.Start - 1], text[word.End]) is ('(', ')') or ('[', ']') or ('"', '"') or ('\'', '\'');

    private static bool Ordinal(string text) =>
        text.Length >= 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiLetter(text[^1]);
}
