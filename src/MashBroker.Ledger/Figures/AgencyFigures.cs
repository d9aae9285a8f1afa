using Dapper;
using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Figures;

/// <summary>How each agency answered, by rating, in the enquiries published in each month.</summary>
public static class AgencyFigures
{
    private static readonly string[] Timing = ["withdrawn", "onTime", "late", "inPart", "silent", "waiting"];

    private static readonly string[] Answers = ["held", "nothingKnown", "needMoreDetails", "refused", "couldNotLook"];

    private static readonly FigureGrid Grid = new(
        ["notAsked", "asked", .. Timing, .. Answers],
        (["asked"], Timing),
        (["onTime", "late", "inPart"], Answers)
    );

    private static readonly string[] Rows = ["Red", "Amber", "Green"];

    private static readonly IReadOnlyList<string> Notes =
    [
        "The month is that in which the enquiry was published, by the hub's calendar; the rating is the enquiry's last.",
        "asked = withdrawn + onTime + late + inPart + silent + waiting. notAsked stands beside it: the hub did not ask.",
        "asked + notAsked is the number of enquiries of that month and rating, the same for every agency: what is hidden of one is therefore hidden by what is shown of all.",
        "onTime and late: the final return came by the deadline, or after it. inPart: something came, the final part has not. silent: nothing came and the deadline has passed. waiting: nothing came and it has not.",
        "onTime + late + inPart = held + nothingKnown + needMoreDetails + refused + couldNotLook: what the agency has answered so far, six answers apart with silence.",
        "Minutes run from when the agency was asked to its final return; not shown of fewer than five.",
        "One to four are shown as <5. 'withheld' stands where a number shown would let somebody reckon one of those.",
    ];

    public static async Task<FigureTable> ReadAsync(LedgerSession ledger, FigureMonths months, DateTimeOffset now)
    {
        var rows = new List<IReadOnlyList<FigureCell>>();
        foreach (var month in months.All)
        {
            var parameters = new
            {
                month.From,
                month.Until,
                now,
            };
            var counted = await ledger.Connection.QueryAsync<Counted>(CountSql, parameters, ledger.Transaction);
            var minutes = (
                await ledger.Connection.QueryAsync<Taken>(MinutesSql, parameters, ledger.Transaction)
            ).ToLookup(taken => taken.Agency);
            var enquiries = (
                await ledger.Connection.QueryAsync<Published>(EnquiriesSql, parameters, ledger.Transaction)
            ).ToDictionary(each => each.Rating, each => each.Number);
            var agencies = counted
                .GroupBy(each => each.Agency)
                .OrderBy(each => each.Key, StringComparer.Ordinal)
                .ToList();
            var tallies = agencies.ConvertAll(agency => Count(agency, enquiries));
            var settled = Grid.Settle(tallies.ConvertAll(tally => tally.Counts), ["asked", "notAsked"]);
            for (var at = 0; at < agencies.Count; at++)
            {
                Add(rows, month, agencies[at], tallies[at].Name(settled[at]), minutes[agencies[at].Key]);
            }
        }

        return new FigureTable(
            ["month", "agency", "name", "rating", .. Grid.Columns, "medianMinutes", "ninetiethPercentileMinutes"],
            rows,
            Notes
        );
    }

    /// <param name="enquiries">By rating; an agency that had no part in one, because it came to the hub later, was not asked.</param>
    private static FigureTally Count(IGrouping<string, Counted> agency, Dictionary<string, int> enquiries)
    {
        var tally = new FigureTally(Grid, Rows);
        foreach (var each in agency.Where(each => each.Timing != "notAsked"))
        {
            tally.Add(each.Rating, each.Timing, each.Number);
            tally.Add(each.Rating, "asked", each.Number);

            if (each.Answer.Length > 0)
            {
                tally.Add(each.Rating, ColumnOf(Enum.Parse<AnswerKind>(each.Answer)), each.Number);
            }
        }

        foreach (var (rating, number) in enquiries)
        {
            tally.Add(rating, "notAsked", number - tally[rating, "asked"]);
        }

        return tally;
    }

    private static void Add(
        List<IReadOnlyList<FigureCell>> rows,
        FigureMonth month,
        IGrouping<string, Counted> agency,
        IEnumerable<(string Row, IReadOnlyList<FigureCell> Cells)> settled,
        IEnumerable<Taken> minutes
    )
    {
        var taken = minutes.ToLookup(each => each.Rating, each => each.Minutes);
        foreach (var (rating, cells) in settled)
        {
            var sorted = (rating == FigureTally.All ? taken.SelectMany(each => each) : taken[rating]).Order().ToList();
            rows.Add([
                FigureCell.Of(month.Name),
                FigureCell.Of(agency.Key),
                FigureCell.Of(agency.First().Name),
                FigureCell.Word(rating),
                .. cells,
                Percentile(sorted, 50),
                Percentile(sorted, 90),
            ]);
        }
    }

    private static string ColumnOf(AnswerKind answer) =>
        answer switch
        {
            AnswerKind.Held => "held",
            AnswerKind.NothingKnown => "nothingKnown",
            AnswerKind.NeedMoreDetails => "needMoreDetails",
            AnswerKind.Refused => "refused",
            AnswerKind.CannotLook => "couldNotLook",
            _ => throw new LedgerException(
                $"The ledger holds the answer '{answer}', which figures have no column for."
            ),
        };

    /// <summary>The nearest rank: a value that was measured, rounded up to the minute.</summary>
    private static FigureCell Percentile(List<double> sorted, int percent) =>
        sorted.Count switch
        {
            0 => FigureCell.Empty,
            < SmallNumbers.LeastShown => FigureCell.Withheld,
            var count => FigureCell.Of((int)Math.Ceiling(sorted[(count * percent + 99) / 100 - 1])),
        };

    private const string EnquiriesSql = """
        select rating, count(*) as number
        from enquiries
        where published_at >= @From and published_at < @Until
        group by rating
        """;

    private const string CountSql = """
        select
            agency,
            max(agency_name) as name,
            rating,
            case
                when requests.state = 'NotAsked' then 'notAsked'
                when requests.state = 'Withdrawn' then 'withdrawn'
                when answered_at <= due_at then 'onTime'
                when answered_at > due_at then 'late'
                when answer is not null then 'inPart'
                when due_at < @now then 'silent'
                else 'waiting'
            end as timing,
            -- Never null: a column without a declared type is read by what its first row holds.
            case when requests.state in ('NotAsked', 'Withdrawn') then '' else coalesce(answer, '') end as answer,
            count(*) as number
        from enquiries
        join requests on requests.enquiry_reference = enquiries.reference and requests.replaced_at is null
        where published_at >= @From and published_at < @Until
        group by 1, 3, 4, 5
        """;

    private const string MinutesSql = """
        select
            agency,
            rating,
            round((julianday(answered_at) - julianday(coalesce(asked_at, published_at))) * 1440, 3) as minutes
        from enquiries
        join requests on requests.enquiry_reference = enquiries.reference and requests.replaced_at is null
        where published_at >= @From and published_at < @Until
            and requests.state not in ('NotAsked', 'Withdrawn')
            and answered_at is not null
        """;

    private sealed record Counted
    {
        public required string Agency { get; init; }

        public required string Name { get; init; }

        public required string Rating { get; init; }

        public required string Timing { get; init; }

        /// <summary>Empty where there is none.</summary>
        public required string Answer { get; init; }

        public required int Number { get; init; }
    }

    private sealed record Published
    {
        public required string Rating { get; init; }

        public required int Number { get; init; }
    }

    private sealed record Taken
    {
        public required string Agency { get; init; }

        public required string Rating { get; init; }

        public required double Minutes { get; init; }
    }
}
