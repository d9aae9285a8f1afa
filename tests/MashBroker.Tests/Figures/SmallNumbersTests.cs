using MashBroker.Ledger.Figures;
using NUnit.Framework;

namespace MashBroker.Tests.Figures;

/// <summary>No number from one to four is shown, and none can be reckoned from what is.</summary>
internal sealed class SmallNumbersTests
{
    private static readonly FigureGrid Grid = new(["asked", "late", "silent"], (["asked"], ["late", "silent"]));

    [TestCase(0, "0")]
    [TestCase(1, "<5")]
    [TestCase(4, "<5")]
    [TestCase(5, "5")]
    [TestCase(230, "230")]
    public void One_to_four_are_not_shown(int value, string shown)
    {
        var small = new SmallNumbers();
        small.Add(value);
        Assert.That(Word(small.Settle()[0]), Is.EqualTo(shown));
    }

    // 20 less 17 would be 3.
    [Test]
    public void A_total_does_not_give_away_the_one_part_that_is_small() =>
        Assert.That(Shown(20, 17, 3), Is.EqualTo(new[] { "20", "withheld", "<5" }));

    // Two of one to four that add up to two are one each; to eight, four each.
    [TestCase(2, 1, 1, new[] { "<5", "<5", "<5" })]
    [TestCase(8, 4, 4, new[] { "withheld", "<5", "<5" })]
    [TestCase(7, 4, 3, new[] { "7", "<5", "<5" })]
    public void Parts_that_are_all_small_are_not_given_away_by_their_total(
        int total,
        int first,
        int second,
        string[] shown
    ) => Assert.That(Shown(total, first, second), Is.EqualTo(shown));

    [Test]
    public void Where_nothing_is_small_all_is_shown() =>
        Assert.That(Shown(30, 10, 20), Is.EqualTo(new[] { "30", "10", "20" }));

    /// <summary>
    /// Somebody who knows how the table is made tries every way to fill what is hidden: for each small number at least two fit.
    /// </summary>
    [Test]
    public void Somebody_who_tries_every_possibility_finds_no_small_number()
    {
        var random = new Random(4);
        var hidden = 0;
        for (var table = 0; table < 300; table++)
        {
            var rows = Enumerable
                .Range(0, 2)
                .Select(_ => (Late: random.Next(8), Silent: random.Next(8)))
                .Select(row => new Dictionary<string, int>
                {
                    ["asked"] = row.Late + row.Silent,
                    ["late"] = row.Late,
                    ["silent"] = row.Silent,
                })
                .ToList();
            var cells = Grid.Settle(rows);
            // The whole table follows from these four; of each only what its own cell allows is tried, for nothing else fits.
            var possible = (
                from firstLate in Allowed(16, [cells[0][1]])
                from firstSilent in Allowed(16, [cells[0][2]])
                from secondLate in Allowed(16, [cells[1][1]])
                from secondSilent in Allowed(16, [cells[1][2]])
                select new[] { firstLate, firstSilent, secondLate, secondSilent }
            )
                .Where(parts => Fits(cells, parts))
                .ToList();
            Assert.That(possible, Is.Not.Empty, "the table itself is a possibility");
            foreach (var (at, row, column) in Enumerable.Range(0, 9).Select(at => (at, at / 3, at % 3)))
            {
                if (cells[row][column].Number is null)
                {
                    hidden++;
                    var values = possible.Select(parts => Value(parts, row, column)).ToHashSet();
                    var truly = Value(
                        [rows[0]["late"], rows[0]["silent"], rows[1]["late"], rows[1]["silent"]],
                        row,
                        column
                    );
                    Assert.That(
                        truly is 0 or > 4 || values.Count > 1,
                        $"table {table}, number {at}: only {truly} fits"
                    );
                }
            }
        }

        Assert.That(hidden, Is.GreaterThan(1000));
    }

    /// <summary>
    /// The same of two agencies that were each asked or not asked about the same enquiries, which is what everybody knows who
    /// knows the hub.
    /// </summary>
    [Test]
    public void Somebody_who_compares_agencies_finds_no_small_number()
    {
        var grid = new FigureGrid(["notAsked", "asked", "late", "silent"], (["asked"], ["late", "silent"]));
        var random = new Random(5);
        var small = Fills(7);
        var (hidden, given, givenAlone) = (0, 0, 0);
        for (var trial = 0; trial < 400; trial++)
        {
            var first = small[random.Next(small.Count)];
            var total = first[0] + first[1];
            var alike = small.Where(fill => fill[0] + fill[1] == total).ToList();
            int[][] truly = [first, alike[random.Next(alike.Count)]];
            IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, int>>> tables =
            [
                .. truly.Select(fill =>
                    (IReadOnlyList<IReadOnlyDictionary<string, int>>)
                        [grid.Columns.Zip(fill).ToDictionary(pair => pair.First, pair => pair.Second)]
                ),
            ];
            hidden += truly.Sum(fill => fill.Count(IsSmall));
            given += Given(grid.Settle(tables, ["notAsked", "asked"]), truly);
            givenAlone += Given([.. tables.Select(grid.Settle)], truly);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hidden, Is.GreaterThan(500));
            Assert.That(given, Is.Zero);
            Assert.That(givenAlone, Is.GreaterThan(0), "each by itself gives some away: the comparison can find them");
        }
    }

    /// <summary>How many small numbers have one value only that fits all that is shown.</summary>
    private static int Given(IReadOnlyList<IReadOnlyList<IReadOnlyList<FigureCell>>> cells, int[][] truly)
    {
        var fitting = cells.Select(Fitting).ToList();
        var totals = fitting.ConvertAll(each => each.Select(fill => fill[0] + fill[1]).ToHashSet());
        Assert.That(totals[0].Overlaps(totals[1]), "the table itself is a possibility");
        var given = 0;
        for (var agency = 0; agency < 2; agency++)
        {
            var left = fitting[agency].Where(fill => totals[1 - agency].Contains(fill[0] + fill[1])).ToList();
            for (var column = 0; column < 4; column++)
            {
                given +=
                    IsSmall(truly[agency][column]) && left.Select(fill => fill[column]).Distinct().Count() == 1 ? 1 : 0;
            }
        }

        return given;
    }

    private static bool IsSmall(int value) => value is > 0 and < 5;

    private static List<int[]> Fills(int end) =>
        (
            from notAsked in Enumerable.Range(0, end)
            from late in Enumerable.Range(0, end)
            from silent in Enumerable.Range(0, end)
            select new[] { notAsked, late + silent, late, silent }
        ).ToList();

    /// <summary>Every way to fill an agency's columns that fits all that is shown of it.</summary>
    private static List<int[]> Fitting(IReadOnlyList<IReadOnlyList<FigureCell>> rows)
    {
        // Well beyond what any number can be: what is withheld has no bound that is known.
        const int End = 24;
        return
        [
            .. from notAsked in Allowed(End, rows.Select(row => row[0]))
            from late in Allowed(End, rows.Select(row => row[2]))
            from silent in Allowed(End, rows.Select(row => row[3]))
            where rows.All(row => MayBe(row[1], late + silent))
            select new[] { notAsked, late + silent, late, silent },
        ];
    }

    private static List<int> Allowed(int end, IEnumerable<FigureCell> cells) =>
        [.. Enumerable.Range(0, end).Where(value => cells.All(cell => MayBe(cell, value)))];

    private static bool MayBe(FigureCell cell, int value) =>
        cell.Number is { } number ? value == number : cell != FigureCell.Small || IsSmall(value);

    private static bool Fits(IReadOnlyList<IReadOnlyList<FigureCell>> cells, int[] parts) =>
        Enumerable.Range(0, 9).All(at => MayBe(cells[at / 3][at % 3], Value(parts, at / 3, at % 3)));

    // Rows: the first, the second, both; columns: asked, late, silent.
    private static int Value(int[] parts, int row, int column)
    {
        var (late, silent) = row switch
        {
            0 => (parts[0], parts[1]),
            1 => (parts[2], parts[3]),
            _ => (parts[0] + parts[2], parts[1] + parts[3]),
        };
        return column switch
        {
            0 => late + silent,
            1 => late,
            _ => silent,
        };
    }

    private static string[] Shown(int total, int first, int second)
    {
        var small = new SmallNumbers();
        var (whole, one, other) = (small.Add(total), small.Add(first), small.Add(second));
        small.Equal([whole], [one, other]);
        return [.. small.Settle().Select(Word)];
    }

    private static string Word(FigureCell cell) =>
        cell.Text ?? cell.Number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
