namespace MashBroker.Ledger.Figures;

/// <summary>Counts by row and column while they are added up.</summary>
internal sealed class FigureTally(FigureGrid grid, IReadOnlyList<string> rows)
{
    /// <summary>The row that the others add up to.</summary>
    public const string All = "All";

    private readonly Dictionary<string, Dictionary<string, int>> _counts = rows.ToDictionary(
        row => row,
        _ => grid.Columns.ToDictionary(column => column, _ => 0)
    );

    public IReadOnlyList<IReadOnlyDictionary<string, int>> Counts => [.. rows.Select(row => _counts[row])];

    public int this[string row, string column] => _counts[row][column];

    public void Add(string row, string column, int number = 1) => _counts[row][column] += number;

    /// <summary>Cells as the grid settled them, each row with its name.</summary>
    public IEnumerable<(string Row, IReadOnlyList<FigureCell> Cells)> Name(
        IReadOnlyList<IReadOnlyList<FigureCell>> settled
    ) => rows.Append(All).Zip(settled);

    /// <summary>Each row with its cells, and <see cref="All"/> last.</summary>
    public IEnumerable<(string Row, IReadOnlyList<FigureCell> Cells)> Settle() => Name(grid.Settle(Counts));
}
