using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Enquiries;

namespace MashBroker.Ledger.Audit;

/// <summary>Which rows of the record of acts somebody asks for. What is absent leaves nothing out.</summary>
public sealed record AuditSearch
{
    /// <summary>Rows of this enquiry.</summary>
    public EnquiryReference? Enquiry { get; init; }

    /// <summary>References of contacts or of consultations: rows done to one of them count too.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Empty: every act.</summary>
    public IReadOnlyCollection<AuditAct> Acts { get; init; } = [];

    /// <summary>Rows before this one only.</summary>
    public long? Before { get; init; }

    /// <summary>
    /// All that was done about an enquiry, before it was published too: its own rows, those of the contact that it was made of, and those
    /// of every contact that was joined to it.
    /// </summary>
    /// <returns>Null where there is no such enquiry.</returns>
    public static async Task<AuditSearch?> OfEnquiryAsync(LedgerSession ledger, EnquiryReference enquiry)
    {
        if (await EnquiryStore.FindAsync(ledger, enquiry) is not { } row)
        {
            return null;
        }

        var joined = await ledger.Connection.QueryAsync<string>(
            """
            select subject
            from audit
            where enquiry_reference = @enquiry and act = @Joined and subject is not null
            order by sequence
            """,
            new { enquiry, Joined = AuditAct.ContactJoined.ToString() },
            ledger.Transaction
        );
        return new AuditSearch { Enquiry = enquiry, Subjects = [row.ContactReference, .. joined] };
    }

    /// <summary>The last rows that are asked for, the newest last, and whether there are earlier ones.</summary>
    /// <param name="most">At least 1.</param>
    public async Task<(IReadOnlyList<AuditEntry> Rows, bool More)> LastAsync(LedgerSession ledger, int most)
    {
        var found = (
            await ledger.Connection.QueryAsync<AuditEntry>(
                $"""
                select {AuditStore.Columns}
                from audit
                where {string.Join(" and ", Conditions().DefaultIfEmpty("true"))}
                order by sequence desc
                limit @limit
                """,
                new
                {
                    Enquiry,
                    Subjects,
                    From,
                    Until,
                    Before,
                    Acts = Acts.Select(act => act.ToString()),
                    limit = most + 1,
                },
                ledger.Transaction
            )
        ).ToList();
        return ([.. found.Take(most).Reverse()], found.Count > most);
    }

    private IEnumerable<string> Conditions()
    {
        if (Enquiry is not null)
        {
            yield return "(enquiry_reference = @Enquiry or subject in @Subjects)";
        }
        else if (Subjects.Count > 0)
        {
            yield return "subject in @Subjects";
        }

        if (From is not null)
        {
            yield return "at >= @From";
        }

        if (Until is not null)
        {
            yield return "at < @Until";
        }

        if (Acts.Count > 0)
        {
            yield return "act in @Acts";
        }

        if (Before is not null)
        {
            yield return "sequence < @Before";
        }
    }
}
