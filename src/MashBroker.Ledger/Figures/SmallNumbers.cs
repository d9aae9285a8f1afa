namespace MashBroker.Ledger.Figures;

/// <summary>
/// Decides which numbers are shown. One to four are not; and where such a number could be reckoned from those shown, because
/// a total stands beside its parts, further ones are withheld until it cannot.
/// </summary>
internal sealed class SmallNumbers
{
    /// <summary>The least number that is shown, nought apart. That of the statistics on children in need.</summary>
    public const int LeastShown = 5;

    private const int Unbounded = int.MaxValue;

    private readonly List<int> _values = [];
    private readonly List<Shown> _shown = [];
    private readonly List<(int[] Left, int[] Right)> _equations = [];

    private enum Shown
    {
        Plainly = 0,
        AsSmall,
        Withheld,
    }

    /// <returns>The number's place, for <see cref="Equal"/>.</returns>
    public int Add(int value)
    {
        _values.Add(value);
        _shown.Add(IsSmall(value) ? Shown.AsSmall : Shown.Plainly);
        return _values.Count - 1;
    }

    /// <summary>A number that no table has a place for, and that whoever reads can still know of from sums.</summary>
    /// <inheritdoc cref="Add"/>
    public int AddUnseen(int value)
    {
        var place = Add(value);
        _shown[place] = Shown.Withheld;
        return place;
    }

    /// <summary>Whoever reads knows that these two sums are equal.</summary>
    public void Equal(int[] left, int[] right) => _equations.Add((left, right));

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<FigureCell> Settle()
    {
        // Ends: each round hides one number more, and when all are withheld nothing can be reckoned.
        for (var ranges = Ranges(); FirstReckonable(ranges) is { } cell; ranges = Ranges())
        {
            HideOneMore(cell, ranges);
        }

        return
        [
            .. _values.Select(
                (value, at) =>
                    _shown[at] switch
                    {
                        Shown.Plainly => FigureCell.Of(value),
                        Shown.AsSmall => FigureCell.Small,
                        _ => FigureCell.Withheld,
                    }
            ),
        ];
    }

    private static bool IsSmall(int value) => value is > 0 and < LeastShown;

    /// <summary>A small number that the sums leave only one value for.</summary>
    private int? FirstReckonable((int Least, int Most)[] ranges)
    {
        for (var at = 0; at < _values.Count; at++)
        {
            if (IsSmall(_values[at]) && ranges[at].Least == ranges[at].Most)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>What somebody can know of each number who sees what is shown and knows the sums.</summary>
    private (int Least, int Most)[] Ranges()
    {
        (int Least, int Most)[] ranges =
        [
            .. _values.Select(
                (value, at) =>
                    _shown[at] switch
                    {
                        Shown.Plainly => (value, value),
                        Shown.AsSmall => (1, LeastShown - 1),
                        _ => (0, Unbounded),
                    }
            ),
        ];
        var narrowed = true;
        while (narrowed)
        {
            narrowed = false;
            foreach (var (left, right) in _equations)
            {
                narrowed |= Narrow(ranges, left, right) | Narrow(ranges, right, left);
            }
        }

        return ranges;
    }

    // Each number of one side is what the other side leaves for it.
    private static bool Narrow((int Least, int Most)[] ranges, int[] side, int[] other)
    {
        var narrowed = false;
        var (otherLeast, otherMost) = (Sum(other, at => ranges[at].Least), Sum(other, at => ranges[at].Most));
        foreach (var cell in side)
        {
            var (least, most) = ranges[cell];
            var restLeast = Sum(side, at => at == cell ? 0 : ranges[at].Least);
            var restMost = Sum(side, at => at == cell ? 0 : ranges[at].Most);
            var newMost = otherMost == Unbounded ? most : (int)Math.Min(most, otherMost - restLeast);
            var newLeast = restMost == Unbounded ? least : (int)Math.Max(least, otherLeast - restMost);
            narrowed |= newMost < most || newLeast > least;
            ranges[cell] = (newLeast, newMost);
        }

        return narrowed;
    }

    private static long Sum(int[] cells, Func<int, int> of)
    {
        var sum = 0L;
        foreach (var cell in cells)
        {
            var value = of(cell);
            if (value == Unbounded)
            {
                return Unbounded;
            }

            sum += value;
        }

        return sum;
    }

    // The smallest that is shown beside it, so that least is lost; a nought only when there is nothing else.
    private void HideOneMore(int cell, (int Least, int Most)[] ranges)
    {
        var beside = Beside(cell, ranges);
        var everywhere = Enumerable.Range(0, _values.Count);
        _shown[LeastPlain(beside) ?? SmallOne(beside) ?? LeastPlain(everywhere) ?? SmallOne(everywhere)!.Value] =
            Shown.Withheld;

        int? LeastPlain(IEnumerable<int> cells) =>
            cells
                .Where(at => _shown[at] == Shown.Plainly)
                .OrderBy(at => _values[at] == 0)
                .ThenBy(at => _values[at])
                .Cast<int?>()
                .FirstOrDefault();

        int? SmallOne(IEnumerable<int> cells) =>
            cells.Where(at => _shown[at] == Shown.AsSmall).OrderBy(at => at == cell).Cast<int?>().FirstOrDefault();
    }

    /// <summary>
    /// Numbers in the sums of this one, and in the sums of those hidden beside it that can be reckoned themselves: what was hidden
    /// for its sake is of no use while another sum gives it away.
    /// </summary>
    private HashSet<int> Beside(int cell, (int Least, int Most)[] ranges)
    {
        var given = new HashSet<int> { cell };
        var beside = new HashSet<int>();
        for (var before = -1; beside.Count > before; )
        {
            before = beside.Count;
            foreach (var (left, right) in _equations)
            {
                if (left.Any(given.Contains) || right.Any(given.Contains))
                {
                    beside.UnionWith([.. left, .. right]);
                }
            }

            given.UnionWith(beside.Where(at => _shown[at] != Shown.Plainly && ranges[at].Least == ranges[at].Most));
        }

        return beside;
    }
}
