namespace MashBroker.Rules;

/// <summary>Looks for a street or building, shortened, misspelt or without its kind.</summary>
internal sealed class StreetSeeker(HiddenPlaces places) : LeakSeeker
{
    private static readonly HashSet<string> BeforePlace = new(
        "on in at from off near round around by behind along down up to into of the opposite outside past towards via".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            foreach (var place in places.Named)
            {
                if (EndOfNamed(text, i, place) is { } end)
                {
                    yield return text.Find(places.Kind, path, text.Words[i].Start, text.Words[end].End);
                    break;
                }
            }
        }
    }

    // "At Pottergate"; "outside. Pottergate" begins another sentence.
    private static bool IsBehind(ReadText text, int i) =>
        i > 0
        && BeforePlace.Contains(text.Words[i - 1].Text)
        && !text.Folded.AsSpan(text.Words[i - 1].End, text.Words[i].Start - text.Words[i - 1].End).Contains('.');

    private int? EndOfNamed(ReadText text, int i, NamedPlace place)
    {
        var words = text.Words;
        var word = words[i];
        if (
            word.Text.Length >= HiddenPlaces.Distinctive
            && place.Joined.Any(joined =>
                joined == word.Text || (joined.Length >= 9 && Likeness.Slips(word.Text, joined, 1) <= 1)
            )
            && !OrdinaryWords.Contains(word.Text)
        )
        {
            return i;
        }

        // The number and, a word or two on, the kind of street: whatever is written between.
        if (
            place.Type is not null
            && word.Adjoins
            && i > 0
            && words[i - 1].IsNumber
            && places.Numbers.Contains(words[i - 1].Text)
            && !(places.OpenNumbers.Contains(words[i - 1].Text) && places.IsOpen([word], null))
            && Enumerable
                .Range(i, 3)
                .Any(at =>
                    at < words.Count
                    && (at == i || words[at].Adjoins)
                    && PlaceTerms.TypeOf(words[at].Text) == place.Type
                )
        )
        {
            return i;
        }

        if (
            HiddenPlaces.Follows(text, i, place.Core, place.Type) is not { } last
            || places.IsOpen(
                words.Skip(i).Take(last - i + 1),
                next: last + 1 < words.Count ? words[last + 1].Text : null
            )
        )
        {
            return null;
        }

        var next = last + 1 < words.Count && words[last + 1].Adjoins ? PlaceTerms.TypeOf(words[last + 1].Text) : null;
        if (next is not null && next == place.Type)
        {
            return last + 1;
        }

        if (i > 0 && word.Adjoins && places.Numbers.Contains(words[i - 1].Text) && words[i - 1].IsNumber)
        {
            return last;
        }

        // Mill Road is not Mill Lane.
        if (next is not null && place.Type is not null && words[last + 1].Capital)
        {
            return null;
        }

        if (places.Household.Contains(word.Text))
        {
            return null;
        }

        var ordinary = place.Core.All(OrdinaryWords.Contains);
        var letters = place.Core.Sum(part => part.Length);
        if (!ordinary && letters >= HiddenPlaces.Distinctive)
        {
            return last;
        }

        // "Parsons Green" is nobody's Green Lane.
        var like =
            word.Capital
            && !text.Shouted
            && !(
                ordinary
                && place.Core.Length == 1
                && i > 0
                && word is { Adjoins: true, Opens: false }
                && words[i - 1].Capital
                && !BeforePlace.Contains(words[i - 1].Text)
                && words[i - 1].Text is not "the"
            )
            && (place.Core.Length > 1 || !word.Opens || IsBehind(text, i) || PlaceSlot.Is(text, i, last));
        return like && (place.Core.Length > 1 || places.Kind is LeakKind.ProtectedAddress || IsBehind(text, i)) ? last
            : text.Whispered && place.Core.Length > 1 ? last
            // "They went to the hollies": small, and without a kind of place.
            : place.Type is null && PlaceSlot.Is(text, i, last) ? last
            : null;
    }
}
