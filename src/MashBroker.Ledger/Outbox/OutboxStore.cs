using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Vault;

namespace MashBroker.Ledger.Outbox;

/// <summary>
/// Letters decided and not yet settled. A request, and what amends or withdraws one, is settled by the agency's receipt (or
/// return, or a withdrawal) and is sent again until then; anything else is settled by being sent.
/// </summary>
public static class OutboxStore
{
    /// <summary>A request without a receipt goes again after this: a lane may have been purged, a process may have died.</summary>
    public static readonly TimeSpan SendAgainAfter = TimeSpan.FromMinutes(5);

    public static async Task AddAsync(LedgerTransaction ledger, Letter letter)
    {
        var head = letter.Head;
        var content = LetterJson.Write(letter);
        await ledger.Connection.ExecuteAsync(
            """
            insert into outbox (
                letter_id, type, agency, rating, enquiry_reference, request_id, in_reply_to, letter, created_at,
                next_attempt_at, expires_at
            )
            values (@Id, @type, @Recipient, @rating, @Enquiry, @Request, @answers, @content, @Now, @Now, @ExpiresAt)
            """,
            new
            {
                head.Id,
                type = head.Type.ToString(),
                head.Recipient,
                rating = head.Rating.ToString(),
                head.Enquiry,
                head.Request,
                answers = head.InReplyTo?.Id,
                content = await OutboxCells.KeepAsync(ledger, head.Type, head.Enquiry, "letter", head.Id, content),
                head.ExpiresAt,
                ledger.Now,
            },
            ledger.Transaction
        );
    }

    /// <summary>
    /// What is due to be sent, Red first, then in the order decided. A letter past its expiry would be refused by whoever gets
    /// it: it stays on record, unsettled, and is not sent any more.
    /// </summary>
    /// <param name="except">Agencies that have enough under way: what waits for them does not hide what waits for others.</param>
    public static async Task<IReadOnlyList<OutboxRow>> DueAsync(
        LedgerSession ledger,
        DateTimeOffset now,
        int most,
        IReadOnlyCollection<string>? except = null
    )
    {
        var rows = (
            await ledger.Connection.QueryAsync<OutboxRow>(
                """
                select
                    position,
                    letter_id,
                    type,
                    agency,
                    rating,
                    enquiry_reference,
                    request_id,
                    letter as kept_letter,
                    sealed,
                    times_sent
                from outbox
                where settled_at is null
                    and next_attempt_at <= @now
                    and expires_at > @now
                    and agency not in (select value from json_each(@except))
                order by case rating when 'Red' then 0 when 'Amber' then 1 else 2 end, position
                limit @most
                """,
                new
                {
                    now,
                    most,
                    except = System.Text.Json.JsonSerializer.Serialize(except ?? []),
                },
                ledger.Transaction
            )
        ).AsList();
        rows.ForEach(row => row.Vault = ledger.Vault);
        return rows;
    }

    /// <summary>
    /// Keeps the sealed bytes before they are sent, so that every later attempt sends the same. The clear letter goes.
    /// </summary>
    /// <returns>False when another dispatcher sealed it first: those bytes are the ones to send.</returns>
    public static async Task<bool> KeepSealedAsync(
        LedgerTransaction ledger,
        OutboxRow row,
        byte[] sealedBytes,
        byte[] evidence,
        string digest
    )
    {
        var kept = await ledger.Connection.ExecuteAsync(
            """
            update outbox
            set sealed = @sealedBytes,
                evidence = @evidence,
                digest = @digest,
                sealed_at = @Now,
                letter = null
            where position = @Position and sealed is null and settled_at is null
            """,
            new
            {
                row.Position,
                sealedBytes,
                evidence = await OutboxCells.KeepAsync(
                    ledger,
                    row.Type,
                    row.EnquiryReference,
                    "evidence",
                    row.LetterId,
                    evidence
                ),
                digest,
                ledger.Now,
            },
            ledger.Transaction
        );
        if (kept == 1 && row.Type is LetterType.Request)
        {
            await ledger.Connection.ExecuteAsync(
                """
                update requests
                set digest = @digest,
                    sealed_at = @Now,
                    state = case when state = 'Queued' then 'Sealed' else state end
                where id = @RequestId
                """,
                new
                {
                    row.RequestId,
                    digest,
                    ledger.Now,
                },
                ledger.Transaction
            );
        }

        return kept == 1;
    }

    /// <summary>The transport confirmed it. A return may have come in meanwhile: its state stands.</summary>
    public static async Task MarkSentAsync(LedgerTransaction ledger, OutboxRow row)
    {
        // An agency must have certified an erasure as it must have receipted a request. One that was not told of new people
        // would not look for them, and one that was not told of a withdrawal would look for nothing.
        var waitsForReceipt =
            row.Type
            is LetterType.Request
                or LetterType.PurgeInstruction
                or LetterType.Amendment
                or LetterType.Withdrawal;
        await ledger.Connection.ExecuteAsync(
            """
            update outbox
            set sent_at = coalesce(sent_at, @Now),
                times_sent = times_sent + 1,
                next_attempt_at = @again,
                settled_at = case when @waitsForReceipt then settled_at else coalesce(settled_at, @Now) end
            where position = @Position
            """,
            new
            {
                row.Position,
                ledger.Now,
                again = ledger.Now + SendAgainAfter,
                waitsForReceipt,
            },
            ledger.Transaction
        );
        if (row.Type is LetterType.Request)
        {
            await ledger.Connection.ExecuteAsync(
                """
                update requests
                set sent_at = coalesce(sent_at, @Now),
                    times_sent = times_sent + 1,
                    state = case when state in ('Queued', 'Sealed') then 'Sent' else state end
                where id = @RequestId
                """,
                new { row.RequestId, ledger.Now },
                ledger.Transaction
            );
        }
    }

    /// <summary>The attempt failed: try again at the given time, with the same bytes.</summary>
    public static Task PostponeAsync(LedgerTransaction ledger, OutboxRow row, DateTimeOffset until) =>
        ledger.Connection.ExecuteAsync(
            "update outbox set next_attempt_at = @until where position = @Position",
            new { row.Position, until },
            ledger.Transaction
        );

    /// <summary>After a start, requests without a receipt go again at once: an in-memory transport has forgotten them.</summary>
    public static Task<int> SendUnreceiptedAgainAsync(LedgerTransaction ledger) =>
        ledger.Connection.ExecuteAsync(
            "update outbox set next_attempt_at = @Now where settled_at is null and next_attempt_at > @Now",
            new { ledger.Now },
            ledger.Transaction
        );

    /// <summary>What the hub has written under this id; null when it never wrote such a letter.</summary>
    public static Task<WrittenLetter?> FindWrittenAsync(LedgerSession ledger, MessageId letter) =>
        ledger.Connection.QuerySingleOrDefaultAsync<WrittenLetter>(
            """
            select letter_id, type, agency, enquiry_reference, request_id, digest
            from outbox
            where letter_id = @letter
            """,
            new { letter },
            ledger.Transaction
        );

    /// <summary>The letter as the hub signed it.</summary>
    /// <returns>Null when there is no such letter, or it is not sealed yet.</returns>
    /// <exception cref="ContentErasedException">It was erased.</exception>
    public static async Task<byte[]?> EvidenceAsync(LedgerSession ledger, MessageId letter)
    {
        var (type, kept) = await ledger.Connection.QuerySingleOrDefaultAsync<(string?, byte[]?)>(
            "select type, evidence from outbox where letter_id = @letter",
            new { letter },
            ledger.Transaction
        );
        return kept is null
            ? null
            : OutboxCells.Open(ledger.Vault, Enum.Parse<LetterType>(type!), "evidence", letter, kept);
    }
}
