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
            // The whole table follows from these four.
            var possible = Enumerable
                .Range(0, 16 * 16 * 16 * 16)
                .Select(number => new[] { number & 15, number >> 4 & 15, number >> 8 & 15, number >> 12 })
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

    private static bool Fits(IReadOnlyList<IReadOnlyList<FigureCell>> cells, int[] parts)
    {
        for (var at = 0; at < 9; at++)
        {
            var (cell, value) = (cells[at / 3][at % 3], Value(parts, at / 3, at % 3));
            if (
                cell.Number is { } number
                    ? value != number
                    : cell == FigureCell.Small && value is < 1 or > 4 && cell == FigureCell.Small
            )
            {
                return false;
            }
        }

        return true;
    }

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
