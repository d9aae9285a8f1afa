using Dapper;

namespace MashBroker.Ledger.Figures;

/// <summary>How many of the decisions that fell due in each month were made in time: of enquiries by rating, and of contacts without one.</summary>
public static class DecisionFigures
{
    private static readonly string[] Standing = ["inTime", "late", "overdue", "waiting", "withdrawn"];

    private static readonly FigureGrid Grid = new(["due", .. Standing], (["due"], Standing));

    private static readonly string[] Rows = ["Red", "Amber", "Green", "NoEnquiry", "Undecided"];

    private static readonly IReadOnlyList<string> Notes =
    [
        "The month is that in which the decision was due, by the hub's calendar. no-enquiry: contacts of which it was decided that no multi-agency enquiry is made. undecided: contacts of which nobody has decided yet whether one is.",
        "due = inTime + late + overdue + waiting + withdrawn. A decision exactly at its limit is in time; whether it was, is a matter of the first decision.",
        "overdue: the limit has passed and nobody has decided. waiting: it has not. withdrawn: the enquiry was taken back before anybody decided.",
        "One to four are shown as <5. 'withheld' stands where a number shown would let somebody reckon one of those.",
    ];

    public static async Task<FigureTable> ReadAsync(LedgerSession ledger, FigureMonths months, DateTimeOffset now)
    {
        var rows = new List<IReadOnlyList<FigureCell>>();
        foreach (var month in months.All)
        {
            var counted = await ledger.Connection.QueryAsync<Counted>(
                """
                select
                    row_name,
                    case
                        when decided_at <= decision_due_at then 'inTime'
                        when decided_at > decision_due_at then 'late'
                        when withdrawn_at is not null then 'withdrawn'
                        when decision_due_at < @now then 'overdue'
                        else 'waiting'
                    end as standing,
                    count(*) as number
                from (
                    select rating as row_name, decision_due_at, decided_at, withdrawn_at
                    from enquiries
                    where decision_due_at >= @From and decision_due_at < @Until
                    union all
                    select
                        case when state = 'NotAnEnquiry' then 'NoEnquiry' else 'Undecided' end,
                        decision_due_at,
                        case when state = 'NotAnEnquiry' then rated_at end,
                        null
                    from contacts
                    where decision_due_at >= @From and decision_due_at < @Until and state <> 'Published'
                )
                group by row_name, standing
                """,
                new
                {
                    month.From,
                    month.Until,
                    now,
                },
                ledger.Transaction
            );
            var tally = new FigureTally(Grid, Rows);
            foreach (var each in counted)
            {
                tally.Add(each.RowName, "due", each.Number);
                tally.Add(each.RowName, each.Standing, each.Number);
            }

            rows.AddRange(
                tally
                    .Settle()
                    .Select(settled =>
                        (IReadOnlyList<FigureCell>)
                            [FigureCell.Of(month.Name), FigureCell.Word(settled.Row), .. settled.Cells]
                    )
            );
        }

        return new FigureTable(["month", "rating", .. Grid.Columns], rows, Notes);
    }

    private sealed record Counted
    {
        public required string RowName { get; init; }

        public required string Standing { get; init; }

        public required int Number { get; init; }
    }
}
