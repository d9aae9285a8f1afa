namespace MashBroker.Rules;

/// <summary>One word or number of a text, as it is compared.</summary>
/// <param name="Text">Small plain letters and digits, without apostrophes and without the possessive.</param>
/// <param name="Start">In the folded text; <paramref name="End"/> is behind the last.</param>
/// <param name="Capital">Begins with a capital letter.</param>
/// <param name="AllCapitals">Has no small letter, and at least two large ones.</param>
/// <param name="Opens">Is the first of its sentence or of a quotation.</param>
/// <param name="Adjoins">Nothing but blanks, a full stop, a comma, a hyphen or an underscore stands before it, and another word.</param>
/// <param name="OfMark">Stands at a mark that joins words of a handle: @, #, underscore, a digit without a blank.</param>
/// <param name="Possessive">Was written with an apostrophe and s.</param>
internal readonly record struct ReadWord(
    string Text,
    int Start,
    int End,
    bool Capital,
    bool AllCapitals,
    bool Opens,
    bool Adjoins,
    bool OfMark,
    bool Possessive
)
{
    public bool IsNumber => char.IsAsciiDigit(Text[0]) && Text.All(char.IsAsciiDigit);

    public bool IsLetter => Text.Length == 1 && char.IsAsciiLetterLower(Text[0]);
}
