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

        var cells = small.Settle();
        return [.. places.Select(row => row.Select(place => cells[place]).ToArray())];
    }

    private int[] Places(int[] row, string[] names) => [.. names.Select(name => row[columns.ToList().IndexOf(name)])];
}
