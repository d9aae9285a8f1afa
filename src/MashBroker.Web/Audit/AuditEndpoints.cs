using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Audit;

/// <summary>The record of acts, for whoever asks who did what. To be shown it is an act itself.</summary>
internal sealed class AuditEndpoints(LedgerFront ledger, ReadingRecord readings, HubProfile profile)
{
    private const string Purpose = "to see who did what";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
            "/api/audit",
            (
                string? reference,
                string? from,
                string? to,
                string? act,
                string? limit,
                string? before,
                Reader reader,
                AuditEndpoints audit,
                CancellationToken cancellation
            ) => audit.ShowAsync(reference, new AuditWish(from, to, act, limit, before), reader, cancellation)
        );

    private async Task<IResult> ShowAsync(
        string? reference,
        AuditWish wish,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var faults = new List<FieldFault>();
        var most = wish.Most(faults);
        var search = wish.Read(profile.Zone, faults);
        if (faults.Count > 0)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was looked for.", faults);
        }

        // A long record takes a while to go through and must not hold up who writes: the row follows it, and the answer the row.
        var view = await ledger.ReadAsync(session => FindAsync(session, reference, search, most), cancellation);
        if (view is null)
        {
            return Faults.NotFound(
                "enquiry, contact or consultation",
                "Take the reference from 'mash contact list', from 'mash enquiry list' or from the board; without one the whole record is shown."
            );
        }

        var enquiry = view.Contacts.Count > 0 ? EnquiryReference.Parse(reference!) : null;
        await ledger.WriteAsync(
            change =>
                readings.AppendAsync(
                    change,
                    reader,
                    AuditAct.AuditRead,
                    Purpose,
                    new Shown(enquiry, enquiry is null ? reference : null, $"{view.Acts.Count} acts")
                ),
            cancellation
        );
        return Results.Json(view, MashJson.Options);
    }

    private static async Task<AuditView?> FindAsync(
        LedgerSession session,
        string? reference,
        AuditSearch search,
        int most
    )
    {
        ContactRow? contact = null;
        // A contact's reference has an enquiry's form.
        if (
            EnquiryReference.TryParse(reference, out var enquiry)
            && await AuditSearch.OfEnquiryAsync(session, enquiry) is { } own
        )
        {
            search = search with { Enquiry = enquiry, Subjects = own.Subjects };
        }
        else if (reference is not null)
        {
            contact = await ContactStore.FindAsync(session, reference);
            search = search with { Subjects = [reference] };
            if (contact is null && !await IsConsultationAsync(session, reference))
            {
                return null;
            }
        }

        var (rows, more) = await search.LastAsync(session, most);
        return new AuditView(
            [.. rows.Select(AuditActView.Of)],
            more,
            search.Enquiry is null ? [] : search.Subjects,
            contact?.EnquiryReference
        );
    }

    private static async Task<bool> IsConsultationAsync(LedgerSession session, string reference)
    {
        var search = new AuditSearch { Subjects = [reference], Acts = [AuditAct.ConsultationRecorded] };
        return (await search.LastAsync(session, 1)).Rows.Count > 0;
    }
}
