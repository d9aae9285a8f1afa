using System.Text;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Contacts;

/// <summary>Contacts: written as received, triaged, rated by a person, published as an enquiry or not.</summary>
public static class ContactStore
{
    private const string Columns = """
        reference,
        state,
        received_at,
        written_at,
        key_id,
        content as kept_content,
        triage,
        qualifies,
        suggested_rating,
        rating,
        rated_by,
        rated_role,
        reason,
        rated_at,
        level_of_need,
        outcome,
        overseen_by,
        enquiry_reference,
        retriage_at,
        decision_due_at,
        undecided_flagged_at,
        allocated_at,
        leak_blocked_at,
        leak as kept_leak
        """;

    /// <param name="submissionKey">The same key twice is one contact: a page sent twice, a file submitted again.</param>
    /// <param name="terms">What its people are recognised by when they are heard of again; none leaves them unrecognised.</param>
    /// <param name="referrer">For the figures: a kind and nobody's name.</param>
    public static async Task<ContactWritten> AddAsync(
        LedgerTransaction ledger,
        string hub,
        string submissionKey,
        DateTimeOffset receivedAt,
        byte[] content,
        string by,
        IReadOnlyCollection<LookupTerm>? terms = null,
        ReferrerKind? referrer = null
    )
    {
        // A digest of what was said, or a key that the sender chose: neither may be told by anybody who has the file alone.
        submissionKey = Convert.ToHexStringLower(ledger.Vault.Hash("submission", submissionKey));
        var known = await ledger.Connection.ExecuteScalarAsync<string?>(
            "select reference from contacts where submission_key = @submissionKey",
            new { submissionKey },
            ledger.Transaction
        );
        if (known is not null)
        {
            return new ContactWritten(known, AlreadyThere: true);
        }

        var number = await Numbers.NextAsync(ledger, $"contacts-{ledger.Now.Year:0000}");
        var reference = EnquiryReference.For($"{hub}-C", ledger.Now.Year, number).ToString();
        var key = ledger.Vault.TakeNew();
        await ledger.Connection.ExecuteAsync(
            """
            insert into contacts (
                reference, submission_key, state, received_at, written_at, key_id, content, referrer_kind
            )
            values (@reference, @submissionKey, @state, @receivedAt, @Now, @key, @kept, @referrerKind)
            """,
            new
            {
                reference,
                submissionKey,
                state = nameof(ContactState.Received),
                receivedAt,
                ledger.Now,
                key,
                kept = ledger.Vault.Protect(key, ContactCells.Content(reference), content),
                referrerKind = referrer?.ToString(),
            },
            ledger.Transaction
        );
        await LookupStore.AddAsync(ledger, reference, terms ?? []);
        await AuditStore.AppendAsync(ledger, by, AuditAct.ContactReceived, subject: reference);
        return new ContactWritten(reference, AlreadyThere: false);
    }

    public static async Task<ContactRow?> FindAsync(LedgerSession ledger, string reference) =>
        (
            await QueryAsync(ledger, $"select {Columns} from contacts where reference = @reference", new { reference })
        ).SingleOrDefault();

    /// <summary>Oldest first: a contact that waits is served before one that came after it.</summary>
    public static async Task<IReadOnlyList<ContactRow>> InStateAsync(
        LedgerSession ledger,
        ContactState state,
        int most
    ) =>
        await QueryAsync(
            ledger,
            $"select {Columns} from contacts where state = @state order by written_at, reference limit @most",
            new { state = state.ToString(), most }
        );

    /// <summary>Contacts whose rating is confirmed and that nothing holds back; oldest first.</summary>
    public static async Task<IReadOnlyList<ContactRow>> ToPublishAsync(LedgerSession ledger, int most) =>
        await QueryAsync(
            ledger,
            $"""
            select {Columns}
            from contacts
            where state = 'RatingConfirmed' and leak_blocked_at is null
            order by written_at, reference
            limit @most
            """,
            new { most }
        );

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<ContactRow>> LatestAsync(LedgerSession ledger, int most) =>
        await QueryAsync(
            ledger,
            $"select {Columns} from contacts order by written_at desc, reference desc limit @most",
            new { most }
        );

    /// <summary>Contacts whose triage can have changed by waiting, longest due first.</summary>
    public static async Task<IReadOnlyList<ContactRow>> RetriageDueAsync(
        LedgerSession ledger,
        DateTimeOffset now,
        int most
    ) =>
        await QueryAsync(
            ledger,
            $"select {Columns} from contacts where retriage_at < @now order by retriage_at, reference limit @most",
            new { now, most }
        );

    /// <param name="decisionDueAt">When the hub has to have decided, by the suggested rating.</param>
    /// <param name="retriageAt">When this can change by waiting alone.</param>
    /// <returns>False when somebody else triaged it before: nothing was changed.</returns>
    public static async Task<bool> KeepTriageAsync(
        LedgerTransaction ledger,
        string reference,
        string triageJson,
        bool qualifies,
        Rating suggested,
        DateTimeOffset? decisionDueAt = null,
        DateTimeOffset? retriageAt = null
    )
    {
        var changed = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set state = 'Triaged',
                triage = @triage,
                qualifies = @qualifies,
                suggested_rating = @suggested,
                decision_due_at = coalesce(@decisionDueAt, decision_due_at),
                retriage_at = @retriageAt
            where reference = @reference and state = 'Received'
            """,
            new
            {
                reference,
                triage = await KeptAsync(ledger, ContactCells.Triage(reference), triageJson),
                qualifies,
                suggested = suggested.ToString(),
                decisionDueAt,
                retriageAt,
            },
            ledger.Transaction
        );
        if (changed == 1)
        {
            await AuditStore.AppendAsync(
                ledger,
                "triage",
                AuditAct.ContactTriaged,
                subject: reference,
                detail: qualifies ? $"qualifies, suggested {suggested}" : "does not qualify"
            );
        }

        return changed == 1;
    }

    /// <summary>Keeps what triage found of a contact that was triaged before.</summary>
    /// <param name="reopened">A criterion holds that did not: a contact that was no enquiry waits for a person again.</param>
    /// <param name="decisionDueAt">Null leaves the clock as it runs.</param>
    /// <returns>False when a person or another triage was faster: nothing was changed.</returns>
    public static async Task<bool> KeepRetriageAsync(
        LedgerTransaction ledger,
        ContactRow before,
        string triageJson,
        bool qualifies,
        Rating suggested,
        bool reopened,
        DateTimeOffset? decisionDueAt,
        DateTimeOffset? retriageAt
    )
    {
        var changed = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set undecided_flagged_at = case when state = 'NotAnEnquiry' and @reopened then null else undecided_flagged_at end,
                state = case when @reopened then 'Triaged' else state end,
                outcome = case when @reopened then null else outcome end,
                overseen_by = case when @reopened then null else overseen_by end,
                triage = @triage,
                qualifies = @qualifies,
                suggested_rating = @suggested,
                decision_due_at = coalesce(@decisionDueAt, decision_due_at),
                retriage_at = @retriageAt
            where reference = @Reference
                and state = @state
                and state in ('Triaged', 'NotAnEnquiry')
                and retriage_at = @dueBefore
            """,
            new
            {
                before.Reference,
                state = before.State.ToString(),
                triage = await KeptAsync(ledger, ContactCells.Triage(before.Reference), triageJson),
                qualifies,
                suggested = suggested.ToString(),
                reopened,
                decisionDueAt,
                retriageAt,
                dueBefore = before.RetriageAt,
            },
            ledger.Transaction
        );
        if (changed == 1)
        {
            await AuditStore.AppendAsync(
                ledger,
                "triage",
                AuditAct.ContactTriaged,
                subject: before.Reference,
                detail: $"again, {(qualifies ? $"qualifies, suggested {suggested}" : "does not qualify")}"
            );
        }

        return changed == 1;
    }

    /// <summary>The earliest instant at which a contact is overdue that nobody has decided on; null when none waits.</summary>
    public static Task<DateTimeOffset?> NextUndecidedAsync(LedgerSession ledger) =>
        ledger.Connection.ExecuteScalarAsync<DateTimeOffset?>(
            """
            select min(decision_due_at)
            from contacts
            where state in ('Received', 'Triaged', 'RatingConfirmed') and undecided_flagged_at is null
            """,
            transaction: ledger.Transaction
        );

    /// <summary>Contacts without a decision clock: whatever kept them from triage, the limit runs.</summary>
    public static async Task<IReadOnlyList<ContactRow>> WithoutClockAsync(
        LedgerSession ledger,
        DateTimeOffset writtenBefore
    ) =>
        await QueryAsync(
            ledger,
            $"""
            select {Columns}
            from contacts
            where state in ('Received', 'Triaged', 'RatingConfirmed') and undecided_flagged_at is null
                and decision_due_at is null
                and written_at < @writtenBefore
            """,
            new { writtenBefore }
        );

    public static Task StartClockAsync(LedgerTransaction ledger, string reference, DateTimeOffset decisionDueAt) =>
        ledger.Connection.ExecuteAsync(
            "update contacts set decision_due_at = coalesce(decision_due_at, @decisionDueAt) where reference = @reference",
            new { reference, decisionDueAt },
            ledger.Transaction
        );

    /// <summary>Flags, once each, the contacts whose decision has fallen due and that nobody has decided on.</summary>
    public static async Task<IReadOnlyList<UndecidedContact>> FlagUndecidedAsync(LedgerTransaction ledger)
    {
        UndecidedContact[] flagged =
        [
            .. await ledger.Connection.QueryAsync<UndecidedContact>(
                """
                update contacts
                set undecided_flagged_at = @Now
                where state in ('Received', 'Triaged', 'RatingConfirmed') and undecided_flagged_at is null
                    and decision_due_at < @Now
                returning reference, decision_due_at
                """,
                new { ledger.Now },
                ledger.Transaction
            ),
        ];
        foreach (var contact in flagged)
        {
            await AuditStore.AppendAsync(
                ledger,
                "clock",
                AuditAct.FlagRaised,
                subject: contact.Reference,
                detail: "Undecided"
            );
        }

        return flagged;
    }

    /// <summary>A named person confirms or changes the suggested rating: an enquiry will be published.</summary>
    /// <param name="levelOfNeed">By that person's judgement, 1 to 4.</param>
    /// <returns>False when the contact is not waiting for a rating.</returns>
    public static Task<bool> ConfirmRatingAsync(
        LedgerTransaction ledger,
        string reference,
        Rating rating,
        string by,
        string role,
        string? reason,
        int? levelOfNeed = null
    ) =>
        DecideAsync(
            ledger,
            reference,
            ContactState.RatingConfirmed,
            rating,
            by,
            role,
            reason,
            AuditAct.RatingConfirmed,
            rating.ToString(),
            levelOfNeed
        );

    /// <summary>A named person decides that no multi-agency enquiry is made.</summary>
    /// <param name="outcome">Code of the hub's outcome; figures and retention go by it.</param>
    /// <param name="minutesOver">By which it is decided too late.</param>
    /// <returns>False when the contact is not waiting for a rating.</returns>
    public static Task<bool> DeclineEnquiryAsync(
        LedgerTransaction ledger,
        string reference,
        string by,
        string role,
        string reason,
        string? outcome = null,
        string? overseenBy = null,
        int? levelOfNeed = null,
        int? minutesOver = null
    ) =>
        DecideAsync(
            ledger,
            reference,
            ContactState.NotAnEnquiry,
            null,
            by,
            role,
            reason,
            AuditAct.EnquiryDeclined,
            minutesOver is not { } over ? outcome : $"{outcome}, {Counted.Minutes(over)} over".TrimStart(',', ' '),
            levelOfNeed,
            outcome,
            overseenBy
        );

    /// <summary>The leak check found something in what would be published: nothing is, until somebody has seen to it.</summary>
    public static async Task HoldBackAsync(LedgerTransaction ledger, ContactRow contact, LeakReport leak)
    {
        var held = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set leak_blocked_at = @Now, leak = @kept
            where reference = @Reference and state = 'RatingConfirmed' and leak_blocked_at is null
            """,
            new
            {
                contact.Reference,
                ledger.Now,
                kept = ledger.Vault.Protect(contact.KeyId, ContactCells.Leak(contact.Reference), LeakNote.Write(leak)),
            },
            ledger.Transaction
        );
        if (held == 1)
        {
            await AuditStore.AppendAsync(
                ledger,
                "leak check",
                AuditAct.LeakFound,
                subject: contact.Reference,
                detail: LeakNote.Kinds(leak)
            );
        }
    }

    /// <summary>What was held back is looked at again.</summary>
    public static Task ReleaseAsync(LedgerTransaction ledger, string reference) =>
        ledger.Connection.ExecuteAsync(
            "update contacts set leak_blocked_at = null, leak = null where reference = @reference",
            new { reference },
            ledger.Transaction
        );

    /// <summary>Somebody puts for agencies what the referrer said; what was held back for the old words is looked at again.</summary>
    /// <returns>False when it was published or decided: nothing was changed.</returns>
    public static async Task<bool> SummariseAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        string summary,
        string by,
        string role
    )
    {
        var content = ContactContent.Write(ContactContent.Read(contact.Content) with { ConcernSummary = summary });
        var changed = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set content = @kept, leak_blocked_at = null, leak = null
            where reference = @Reference and state in ('Received', 'Triaged', 'RatingConfirmed')
            """,
            new
            {
                contact.Reference,
                kept = ledger.Vault.Protect(contact.KeyId, ContactCells.Content(contact.Reference), content),
            },
            ledger.Transaction
        );
        if (changed == 1)
        {
            await AuditStore.AppendAsync(ledger, by, AuditAct.SummaryWritten, subject: contact.Reference, detail: role);
        }

        return changed == 1;
    }

    private static async Task<bool> DecideAsync(
        LedgerTransaction ledger,
        string reference,
        ContactState state,
        Rating? rating,
        string by,
        string role,
        string? reason,
        AuditAct act,
        string? detail,
        int? levelOfNeed,
        string? outcome = null,
        string? overseenBy = null
    )
    {
        var changed = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set state = @state,
                rating = @rating,
                rated_by = @by,
                rated_role = @role,
                reason = @kept,
                rated_at = @Now,
                level_of_need = @levelOfNeed,
                outcome = @outcome,
                overseen_by = @overseenBy,
                retriage_at = case when @state = 'NotAnEnquiry' then retriage_at end
            where reference = @reference and state = 'Triaged'
            """,
            new
            {
                reference,
                state = state.ToString(),
                rating = rating?.ToString(),
                by,
                role,
                kept = reason is null ? null : await KeptAsync(ledger, ContactCells.Reason(reference), reason),
                ledger.Now,
                levelOfNeed,
                outcome,
                overseenBy,
            },
            ledger.Transaction
        );
        if (changed == 1)
        {
            await AuditStore.AppendAsync(ledger, by, act, subject: reference, detail: detail);
        }

        return changed == 1;
    }

    // Of a contact that does not exist nothing is changed, so nothing needs to be protected.
    private static async Task<byte[]?> KeptAsync(LedgerSession ledger, Cell cell, string text) =>
        await ledger.Connection.ExecuteScalarAsync<string?>(
            "select key_id from contacts where reference = @Row",
            new { cell.Row },
            ledger.Transaction
        )
            is { } key
            ? ledger.Vault.Protect(KeyIdText.Read(key), cell, Encoding.UTF8.GetBytes(text))
            : null;

    private static async Task<IReadOnlyList<ContactRow>> QueryAsync(LedgerSession ledger, string sql, object parameters)
    {
        var rows = (await ledger.Connection.QueryAsync<ContactRow>(sql, parameters, ledger.Transaction)).AsList();
        rows.ForEach(row => row.Vault = ledger.Vault);
        return rows;
    }
}

/// <summary>A contact whose decision fell due before anybody made it.</summary>
public sealed record UndecidedContact
{
    public required string Reference { get; init; }

    public required DateTimeOffset DecisionDueAt { get; init; }
}

/// <param name="AlreadyThere">This submission was received before; nothing was written.</param>
public sealed record ContactWritten(string Reference, bool AlreadyThere);
