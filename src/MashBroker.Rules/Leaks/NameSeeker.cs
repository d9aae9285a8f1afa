namespace MashBroker.Rules;

/// <summary>
/// Looks for a name however it is written: in part, turned round, short or as a pet name, misspelt, in letters apart, joined, as
/// initials. Names of the family stay, and words of ordinary English are names only where they stand like names.
/// </summary>
internal sealed class NameSeeker(NameOfReferrer name, LeakNames household) : LeakSeeker
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

    private readonly string[] _parts = [.. name.Given.Concat(name.Family).Distinct()];

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (Tells(text, i))
            {
                yield return text.Find(LeakKind.ReferrerName, path, words[i].Start, words[i].End);
            }
        }

        foreach (var (start, end) in LettersApart(text).Concat(RunTogether(text)).Concat(Starred(text)))
        {
            yield return text.Find(LeakKind.ReferrerName, path, start, end);
        }
    }

    private bool Tells(ReadText text, int i)
    {
        var word = text.Words[i];
        var plain = WithoutDigits(word.Text);
        if (plain.Length < 2)
        {
            return false;
        }

        if (name.Whole.Contains(plain) && !household.Contains(plain))
        {
            return !OrdinaryWords.Contains(plain) || word.OfMark;
        }

        // FDay
        if (
            word.OfMark
            && name.Given.Any(given => name.Family.Any(family => plain.Length > 3 && plain == given[0] + family))
        )
        {
            return true;
        }

        // The Prices, the Nightingales.
        if (
            word is { Capital: true, Opens: false }
            && !text.Shouted
            && i > 0
            && text.Words[i - 1].Text == "the"
            && plain.EndsWith('s')
            && name.Family.Any(family => plain == family + "s" || plain == family + "es")
            && !household.Contains(plain[..^1])
        )
        {
            return true;
        }

        if (
            word.OfMark
            && _parts.Any(part =>
                part.Length >= 4 && plain.Contains(part, StringComparison.Ordinal) && !household.Contains(part)
            )
        )
        {
            return true;
        }

        var exact = IsPart(plain) || name.Pet.Contains(plain);
        if (!exact && !MayBe(plain, word))
        {
            return false;
        }

        var strong = StandsWithName(text, i, out var beside);
        if (household.Contains(plain))
        {
            // Two names of two people of the family side by side are nobody's of the family.
            return exact && beside is { } other && !household.OfOnePerson(plain, other) && household.Contains(other);
        }

        return exact
            ? !Ordinary(plain, word) || StandsLikeName(text, i, strong)
            // "The day" is nobody's Theo Day: a word of English, and the one beside it small.
            : (
                strong
                && !(
                    word.Opens && beside is { } small && OrdinaryWords.Contains(plain) && OrdinaryWords.Contains(small)
                )
            ) || IsNoWord(plain, word, text);
    }

    private bool IsPart(string plain) =>
        _parts.Contains(plain)
        || (plain.Length > 4 && plain[^1] == 's' && _parts.Contains(plain[..^1]) && !OrdinaryWords.Contains(plain))
        || (
            plain.Length > 5
            && plain.EndsWith("es", StringComparison.Ordinal)
            && _parts.Contains(plain[..^2])
            && !OrdinaryWords.Contains(plain)
        );

    private bool MayBe(string plain, ReadWord word) =>
        _parts.Any(part => Likeness.Of(plain, part))
        || (
            plain.EndsWith('s')
            && plain.Length > 5
            && _parts.Any(part => part.Length > 4 && Likeness.Of(plain[..^1], part))
        )
        || (
            word.Capital
            && (
                name.Given.Any(given => IsShort(plain, given, 3))
                || name.Family.Any(family => IsShort(plain, family, 4))
            )
        )
        || (word.Capital && plain.Length >= 4 && name.Pet.Any(pet => pet.Length >= 4 && Likeness.Of(plain, pet)));

    // Thommo, Harty, Gwens: the beginning of a name, and an ending that makes it fond.
    private static bool IsShort(string plain, string part, int least)
    {
        if (
            plain.Length >= least
            && part.Length >= plain.Length + 2
            && part.StartsWith(plain, StringComparison.Ordinal)
        )
        {
            return true;
        }

        foreach (var ending in new[] { "y", "ie", "i", "o", "a", "ers", "ster", "z", "zza", "kins", "sy", "s" })
        {
            if (!plain.EndsWith(ending, StringComparison.Ordinal) || plain.Length - ending.Length < 3)
            {
                continue;
            }

            var stem = plain[..^ending.Length];
            var single = stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
            if (
                (stem.Length >= 4 && part.Length > stem.Length && part.StartsWith(stem, StringComparison.Ordinal))
                || (
                    single != stem
                    && single.Length >= 3
                    && part.Length > single.Length
                    && part.StartsWith(single, StringComparison.Ordinal)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ordinary(string plain, ReadWord word) =>
        OrdinaryWords.Contains(plain) || (plain.Length <= 3 && (!word.Capital || word.AllCapitals));

    // What is written otherwise and is no word of English is taken for the name; a common word is not.
    private static bool IsNoWord(string plain, ReadWord word, ReadText text) =>
        !OrdinaryWords.Contains(plain)
        // NHS, CAMHS
        && (!word.AllCapitals || text.Shouted || plain.Length > 5)
        && !(plain.EndsWith('s') && OrdinaryWords.Contains(plain[..^1]))
        && (word.Capital || text.Whispered || plain.Length >= 5)
        && !KnownName(plain);

    // Another given name that somebody else bears is not this one written badly.
    private static bool KnownName(string plain) => Nicknames.Of(plain).Count > 0 && plain.Length <= 5;

    private bool StandsWithName(ReadText text, int i, out string? beside)
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
            if (
                other.Text != own
                && (IsPart(other.Text) || name.Pet.Contains(other.Text))
                && !SameSide(own, other.Text)
            )
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
                ReadText.Titles.Contains(words[i - 1].Text)
                || (
                    Relatives.Contains(words[i - 1].Text)
                    && words[i].Capital
                    && text.Folded[words[i - 1].End] is not '.'
                )
            );
    }

    private bool SameSide(string one, string other) =>
        name.Given.Contains(one) == name.Given.Contains(other)
        && name.Family.Contains(one) == name.Family.Contains(other);

    private static bool StandsLikeName(ReadText text, int i, bool strong)
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

        if (!word.Capital || text.Shouted)
        {
            return i > 0 && BeforeName.Contains(words[i - 1].Text) && next is not null && AfterName.Contains(next);
        }

        return !word.Opens
            || (next is not null && AfterName.Contains(next) && !(word.Text is "hope" && next is ("is" or "was")));
    }

    private static bool Ordinal(string text) =>
        text.Length >= 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiLetter(text[^1]);

    private static string WithoutDigits(string text)
    {
        if (!text.Any(char.IsAsciiDigit))
        {
            return text;
        }

        // Hartnell63 is a handle, H4rtnell a disguise.
        var ends = text.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return string.Concat(
            ends.Select(letter =>
                letter switch
                {
                    '0' => 'o',
                    '1' => 'l',
                    '3' => 'e',
                    '4' => 'a',
                    '5' => 's',
                    '7' => 't',
                    '8' => 'b',
                    _ => letter,
                }
            )
        );
    }

    // H a r t n e l l, H.A.R.T., Hart nell.
    private IEnumerable<(int Start, int End)> LettersApart(ReadText text)
    {
        var words = text.Words;
        foreach (var part in _parts.Concat(name.Pet.Where(pet => pet.Length > 3)))
        {
            if (part.Length < 3 || household.Contains(part))
            {
                continue;
            }

            for (var i = 0; i < words.Count; i++)
            {
                var taken = 0;
                var j = i;
                var letters = 0;
                while (
                    j < words.Count
                    && taken < part.Length
                    && string.CompareOrdinal(part, taken, words[j].Text, 0, words[j].Text.Length) == 0
                )
                {
                    taken += words[j].Text.Length;
                    letters += words[j].Text.Length == 1 ? 1 : 0;
                    j++;
                }

                // Whole English words that happen to make a name (at, her) are left where they are.
                var apart = j - i;
                if (
                    taken == part.Length
                    && apart > 1
                    && (letters == apart ? part.Length >= 3 : part.Length >= 5)
                    && (
                        letters == apart
                        || part.Length >= 8
                        || words.Skip(i).Take(apart).Any(word => !OrdinaryWords.Contains(word.Text))
                    )
                )
                {
                    yield return (words[i].Start, words[j - 1].End);
                }
            }
        }
    }

    private IEnumerable<(int Start, int End)> RunTogether(ReadText text)
    {
        foreach (var whole in name.Whole.Where(whole => whole.Length >= 8))
        {
            var at = text.Squeezed.IndexOf(whole, StringComparison.Ordinal);
            if (at >= 0 && !household.Contains(whole) && !IsFamilysOwn(whole))
            {
                yield return (text.SqueezedFrom[at], text.SqueezedFrom[at + whole.Length - 1] + 1);
            }
        }
    }

    // A parent who refers as a member of the public is in the list: their name is no secret.
    private bool IsFamilysOwn(string whole) =>
        name
            .Given.Concat(name.Pet)
            .Any(given =>
                name.Family.Any(family =>
                    (given + family == whole || family + given == whole || whole.Length == family.Length + 1)
                    && household.OfOnePerson(given, family)
                )
            );

    // G*** H*******: as somebody hides a name who wants it read.
    private IEnumerable<(int Start, int End)> Starred(ReadText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            var word = text.Words[i];
            var end = word.End;
            while (end < text.Folded.Length && text.Folded[end] is '*' or '_' or '#' or '•')
            {
                end++;
            }

            var behind = i + 1 < text.Words.Count && text.Words[i + 1].Start == end ? text.Words[i + 1].Text : "";
            var stars = end - word.End;
            if (
                stars > 0
                && (stars > 1 || behind.Length > 0)
                && text.Folded[word.End..end].Any(mark => mark is not '_')
                && _parts.Any(part =>
                    part.Length > word.Text.Length
                    && part.StartsWith(word.Text, StringComparison.Ordinal)
                    && part.EndsWith(behind, StringComparison.Ordinal)
                    && part.Length >= word.Text.Length + behind.Length
                )
            )
            {
                yield return (word.Start, end);
            }
        }
    }
}
