using System.Globalization;
using System.Text;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>
/// Texts each of which tells who a member of the public is or where a family hides. Written before the checker was, from what
/// people write on forms and on the telephone; seeded, so that every run has the same.
/// </summary>
public sealed class FirstTraps
{
    private static readonly string[] Before =
    [
        "",
        "Concerns about neglect. ",
        "The children are often hungry and out late. ",
        "Shouting most evenings since August. ",
        "There is no food in the house. ",
        "School attendance is poor. ",
        "Mother was seen drunk on Friday at 18:30. ",
    ];

    private static readonly string[] After =
    [
        "",
        " Please look into it.",
        " This has gone on for months.",
        " The child looks thin.",
        " Police were called in May.",
        " What do you hold on the family?",
    ];

    private readonly Random _chance;
    private readonly (string Sort, bool Hidden, Func<LeakFamily, string> Tell)[] _ways;

    public FirstTraps(int seed)
    {
        _chance = new Random(seed);
        _ways = [.. FirstNames(), .. FirstContacts(), .. FirstPhrases(), .. FirstPlaces()];
    }

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var way = _ways[i % _ways.Length];
            var family = FirstFamilies.One(_chance, way.Hidden);
            if (way.Hidden && _chance.Next(2) == 0)
            {
                family = family with { Kind = ReferrerKind.Professional };
            }

            var text = Pick(Before) + way.Tell(family) + Pick(After);
            yield return new LeakCase(way.Sort, family.Contact("Concern."), text);
        }
    }

    private IEnumerable<(string, bool, Func<LeakFamily, string>)> FirstNames()
    {
        yield return ("full name", false, f => $"{f.Given} {f.Family} saw it.");
        yield return ("capitals", false, f => $"SEEN BY {f.Given.ToUpperInvariant()} {f.Family.ToUpperInvariant()}.");
        yield return (
            "small letters",
            false,
            f => $"seen by {f.Given.ToLowerInvariant()} {f.Family.ToLowerInvariant()} on monday."
        );
        yield return ("turned round", false, f => $"Noted ({f.Family}, {f.Given}).");
        yield return (
            "title and surname",
            false,
            f => $"Speak to {Pick("Mrs", "Mr", "Ms", "Miss", "Dr")} {f.Family} about it."
        );
        yield return ("title and initial", false, f => $"{Pick("Mrs", "Mr", "Ms")} {f.Family[0]}. has more to say.");
        yield return ("initial and surname", false, f => $"Note from {f.Given[0]}. {f.Family}.");
        yield return ("given and initial", false, f => $"Note of {f.Given} {f.Family[0]}, Tuesday.");
        yield return ("given name", false, f => $"As {f.Given} said, the door was open.");
        yield return ("surname", false, f => $"The {f.Family} family see them daily.");
        yield return ("possessive", false, f => $"It could be heard in {f.Given}'s kitchen.");
        yield return (
            "spaced letters",
            false,
            f => $"Seen by {string.Join(' ', Letters(f.Family).ToCharArray())} on Friday."
        );
        yield return (
            "dotted letters",
            false,
            f => $"Seen by {string.Join('.', Letters(f.Family).ToCharArray())} on Friday."
        );
        yield return ("joined", false, f => $"See {Letters(f.Given)}{Letters(f.Family)} for more.");
        yield return ("misspelt", false, f => $"Ask {f.Given} {Misspell(f.Family)} about the noise.");
        yield return ("misspelt surname", false, f => $"Ask Mrs {Misspell(f.Family)} about the noise.");
        yield return ("lookalikes", false, f => $"Ask {Lookalike(f.Given)} {Lookalike(f.Family)} about the noise.");
        yield return (
            "hidden characters",
            false,
            f => $"Ask {f.Given} {f.Family[..2]}\u200B{f.Family[2..]} about the noise."
        );
        yield return ("no accents", false, f => $"Ask {Plain(f.Given)} {Plain(f.Family)}.");
        yield return ("two spaces", false, f => $"Ask {f.Given}  {f.Family}, who knows.");
        yield return ("initials", false, f => $"{f.Given[0]}.{f.Family[0]}. can say more.");
        yield return ("short name", false, f => $"{Short(f.Given)} {f.Family} can say more.");
    }

    private static IEnumerable<(string, bool, Func<LeakFamily, string>)> FirstContacts()
    {
        yield return ("telephone", false, f => $"Ring {f.Telephone} first.");
        yield return ("telephone without spaces", false, f => $"Ring {Digits(f)} first.");
        yield return ("telephone from abroad", false, f => $"Ring +44 {Digits(f)[1..5]} {Digits(f)[5..]} first.");
        yield return ("telephone 0044", false, f => $"Ring 0044{Digits(f)[1..]} first.");
        yield return ("telephone in brackets", false, f => $"Ring (+44) (0){Digits(f)[1..]} first.");
        yield return ("telephone in dashes", false, f => $"Ring {Digits(f)[..5]}-{Digits(f)[5..8]}-{Digits(f)[8..]}.");
        yield return (
            "telephone in pairs",
            false,
            f => $"Ring {string.Join(' ', Digits(f).Chunk(2).Select(pair => new string(pair)))}."
        );
        yield return ("telephone in words", false, f => $"Ring {Spoken(Digits(f))}.");
        yield return ("telephone ends in", false, f => $"The number ends {Digits(f)[^4..]}.");
        yield return ("e-mail", false, f => $"Write to {f.Email}.");
        yield return (
            "e-mail in words",
            false,
            f =>
                $"Write to {f.Email.Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal)}."
        );
        yield return ("e-mail before the at", false, f => $"The account is {f.Email.Split('@')[0]} on most sites.");
        yield return ("address", false, f => $"Seen from {f.HouseNumber} {f.Street}.");
        yield return ("number and street", false, f => $"Seen from number {f.HouseNumber}, {f.Street}.");
        yield return ("street", false, f => $"Somebody in {f.Street} sees it daily.");
        yield return ("street shortened", false, f => $"Seen from {f.HouseNumber} {Abbreviated(f.Street)}.");
        yield return ("street in capitals", false, f => $"SEEN FROM {f.HouseNumber} {f.Street.ToUpperInvariant()}");
        yield return ("postcode", false, f => $"Seen from {f.Postcode}.");
        yield return (
            "postcode joined",
            false,
            f => $"Seen from {f.Postcode.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}."
        );
        yield return ("house number", false, f => $"The people at number {f.HouseNumber} have complained.");
    }

    private static IEnumerable<(string, bool, Func<LeakFamily, string>)> FirstPhrases()
    {
        yield return ("role", false, f => $"The {f.Role.ToLowerInvariant()} is very worried.");
        yield return ("role told us", false, f => $"We heard this from the {f.Role.ToLowerInvariant()}.");
        foreach (
            var words in new[]
            {
                "The caller told us that the baby cries all night.",
                "A neighbour rang on Sunday evening.",
                "According to the person who reported this, there are no beds.",
                "The informant has seen the bruises.",
                "She hears the children through the wall.",
                "I live opposite and see them come and go.",
                "My grandson is in the same class.",
                "Whenever I babysit, the boy does not want to go home.",
                "The referrer asked not to be named.",
                "She does not want them to know it was her.",
                "This came from an anonymous caller who lives above.",
                "He is afraid of what the father will do if he finds out who reported him.",
                "We can hear it from our bedroom.",
                "Reported by a relative who wishes to stay anonymous.",
                "The woman who rang has a daughter in year 4.",
                "Please don't say it was me.",
                "The lady who runs the shop on the corner told us.",
                "Information from someone living next door.",
                "It can be seen from the window across the road.",
                "A friend of the mother contacted the hub.",
            }
        )
        {
            yield return ("telling phrase", false, _ => words);
        }
    }

    private IEnumerable<(string, bool, Func<LeakFamily, string>)> FirstPlaces()
    {
        yield return (
            "hidden address",
            true,
            f => $"They now live at {f.Hidden!.Number} {f.Hidden.Street}, {f.Hidden.Town}."
        );
        yield return ("hidden street", true, f => $"They were seen in {f.Hidden!.Street} last week.");
        yield return ("hidden name", true, f => $"Staff at {f.Hidden!.Name} say she settles.");
        yield return ("hidden postcode", true, f => $"Now at {f.Hidden!.Postcode}.");
        yield return (
            "hidden postcode joined",
            true,
            f => $"Now at {f.Hidden!.Postcode.Replace(" ", "", StringComparison.Ordinal)}."
        );
        yield return ("hidden property number", true, f => $"UPRN {f.Hidden!.Uprn}.");
        yield return ("hidden town", true, f => $"They have moved to {f.Hidden!.Town}.");
        yield return ("refuge in town", true, f => $"They are in the refuge in {f.Hidden!.Town}.");
        yield return ("safe house", true, f => $"They were taken to a safe house near {f.Hidden!.Town}.");
        yield return ("women's aid", true, f => $"She is at the women's aid house, {f.Hidden!.Street}.");
        yield return (
            "hidden street misspelt",
            true,
            f =>
                $"Now at {f.Hidden!.Number} {Misspell(f.Hidden.Street.Split(' ')[0])} {f.Hidden.Street.Split(' ')[^1]}."
        );
    }

    private string Pick(params string[] from) => from[_chance.Next(from.Length)];

    private string Misspell(string name)
    {
        var at = _chance.Next(1, name.Length - 1);
        return _chance.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, name[at].ToString()),
            2 => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
            _ => name.Contains('i', StringComparison.Ordinal) ? name.Replace('i', 'y') : name + "e",
        };
    }

    private static string Short(string given) =>
        given switch
        {
            "Margaret" => "Maggie",
            "Catherine" => "Cath",
            "Elizabeth" => "Liz",
            "Patricia" => "Pat",
            "Thomas" => "Tom",
            "William" => "Bill",
            "Robert" => "Bob",
            "Anthony" => "Tony",
            "Stephen" => "Steve",
            "Michael" => "Mick",
            "Deborah" => "Debs",
            _ => given,
        };

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter));

    private static string Digits(LeakFamily family) => string.Concat(family.Telephone.Where(char.IsAsciiDigit));

    private static string Plain(string name) =>
        string.Concat(
            name.Normalize(NormalizationForm.FormD)
                .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        );

    private static string Lookalike(string name) =>
        name.Replace('a', 'а')
            .Replace('e', 'е')
            .Replace('o', 'о')
            .Replace('c', 'с')
            .Replace('i', 'і')
            .Replace('p', 'р');

    private static string Abbreviated(string street) =>
        street
            .Replace("Road", "Rd", StringComparison.Ordinal)
            .Replace("Street", "St.", StringComparison.Ordinal)
            .Replace("Avenue", "Ave", StringComparison.Ordinal)
            .Replace("Lane", "Ln", StringComparison.Ordinal)
            .Replace("Close", "Cl", StringComparison.Ordinal)
            .Replace("Crescent", "Cres", StringComparison.Ordinal)
            .Replace("Terrace", "Terr", StringComparison.Ordinal);

    private static string Spoken(string digits) =>
        string.Join(
            ' ',
            digits.Select(digit =>
                digit switch
                {
                    '0' => "oh",
                    '1' => "one",
                    '2' => "two",
                    '3' => "three",
                    '4' => "four",
                    '5' => "five",
                    '6' => "six",
                    '7' => "seven",
                    '8' => "eight",
                    _ => "nine",
                }
            )
        );
}
