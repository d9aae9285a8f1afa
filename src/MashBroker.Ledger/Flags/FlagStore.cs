using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Audit;

namespace MashBroker.Ledger.Flags;

/// <summary>
/// Flags are found by asking what is due, never by a timer that a restart forgets: a hub that was down at the deadline flags
/// at start, with the true time.
/// </summary>
public static class FlagStore
{
    /// <summary>The earliest instant at which something falls due that no sweep has looked at; null when nothing waits.</summary>
    public static Task<DateTimeOffset?> NextAsync(LedgerSession ledger) =>
        ledger.Connection.ExecuteScalarAsync<DateTimeOffset?>(
            // The condition is that of the index: without it every enquiry there ever was is looked at.
            "select min(next_clock_at) from enquiries where next_clock_at is not null",
            transaction: ledger.Transaction
        );

    /// <summary>Raises what has fallen due and is not flagged yet; twice at the same time raises it once.</summary>
    public static async Task<IReadOnlyList<Flag>> RaiseDueAsync(LedgerTransaction ledger)
    {
        Flag[] raised =
        [
            .. await ledger.Connection.QueryAsync<Flag>(
                """
                insert into flags (enquiry_reference, agency, kind, due_at, raised_at)
                select reference, agency, kind, due_at, @Now
                from (
                    select
                        reference,
                        agency,
                        answered_at,
                        json_extract(warning.value, '$.kind') as kind,
                        json_extract(warning.value, '$.at') as due_at
                    from enquiries
                    join requests on requests.enquiry_reference = reference
                    join json_each(coalesce(requests.warnings_json, json_extract(plan_json, '$.warnings'))) as warning
                    where next_clock_at < @Now and requests.state not in ('NotAsked', 'Withdrawn')
                    union all
                    select reference, agency, answered_at, 'Late', due_at
                    from enquiries
                    join requests on requests.enquiry_reference = reference
                    where next_clock_at < @Now and requests.state not in ('NotAsked', 'Withdrawn')
                    union all
                    -- Where the decision was due before anybody was asked, nobody can be missing before its own deadline.
                    select reference, agency, answered_at, 'Missing',
                        case when decision_due_at > coalesce(asked_at, published_at) then decision_due_at else due_at end
                    from enquiries
                    join requests on requests.enquiry_reference = reference
                    where next_clock_at < @Now and requests.state not in ('NotAsked', 'Withdrawn')
                    union all
                    select reference, '', null, 'DecisionDue', decision_due_at
                    from enquiries
                    where next_clock_at < @Now and (decided_at is null or decided_at > decision_due_at)
                )
                where due_at < @Now and (answered_at is null or answered_at > due_at)
                on conflict (enquiry_reference, agency, kind, due_at) do nothing
                returning enquiry_reference, agency, kind, due_at, raised_at
                """,
                new { ledger.Now },
                ledger.Transaction
            ),
        ];
        await SetNextAsync(ledger);
        foreach (var flag in raised)
        {
            await MarkAsync(ledger, flag);
            await AuditStore.AppendAsync(
                ledger,
                "clock",
                AuditAct.FlagRaised,
                flag.EnquiryReference,
                flag.Agency,
                flag.Kind.ToString()
            );
        }

        return raised;
    }

    public static async Task<IReadOnlyList<Flag>> OfEnquiryAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        [
            .. await ledger.Connection.QueryAsync<Flag>(
                """
                select enquiry_reference, agency, kind, due_at, raised_at
                from flags
                where enquiry_reference = @enquiry
                order by due_at, position
                """,
                new { enquiry },
                ledger.Transaction
            ),
        ];

    /// <summary>Newest first, over all enquiries.</summary>
    public static async Task<IReadOnlyList<Flag>> LatestAsync(LedgerSession ledger, int most) =>
        [
            .. await ledger.Connection.QueryAsync<Flag>(
                """
                select enquiry_reference, agency, kind, due_at, raised_at
                from flags
                order by position desc
                limit @most
                """,
                new { most },
                ledger.Transaction
            ),
        ];

    // After its last instant nothing more can fall due: the enquiry leaves the sweep for good.
    private static Task<int> SetNextAsync(LedgerTransaction ledger) =>
        ledger.Connection.ExecuteAsync(
            """
            update enquiries
            set next_clock_at = (
                select min(at)
                from (
                    select json_extract(value, '$.at') as at from json_each(plan_json, '$.warnings')
                    union all
                    select json_extract(warning.value, '$.at')
                    from requests
                    join json_each(warnings_json) as warning
                    where requests.enquiry_reference = enquiries.reference
                    union all
                    select due_at from requests where requests.enquiry_reference = enquiries.reference
                    union all
                    select return_due_at
                    union all
                    select decision_due_at
                )
                where at >= @Now
            )
            where next_clock_at < @Now
            """,
            new { ledger.Now },
            ledger.Transaction
        );

    private static async Task MarkAsync(LedgerTransaction ledger, Flag flag)
    {
        if (flag.Kind is FlagKind.DecisionDue)
        {
            await ledger.Connection.ExecuteAsync(
                """
                update enquiries
                set state = 'DecisionDuePassed', version = version + 1
                where reference = @EnquiryReference and decided_at is null
                """,
                new { flag.EnquiryReference },
                ledger.Transaction
            );
        }

        var column = flag.Kind switch
        {
            FlagKind.Late => "late",
            FlagKind.Missing => "missing",
            _ => null,
        };
        if (column is not null)
        {
            await ledger.Connection.ExecuteAsync(
                $"update requests set {column} = 1 where enquiry_reference = @EnquiryReference and agency = @Agency",
                new { flag.EnquiryReference, flag.Agency },
                ledger.Transaction
            );
        }
    }
}
