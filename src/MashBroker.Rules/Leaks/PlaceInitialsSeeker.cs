namespace MashBroker.Rules;

/// <summary>Looks for a hidden house by the first letters of its name, where a place must stand: "they are at HH".</summary>
internal sealed class PlaceInitialsSeeker(HiddenPlaces places) : LeakSeeker
{
    private readonly HashSet<string> _initials =
    [
        .. places
            .Named.Where(place => !place.IsNumbered)
            .Select(place => place.Type is { } type ? [.. place.Words, type] : place.Words)
            .Where(words => words.Length > 1)
            .Select(words => string.Concat(words.Select(word => word[0]))),
    ];

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        if (_initials.Count == 0 || text.Shouted)
        {
            yield break;
        }

        for (var i = 0; i < text.Words.Count; i++)
        {
            if (text.Words[i].Capital && End(text, i) is { } end && PlaceSlot.Is(text, i, end))
            {
                yield return text.Find(places.Kind, path, text.Words[i].Start, text.Words[end].End);
            }
        }
    }

    private int? End(ReadText text, int i)
    {
        var words = text.Words;
        if (words[i].AllCapitals && _initials.Contains(words[i].Text))
        {
            return i;
        }

        // H.H.
        foreach (var initials in _initials)
        {
            if (
                i + initials.Length <= words.Count
                && Enumerable
                    .Range(0, initials.Length)
                    .All(at =>
                        words[i + at] is { IsLetter: true, Capital: true } letter
                        && letter.Text[0] == initials[at]
                        && (at == 0 || letter.Start - words[i + at - 1].End <= 2)
                    )
            )
            {
                return i + initials.Length - 1;
            }
        }

        return null;
    }
}
