namespace MashBroker.Rules;

/// <summary>Looks for the number of a house where something says that it is one.</summary>
internal sealed class HouseNumberSeeker(HiddenPlaces places) : LeakSeeker
{
    private static readonly HashSet<string> BeforeNumber = new(
        "number no nos nr num house flat door apartment apt unit room people family lady woman man those couple lives live living lived next from numbers plot".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    // 12 weeks, 12 times, 12 noon: not the house.
    private static readonly HashSet<string> Units = new(
        (
            "am pm noon midnight week weeks month months year years yr yrs day days hour hours hrs minute minutes mins times o oclock percent per cent pounds "
            + "children people of to and on bus or kg stone cm occasions incidents points bags cans pints units mg ml weeks' sessions appointments missed "
            + "miles metres other different separate crimes offences calls reports visits january february march april may june july august september october november december"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // Of whom "at 12" says where they live.
    private static readonly HashSet<string> Dwelling = new(
        "they one ones house home live lives living she he door residence property household households".Split(' '),
        StringComparer.Ordinal
    );

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (IsNumber(text, i))
            {
                yield return text.Find(places.Kind, path, text.Words[i].Start, text.Words[i].End);
            }
        }
    }

    private bool IsNumber(ReadText text, int i)
    {
        var words = text.Words;
        var number = Numerals.At(words, i, out var last);
        if (
            number is null
            || IsOfDate(text, words[i])
            || !places.Numbers.Contains(number)
            || places.OpenNumbers.Contains(number)
        )
        {
            return false;
        }

        var next = last + 1 < words.Count && words[last + 1].Adjoins ? words[last + 1].Text : null;
        var before = i > 0 ? words[i - 1].Text : "";
        if (
            next is not null
            && (Units.Contains(next) || char.IsAsciiDigit(next[0]))
            && !(next is "of" or "to" or "and" or "on" or "or" && before is "number" or "no" or "numbers")
        )
        {
            return false;
        }

        // With the street that it shares with the family it is the whole address; with another street another house.
        if (places.Shared.Any(place => IsIn(text, place, i, last)))
        {
            return true;
        }

        var elsewhere =
            last + 2 < words.Count
            && words[last + 1].Adjoins
            && words[last + 1].Capital
            && PlaceTerms.TypeOf(words[last + 2].Text) is not null
            && words[last + 2].Capital;
        return !elsewhere && i > 0 && IsMarked(text, i);
    }

    // 3/11, 3.11.26.
    public static bool IsOfDate(ReadText text, ReadWord number) =>
        number.IsNumber
        && (
            (
                number.Start > 1
                && text.Folded[number.Start - 1] is '/' or '.'
                && char.IsAsciiDigit(text.Folded[number.Start - 2])
            )
            || (
                number.End + 1 < text.Folded.Length
                && text.Folded[number.End] is '/'
                && char.IsAsciiDigit(text.Folded[number.End + 1])
            )
        );

    // "14 Marlborough Close", "14 M'borough Cl", "Marlborough 14".
    private static bool IsIn(ReadText text, NamedPlace street, int first, int last)
    {
        var words = text.Words;
        return HiddenPlaces.Follows(text, last + 1, street.Core) is not null
            || (
                street.Type is not null
                && last + 2 < words.Count
                && words[last + 1] is { Adjoins: true, Capital: true } beginning
                && beginning.Text[0] == street.Core[0][0]
                && words[last + 2].Adjoins
                && PlaceTerms.TypeOf(words[last + 2].Text) == street.Type
            )
            || (
                first >= street.Core.Length
                && words[first].Adjoins
                && HiddenPlaces.Follows(text, first - street.Core.Length, street.Core) == first - 1
            )
            // "Jubilee Gardens (118)".
            || (
                first > street.Core.Length
                && words[first].Adjoins
                && street.Type is not null
                && PlaceTerms.TypeOf(words[first - 1].Text) == street.Type
                && HiddenPlaces.Follows(text, first - 1 - street.Core.Length, street.Core) == first - 2
            );
    }

    private static bool IsMarked(ReadText text, int i)
    {
        var words = text.Words;
        return text.Folded[..words[i].Start].TrimEnd().EndsWith('#')
            || BeforeNumber.Contains(words[i - 1].Text)
            || (
                words[i - 1].Text is "at" or "of" or "in" or "opposite" or "beside" or "to" or "by"
                && (
                    (words[i - 1].Text is "at" && (i < 2 || Dwelling.Contains(words[i - 2].Text)))
                    || words[i - 1].Text is "opposite"
                    || (i > 1 && (People.Is(Single(words[i - 2].Text)) || People.Someone.Contains(words[i - 2].Text)))
                    || (i > 1 && words[i - 2].Text is "family" or "those" or "couple" or "girl" or "lad" or "door")
                )
            );
    }

    private static string Single(string noun) => noun.EndsWith('s') ? noun[..^1] : noun;
}
