namespace MashBroker.Ledger.Figures;

/// <summary>
/// Counts of one month: rows that add up to a last one, columns of which some add up to others. Small numbers are hidden within
/// the month alone, so that every report hides the same ones.
/// </summary>
/// <param name="columns">What is counted, in the order of the table.</param>
/// <param name="sums">Columns whose sums are equal in every row.</param>
internal sealed class FigureGrid(
    IReadOnlyList<string> columns,
    params IReadOnlyList<(string[] Left, string[] Right)> sums
)
{
    public IReadOnlyList<string> Columns => columns;

    /// <param name="rows">The parts, by column; the last row is reckoned from them.</param>
    /// <returns>The rows and the last one, in the order given.</returns>
    public IReadOnlyList<IReadOnlyList<FigureCell>> Settle(IReadOnlyList<IReadOnlyDictionary<string, int>> rows)
    {
        var small = new SmallNumbers();
        var places = Place(small, rows);
        return Read(places, small.Settle());
    }

    /// <summary>
    /// Several tables of one month, of which everybody knows that some columns come to the same number in each: what one hides
    /// is not given away by another.
    /// </summary>
    /// <param name="tables">With the same rows each.</param>
    /// <param name="same">Columns whose sum is the same in every table, row by row.</param>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<FigureCell>>> Settle(
        IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, int>>> tables,
        string[] same
    )
    {
        if (tables.Count == 0)
        {
            return [];
        }

        var small = new SmallNumbers();
        var places = tables.Select(rows => Place(small, rows)).ToList();
        var wholes = tables[0].Select(row => small.AddUnseen(same.Sum(column => row[column]))).ToList();
        var whole = small.AddUnseen(tables[0].Sum(row => same.Sum(column => row[column])));
        small.Equal([whole], [.. wholes]);
        wholes.Add(whole);
        foreach (var table in places)
        {
            for (var row = 0; row < wholes.Count; row++)
            {
                small.Equal([wholes[row]], Places(table[row], same));
            }
        }

        var cells = small.Settle();
        return [.. places.Select(table => Read(table, cells))];
    }

    private List<int[]> Place(SmallNumbers small, IReadOnlyList<IReadOnlyDictionary<string, int>> rows)
    {
        var places = rows.Select(row => columns.Select(column => small.Add(row[column])).ToArray()).ToList();
        var whole = columns.Select(column => small.Add(rows.Sum(row => row[column]))).ToArray();
        for (var column = 0; column < columns.Count; column++)
        {
            small.Equal([whole[column]], [.. places.Select(row => row[column])]);
        }

        places.Add(whole);
        foreach (var row in places)
        {
            foreach (var (left, right) in sums)
            {
                small.Equal(Places(row, left), Places(row, right));
            }
        }

        return places;
    }

    private static FigureCell[][] Read(List<int[]> places, IReadOnlyList<FigureCell> cells) =>
        [.. places.Select(row => row.Select(place => cells[place]).ToArray())];

    private int[] Places(int[] row, string[] names) => [.. names.Select(name => row[columns.ToList().IndexOf(name)])];
}
