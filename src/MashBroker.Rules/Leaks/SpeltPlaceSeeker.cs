namespace MashBroker.Rules;

/// <summary>Looks for a place in letters apart, in two halves, backwards, or as it is spelt on the telephone.</summary>
internal sealed class SpeltPlaceSeeker(HiddenPlaces places) : LeakSeeker
{
    private const int LongEnough = 7;

    private static readonly Dictionary<string, char> OnTheTelephone = (
        "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whisky xray yankee zulu "
        + "zero one two three four five six seven eight nine"
    )
        .Split(' ')
        .Select((word, at) => (word, at < 26 ? (char)('a' + at) : (char)('0' + at - 26)))
        .Append(("alfa", 'a'))
        .Append(("juliett", 'j'))
        .Append(("whiskey", 'w'))
        .Append(("oh", '0'))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private readonly string[] _names =
    [
        .. places
            .Named.SelectMany(place => new[] { string.Concat(place.Core), string.Concat(place.Core) + place.Type })
            .Concat(places.Towns.Select(town => string.Concat(town))),
    ];

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path) =>
        Halves(text)
            .Concat(Backwards(text))
            .Concat(Spelt(text))
            .Select(run => text.Find(places.Kind, path, run.Start, run.End));

    // Quill feather: words that together are the name, from the beginning of one to the end of another.
    private IEnumerable<(int Start, int End)> Halves(ReadText text)
    {
        foreach (var name in _names.Where(name => name.Length >= LongEnough))
        {
            for (
                var at = text.Squeezed.IndexOf(name, StringComparison.Ordinal);
                at >= 0;
                at = text.Squeezed.IndexOf(name, at + 1, StringComparison.Ordinal)
            )
            {
                var (start, end) = (text.SqueezedFrom[at], text.SqueezedFrom[at + name.Length - 1] + 1);
                if (
                    (!(start > 0 && char.IsAsciiLetter(text.Folded[start - 1])) || name.Length > LongEnough)
                    && !places.Household.Contains(name)
                    && (end - start > name.Length || name.Length > LongEnough)
                )
                {
                    yield return (start, end);
                }
            }
        }
    }

    private IEnumerable<(int Start, int End)> Backwards(ReadText text) =>
        text
            .Words.Where(word =>
                word.Text.Length >= LongEnough - 1
                && !OrdinaryWords.Contains(word.Text)
                && _names.Contains(new string([.. word.Text.Reverse()]))
            )
            .Select(word => (word.Start, word.End));

    private IEnumerable<(int Start, int End)> Spelt(ReadText text)
    {
        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            var j = i;
            var joined = "";
            while (j < words.Count && Letters(words[j].Text) is { } letters)
            {
                joined += letters;
                j++;
            }

            if (
                joined.Length >= 4
                && (
                    _names.Any(name => name.Length >= 4 && joined.Contains(name, StringComparison.Ordinal))
                    || places.Postcodes.Any(code => PlaceTerms.Figures(joined).Contains(code, StringComparison.Ordinal))
                )
            )
            {
                yield return (words[i].Start, words[j - 1].End);
            }

            i = Math.Max(i, j - 1);
        }
    }

    // One letter, a word that stands for one, or the two or three figures and letters of a postcode's half.
    private static string? Letters(string word) =>
        word.Length == 1 ? word
        : OnTheTelephone.TryGetValue(word, out var letter) ? letter.ToString()
        : word.Length <= 3 && !OrdinaryWords.Contains(word) ? word
        : null;
}
