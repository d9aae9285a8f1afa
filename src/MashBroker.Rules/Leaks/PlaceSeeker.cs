using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>
/// Looks for a place by its street, building, number, town or postcode, shortened, misspelt or in part. What a place has in common
/// with where the family openly lives tells nothing and is left.
/// </summary>
internal sealed class PlaceSeeker : LeakSeeker
{
    private const int Distinctive = 5;

    private static readonly HashSet<string> BeforePlace = new(
        "on in at from off near round around by behind along down up to into of the opposite outside past towards via".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> BeforeNumber = new(
        "number no nos nr house flat door apartment apt unit room people family lady woman man those couple lives live living lived next from numbers".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    // 12 weeks, 12 times, 12 noon: not the house.
    private static readonly HashSet<string> Units = new(
        (
            "am pm noon midnight week weeks month months year years yr yrs day days hour hours hrs minute minutes mins times o oclock percent per cent pounds "
            + "children people of to and on bus or kg stone cm occasions incidents points bags cans pints units mg ml weeks' sessions appointments missed"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, string> Counted = Numerals();

    private readonly LeakKind _kind;
    private readonly LeakNames _household;
    private readonly List<NamedPlace> _named = [];
    private readonly List<NamedPlace> _shared = [];
    private readonly List<string[]> _towns = [];
    private readonly HashSet<string> _numbers = [];
    private readonly HashSet<string> _openNumbers;
    private readonly HashSet<string> _postcodes = [];
    private readonly HashSet<string> _halves = [];
    private readonly List<PlaceTerms> _open;

    public PlaceSeeker(LeakKind kind, IEnumerable<Address> hidden, IEnumerable<Address> open, LeakNames household)
    {
        (_kind, _household) = (kind, household);
        _open = [.. open.Select(address => new PlaceTerms(address))];
        _openNumbers = [.. _open.SelectMany(place => place.Numbers)];
        foreach (
            var place in hidden
                .Select(address => new PlaceTerms(address))
                .Where(place => !_open.Any(other => Same(place, other)))
        )
        {
            _named.AddRange(
                place.Named.Where(named =>
                    named.Core.Length > 0 && !_open.Any(other => other.Named.Any(theirs => Same(named, theirs)))
                )
            );
            _shared.AddRange(
                place.Named.Where(named => _open.Any(other => other.Named.Any(theirs => Same(named, theirs))))
            );
            _towns.AddRange(place.Towns.Where(town => !_open.Any(other => other.Towns.Any(town.SequenceEqual))));
            _numbers.UnionWith(place.Numbers);
            if (place.Postcode is { Length: >= 5 } code && !_open.Any(other => other.Postcode == code))
            {
                _postcodes.Add(code);
                Halve(code);
            }
        }
    }

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        if (_named.Count + _shared.Count + _towns.Count + _numbers.Count + _postcodes.Count == 0)
        {
            yield break;
        }

        for (var i = 0; i < text.Words.Count; i++)
        {
            if (EndOfPlace(text, i) is { } end)
            {
                yield return text.Find(_kind, path, text.Words[i].Start, text.Words[end].End);
            }
        }

        foreach (var (start, last) in LetterRuns(text))
        {
            yield return text.Find(_kind, path, start, last);
        }
    }

    private int? EndOfPlace(ReadText text, int i)
    {
        foreach (var place in _named)
        {
            if (EndOfNamed(text, i, place) is { } end)
            {
                return end;
            }
        }

        foreach (var town in _towns)
        {
            if (
                Follows(text, i, town) is { } last
                && (text.Words[i].Capital || text.Whispered || !town.All(OrdinaryWords.Contains))
                && !_household.Contains(text.Words[i].Text)
                && !OfThePast(text, i)
            )
            {
                return last;
            }
        }

        return EndOfPostcode(text, i) ?? (IsNumber(text, i) ? i : null);
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

    private int? EndOfNamed(ReadText text, int i, NamedPlace place)
    {
        var words = text.Words;
        var word = words[i];
        if (word.Text == string.Concat(place.Core) + place.Type && word.Text.Length >= Distinctive)
        {
            return i;
        }

        // The number and, a word or two on, the kind of street: whatever is written between.
        if (
            place.Type is not null
            && word.Adjoins
            && i > 0
            && words[i - 1].IsNumber
            && _numbers.Contains(words[i - 1].Text)
            && !(_openNumbers.Contains(words[i - 1].Text) && IsOpen([word], null))
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
            Follows(text, i, place.Core) is not { } last
            || IsOpen(words.Skip(i).Take(last - i + 1), next: last + 1 < words.Count ? words[last + 1].Text : null)
        )
        {
            return null;
        }

        var next = last + 1 < words.Count && words[last + 1].Adjoins ? PlaceTerms.TypeOf(words[last + 1].Text) : null;
        if (next is not null && next == place.Type)
        {
            return last + 1;
        }

        if (i > 0 && word.Adjoins && _numbers.Contains(words[i - 1].Text) && words[i - 1].IsNumber)
        {
            return last;
        }

        // Mill Road is not Mill Lane.
        if (next is not null && place.Type is not null && words[last + 1].Capital)
        {
            return null;
        }

        if (_household.Contains(word.Text))
        {
            return null;
        }

        var ordinary = place.Core.All(OrdinaryWords.Contains);
        var letters = place.Core.Sum(part => part.Length);
        if (!ordinary && letters >= Distinctive)
        {
            return last;
        }

        var like =
            word.Capital
            && !text.Shouted
            && (place.Core.Length > 1 || !word.Opens || (i > 0 && BeforePlace.Contains(words[i - 1].Text)));
        return like
            && (
                place.Core.Length > 1
                || _kind is LeakKind.ProtectedAddress
                || (i > 0 && BeforePlace.Contains(words[i - 1].Text))
            )
                ? last
            : text.Whispered && place.Core.Length > 1 ? last
            : null;
    }

    // The last of the words that make the name up, as written or nearly so.
    private static int? Follows(ReadText text, int i, string[] name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        var at = i;
        foreach (var part in name)
        {
            if (at >= text.Words.Count || (at > i && !text.Words[at].Adjoins) || !IsWord(text.Words[at].Text, part))
            {
                return null;
            }

            at++;
        }

        return at - 1;
    }

    private static bool IsWord(string written, string meant) =>
        written == meant
        || (
            written.Length == meant.Length + 1
            && written[^1] == 's'
            && written.StartsWith(meant, StringComparison.Ordinal)
        )
        || (
            meant.Length >= Distinctive
            && written.Length >= Distinctive - 1
            && !OrdinaryWords.Contains(written)
            && Likeness.Of(written, meant)
        )
        // A slip that makes a word of it still stands before the street's kind.
        || (meant.Length > Distinctive && Likeness.Slips(written, meant, 1) <= 1 && !OrdinaryWords.Contains(written));

    private bool IsOpen(IEnumerable<ReadWord> words, string? next)
    {
        var written = words.Select(word => word.Text).ToArray();
        return _open.Any(place =>
            place.Named.Any(named =>
                named.Core.SequenceEqual(written)
                && (named.Type is null || next is null || PlaceTerms.TypeOf(next) == named.Type)
            )
        );
    }

    private int? EndOfPostcode(ReadText text, int i)
    {
        var words = text.Words;
        var joined = "";
        for (var j = i; j < words.Count && j < i + 8 && joined.Length < 8; j++)
        {
            joined += PlaceTerms.Figures(words[j].Text);
            if (_postcodes.Contains(joined))
            {
                return j;
            }
        }

        var half = PlaceTerms.Figures(words[i].Text);
        return _halves.Contains(half) && words[i].Text.Any(char.IsAsciiDigit) ? i : null;
    }

    private void Halve(string code)
    {
        var outward = code[..^3];
        var inward = code[^3..];
        if (
            outward.Length >= 2
            && !_open.Any(place => place.Postcode is { Length: >= 5 } open && open[..^3] == outward)
        )
        {
            _halves.Add(outward);
            _halves.Add(outward + inward[0]);
        }

        if (
            !_open.Any(place => place.Postcode is { Length: >= 5 } open && open[^3..] == inward)
            && inward[1..] is not ("nd" or "rd" or "st" or "th" or "am" or "pm" or "kg" or "km")
        )
        {
            _halves.Add(inward);
        }
    }

    private bool IsNumber(ReadText text, int i)
    {
        var words = text.Words;
        var number = NumberAt(words, i, out var last);
        if (number is null || i == 0 || !_numbers.Contains(number))
        {
            return false;
        }

        var next = last + 1 < words.Count && words[last + 1].Adjoins ? words[last + 1].Text : null;
        if (
            next is not null
            && (Units.Contains(next) || char.IsAsciiDigit(next[0]))
            && !(next is "of" or "to" or "and" or "on" or "or" && words[i - 1].Text is "number" or "no" or "numbers")
        )
        {
            return false;
        }

        // With the street that it shares with the family it is the whole address; with another street another house.
        if (_shared.Any(place => Follows(text, last + 1, place.Core) is not null))
        {
            return !_openNumbers.Contains(number);
        }

        var elsewhere =
            last + 2 < words.Count
            && words[last + 1].Adjoins
            && words[last + 1].Capital
            && PlaceTerms.TypeOf(words[last + 2].Text) is not null
            && words[last + 2].Capital;
        var marked =
            text.Folded[..words[i].Start].TrimEnd().EndsWith('#')
            || BeforeNumber.Contains(words[i - 1].Text)
            || (
                words[i - 1].Text is "at"
                && (
                    i < 2
                    || words[i - 2].Text
                        is "people"
                            or "family"
                            or "lady"
                            or "woman"
                            or "man"
                            or "those"
                            or "couple"
                            or "neighbour"
                            or "neighbours"
                            or "live"
                            or "lives"
                            or "living"
                            or "they"
                            or "one"
                            or "ones"
                            or "folk"
                            or "someone"
                            or "somebody"
                            or "she"
                            or "he"
                            or "house"
                            or "home"
                            or "resident"
                            or "residents"
                            or "tenant"
                            or "occupant"
                            or "girl"
                            or "lad"
                            or "chap"
                            or "gentleman"
                )
            );
        return marked && !elsewhere && (!_openNumbers.Contains(number));
    }

    private static string? NumberAt(IReadOnlyList<ReadWord> words, int i, out int last)
    {
        last = i;
        var word = words[i].Text;
        if (char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        if (!Counted.TryGetValue(word, out var number))
        {
            return null;
        }

        if (
            number.Length == 2
            && number[1] == '0'
            && i + 1 < words.Count
            && words[i + 1].Adjoins
            && Counted.TryGetValue(words[i + 1].Text, out var unit)
            && unit.Length == 1
        )
        {
            last = i + 1;
            return $"{number[0]}{unit}";
        }

        return number;
    }

    private IEnumerable<(int Start, int End)> LetterRuns(ReadText text)
    {
        // Quill feather
        foreach (var core in _named.Select(place => string.Concat(place.Core)).Where(core => core.Length >= 9))
        {
            var at = text.Squeezed.IndexOf(core, StringComparison.Ordinal);
            if (at >= 0)
            {
                yield return (text.SqueezedFrom[at], text.SqueezedFrom[at + core.Length - 1] + 1);
            }
        }

        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            var j = i;
            var joined = "";
            while (j < words.Count && words[j].Text.Length == 1)
            {
                joined += words[j].Text;
                j++;
            }

            if (
                joined.Length >= 4
                && (
                    _named.Any(place =>
                        string.Concat(place.Core) is { Length: >= 4 } core
                        && joined.Contains(core, StringComparison.Ordinal)
                    )
                    || _towns.Any(town => joined.Contains(string.Concat(town), StringComparison.Ordinal))
                    || _postcodes.Any(code => PlaceTerms.Figures(joined).Contains(code, StringComparison.Ordinal))
                )
            )
            {
                yield return (words[i].Start, words[j - 1].End);
            }

            i = Math.Max(i, j - 1);
        }
    }

    private static bool Same(PlaceTerms one, PlaceTerms other) =>
        one.Postcode is not null
        && one.Postcode == other.Postcode
        && one.Numbers.Count > 0
        && one.Numbers.SequenceEqual(other.Numbers);

    private static bool Same(NamedPlace one, NamedPlace other) =>
        one.Core.SequenceEqual(other.Core) && one.Type == other.Type;

    private static Dictionary<string, string> Numerals()
    {
        var words =
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(
                ' '
            );
        var numerals = words
            .Select((word, at) => (word, (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
        var tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');
        for (var i = 0; i < tens.Length; i++)
        {
            numerals[tens[i]] = $"{i + 2}0";
        }

        return numerals;
    }
}
