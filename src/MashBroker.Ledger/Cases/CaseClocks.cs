using Dapper;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;

namespace MashBroker.Ledger.Cases;

/// <summary>
/// Limits of cases, each due at an instant that the hub's rules gave. What has passed is found by asking, as flags are: a hub
/// that was down flags at start, with the true time.
/// </summary>
public static class CaseClocks
{
    private const string Columns = """
        contact_reference,
        enquiry_reference,
        kind,
        about,
        started_at,
        due_at,
        ended_at,
        ended_because,
        flagged_at
        """;

    /// <param name="dueAt">UTC, inclusive.</param>
    /// <param name="about">A code or a number that tells several of the kind apart; no personal data.</param>
    /// <returns>False when one of the kind runs about this already: it stands.</returns>
    public static async Task<bool> StartAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        CaseClockKind kind,
        DateTimeOffset dueAt,
        string about = ""
    ) =>
        await ledger.Connection.ExecuteAsync(
            """
            insert into case_clocks (contact_reference, kind, about, started_at, due_at)
            values (@Reference, @kind, @about, @Now, @dueAt)
            on conflict do nothing
            """,
            new
            {
                contact.Reference,
                kind = kind.ToString(),
                about,
                ledger.Now,
                dueAt,
            },
            ledger.Transaction
        ) == 1;

    /// <summary>What was due is done; or it ends without that. What is done after the case was closed is done all the same.</summary>
    /// <param name="because">Null: it is done.</param>
    /// <returns>The clock as it ended; null when none of the kind ran about this.</returns>
    public static async Task<CaseClock?> EndAsync(
        LedgerTransaction ledger,
        string contact,
        CaseClockKind kind,
        string about = "",
        CaseClockEnd? because = null
    ) =>
        await ledger.Connection.QuerySingleOrDefaultAsync<CaseClock>(
            """
            update case_clocks
            set ended_at = @Now, ended_because = @because
            where
                position = (
                    select position
                    from case_clocks
                    where contact_reference = @contact
                        and kind = @kind
                        and about = @about
                        and (ended_at is null or (ended_because = 'Closed' and @because is null))
                    order by ended_at is null desc, position desc
                    limit 1
                )
            returning
                contact_reference,
                (select enquiry_reference from contacts where reference = contact_reference) as enquiry_reference,
                kind,
                about,
                started_at,
                due_at,
                ended_at,
                ended_because,
                flagged_at
            """,
            new
            {
                contact,
                kind = kind.ToString(),
                about,
                because = because?.ToString(),
                ledger.Now,
            },
            ledger.Transaction
        );

    /// <summary>The case is not closed after all: what that had ended runs on, with the due times it had.</summary>
    public static Task RunOnAsync(LedgerTransaction ledger, string contact) =>
        ledger.Connection.ExecuteAsync(
            """
            update case_clocks
            set ended_at = null, ended_because = null
            where contact_reference = @contact
                and ended_because = 'Closed'
                and not exists (
                    select 1
                    from case_clocks as other
                    where other.contact_reference = @contact
                        and other.kind = case_clocks.kind
                        and other.about = case_clocks.about
                        and other.position > case_clocks.position
                )
            """,
            new { contact },
            ledger.Transaction
        );

    /// <summary>All of one case, in the order in which they were started.</summary>
    public static async Task<IReadOnlyList<CaseClock>> OfCaseAsync(LedgerSession ledger, string contact) =>
        await QueryAsync(ledger, "contact_reference = @contact order by position", new { contact });

    /// <summary>Those that run, the first due first.</summary>
    public static async Task<IReadOnlyList<CaseClock>> RunningAsync(LedgerSession ledger, int most) =>
        await QueryAsync(ledger, "ended_at is null order by due_at, position limit @most", new { most });

    /// <summary>Those of one kind that run, the first due first.</summary>
    public static async Task<IReadOnlyList<CaseClock>> RunningAsync(
        LedgerSession ledger,
        CaseClockKind kind,
        int most
    ) =>
        await QueryAsync(
            ledger,
            "kind = @kind and ended_at is null order by due_at, position limit @most",
            new { kind = kind.ToString(), most }
        );

    /// <summary>The earliest instant at which a clock passes that no sweep has flagged; null when none runs.</summary>
    public static Task<DateTimeOffset?> NextAsync(LedgerSession ledger) =>
        ledger.Connection.ExecuteScalarAsync<DateTimeOffset?>(
            "select min(due_at) from case_clocks where ended_at is null and flagged_at is null",
            transaction: ledger.Transaction
        );

    /// <summary>Flags, once each, the clocks that have passed.</summary>
    public static async Task<IReadOnlyList<CaseClock>> FlagPassedAsync(LedgerTransaction ledger)
    {
        var passed = await QueryAsync(
            ledger,
            "ended_at is null and flagged_at is null and due_at < @Now order by due_at, position",
            new { ledger.Now }
        );
        foreach (var clock in passed)
        {
            await ledger.Connection.ExecuteAsync(
                """
                update case_clocks
                set flagged_at = @Now
                where contact_reference = @ContactReference and kind = @kind and about = @About and ended_at is null
                """,
                new
                {
                    ledger.Now,
                    clock.ContactReference,
                    kind = clock.Kind.ToString(),
                    clock.About,
                },
                ledger.Transaction
            );
            await AuditStore.AppendAsync(
                ledger,
                "clock",
                AuditAct.CaseClockPassed,
                clock.EnquiryReference,
                clock.ContactReference,
                $"{clock.Kind} {clock.About}".TrimEnd()
            );
        }

        return passed;
    }

    private static async Task<IReadOnlyList<CaseClock>> QueryAsync(
        LedgerSession ledger,
        string condition,
        object parameters
    ) =>
        (
            await ledger.Connection.QueryAsync<CaseClock>(
                $"""
                select {Columns}
                from case_clocks
                join contacts on contacts.reference = contact_reference
                where {condition}
                """,
                parameters,
                ledger.Transaction
            )
        ).AsList();
}
