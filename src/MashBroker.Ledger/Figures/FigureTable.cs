using System.Text.Json;

namespace MashBroker.Ledger.Figures;

/// <summary>Figures as rows and columns: the same for JSON, CSV and a screen.</summary>
/// <param name="Columns">In camel case; the first ones name what a row is about, the others count.</param>
/// <param name="Rows">One cell for each column.</param>
/// <param name="Notes">What is counted as what, in plain sentences.</param>
public sealed record FigureTable(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<FigureCell>> Rows,
    IReadOnlyList<string> Notes
);

/// <summary>A word, a number, or a number that is not shown. Invariant: of text and number at most one.</summary>
public readonly record struct FigureCell(string? Text, int? Number)
{
    /// <summary>One to four: shown as fewer than five, for with other knowledge it could be somebody.</summary>
    public static FigureCell Small { get; } = new("<5", null);

    /// <summary>Not shown at all: another number that is not shown could be reckoned from it.</summary>
    public static FigureCell Withheld { get; } = new("withheld", null);

    /// <summary>There is nothing to count.</summary>
    public static FigureCell Empty { get; }

    public static FigureCell Of(string text) => new(text, null);

    /// <summary>What a row is about, by the word that every other interface has for it, e.g. <c>member-of-public</c>.</summary>
    public static FigureCell Word(string member) => new(JsonNamingPolicy.KebabCaseLower.ConvertName(member), null);

    public static FigureCell Of(int number) => new(null, number);
}
