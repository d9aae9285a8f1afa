using System.Globalization;
using System.Text.Json;
using Dapper;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Evidence;
using MashBroker.Ledger.Leaks;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;

namespace MashBroker.Ledger.Cases;

/// <summary>
/// The file of a case: from its contact on, everything that named persons put on record beside the returns. It is the contact's
/// and its enquiry's alike, append-only, and under the family's key.
/// </summary>
public static class CaseFile
{
    /// <param name="ofHub">The hub writes it by itself: in its own words, or in words that were looked at when somebody gave them.</param>
    /// <returns>The entry's number.</returns>
    /// <exception cref="ContentErasedException">What was kept of the family has been erased: nothing is added any more.</exception>
    /// <exception cref="LeakFoundException">It would tell who referred or where somebody hides, and no act has looked at it before.</exception>
    public static async Task<int> AddAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        CaseStatement statement,
        bool ofHub = false
    )
    {
        if (!ofHub)
        {
            await LeakGate.LookBeforeRecordAsync(ledger, contact, statement);
        }

        var kind = CaseEntryKinds.Of(statement);
        var number = await ledger.Connection.ExecuteScalarAsync<int>(
            "select coalesce(max(number), 0) + 1 from case_entries where contact_reference = @Reference",
            new { contact.Reference },
            ledger.Transaction
        );
        var content = JsonSerializer.SerializeToUtf8Bytes(statement, statement.GetType(), MashJson.Options);
        await ledger.Connection.ExecuteAsync(
            """
            insert into case_entries (contact_reference, number, kind, at, content)
            values (@Reference, @number, @Code, @Now, @kept)
            """,
            new
            {
                contact.Reference,
                number,
                kind.Code,
                ledger.Now,
                kept = ledger.Vault.Protect(contact.KeyId, Content(contact.Reference, number), content),
            },
            ledger.Transaction
        );
        await AuditStore.AppendAsync(
            ledger,
            statement.By,
            AuditAct.CaseEntryAdded,
            contact.EnquiryReference,
            contact.Reference,
            RatingWords.Detail(number, kind.Code, statement, content)
        );
        return number;
    }

    /// <summary>In the order in which they were put on record.</summary>
    /// <param name="kinds">Codes of the kinds wanted; none: all.</param>
    /// <exception cref="ContentErasedException">What was kept of the family has been erased.</exception>
    public static async Task<IReadOnlyList<CaseEntry>> ReadAsync(
        LedgerSession ledger,
        string contact,
        params IReadOnlyCollection<string> kinds
    ) =>
        [
            .. (
                await ledger.Connection.QueryAsync<Row>(
                    """
                    select number, kind, at, content
                    from case_entries
                    where contact_reference = @contact and (@all or kind in @kinds)
                    order by number
                    """,
                    new
                    {
                        contact,
                        all = kinds.Count == 0,
                        kinds,
                    },
                    ledger.Transaction
                )
            ).Select(row => Open(ledger, contact, row)),
        ];

    /// <summary>The latest statement of a kind; null where none was made.</summary>
    public static async Task<T?> LatestAsync<T>(LedgerSession ledger, string contact)
        where T : CaseStatement =>
        await ReadAsync(ledger, contact, CaseEntryKinds.Of<T>().Code) is [.., var latest]
            ? latest.Statement as T
            : null;

    private static CaseEntry Open(LedgerSession ledger, string contact, Row row)
    {
        var kind =
            CaseEntryKinds.Find(row.Kind)
            ?? throw new LedgerException(
                $"The case file of {contact} holds an entry of the kind '{row.Kind}', which this version does not know. Run the version that wrote it."
            );
        var content = ledger.Vault.Open(Content(contact, row.Number), row.Content);
        var statement = (CaseStatement)JsonSerializer.Deserialize(content, kind.Type, MashJson.Options)!;
        return new CaseEntry(row.Number, kind, row.At, statement);
    }

    private static Cell Content(string contact, int number) =>
        new("case_entries", "content", string.Create(CultureInfo.InvariantCulture, $"{contact}/{number}"));

    private sealed record Row
    {
        public required int Number { get; init; }

        public required string Kind { get; init; }

        public required DateTimeOffset At { get; init; }

        public required byte[] Content { get; init; }
    }
}
