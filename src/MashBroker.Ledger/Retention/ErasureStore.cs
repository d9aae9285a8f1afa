using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Retention;

/// <summary>
/// Erasing what is kept of a family. It begins with a row that cannot be taken back and ends with the certificate; whoever is
/// stopped in between finds the unfinished row and goes on. What proves (digests, signatures, audit) stays.
/// </summary>
public static class ErasureStore
{
    /// <summary>Grounds of an erasure that a person asked for.</summary>
    public const string Asked = "asked-for";

    private const string Columns = """
        erasures.contact_reference,
        erasures.enquiry_reference,
        grounds,
        asked_by,
        began_at,
        erased_at,
        certificate,
        contacts.key_id
        """;

    /// <summary>Contacts of this outcome that closed before an instant, are not held and not erased.</summary>
    /// <param name="others">Outcomes with a rule of their own, which <c>enquiry</c> and <c>no-enquiry</c> then do not cover.</param>
    public static async Task<IReadOnlyList<string>> DueAsync(
        LedgerSession ledger,
        string outcome,
        IReadOnlyCollection<string> others,
        DateTimeOffset closedBefore,
        int most
    ) =>
        [
            .. await ledger.Connection.QueryAsync<string>(
                """
                select contacts.reference
                from contacts
                left join enquiries on enquiries.contact_reference = contacts.reference
                left join erasures on erasures.contact_reference = contacts.reference
                where erasures.contact_reference is null
                    and not exists (
                        select 1 from holds
                        where holds.contact_reference = contacts.reference and released_at is null)
                    and case
                        when contacts.state = 'NotAnEnquiry'
                            and contacts.outcome in (select value from json_each(@others)) then contacts.outcome
                        when contacts.state = 'NotAnEnquiry' then 'no-enquiry'
                        when enquiries.outcome in (select value from json_each(@others)) then enquiries.outcome
                        when enquiries.reference is not null then 'enquiry'
                    end = @outcome
                    and coalesce(
                        (select max(decided_at) from decisions where enquiry_reference = enquiries.reference),
                        enquiries.decision_due_at,
                        contacts.decided_anew_at,
                        contacts.rated_at) < @closedBefore
                order by contacts.received_at
                limit @most
                """,
                new
                {
                    outcome,
                    others = System.Text.Json.JsonSerializer.Serialize(others),
                    closedBefore,
                    most,
                },
                ledger.Transaction
            ),
        ];

    public static Task<ErasureRow?> FindAsync(LedgerSession ledger, string contact) =>
        ledger.Connection.QuerySingleOrDefaultAsync<ErasureRow>(
            $"""
            select {Columns}
            from erasures
            join contacts on contacts.reference = contact_reference
            where contact_reference = @contact
            """,
            new { contact },
            ledger.Transaction
        );

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<ErasureRow>> LatestAsync(LedgerSession ledger, int most) =>
        [
            .. await ledger.Connection.QueryAsync<ErasureRow>(
                $"""
                select {Columns}
                from erasures
                join contacts on contacts.reference = contact_reference
                order by began_at desc, contact_reference desc
                limit @most
                """,
                new { most },
                ledger.Transaction
            ),
        ];

    public static async Task<IReadOnlyList<ErasureRow>> UnfinishedAsync(LedgerSession ledger) =>
        [
            .. await ledger.Connection.QueryAsync<ErasureRow>(
                $"""
                select {Columns}
                from erasures
                join contacts on contacts.reference = contact_reference
                where erased_at is null
                order by began_at
                """,
                transaction: ledger.Transaction
            ),
        ];

    /// <summary>Keys that are destroyed, or were before the file of the keys was restored from a backup.</summary>
    public static async Task<IReadOnlyCollection<KeyId>> ErasedKeysAsync(LedgerSession ledger) =>
        [
            .. await ledger.Connection.QueryAsync<KeyId>(
                """
                select contacts.key_id
                from erasures
                join contacts on contacts.reference = contact_reference
                where erased_at is not null
                """,
                transaction: ledger.Transaction
            ),
        ];

    /// <summary>
    /// Makes an erasure final: nothing more is sent, flagged or assembled for this family, and nobody is found through it. The
    /// hub worker destroys the key next.
    /// </summary>
    /// <param name="reason">Stands in the audit for good, so it names nobody.</param>
    /// <returns>False when it is held, not decided yet, or already erased or being erased.</returns>
    public static async Task<bool> BeginAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        string grounds,
        string by,
        string? askedBy,
        string? reason = null
    )
    {
        if (
            contact.State is not (ContactState.Published or ContactState.NotAnEnquiry)
            || await HoldStore.StandsAsync(ledger, contact.Reference)
            || await FindAsync(ledger, contact.Reference) is not null
        )
        {
            return false;
        }

        await ledger.Connection.ExecuteAsync(
            """
            insert into erasures (contact_reference, enquiry_reference, grounds, asked_by, began_at)
            values (@Reference, @EnquiryReference, @grounds, @askedBy, @Now);

            update contacts set retriage_at = null where reference = @Reference;

            update case_clocks set ended_at = @Now, ended_because = 'Erased' where contact_reference = @Reference and ended_at is null;

            update enquiries set next_clock_at = null, pack_owed = 0 where reference = @EnquiryReference;

            update outbox
            set settled_at = coalesce(settled_at, @Now), sealed = null, letter = null
            where enquiry_reference = @EnquiryReference;
            """,
            new
            {
                contact.Reference,
                contact.EnquiryReference,
                grounds,
                askedBy,
                ledger.Now,
            },
            ledger.Transaction
        );
        await LookupStore.ForgetAsync(ledger, contact.Reference);
        await AuditStore.AppendAsync(
            ledger,
            by,
            AuditAct.ErasureBegun,
            contact.EnquiryReference,
            contact.Reference,
            grounds,
            purpose: reason
        );
        return true;
    }

    /// <summary>The key is destroyed: writes the certificate and tells the agencies to do the same.</summary>
    /// <param name="instructions">One for each agency that was sent a request.</param>
    /// <returns>False when another has finished it.</returns>
    public static async Task<bool> FinishAsync(
        LedgerTransaction ledger,
        ErasureRow erasure,
        DateTimeOffset erasedAt,
        byte[] certificate,
        IReadOnlyList<Letter> instructions
    )
    {
        var finished = await ledger.Connection.ExecuteAsync(
            """
            update erasures
            set erased_at = @erasedAt, certificate = @certificate
            where contact_reference = @ContactReference and erased_at is null
            """,
            new
            {
                erasure.ContactReference,
                erasedAt,
                certificate,
            },
            ledger.Transaction
        );
        if (finished == 0)
        {
            return false;
        }

        await AuditStore.AppendAsync(
            ledger,
            "hub",
            AuditAct.ContentErased,
            erasure.EnquiryReference,
            erasure.ContactReference,
            $"key {erasure.KeyId}"
        );
        foreach (var instruction in instructions)
        {
            await OutboxStore.AddAsync(ledger, instruction);
            await ledger.Connection.ExecuteAsync(
                "insert into purges (enquiry_reference, agency, instruction) values (@enquiry, @agency, @id)",
                new
                {
                    enquiry = erasure.EnquiryReference,
                    agency = instruction.Head.Recipient,
                    id = instruction.Head.Id,
                },
                ledger.Transaction
            );
        }

        return true;
    }

    /// <summary>An agency has certified; the instruction need not go again.</summary>
    public static Task CertifyAsync(LedgerTransaction ledger, MessageId instruction, PurgeCertificate certificate) =>
        ledger.Connection.ExecuteAsync(
            """
            update purges
            set certified_at = coalesce(certified_at, @Now), purged_at = @PurgedAt, letters_erased = @LettersErased
            where instruction = @instruction;

            update outbox set settled_at = coalesce(settled_at, @Now) where letter_id = @instruction;
            """,
            new
            {
                instruction,
                certificate.PurgedAt,
                certificate.LettersErased,
                ledger.Now,
            },
            ledger.Transaction
        );

    public static async Task<IReadOnlyList<PurgeRow>> PurgesOfAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        [
            .. await ledger.Connection.QueryAsync<PurgeRow>(
                """
                select agency, certified_at, purged_at, letters_erased
                from purges
                where enquiry_reference = @enquiry
                order by agency
                """,
                new { enquiry },
                ledger.Transaction
            ),
        ];

    /// <summary>Digests of an enquiry's signed letters, both ways, by which they can be proven when they cannot be read.</summary>
    public static async Task<IReadOnlyList<string>> DigestsAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        [
            .. await ledger.Connection.QueryAsync<string>(
                """
                select digest from (
                    select 0 as way, position, digest from outbox
                    where enquiry_reference = @enquiry and digest is not null
                    union all
                    select 1, position, digest from returns where enquiry_reference = @enquiry)
                order by way, position
                """,
                new { enquiry },
                ledger.Transaction
            ),
        ];
}
