using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>
/// Places that nobody may learn of, taken apart. What a place has in common with where the family openly lives tells nothing and
/// is left out, or kept apart where a number before it would tell.
/// </summary>
internal sealed class HiddenPlaces
{
    public const int Distinctive = 5;

    private readonly List<PlaceTerms> _open;

    public HiddenPlaces(LeakKind kind, IEnumerable<Address> hidden, IEnumerable<Address> open, LeakNames household)
    {
        (Kind, Household) = (kind, household);
        _open = [.. open.Select(address => new PlaceTerms(address))];
        OpenNumbers = [.. _open.SelectMany(place => place.Numbers)];
        foreach (
            var place in hidden
                .Select(address => new PlaceTerms(address))
                .Where(place => !_open.Any(other => Same(place, other)))
        )
        {
            Named.AddRange(
                place.Named.Where(named =>
                    named.Core.Length > 0 && !_open.Any(other => other.Named.Any(theirs => Same(named, theirs)))
                )
            );
            Shared.AddRange(
                place.Named.Where(named => _open.Any(other => other.Named.Any(theirs => Same(named, theirs))))
            );
            Towns.AddRange(place.Towns.Where(town => !_open.Any(other => other.Towns.Any(town.SequenceEqual))));
            Numbers.UnionWith(place.Numbers);
            if (place.Postcode is { Length: >= 5 } code && !_open.Any(other => other.Postcode == code))
            {
                Postcodes.Add(code);
                Halve(code);
            }
        }
    }

    public LeakKind Kind { get; }

    public LeakNames Household { get; }

    /// <summary>Streets and buildings of none but these places.</summary>
    public List<NamedPlace> Named { get; } = [];

    /// <summary>Streets that the family openly lives in as well.</summary>
    public List<NamedPlace> Shared { get; } = [];

    public List<string[]> Towns { get; } = [];

    public HashSet<string> Numbers { get; } = [];

    public HashSet<string> OpenNumbers { get; }

    /// <summary>As <see cref="PlaceTerms.Figures"/> has them.</summary>
    public HashSet<string> Postcodes { get; } = [];

    /// <summary>The front and the back of postcodes.</summary>
    public HashSet<string> Halves { get; } = [];

    /// <summary>None, where every place is openly known.</summary>
    public IEnumerable<LeakSeeker> Seekers() =>
        Named.Count + Shared.Count + Towns.Count + Numbers.Count + Postcodes.Count == 0
            ? []
            :
            [
                new StreetSeeker(this),
                new TownSeeker(this),
                new PostcodeSeeker(this),
                new HouseNumberSeeker(this),
                new SpeltPlaceSeeker(this),
                .. Kind is LeakKind.ProtectedAddress ? new LeakSeeker[] { new PlaceInitialsSeeker(this) } : [],
            ];

    public bool IsOpen(IEnumerable<ReadWord> words, string? next)
    {
        var written = words.Select(word => word.Text).ToArray();
        return _open.Any(place =>
            place.Named.Any(named =>
                named.Core.SequenceEqual(written)
                && (named.Type is null || next is null || PlaceTerms.TypeOf(next) == named.Type)
            )
        );
    }

    /// <summary>The last of the words that make the name up, as written or nearly so; null: they are others.</summary>
    /// <param name="type">The kind of place that belongs behind it, where a slip in a short word counts before it.</param>
    public static int? Follows(ReadText text, int i, string[] name, string? type = null)
    {
        if (name.Length == 0)
        {
            return null;
        }

        var at = i;
        foreach (var part in name)
        {
            if (
                at >= text.Words.Count
                || (at > i && !text.Words[at].Adjoins)
                || !(IsWord(text.Words[at].Text, part) || IsBeforeType(text, at, part, type))
            )
            {
                return null;
            }

            at++;
        }

        return at - 1;
    }

    // "Ros House": short words are others with one letter less, but not before the kind of place.
    private static bool IsBeforeType(ReadText text, int at, string meant, string? type) =>
        type is not null
        && meant.Length is 4 or 5
        && text.Words[at] is { Capital: true } written
        && written.Text[0] == meant[0]
        && at + 1 < text.Words.Count
        && text.Words[at + 1] is { Adjoins: true, Capital: true } next
        && PlaceTerms.TypeOf(next.Text) == type
        && Likeness.Slips(written.Text, meant, 1) <= 1;

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

    private void Halve(string code)
    {
        var outward = code[..^3];
        var inward = code[^3..];
        if (
            outward.Length >= 2
            && !_open.Any(place => place.Postcode is { Length: >= 5 } open && open[..^3] == outward)
        )
        {
            Halves.Add(outward);
            Halves.Add(outward + inward[0]);
        }

        if (
            !_open.Any(place => place.Postcode is { Length: >= 5 } open && open[^3..] == inward)
            && inward[1..] is not ("nd" or "rd" or "st" or "th" or "am" or "pm" or "kg" or "km")
        )
        {
            Halves.Add(inward);
        }
    }

    private static bool Same(PlaceTerms one, PlaceTerms other) =>
        one.Postcode is not null
        && one.Postcode == other.Postcode
        && one.Numbers.Count > 0
        && one.Numbers.SequenceEqual(other.Numbers);

    private static bool Same(NamedPlace one, NamedPlace other) =>
        one.Core.SequenceEqual(other.Core) && one.Type == other.Type;
}
