using Dapper;
using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Returns;

/// <summary>Remembers every letter taken in, longer than it is valid, so that one effect follows from any number of deliveries.</summary>
public static class InboxStore
{
    /// <summary>Notes an arrival and says what it is. Called in the transaction of its effect.</summary>
    public static async Task<Arrival> NoteAsync(
        LedgerTransaction ledger,
        LetterHead head,
        string digest,
        string signer,
        string lane
    )
    {
        var known = await ledger.Connection.QuerySingleOrDefaultAsync<Seen>(
            "select digest, signer, lane from inbox where letter_id = @Id",
            new { head.Id },
            ledger.Transaction
        );
        if (known is null)
        {
            await ledger.Connection.ExecuteAsync(
                """
                insert into inbox (letter_id, digest, signer, lane, type, received_at, expires_at)
                values (@Id, @digest, @signer, @lane, @type, @Now, @ExpiresAt)
                """,
                new
                {
                    head.Id,
                    digest,
                    signer,
                    lane,
                    type = head.Type.ToString(),
                    ledger.Now,
                    head.ExpiresAt,
                },
                ledger.Transaction
            );
            return Arrival.First;
        }

        if (known != new Seen(digest, signer, lane))
        {
            return Arrival.Replayed;
        }

        await ledger.Connection.ExecuteAsync(
            "update inbox set times_received = times_received + 1 where letter_id = @Id",
            new { head.Id },
            ledger.Transaction
        );
        return Arrival.Duplicate;
    }

    private sealed record Seen(string Digest, string Signer, string Lane);
}

public enum Arrival
{
    None = 0,
    First,

    /// <summary>Same id, digest, signer and lane: normal; its receipt is repeated, its effect is not.</summary>
    Duplicate,

    /// <summary>Same id and anything else different: refused and kept as evidence.</summary>
    Replayed,
}
