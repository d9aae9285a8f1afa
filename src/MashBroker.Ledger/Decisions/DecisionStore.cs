using System.Globalization;
using System.Text.Json;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Ledger.Decisions;

/// <summary>Decisions on enquiries. One stands; what stood before it stays on record beside it.</summary>
public static class DecisionStore
{
    private const string Columns = """
        enquiry_reference,
        number,
        supersedes,
        outcome,
        decided_at,
        due_at,
        minutes_over,
        decided_by,
        role,
        entry,
        absentees_json,
        last_return,
        pack_version,
        pack_digest,
        signed as original
        """;

    /// <summary>
    /// Puts a decision on record; from this transaction on every return is an addendum. The pack as it stands now is frozen and
    /// signed by whoever keeps packs, from the returns that this transaction sees.
    /// </summary>
    /// <param name="decision">One that the hub's rules allow (<see cref="Rules.DecisionPolicy"/>).</param>
    /// <param name="absentees">As this transaction sees them.</param>
    public static async Task<DecisionRow> AddAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        EnquiryRow enquiry,
        Decision decision,
        IReadOnlyList<Absentee> absentees
    )
    {
        var number = (await OfEnquiryAsync(ledger, enquiry.Reference)).Count + 1;
        var entry = await CaseFile.AddAsync(ledger, contact, decision);
        var minutesOver =
            ledger.Now > enquiry.DecisionDueAt
                ? (int?)Math.Ceiling((ledger.Now - enquiry.DecisionDueAt).TotalMinutes)
                : null;
        await ledger.Connection.ExecuteAsync(
            """
            insert into decisions (
                enquiry_reference, number, supersedes, outcome, decided_at, due_at, minutes_over, decided_by, role, entry,
                absentees_json, last_return
            )
            values (
                @Reference, @number, @Supersedes, @Outcome, @Now, @DecisionDueAt, @minutesOver, @By, @Role, @entry,
                @absentees,
                (select coalesce(max(position), 0) from returns where enquiry_reference = @Reference)
            );
            update enquiries
            set state = 'Decided',
                outcome = @Outcome,
                decided_at = coalesce(decided_at, @Now),
                version = version + 1
            where reference = @Reference;
            """,
            new
            {
                enquiry.Reference,
                number,
                decision.Supersedes,
                decision.Outcome,
                ledger.Now,
                enquiry.DecisionDueAt,
                minutesOver,
                decision.By,
                decision.Role,
                entry,
                absentees = JsonSerializer.Serialize(absentees, MashJson.Options),
            },
            ledger.Transaction
        );
        await AuditStore.AppendAsync(
            ledger,
            decision.By,
            AuditAct.DecisionRecorded,
            enquiry.Reference,
            Subject(number),
            Detail(decision, minutesOver, absentees)
        );
        return (await FindAsync(ledger, enquiry.Reference, number))!;
    }

    /// <summary>In their order; the last one stands.</summary>
    public static async Task<IReadOnlyList<DecisionRow>> OfEnquiryAsync(
        LedgerSession ledger,
        EnquiryReference enquiry
    ) =>
        [
            .. await ledger.Connection.QueryAsync<DecisionRow>(
                $"select {Columns} from decisions where enquiry_reference = @enquiry order by number",
                new { enquiry },
                ledger.Transaction
            ),
        ];

    public static Task<DecisionRow?> FindAsync(LedgerSession ledger, EnquiryReference enquiry, int number) =>
        ledger.Connection.QuerySingleOrDefaultAsync<DecisionRow>(
            $"select {Columns} from decisions where enquiry_reference = @enquiry and number = @number",
            new { enquiry, number },
            ledger.Transaction
        );

    /// <summary>The one that stands; null where nobody has decided.</summary>
    public static Task<DecisionRow?> StandingAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        ledger.Connection.QueryFirstOrDefaultAsync<DecisionRow>(
            $"select {Columns} from decisions where enquiry_reference = @enquiry order by number desc limit 1",
            new { enquiry },
            ledger.Transaction
        );

    /// <summary>The earliest whose pack is not frozen yet; null where all are.</summary>
    public static Task<DecisionRow?> ToFreezeAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        ledger.Connection.QueryFirstOrDefaultAsync<DecisionRow>(
            $"""
            select {Columns}
            from decisions
            where enquiry_reference = @enquiry and pack_version is null
            order by number
            limit 1
            """,
            new { enquiry },
            ledger.Transaction
        );

    /// <summary>Notes the pack as it stood, in the transaction that writes that version.</summary>
    /// <param name="original">DER: the statement of it, signed by the hub.</param>
    public static async Task FreezeAsync(
        LedgerTransaction ledger,
        DecisionRow decision,
        int packVersion,
        string packDigest,
        byte[] original
    )
    {
        await ledger.Connection.ExecuteAsync(
            """
            update decisions
            set pack_version = @packVersion, pack_digest = @packDigest, signed = @original
            where enquiry_reference = @EnquiryReference and number = @Number and pack_version is null
            """,
            new
            {
                decision.EnquiryReference,
                decision.Number,
                packVersion,
                packDigest,
                original,
            },
            ledger.Transaction
        );
        await AuditStore.AppendAsync(
            ledger,
            "correlation",
            AuditAct.DecisionFrozen,
            decision.EnquiryReference,
            Subject(decision.Number),
            StatementDetail.Write(packVersion, original)
        );
    }

    private static string Subject(int number) => string.Create(CultureInfo.InvariantCulture, $"decision {number}");

    private static string Detail(Decision decision, int? minutesOver, IReadOnlyList<Absentee> absentees) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{decision.Outcome}{(decision.Supersedes is { } former ? $", in place of decision {former}" : "")}, {(minutesOver is { } over ? $"{Counted.Minutes(over)} over" : "in time")}{string.Concat(absentees.Select(absentee => $", {absentee.Agency} {absentee.Kind}"))}"
        );
}
