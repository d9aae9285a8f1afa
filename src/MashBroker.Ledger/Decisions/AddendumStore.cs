using System.Globalization;
using System.Text.Json;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Evidence;

namespace MashBroker.Ledger.Decisions;

/// <summary>Returns after a decision. Each waits until a named person says whether it would have changed it.</summary>
public static class AddendumStore
{
    private const string Columns = """
        enquiry_reference,
        number,
        decision,
        (select min(later.number)
         from decisions later
         where later.enquiry_reference = addenda.enquiry_reference and later.number > addenda.decision) as decided_anew,
        pack_version,
        pack_digest,
        agencies_json,
        told_json,
        added_at,
        due_at,
        signed as original,
        judged_at,
        judged_by,
        effect,
        entry
        """;

    public static Task<int> NextNumberAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        ledger.Connection.ExecuteScalarAsync<int>(
            "select coalesce(max(number), 0) + 1 from addenda where enquiry_reference = @enquiry",
            new { enquiry },
            ledger.Transaction
        );

    /// <summary>Codes of the agencies of which a return has come that the newest pack does not hold.</summary>
    public static async Task<IReadOnlyList<string>> AgenciesOwedAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        [
            .. await ledger.Connection.QueryAsync<string>(
                """
                select distinct agency
                from returns
                where enquiry_reference = @enquiry
                    and position > (
                        select packs.last_return
                        from packs
                        where packs.enquiry_reference = @enquiry
                        order by version desc
                        limit 1)
                order by agency
                """,
                new { enquiry },
                ledger.Transaction
            ),
        ];

    /// <summary>In the transaction that writes its version of the pack; the clock for its judgement starts.</summary>
    public static async Task AddAsync(LedgerTransaction ledger, ContactRow contact, NewAddendum addendum)
    {
        var enquiry = addendum.Decision.EnquiryReference;
        await ledger.Connection.ExecuteAsync(
            """
            insert into addenda (
                enquiry_reference, number, decision, pack_version, pack_digest, agencies_json, told_json, added_at, due_at, signed
            )
            values (
                @enquiry, @Number, @decision, @PackVersion, @PackDigest, @agencies, @told, @Now, @DueAt, @Original
            )
            """,
            new
            {
                enquiry,
                addendum.Number,
                decision = addendum.Decision.Number,
                addendum.PackVersion,
                addendum.PackDigest,
                agencies = JsonSerializer.Serialize(addendum.Agencies, MashJson.Options),
                told = JsonSerializer.Serialize(addendum.ToBeTold, MashJson.Options),
                ledger.Now,
                addendum.DueAt,
                addendum.Original,
            },
            ledger.Transaction
        );
        await CaseFile.AddAsync(
            ledger,
            contact,
            new Addendum
            {
                By = "correlation",
                Role = "the hub's own record",
                Number = addendum.Number,
                Decision = addendum.Decision.Number,
                PackVersion = addendum.PackVersion,
                Agencies = addendum.Agencies,
                ToBeTold = addendum.ToBeTold,
            },
            ofHub: true
        );
        await CaseClocks.StartAsync(
            ledger,
            contact,
            CaseClockKind.AddendumJudgement,
            addendum.DueAt,
            About(addendum.Number)
        );
        await AuditStore.AppendAsync(
            ledger,
            "correlation",
            AuditAct.AddendumAdded,
            enquiry,
            Subject(addendum.Number),
            StatementDetail.Write(addendum.PackVersion, addendum.Original)
        );
    }

    /// <summary>In their order.</summary>
    public static async Task<IReadOnlyList<AddendumRow>> OfEnquiryAsync(
        LedgerSession ledger,
        EnquiryReference enquiry
    ) =>
        [
            .. await ledger.Connection.QueryAsync<AddendumRow>(
                $"select {Columns} from addenda where enquiry_reference = @enquiry order by number",
                new { enquiry },
                ledger.Transaction
            ),
        ];

    /// <summary>Those that nobody has judged and that no later decision was made with, the first due first.</summary>
    public static async Task<IReadOnlyList<AddendumRow>> UnjudgedAsync(LedgerSession ledger, int most) =>
        [
            .. await ledger.Connection.QueryAsync<AddendumRow>(
                $"""
                select {Columns}
                from addenda
                where judged_at is null
                    and not exists (
                        select 1
                        from decisions later
                        where later.enquiry_reference = addenda.enquiry_reference and later.number > addenda.decision)
                    and enquiry_reference not in (
                        select enquiry_reference from erasures where enquiry_reference is not null)
                order by due_at
                limit @most
                """,
                new { most },
                ledger.Transaction
            ),
        ];

    /// <summary>A named person has said what it would have meant. Nothing else of the decision or the packs changes.</summary>
    /// <param name="judgement">Salted.</param>
    /// <param name="lookAgainBy">
    /// When the decision has to be made anew, or kept with a reason, where it would have changed it; unless one was made since, with
    /// these returns.
    /// </param>
    /// <returns>False when somebody was first.</returns>
    public static async Task<bool> JudgeAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        AddendumRow addendum,
        AddendumJudgement judgement,
        DateTimeOffset lookAgainBy
    )
    {
        if (addendum.JudgedAt is not null)
        {
            return false;
        }

        var entry = await CaseFile.AddAsync(ledger, contact, judgement);
        await ledger.Connection.ExecuteAsync(
            """
            update addenda
            set judged_at = @Now, judged_by = @By, effect = @effect, entry = @entry
            where enquiry_reference = @EnquiryReference and number = @Number and judged_at is null
            """,
            new
            {
                ledger.Now,
                judgement.By,
                effect = judgement.Effect.ToString(),
                entry,
                addendum.EnquiryReference,
                addendum.Number,
            },
            ledger.Transaction
        );
        await CaseClocks.EndAsync(ledger, contact.Reference, CaseClockKind.AddendumJudgement, About(addendum.Number));
        if (judgement.Effect is AddendumEffect.WouldHaveChanged && addendum.DecidedAnew is null)
        {
            await CaseClocks.StartAsync(
                ledger,
                contact,
                CaseClockKind.DecisionAnew,
                lookAgainBy,
                About(addendum.Number)
            );
        }

        await AuditStore.AppendAsync(
            ledger,
            judgement.By,
            AuditAct.AddendumJudged,
            addendum.EnquiryReference,
            Subject(addendum.Number),
            JudgementDetail.Write(judgement)
        );
        return true;
    }

    /// <summary>A named person has said why the decision stays all the same: nobody has to look at it again.</summary>
    public static async Task KeepAsync(LedgerTransaction ledger, ContactRow contact, DecisionKept kept)
    {
        await CaseFile.AddAsync(ledger, contact, kept);
        await CaseClocks.EndAsync(ledger, contact.Reference, CaseClockKind.DecisionAnew, About(kept.Addendum));
    }

    /// <summary>As a clock names the addendum that it is about.</summary>
    public static string About(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Subject(int number) => string.Create(CultureInfo.InvariantCulture, $"addendum {number}");
}
