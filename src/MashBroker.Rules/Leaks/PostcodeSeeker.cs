namespace MashBroker.Rules;

/// <summary>Looks for a postcode, whole or one of its halves.</summary>
internal sealed class PostcodeSeeker(HiddenPlaces places) : LeakSeeker
{
    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (EndOfPostcode(text, i) is { } end)
            {
                yield return text.Find(places.Kind, path, text.Words[i].Start, text.Words[end].End);
            }
        }
    }

    private int? EndOfPostcode(ReadText text, int i)
    {
        var words = text.Words;
        var joined = "";
        for (var j = i; j < words.Count && j < i + 8 && joined.Length < 8; j++)
        {
            joined += PlaceTerms.Figures(words[j].Text);
            if (places.Postcodes.Contains(joined))
            {
                return j;
            }
        }

        var half = PlaceTerms.Figures(words[i].Text);
        return
            places.Halves.Contains(half)
            && words[i].Text.Any(char.IsAsciiDigit)
            // L1 is read as 11, and so is the eleventh.
            && words[i].Text.Any(char.IsAsciiLetterLower)
            ? i
            : null;
    }
}
