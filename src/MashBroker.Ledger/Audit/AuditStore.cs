using Dapper;
using MashBroker.Contracts;

namespace MashBroker.Ledger.Audit;

/// <summary>
/// The record of acts. Written in the transaction of the act itself: if it cannot be written, the act does not happen.
/// </summary>
public static class AuditStore
{
    public static Task AppendAsync(
        LedgerTransaction ledger,
        string actor,
        AuditAct act,
        EnquiryReference? enquiry = null,
        string? subject = null,
        string? detail = null
    ) =>
        ledger.Connection.ExecuteAsync(
            """
            insert into audit (at, actor, act, enquiry_reference, subject, detail)
            values (@Now, @actor, @act, @enquiry, @subject, @detail)
            """,
            new
            {
                ledger.Now,
                actor,
                act = act.ToString(),
                enquiry,
                subject,
                detail,
            },
            ledger.Transaction
        );

    public static async Task<IReadOnlyList<AuditEntry>> OfEnquiryAsync(
        LedgerSession ledger,
        EnquiryReference enquiry
    ) =>
        [
            .. await ledger.Connection.QueryAsync<AuditEntry>(
                """
                select sequence, at, actor, act, enquiry_reference, subject, detail
                from audit
                where enquiry_reference = @enquiry
                order by sequence
                """,
                new { enquiry },
                ledger.Transaction
            ),
        ];
}
