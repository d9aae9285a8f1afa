namespace MashBroker.Rules;

/// <summary>
/// Looks for a name however it is written: in part, turned round, short or as a pet name, misspelt, in letters apart, joined, as
/// initials. Names of the family stay, and words of ordinary English are names only where they stand like names.
/// </summary>
internal sealed class NameSeeker(NameOfReferrer name, LeakNames household) : LeakSeeker
{
    private readonly NameForms _forms = new(name);
    private readonly NameStanding _standing = new(name, new NameForms(name));
    private readonly HeardName _heard = new(name, household);

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
    }

    private bool Tells(ReadText text, int i)
    {
        var word = text.Words[i];
        var plain = NameForms.WithoutDigits(word.Text);
        if (plain.Length < 2 || NameStanding.IsDateOrLabel(text, i))
        {
            return false;
        }

        if (name.Whole.Contains(plain) && !household.Contains(plain) && (!OrdinaryWords.Contains(plain) || word.OfMark))
        {
            return true;
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
            && !household.Contains(plain)
            && _forms.Parts.Any(part =>
                part.Length >= 4 && plain.Contains(part, StringComparison.Ordinal) && !household.Contains(part)
            )
        )
        {
            return true;
        }

        var exact = _forms.IsPartOrPet(plain);
        if (!exact && ReadText.Titles.Contains(plain))
        {
            return false;
        }

        if (!exact && _heard.Tells(text, i, plain))
        {
            return true;
        }

        if (!exact && !_forms.MayBe(plain, word))
        {
            return false;
        }

        var strong = _standing.WithName(text, i, out var beside);
        if (household.Contains(plain))
        {
            // Two names of two people of the family side by side are nobody's of the family.
            return exact && beside is { } other && !household.OfOnePerson(plain, other) && household.Contains(other);
        }

        return exact
            ? !NameForms.Ordinary(plain, word)
                || NameStanding.LikeName(text, i, strong)
                || (word.Capital && _heard.IsBesideFamily(text, i) && !NameStanding.IsOfPlace(text, i))
            // "The day" is nobody's Theo Day: a word of English, and the one beside it small.
            : (
                strong
                && !(
                    (word.Opens || !word.Capital)
                    && beside is { } small
                    && OrdinaryWords.Contains(plain)
                    && OrdinaryWords.Contains(small)
                )
            )
                || NameForms.IsNoWord(plain, word, text)
                // Jas is a name of its own, and Jaswinder's.
                || (
                    word is { Capital: true, AllCapitals: false }
                    && plain.Length >= 3
                    && !(i > 0 && char.IsAsciiDigit(text.Words[i - 1].Text[0]))
                    && !OrdinaryWords.Contains(plain)
                    && name.Given.Any(given => given.StartsWith(plain, StringComparison.Ordinal))
                );
    }
}
