using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Enquiries;

/// <summary>Enquiries and the requests they are made of.</summary>
public static class EnquiryStore
{
    private const string EnquiryColumns = """
        reference,
        contact_reference,
        rating,
        state,
        published_at,
        return_due_at,
        decision_due_at,
        all_in_at,
        decided_at,
        raised_by,
        plan_json,
        key_id,
        content as kept_content,
        withdrawn_at,
        outcome,
        pack_version
        """;

    private const string RequestColumns = """
        id,
        enquiry_reference,
        agency,
        agency_name,
        state,
        not_asked_reason,
        due_at,
        asked_at,
        withdrawn_at,
        answered_when_withdrawn,
        replaced_at,
        chasers,
        chased_at,
        digest,
        sealed_at,
        sent_at,
        times_sent,
        receipted_at,
        answer,
        answered_at,
        parts,
        late,
        missing,
        exists (
            select 1
            from requests as former
            where former.enquiry_reference = requests.enquiry_reference
                and former.agency = requests.agency
                and former.replaced_at <= requests.asked_at
        ) as replaces
        """;

    // Rows are written in the profile's order at publication; one that is written later takes the place of its agency's first.
    private const string ByProfile = """
        (
            select min(first.rowid)
            from requests as first
            where first.enquiry_reference = requests.enquiry_reference and first.agency = requests.agency
        )
        """;

    /// <summary>
    /// Writes the enquiry, a row for each agency of the profile, and the request letters into the outbox, and marks the
    /// contact published: all or nothing.
    /// </summary>
    /// <param name="write">Given the reference that was assigned, makes the enquiry and its requests.</param>
    /// <returns>Null when the contact is not waiting to be published (another publisher was first).</returns>
    public static async Task<EnquiryReference?> PublishAsync(
        LedgerTransaction ledger,
        string hub,
        string contactReference,
        Func<EnquiryReference, NewEnquiry> write
    )
    {
        var waiting = await ledger.Connection.ExecuteScalarAsync<string?>(
            """
            update contacts set state = 'Published'
            where reference = @contactReference and state = 'RatingConfirmed'
            returning key_id
            """,
            new { contactReference },
            ledger.Transaction
        );
        if (waiting is null)
        {
            return null;
        }

        // One family, one key: what is erased of the one is erased of the other at the same instant.
        var key = KeyIdText.Read(waiting);

        var number = await Numbers.NextAsync(ledger, $"enquiries-{ledger.Now.Year:0000}");
        var reference = EnquiryReference.For(hub, ledger.Now.Year, number);
        var enquiry = write(reference);
        await ledger.Connection.ExecuteAsync(
            "update contacts set enquiry_reference = @reference where reference = @contactReference",
            new { reference, contactReference },
            ledger.Transaction
        );
        await ledger.Connection.ExecuteAsync(
            """
            insert into enquiries (
                reference, contact_reference, rating, state, published_at, return_due_at, decision_due_at,
                next_clock_at, raised_by, plan_json, key_id, content
            )
            values (
                @reference, @contactReference, @Rating, 'Open', @PublishedAt, @ReturnDueAt, @DecisionDueAt,
                @PublishedAt, @RaisedBy, @PlanJson, @key, @content
            )
            """,
            new
            {
                reference,
                contactReference,
                Rating = enquiry.Rating.ToString(),
                enquiry.PublishedAt,
                enquiry.ReturnDueAt,
                enquiry.DecisionDueAt,
                enquiry.RaisedBy,
                enquiry.PlanJson,
                key,
                content = ledger.Vault.Protect(key, ContentOf(reference), enquiry.Content),
            },
            ledger.Transaction
        );
        foreach (var request in enquiry.Requests)
        {
            await AddRequestAsync(ledger, reference, enquiry, request);
        }

        await AuditStore.AppendAsync(
            ledger,
            enquiry.RaisedBy,
            AuditAct.EnquiryPublished,
            reference,
            contactReference,
            enquiry.Rating.ToString()
        );
        return reference;
    }

    public static async Task<EnquiryRow?> FindAsync(LedgerSession ledger, EnquiryReference reference) =>
        (
            await QueryAsync(
                ledger,
                $"select {EnquiryColumns} from enquiries where reference = @reference",
                new { reference }
            )
        ).SingleOrDefault();

    /// <summary>By the next deadline, earliest first: what is overdue stands on top, what is all in and past its decision below, what is decided last.</summary>
    public static async Task<IReadOnlyList<EnquiryRow>> ListAsync(LedgerSession ledger, int most) =>
        await QueryAsync(
            ledger,
            $"""
            select {EnquiryColumns}
            from enquiries
            where reference not in (select enquiry_reference from erasures where enquiry_reference is not null)
            order by
                state = 'Decided',
                state = 'DecisionDuePassed' and all_in_at is not null,
                case when all_in_at is null then return_due_at else decision_due_at end,
                reference
            limit @most
            """,
            new { most }
        );

    /// <summary>The request that counts for each agency, in the order of the hub's profile.</summary>
    public static async Task<IReadOnlyList<RequestRow>> RequestsOfAsync(
        LedgerSession ledger,
        EnquiryReference reference
    ) => [.. (await EveryRequestOfAsync(ledger, reference)).Where(request => request.ReplacedAt is null)];

    /// <summary>Those as well that were withdrawn before their agency was asked again; those of one agency in the order asked.</summary>
    public static async Task<IReadOnlyList<RequestRow>> EveryRequestOfAsync(
        LedgerSession ledger,
        EnquiryReference reference
    ) =>
        [
            .. await ledger.Connection.QueryAsync<RequestRow>(
                $"select {RequestColumns} from requests where enquiry_reference = @reference order by {ByProfile}, rowid",
                new { reference },
                ledger.Transaction
            ),
        ];

    /// <summary>The requests of several enquiries at once, in the order of the hub's profile.</summary>
    public static async Task<ILookup<EnquiryReference, RequestRow>> RequestsOfAsync(
        LedgerSession ledger,
        IReadOnlyCollection<EnquiryReference> references
    )
    {
        var rows = await ledger.Connection.QueryAsync<RequestRow>(
            $"""
            select {RequestColumns}
            from requests
            where enquiry_reference in (select value from json_each(@all)) and replaced_at is null
            order by {ByProfile}
            """,
            new
            {
                all = System.Text.Json.JsonSerializer.Serialize(references.Select(reference => reference.ToString())),
            },
            ledger.Transaction
        );
        return rows.ToLookup(row => row.EnquiryReference);
    }

    /// <summary>The agency has the request on disk. Never takes back what came after: a return may overtake its receipt.</summary>
    public static async Task MarkReceiptedAsync(LedgerTransaction ledger, MessageId request)
    {
        await ledger.Connection.ExecuteAsync(
            """
            update requests
            set receipted_at = coalesce(receipted_at, @Now),
                state = case when state in ('Queued', 'Sealed', 'Sent') then 'Receipted' else state end
            where id = @request
            """,
            new { request, ledger.Now },
            ledger.Transaction
        );
        await OutboxSettlement.SettleAsync(ledger, request);
    }

    /// <summary>
    /// Notes an answer on its request; a return also proves that the request arrived. Marks the enquiry all in when it was the
    /// last one open. A request that was withdrawn stays so, with the answer beside it.
    /// </summary>
    /// <param name="answer">What the agency has answered over all its parts so far.</param>
    /// <param name="parts">How many different parts have come.</param>
    /// <param name="complete">No further part is to come.</param>
    /// <returns>True when with this the last agency asked has answered.</returns>
    public static async Task<bool> NoteAnswerAsync(
        LedgerTransaction ledger,
        RequestRow request,
        AnswerKind answer,
        int parts,
        bool complete
    )
    {
        await ledger.Connection.ExecuteAsync(
            """
            update requests
            set answer = @answer,
                parts = @parts,
                state = case
                    when state = 'Withdrawn' then state
                    when state = 'Answered' or @complete then 'Answered'
                    else 'AnsweredInPart'
                end,
                answered_at = case when @complete then coalesce(answered_at, @Now) else answered_at end,
                late = max(late, @Now > due_at and answered_at is null and state <> 'Withdrawn')
            where id = @Id
            """,
            new
            {
                request.Id,
                answer = answer.ToString(),
                parts,
                complete,
                ledger.Now,
            },
            ledger.Transaction
        );
        await OutboxSettlement.SettleAsync(ledger, request.Id);
        return await MarkAllInAsync(ledger, request.EnquiryReference);
    }

    /// <returns>True when with this nobody has still to answer; false when that was so before, or is not yet.</returns>
    internal static async Task<bool> MarkAllInAsync(LedgerTransaction ledger, EnquiryReference enquiry) =>
        await ledger.Connection.ExecuteAsync(
            """
            update enquiries
            set state = case when state = 'Open' then 'AllIn' else state end,
                all_in_at = @Now,
                version = version + 1
            where reference = @enquiry
                and all_in_at is null
                and not exists (
                    select 1
                    from requests
                    where enquiry_reference = enquiries.reference
                        and state not in ('NotAsked', 'Answered', 'Withdrawn')
                )
            """,
            new { enquiry, ledger.Now },
            ledger.Transaction
        ) == 1;

    internal static Cell ContentOf(EnquiryReference reference) => new("enquiries", "content", reference.ToString());

    /// <summary>The key of an enquiry's content; null when there is no such enquiry.</summary>
    internal static async Task<KeyId?> KeyOfAsync(LedgerSession ledger, EnquiryReference reference) =>
        await ledger.Connection.ExecuteScalarAsync<string?>(
            "select key_id from enquiries where reference = @reference",
            new { reference },
            ledger.Transaction
        )
            is { } key
            ? KeyIdText.Read(key)
            : null;

    private static async Task<IReadOnlyList<EnquiryRow>> QueryAsync(LedgerSession ledger, string sql, object parameters)
    {
        var rows = (await ledger.Connection.QueryAsync<EnquiryRow>(sql, parameters, ledger.Transaction)).AsList();
        rows.ForEach(row => row.Vault = ledger.Vault);
        return rows;
    }

    private static async Task AddRequestAsync(
        LedgerTransaction ledger,
        EnquiryReference reference,
        NewEnquiry enquiry,
        NewRequest request
    )
    {
        await ledger.Connection.ExecuteAsync(
            """
            insert into requests (id, enquiry_reference, agency, agency_name, state, not_asked_reason, due_at)
            values (@Id, @reference, @Agency, @AgencyName, @state, @NotAskedReason, @ReturnDueAt)
            """,
            new
            {
                request.Id,
                reference,
                request.Agency,
                request.AgencyName,
                state = (request.Letter is null ? RequestState.NotAsked : RequestState.Queued).ToString(),
                request.NotAskedReason,
                enquiry.ReturnDueAt,
            },
            ledger.Transaction
        );
        if (request.Letter is not null)
        {
            await OutboxStore.AddAsync(ledger, request.Letter);
        }
    }
}
