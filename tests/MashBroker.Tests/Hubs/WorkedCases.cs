using System.Text;
using MashBroker.Testing.Families;

namespace MashBroker.Tests.Hubs;

/// <summary>
/// The worked cases of one hub, <c>ops/hubs/cases/*.md</c>: tables whose rows are cases. A plain heading is what is known, a bold one is
/// what follows; an empty cell is the usual, or is not looked at.
/// </summary>
internal sealed class WorkedCases
{
    private const string CaseColumn = "case";

    private readonly string _file;
    private readonly List<string> _lines;

    private WorkedCases(string file)
    {
        _file = file;
        _lines = [.. File.ReadAllLines(file)];
        Cases = [.. Read()];
    }

    public static string Folder { get; } = Path.Combine(Repository.Root, "ops", "hubs", "cases");

    public IReadOnlyList<WorkedCase> Cases { get; }

    public static WorkedCases Of(string hub) => new(Path.Combine(Folder, $"{hub}.md"));

    /// <summary>Tables without a quotation or a remark (a line of <c>&gt;</c>) between their heading and themselves.</summary>
    public IEnumerable<string> TablesWithoutASentence()
    {
        var (heading, said) = ("", false);
        foreach (var (line, number) in _lines.Select((line, number) => (line, number)))
        {
            if (line.StartsWith('#'))
            {
                (heading, said) = (line, false);
            }

            said |= line.StartsWith("> ", StringComparison.Ordinal);
            if (IsTableHead(number) && !said)
            {
                yield return heading;
            }
        }
    }

    /// <summary>Words of the hub beside a case that none of its quotations above the tables holds: a slip of the pen.</summary>
    public IEnumerable<string> WordsNotQuoted()
    {
        var quoted = _lines.Where(line => line.StartsWith("> ", StringComparison.Ordinal)).ToList();
        return Cases
            .Where(worked => worked.Known.ContainsKey(WorkedCase.HubsWords))
            .Select(worked => worked.Known[WorkedCase.HubsWords])
            .Where(words => words.StartsWith('"'))
            .Distinct()
            .Where(words => !quoted.Any(line => line.Contains(words.Trim('"'), StringComparison.Ordinal)));
    }

    /// <summary>Writes what follows from the rules into the bold columns, for somebody to read through and approve.</summary>
    public void Approve(Func<WorkedCase, string, string> answer)
    {
        foreach (var one in Cases)
        {
            var cells = CellsOf(_lines[one.Line]);
            // A row that somebody has left some cells of empty keeps them so; a new row is filled whole.
            var isNew = one.Expected.Count == 0;
            foreach (var (column, heading) in one.Columns.Index())
            {
                if (IsBold(heading) && (isNew || cells[column].Length > 0))
                {
                    cells[column] = answer(one, heading.Trim('*'));
                }
            }

            _lines[one.Line] = $"| {string.Join(" | ", cells)} |";
        }

        File.WriteAllText(_file, string.Join('\n', _lines) + "\n", new UTF8Encoding(false));
    }

    private IEnumerable<WorkedCase> Read()
    {
        string[]? columns = null;
        for (var number = 0; number < _lines.Count; number++)
        {
            if (IsTableHead(number))
            {
                columns = CellsOf(_lines[number++]);
                continue;
            }

            if (columns is null || !_lines[number].StartsWith('|'))
            {
                columns = null;
                continue;
            }

            var cells = CellsOf(_lines[number]);
            if (cells.Length != columns.Length)
            {
                throw new FormatException(
                    $"{_file}, line {number + 1}: {cells.Length} cells under {columns.Length} headings."
                );
            }

            var filled = columns.Zip(cells).Where(pair => pair.Second.Length > 0).ToList();
            yield return new WorkedCase(
                filled.Single(pair => pair.First == CaseColumn).Second,
                number,
                columns,
                filled
                    .Where(pair => !IsBold(pair.First) && pair.First != CaseColumn)
                    .ToDictionary(pair => pair.First, pair => pair.Second),
                filled.Where(pair => IsBold(pair.First)).ToDictionary(pair => pair.First.Trim('*'), pair => pair.Second)
            );
        }
    }

    private bool IsTableHead(int number) =>
        number + 1 < _lines.Count
        && _lines[number].StartsWith("| ", StringComparison.Ordinal)
        && _lines[number + 1].StartsWith("|-", StringComparison.Ordinal);

    private static bool IsBold(string heading) => heading.StartsWith("**", StringComparison.Ordinal);

    private static string[] CellsOf(string line) =>
        [.. line[1..line.LastIndexOf('|')].Split('|').Select(cell => cell.Trim())];
}

/// <param name="Line">Of the file, from nought.</param>
/// <param name="Known">What is known, by heading.</param>
/// <param name="Expected">What follows, by heading.</param>
internal sealed record WorkedCase(
    string Name,
    int Line,
    IReadOnlyList<string> Columns,
    IReadOnlyDictionary<string, string> Known,
    IReadOnlyDictionary<string, string> Expected
)
{
    /// <summary>Heading of the sentence of the hub's document that decides the case; nothing follows from it.</summary>
    public const string HubsWords = "the hub's words";

    // Criteria, rating, agencies, deadlines, choice of outcomes; the last of a pair names all, the first says of how many.
    private static readonly string[][] Answers =
    [
        ["enquiry"],
        ["criteria"],
        ["suggested"],
        ["asked", "agencies asked"],
        ["return due"],
        ["decision due"],
        ["outcomes open", "outcomes"],
    ];

    /// <summary>Followed from the contact to the choice of outcomes, rather than held against one rule.</summary>
    public bool IsWhole => Answers.All(either => either.Any(Expected.ContainsKey));
}
