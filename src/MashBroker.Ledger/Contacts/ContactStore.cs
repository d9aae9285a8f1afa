using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Ledger.Contacts;

/// <summary>Contacts: written as received, triaged, rated by a person, published as an enquiry or not.</summary>
public static partial class ContactStore
{
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
    /// <param name="rating">By that person's own judgement; null where they give none.</param>
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
        int? minutesOver = null,
        Rating? rating = null
    ) =>
        DecideAsync(
            ledger,
            reference,
            ContactState.NotAnEnquiry,
            rating,
            by,
            role,
            reason,
            AuditAct.EnquiryDeclined,
            minutesOver is not { } over ? outcome : $"{outcome}, {Counted.Minutes(over)} over".TrimStart(',', ' '),
            levelOfNeed,
            outcome,
            overseenBy
        );

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
                decided_anew_at = null,
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
}

/// <summary>A contact whose decision fell due before anybody made it.</summary>
public sealed record UndecidedContact
{
    public required string Reference { get; init; }

    public required DateTimeOffset DecisionDueAt { get; init; }
}

/// <param name="AlreadyThere">This submission was received before; nothing was written.</param>
public sealed record ContactWritten(string Reference, bool AlreadyThere);
