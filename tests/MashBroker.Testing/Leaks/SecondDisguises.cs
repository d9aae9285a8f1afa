namespace MashBroker.Testing.Leaks;

/// <summary>Ways of writing a name or number so that a reader knows it and a comparison does not.</summary>
internal sealed class SecondDisguises(Random chance)
{
    // Keys that lie beside each other.
    private const string Keys = "qwertyuiop asdfghjkl zxcvbnm";

    private static readonly string[] Digits =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ];

    public string Slip(string name)
    {
        var at = chance.Next(2, name.Length);
        return chance.Next(3) switch
        {
            0 => name[..at] + Beside(name[at]) + name[(at + 1)..],
            1 => name[..at] + Beside(name[at]) + name[at..],
            _ => name.Remove(at, 1),
        };
    }

    public string SlipIn(string place)
    {
        var words = place.Split(' ');
        var longest = Array.FindIndex(words, word => word.Length == words.Max(each => each.Length));
        words[longest] = Slip(words[longest]);
        return string.Join(' ', words);
    }

    public string Doubled(string name)
    {
        var at = chance.Next(1, name.Length);
        return char.IsLetter(name[at]) ? name.Insert(at, char.ToLowerInvariant(name[at]).ToString()) : name;
    }

    public string Spoken(string digits) =>
        string.Join(' ', digits.Select(digit => digit == '0' && chance.Next(2) == 0 ? "oh" : Digits[digit - '0']));

    public static string National(LeakFamily family)
    {
        var digits = string.Concat(family.Telephone.Where(char.IsAsciiDigit));
        return digits.StartsWith("44", StringComparison.Ordinal) ? "0" + digits[2..] : digits;
    }

    public static string Letters(string name) => string.Concat(name.Where(char.IsLetter));

    public static string Greek(string name) =>
        name.Replace('o', 'ο')
            .Replace('a', 'α')
            .Replace('i', 'ι')
            .Replace('u', 'υ')
            .Replace('v', 'ν')
            .Replace('A', 'Α')
            .Replace('H', 'Η')
            .Replace('P', 'Ρ');

    public static string Wide(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetter(letter) ? (char)(letter + 0xFEE0) : letter));

    public static string Figures(string name) =>
        name.Replace('o', '0').Replace('e', '3').Replace('i', '1').Replace('a', '4');

    public static string Short(string place) =>
        place
            .Replace("Street", "St", StringComparison.Ordinal)
            .Replace("Road", "Rd", StringComparison.Ordinal)
            .Replace("Avenue", "Av.", StringComparison.Ordinal)
            .Replace("Terrace", "Ter", StringComparison.Ordinal)
            .Replace("Lane", "La.", StringComparison.Ordinal)
            .Replace("Close", "Cl.", StringComparison.Ordinal)
            .Replace("Parade", "Pde", StringComparison.Ordinal);

    public static string Pet(string given) =>
        given switch
        {
            "Nicholas" => "Nicky",
            "Susan" => "Sue",
            "Dorothy" => "Dot",
            "Christopher" => "Kit",
            "Victoria" => "Vicki",
            "Rebecca" => "Becks",
            "Theresa" => "Tess",
            "Lawrence" => "Larry",
            "Beatrice" => "Bea",
            "Edward" => "Ted",
            "Alison" => "Ali",
            "Josephine" => "Josie",
            "Henry" => "Harry",
            "Winifred" => "Winnie",
            "Raymond" => "Ray",
            "Jacqueline" => "Jackie",
            "Angela" => "Ange",
            "Bronwyn" => "Bron",
            "Oluwaseun" => "Seun",
            "Ifeoma" => "Ify",
            _ => given,
        };

    private static char Beside(char letter)
    {
        var at = Keys.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
        return at > 0 && Keys[at - 1] != ' ' ? Keys[at - 1] : 's';
    }
}
