using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Rules;

namespace MashBroker.Ledger.Contacts;

/// <summary>Contacts: written as received, triaged, rated by a person, published as an enquiry or not.</summary>
public static class ContactStore
{
    private const string Columns = """
        reference,
        state,
        received_at,
        written_at,
        content,
        triage_json,
        qualifies,
        suggested_rating,
        rating,
        rated_by,
        rated_role,
        rating_reason,
        rated_at,
        enquiry_reference
        """;

    /// <param name="submissionKey">The same key twice is one contact: a page sent twice, a file submitted again.</param>
    public static async Task<ContactWritten> AddAsync(
        LedgerTransaction ledger,
        string hub,
        string submissionKey,
        DateTimeOffset receivedAt,
        byte[] content,
        string by
    )
    {
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
        await ledger.Connection.ExecuteAsync(
            """
            insert into contacts (reference, submission_key, state, received_at, written_at, content)
            values (@reference, @submissionKey, @state, @receivedAt, @Now, @content)
            """,
            new
            {
                reference,
                submissionKey,
                state = nameof(ContactState.Received),
                receivedAt,
                ledger.Now,
                content,
            },
            ledger.Transaction
        );
        await AuditStore.AppendAsync(ledger, by, AuditAct.ContactReceived, subject: reference);
        return new ContactWritten(reference, AlreadyThere: false);
    }

    public static Task<ContactRow?> FindAsync(LedgerSession ledger, string reference) =>
        ledger.Connection.QuerySingleOrDefaultAsync<ContactRow>(
            $"select {Columns} from contacts where reference = @reference",
            new { reference },
            ledger.Transaction
        );

    /// <summary>Oldest first: a contact that waits is served before one that came after it.</summary>
    public static async Task<IReadOnlyList<ContactRow>> InStateAsync(
        LedgerSession ledger,
        ContactState state,
        int most
    ) =>
        [
            .. await ledger.Connection.QueryAsync<ContactRow>(
                $"select {Columns} from contacts where state = @state order by written_at, reference limit @most",
                new { state = state.ToString(), most },
                ledger.Transaction
            ),
        ];

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<ContactRow>> LatestAsync(LedgerSession ledger, int most) =>
        [
            .. await ledger.Connection.QueryAsync<ContactRow>(
                $"select {Columns} from contacts order by written_at desc, reference desc limit @most",
                new { most },
                ledger.Transaction
            ),
        ];

    /// <returns>False when somebody else triaged it before: nothing was changed.</returns>
    public static async Task<bool> KeepTriageAsync(
        LedgerTransaction ledger,
        string reference,
        string triageJson,
        bool qualifies,
        Rating suggested
    )
    {
        var changed = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set state = 'Triaged',
                triage_json = @triageJson,
                qualifies = @qualifies,
                suggested_rating = @suggested
            where reference = @reference and state = 'Received'
            """,
            new
            {
                reference,
                triageJson,
                qualifies,
                suggested = suggested.ToString(),
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

    /// <summary>A named person confirms or changes the suggested rating: an enquiry will be published.</summary>
    /// <returns>False when the contact is not waiting for a rating.</returns>
    public static Task<bool> ConfirmRatingAsync(
        LedgerTransaction ledger,
        string reference,
        Rating rating,
        string by,
        string role,
        string? reason
    ) =>
        DecideAsync(
            ledger,
            reference,
            ContactState.RatingConfirmed,
            rating,
            by,
            role,
            reason,
            AuditAct.RatingConfirmed
        );

    /// <summary>A named person decides that no multi-agency enquiry is made.</summary>
    /// <returns>False when the contact is not waiting for a rating.</returns>
    public static Task<bool> DeclineEnquiryAsync(
        LedgerTransaction ledger,
        string reference,
        string by,
        string role,
        string reason
    ) => DecideAsync(ledger, reference, ContactState.NotAnEnquiry, null, by, role, reason, AuditAct.EnquiryDeclined);

    private static async Task<bool> DecideAsync(
        LedgerTransaction ledger,
        string reference,
        ContactState state,
        Rating? rating,
        string by,
        string role,
        string? reason,
        AuditAct act
    )
    {
        var changed = await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set state = @state,
                rating = @rating,
                rated_by = @by,
                rated_role = @role,
                rating_reason = @reason,
                rated_at = @Now
            where reference = @reference and state = 'Triaged'
            """,
            new
            {
                reference,
                state = state.ToString(),
                rating = rating?.ToString(),
                by,
                role,
                reason,
                ledger.Now,
            },
            ledger.Transaction
        );
        if (changed == 1)
        {
            await AuditStore.AppendAsync(ledger, by, act, subject: reference, detail: rating?.ToString());
        }

        return changed == 1;
    }
}

/// <param name="AlreadyThere">This submission was received before; nothing was written.</param>
public sealed record ContactWritten(string Reference, bool AlreadyThere);
