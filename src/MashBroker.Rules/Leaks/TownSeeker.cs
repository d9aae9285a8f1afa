namespace MashBroker.Rules;

/// <summary>Looks for a town, misspelt or not, unless it is said where somebody was long ago.</summary>
internal sealed class TownSeeker(HiddenPlaces places) : LeakSeeker
{
    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (EndOfTown(text, i) is { } end)
            {
                yield return text.Find(places.Kind, path, text.Words[i].Start, text.Words[end].End);
            }
        }
    }

    private int? EndOfTown(ReadText text, int i)
    {
        foreach (var town in places.Towns)
        {
            if (
                HiddenPlaces.Follows(text, i, town) is { } last
                && (!town.All(OrdinaryWords.Contains) || IsPlace(text, i, last))
                && !places.Household.Contains(text.Words[i].Text)
                && !OfThePast(text, i)
            )
            {
                return last;
            }
        }

        return null;
    }

    // Reading, Bath and Wick are towns where they are written large within a sentence, or where somebody goes or lives.
    private static bool IsPlace(ReadText text, int i, int last)
    {
        var words = text.Words;
        if (words[i].Capital && !text.Shouted)
        {
            return !words[i].Opens || PlaceSlot.Is(text, i, last) || (last + 1 == words.Count && i == 0);
        }

        return PlaceSlot.Is(text, i, last);
    }

    // "Came from Hexley in 2024" tells where somebody was; without a year nobody knows that it is over.
    private static bool OfThePast(ReadText text, int i)
    {
        var words = text.Words;
        var sentence = text.Folded.LastIndexOfAny(['.', '!', '?', ';', '\n'], Math.Max(0, words[i].Start - 1)) + 1;
        var end = text.Folded.IndexOfAny(['.', '!', '?', ';', '\n'], words[i].End);
        var whole = words
            .Where(word => word.Start >= sentence && (end < 0 || word.End <= end))
            .Select(word => word.Text)
            .ToArray();
        return i > 0
            && words[i - 1].Text is "from" or "in" or "at"
            && whole.Any(word =>
                word
                    is "came"
                        or "born"
                        or "grew"
                        or "lived"
                        or "previously"
                        or "formerly"
                        or "originally"
                        or "was"
                        or "were"
                        or "until"
            )
            && whole.Any(word =>
                (word.Length == 4 && word[..2] is "19" or "20")
                || word is "born" or "grew" or "formerly" or "originally" or "previously"
            )
            && !whole.Any(word =>
                word
                    is "now"
                        or "moved"
                        or "moving"
                        or "lives"
                        or "living"
                        or "stays"
                        or "staying"
                        or "address"
                        or "since"
                        or "fled"
                        or "placed"
                        or "currently"
                        or "housed"
            );
    }
}
