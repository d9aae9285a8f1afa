namespace MashBroker.Rules;

/// <summary>Looks for a referrer's initials: Mrs H., G.H., GH.</summary>
internal sealed class InitialsSeeker(NameOfReferrer name) : LeakSeeker
{
    // Two letters that an agency reads as something else.
    private static readonly HashSet<string> Abbreviations = new(
        (
            "gp pc sw ta tv it id dv da mh hv cp ce eh ed pe re dc ds am pm bp iq uk eu ot pt ss sen ehc cin cpp la lac fsm hr ok us no mp ni nhs dob dsl iro "
            + "asb bmi cse cce csc csw fgm gcse hmp isa iva ptsd adhd asd aa ad bc ie eg vs st rd cv cd dna er ex go me my so to up we an as at be by do he if in is of on or"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // What is somebody's and no service's.
    private static readonly HashSet<string> Owned =
    [
        "account",
        "words",
        "photos",
        "version",
        "number",
        "mobile",
        "house",
        "home",
        "address",
        "window",
        "garden",
    ];

    private readonly string _initials = string.Concat(name.Initials);

    // All of them, or the first with any later one: people leave out what lies between.
    private readonly string[] _forms =
    [
        .. name
            .Initials.Skip(1)
            .Select(later => $"{name.Initials[0]}{later}")
            .Append(string.Concat(name.Initials))
            .Distinct(),
    ];

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        if (_initials.Length == 0)
        {
            yield break;
        }

        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var before = i > 0 && word.Adjoins ? words[i - 1].Text : null;
            if (
                word.IsLetter
                && (word.Capital || text.Whispered)
                && before is not null
                && ReadText.Titles.Contains(before)
                && _initials.Contains(word.Text[0])
                // "Same father. A tattoo": kin end sentences, titles do not.
                && !(before is "father" or "sister" or "brother" or "uncle" && text.Folded[words[i - 1].End] is '.')
            )
            {
                yield return text.Find(LeakKind.ReferrerName, path, words[i - 1].Start, word.End);
            }

            if (_initials.Length > 1 && Ends(text, i) is { } end)
            {
                yield return text.Find(LeakKind.ReferrerName, path, word.Start, end);
            }
        }
    }

    // "PC Hallam", "DS Malik": the letters are a rank.
    private static bool IsNamed(ReadText text, int i) =>
        i + 1 < text.Words.Count
        && text.Words[i + 1] is { Adjoins: true, Capital: true, Opens: false } next
        && text.Folded[text.Words[i].End] is ' '
        && next.Text.Length > 1;

    private int? Ends(ReadText text, int i)
    {
        var words = text.Words;
        var word = words[i];
        if (word.Capital && word.Text.Length > 1 && (word.AllCapitals || text.Shouted) && _forms.Contains(word.Text))
        {
            // "Thanks to DA": an abbreviation that stands where only somebody can.
            var called =
                (!IsNamed(text, i) && NameSlot.Is(text, i, i))
                || (word.Possessive && i + 1 < words.Count && Owned.Contains(words[i + 1].Text))
                || (i > 0 && words[i - 1].Text is "initials" or "by" or "from" or "mrs" or "mr" or "ms" or "caller")
                || (
                    i + 1 < words.Count
                    && words[i + 1].Adjoins
                    && (
                        NameDoing.Acts(words[i + 1].Text)
                        || (!Abbreviations.Contains(word.Text) && NameDoing.Does(words[i + 1].Text))
                    )
                );
            // PC 2093.
            if (
                i + 1 < words.Count
                && words[i + 1] is { Adjoins: true, IsNumber: true } number
                && number.Start == word.End + 1
                && !(number.End < text.Folded.Length && text.Folded[number.End] is '/')
            )
            {
                return null;
            }

            return (called || !Abbreviations.Contains(word.Text)) && !text.Shouted || called ? word.End : null;
        }

        // "spoke to gh at length", "gh rang".
        if (
            !word.Capital
            && word.Text.Length > 1
            && _forms.Contains(word.Text)
            && !Abbreviations.Contains(word.Text)
            && !OrdinaryWords.Contains(word.Text)
            && !(i > 0 && char.IsAsciiDigit(words[i - 1].Text[0]))
            && (
                NameSlot.Is(text, i, i)
                || (i + 1 < words.Count && words[i + 1].Adjoins && NameDoing.Does(words[i + 1].Text))
            )
        )
        {
            return word.End;
        }

        foreach (var form in _forms)
        {
            if (i + form.Length > words.Count)
            {
                continue;
            }

            var all = Enumerable
                .Range(0, form.Length)
                .All(at =>
                    words[i + at] is { IsLetter: true } letter
                    // "K. v.": the small words of a name stay small.
                    && (letter.Capital || (at > 0 && letter.End < text.Folded.Length && text.Folded[letter.End] == '.'))
                    && letter.Text[0] == form[at]
                    && (at == 0 || (letter.Adjoins && letter.Start - words[i + at - 1].End <= 2))
                );
            // Within a longer row of letters they are not initials: D.O.B.
            var longer =
                (i > 0 && words[i - 1] is { IsLetter: true, Capital: true } && word.Start - words[i - 1].End <= 1)
                || (
                    i + form.Length < words.Count
                    && words[i + form.Length] is { IsLetter: true, Capital: true } next
                    && next.Start - words[i + form.Length - 1].End <= 1
                );
            if (all && !longer)
            {
                return words[i + form.Length - 1].End;
            }
        }

        return null;
    }
}
