using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Agencies;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Web.Contacts;

/// <summary>
/// What a plan and an outlook begin with: the contact is found, that somebody looked is put on record, and the rating they ask
/// about is understood.
/// </summary>
/// <typeparam name="T">What else is read of it.</typeparam>
/// <param name="Rating">Null where the rating asked about is none.</param>
/// <param name="HeardOf">Codes of the agencies whose adapters have reported.</param>
internal sealed record ContactLook<T>(ContactRow Row, T Seen, Rating? Rating, IReadOnlySet<string> HeardOf)
{
    /// <param name="look">Reads, from the same view of the ledger, what else is needed.</param>
    /// <returns>Null where there is no such contact.</returns>
    public static Task<ContactLook<T>?> ReadAsync(
        ReadingRecord readings,
        Reader reader,
        string reference,
        string? rating,
        string purpose,
        Func<LedgerSession, ContactRow, Task<T>> look,
        CancellationToken cancellation
    ) =>
        readings.ReadAsync(
            reader,
            AuditAct.PlanRead,
            purpose,
            async view =>
                await ContactStore.FindAsync(view, reference) is { } row
                    ? new ContactLook<T>(
                        row,
                        await look(view, row),
                        Ratings.Read(rating, row),
                        (await AgencyStore.ListAsync(view)).Select(agency => agency.Agency).ToHashSet()
                    )
                    : null,
            found => new Shown(found.Row.EnquiryReference, reference, found.Rating?.ToString()),
            cancellation
        );
}

/// <summary>What is answered where there is nothing to look at.</summary>
internal static class ContactLook
{
    public static IResult NotFound() => Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy);

    /// <param name="nothing">What does not happen, e.g. "Nothing can be planned."</param>
    public static IResult NoRating(string nothing, string? rating) =>
        Faults.Answer(
            StatusCodes.Status400BadRequest,
            nothing,
            new FieldFault("rating", Ratings.Fault(rating), Ratings.Remedy)
        );
}
