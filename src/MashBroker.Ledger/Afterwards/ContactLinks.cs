using Dapper;
using MashBroker.Ledger.Audit;

namespace MashBroker.Ledger.Afterwards;

/// <summary>Contacts that say which earlier one they follow: new information on a case that was closed.</summary>
public static class ContactLinks
{
    /// <param name="follows">Reference of an earlier contact.</param>
    public static async Task AddAsync(LedgerTransaction ledger, string contact, string follows, string by)
    {
        var linked = await ledger.Connection.ExecuteAsync(
            """
            insert into contact_links (contact_reference, follows)
            values (@contact, @follows)
            on conflict do nothing
            """,
            new { contact, follows },
            ledger.Transaction
        );
        if (linked == 1)
        {
            await AuditStore.AppendAsync(ledger, by, AuditAct.ContactLinked, subject: contact, detail: follows);
        }
    }

    /// <summary>The earlier contact that this one follows; null where it names none.</summary>
    public static Task<string?> FollowsAsync(LedgerSession ledger, string contact) =>
        ledger.Connection.ExecuteScalarAsync<string?>(
            "select follows from contact_links where contact_reference = @contact",
            new { contact },
            ledger.Transaction
        );

    /// <summary>Later contacts that follow this one, the earliest first.</summary>
    public static async Task<IReadOnlyList<string>> FollowedByAsync(LedgerSession ledger, string contact) =>
        [
            .. await ledger.Connection.QueryAsync<string>(
                "select contact_reference from contact_links where follows = @contact order by contact_reference",
                new { contact },
                ledger.Transaction
            ),
        ];
}
