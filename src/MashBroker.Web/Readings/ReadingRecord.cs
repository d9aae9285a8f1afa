using MashBroker.Contracts;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Rules;

namespace MashBroker.Web.Readings;

/// <summary>
/// Shows what the ledger holds, and puts on record first who was shown it. The row is on disk before anything is answered; where it
/// cannot be written the transaction fails, and with it the request.
/// </summary>
internal sealed class ReadingRecord(LedgerFront ledger, HubProfile profile)
{
    // The hub's weakest basis, which it has for every contact.
    private readonly string _basis = profile.LegalBases[^1].Basis.Code;

    /// <param name="find">Null when there is nothing to show; then nothing is put on record.</param>
    /// <param name="what">What the row says of the thing shown; no personal data.</param>
    public Task<T?> ReadAsync<T>(
        Reader reader,
        AuditAct act,
        string purpose,
        Func<LedgerSession, Task<T?>> find,
        Func<T, Shown> what,
        CancellationToken cancellation
    )
        where T : class =>
        ledger.WriteAsync(
            async change =>
            {
                var found = await find(change);
                if (found is not null)
                {
                    await AppendAsync(change, reader, act, purpose, what(found));
                }

                return found;
            },
            cancellation
        );

    /// <returns>The row's sequence.</returns>
    public async Task<long> AppendAsync(
        LedgerTransaction change,
        Reader reader,
        AuditAct act,
        string purpose,
        Shown shown
    ) =>
        await AuditStore.AppendAsync(
            change,
            reader.Actor,
            act,
            shown.Enquiry,
            shown.Subject,
            shown.Detail,
            // An enquiry is read under what it was published under.
            shown.Enquiry
                is { } enquiry
                ? await AuditStore.BasisOfAsync(change, enquiry) ?? _basis
                : _basis,
            reader.Purpose ?? purpose
        );
}

/// <summary>What was shown, as the audit names it.</summary>
internal sealed record Shown(EnquiryReference? Enquiry = null, string? Subject = null, string? Detail = null);
