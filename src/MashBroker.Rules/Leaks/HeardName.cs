namespace MashBroker.Rules;

/// <summary>
/// Names that only their place in the sentence makes names: cut short, made fond, or written down by ear, behind a title, beside the
/// other name, or where somebody is spoken to or speaks.
/// </summary>
internal sealed class HeardName(NameOfReferrer name, LeakNames household)
{
    // Words that open sentences and are the beginning of many a name.
    private static readonly HashSet<string> Never = new(
        (
            "the they then there them she her hers his him has had have can could any all are and but for not now one who why how was were will may "
            + "mum dad per via sun mon tue tues wed thu thur thurs fri sat mar jun jan feb apr jul aug sep sept oct nov dec some same this that these "
            + "from when what where with her mother father son daughter child baby police school"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly string[] Fond = "y ie ey ee i o oo a e s es z ko ka sha ek ik".Split(' ');

    private readonly NameForms _forms = new(name);

    public bool Tells(ReadText text, int i, string plain)
    {
        var word = text.Words[i];
        if (household.Contains(plain) || !(word.Capital || text.Whispered))
        {
            return false;
        }

        var before = i > 0 && word.Adjoins ? text.Words[i - 1].Text : "";
        if (before.Length > 0 && NameStanding.IsTitle(text, i - 1) && !People.Household.Contains(before))
        {
            // A doctor or a professor is more likely one of the professionals.
            return before is "dr" or "doctor" or "prof" or "professor"
                ? name.Family.Any(part => part.Length > 4 && Likeness.Of(plain, part))
                : name.Family.Any(part => Ear.Alike(plain, part))
                    || name.Given.Any(part => part[0] == plain[0] && Ear.Alike(plain, part))
                    || name.Family.Any(part => IsWithoutVowels(plain, part));
        }

        if (before.Length > 0 && (word.Capital || text.Whispered) && IsBeside(before, plain))
        {
            return true;
        }

        if (Never.Contains(plain) || IsNamedOtherwise(text, i))
        {
            return false;
        }

        var spokenTo = NameSlot.Is(text, i, i) || IsBesideFamily(text, i) || HasInitial(text, i);
        var next =
            i + 1 < text.Words.Count && text.Words[i + 1] is { Adjoins: true, Opens: false } behind ? behind.Text : "";
        var cut = plain.Length is >= 3 and <= 6 && name.Given.Any(given => IsBeginning(plain, given));
        if (OrdinaryWords.Contains(plain))
        {
            // Cat, for Catriona; Con would have him tonight.
            return !text.Shouted
                && !word.AllCapitals
                && !People.WiderKin.Contains(plain)
                && !People.Household.Contains(plain)
                && (
                    (cut && NameStanding.LikeName(text, i, strong: false))
                    || (
                        (spokenTo || (word.Opens && (NameDoing.Says(next) || next is "would" or "could" or "had")))
                        && name.Given.Any(given => IsShortened(plain, given) || IsEnd(plain, given))
                    )
                );
        }

        if (word.AllCapitals && !text.Shouted)
        {
            return false;
        }

        var does = NameDoing.Does(next);
        var says = spokenTo || NameDoing.Says(next) || next is "would" or "could" or "had";
        return (spokenTo || does)
            && (
                cut
                || (
                    says
                    && name.Given.Any(given => IsEnd(plain, given) || IsFond(plain, given) || IsShortened(plain, given))
                )
                || (Nicknames.Of(plain).Count == 0 && name.Given.Any(given => Ear.Alike(plain, given)))
                // Vee, for Verity, where somebody was spoken to.
                || (
                    spokenTo
                    && plain.Length is 2 or 3 or 4
                    && Nicknames.Of(plain).Count == 0
                    && name.Given.Any(given => given.StartsWith(plain[..2], StringComparison.Ordinal))
                )
            );
    }

    // June Chumley, Ruby Thissulthwait.
    private bool IsBeside(string before, string plain) =>
        (name.Given.Contains(before) || name.Pet.Contains(before))
            ? name.Family.Any(part => Ear.Alike(plain, part) || IsWithoutVowels(plain, part)) && !Never.Contains(plain)
            : !(OrdinaryWords.Contains(before) && OrdinaryWords.Contains(plain))
                && name.Given.Any(given => IsWithoutVowels(before, given) || Ear.Alike(before, given))
                && name.Family.Any(part => IsWithoutVowels(plain, part) || Ear.Alike(plain, part));

    // Gus M, Eefs O.
    private bool HasInitial(ReadText text, int i) =>
        i + 1 < text.Words.Count
        && text.Words[i + 1] is { IsLetter: true, Capital: true, Adjoins: true, Opens: false } letter
        && letter.Text is not ("i" or "a")
        && name.Family.Any(family => family[0] == letter.Text[0]);

    /// <summary>"Kirsty and Mitko had words": with one of the family.</summary>
    public bool IsBesideFamily(ReadText text, int i) =>
        (
            i > 1
            && text.Words[i - 1].Text is "and" or "with"
            && text.Words[i].Adjoins
            && household.Contains(text.Words[i - 2].Text)
        )
        || (
            i + 2 < text.Words.Count
            && text.Words[i + 1] is { Text: "and", Adjoins: true }
            && household.Contains(text.Words[i + 2].Text)
        );

    // "Spoke to Jan Whitworth": another name says that it is somebody else.
    private bool IsNamedOtherwise(ReadText text, int i) =>
        i + 1 < text.Words.Count
        && text.Words[i + 1] is { Adjoins: true, Capital: true, Opens: false } next
        && text.Folded[text.Words[i].End] is ' '
        && !text.Words[i].Possessive
        && next.Text.Length > 1
        && !_forms.IsPartOrPet(next.Text)
        && !household.Contains(next.Text)
        && !name.Family.Any(part => Ear.Alike(next.Text, part));

    private static bool IsBeginning(string plain, string given) =>
        given.Length > plain.Length && given.StartsWith(plain, StringComparison.Ordinal);

    // Con, for Cornelius: its first two letters, and others of it in their order.
    private static bool IsShortened(string plain, string given)
    {
        if (plain.Length is < 3 or > 5 || !given.StartsWith(plain[..2], StringComparison.Ordinal))
        {
            return false;
        }

        var at = 2;
        foreach (var letter in plain.AsSpan(2))
        {
            at = given.IndexOf(letter, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }

    // Gus, for Angus; Ling, for Xiaoling.
    private static bool IsEnd(string plain, string given) =>
        plain.Length >= 3 && given.Length >= plain.Length + 2 && given.EndsWith(plain, StringComparison.Ordinal);

    // Ify, for Ifeanyi; Mitko, for Dimitar; Slava, for Vyacheslav.
    private static bool IsFond(string plain, string given)
    {
        foreach (var ending in Fond)
        {
            if (!plain.EndsWith(ending, StringComparison.Ordinal) || plain.Length - ending.Length < 2)
            {
                continue;
            }

            var stem = plain[..^ending.Length];
            var doubled = stem.Length > 2 && stem[^1] == stem[^2];
            stem = doubled ? stem[..^1] : stem;
            if (
                stem.Length >= 3
                    ? given.Contains(stem, StringComparison.Ordinal)
                    : given.StartsWith(stem, StringComparison.Ordinal) && plain.Length <= (doubled ? 5 : 4)
            )
            {
                return true;
            }
        }

        return false;
    }

    // Mrd Brthwt: a name of which only the vowels were left out.
    private static bool IsWithoutVowels(string plain, string part)
    {
        if (plain.Length < 2 || plain[0] != part[0] || plain.Length >= part.Length)
        {
            return false;
        }

        var at = 1;
        foreach (var letter in part.AsSpan(1))
        {
            if (letter is 'a' or 'e' or 'i' or 'o' or 'u')
            {
                continue;
            }

            if (at >= plain.Length || plain[at] != letter)
            {
                return false;
            }

            at++;
        }

        return at == plain.Length;
    }
}
