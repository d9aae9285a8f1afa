using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Retention;
using MashBroker.Web.Cases;
using MashBroker.Web.Contacts;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Retention;

/// <summary>Legal holds, erasing on request, and what was erased.</summary>
internal static class RetentionEndpoints
{
    private const int MostListed = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapRetention(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/retention", ListAsync);
        app.MapGet("/api/retention/{reference}/certificate", CertificateAsync);
        app.MapPost("/api/retention/{reference}/hold", HoldAsync);
        app.MapPost("/api/retention/{reference}/release", ReleaseAsync);
        app.MapPost("/api/retention/{reference}/erase", EraseAsync);
    }

    private static async Task<IResult> ListAsync(
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    ) =>
        Results.Json(
            await readings.ReadAsync(
                reader,
                AuditAct.RetentionListed,
                "to see what is held and what was erased",
                ReadAsync,
                _ => new Shown(),
                cancellation
            ),
            MashJson.Options
        );

    private static async Task<RetentionView?> ReadAsync(LedgerSession session)
    {
        var erasures = new List<ErasureView>();
        foreach (var row in await ErasureStore.LatestAsync(session, MostListed))
        {
            erasures.Add(await ViewAsync(session, row));
        }

        return new RetentionView([.. (await HoldStore.StandingAsync(session)).Select(HoldView.Of)], erasures);
    }

    private static async Task<ErasureView> ViewAsync(LedgerSession session, ErasureRow row) =>
        new(
            row.ContactReference,
            row.Grounds,
            row.BeganAt,
            row.EnquiryReference is { } enquiry ? await ErasureStore.PurgesOfAsync(session, enquiry) : [],
            row.EnquiryReference,
            row.AskedBy,
            row.ErasedAt
        );

    private static async Task<IResult> CertificateAsync(
        string reference,
        LedgerFront ledger,
        CancellationToken cancellation
    )
    {
        var erasure = await ledger.ReadAsync(
            async view =>
                await CaseReference.FindAsync(view, reference) is { } contact
                    ? await ErasureStore.FindAsync(view, contact.Reference)
                    : null,
            cancellation
        );
        return erasure?.Certificate is { } certificate
            ? Results.Bytes(certificate, "application/pkcs7-mime")
            : Faults.NotFound("certificate of erasure", "See what was erased: GET /api/retention.");
    }

    private static Task<IResult> HoldAsync(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        CancellationToken cancellation
    ) =>
        ActAsync(
            reference,
            request,
            ledger,
            async (change, contact, stated) =>
                await HoldStore.PlaceAsync(change, contact, stated.By, Words(stated))
                    ? null
                    : "It is held already, or has been erased.",
            cancellation
        );

    private static Task<IResult> ReleaseAsync(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        CancellationToken cancellation
    ) =>
        ActAsync(
            reference,
            request,
            ledger,
            async (change, contact, stated) =>
                await HoldStore.ReleaseAsync(change, contact, stated.By, Words(stated)) ? null : "No hold stands.",
            cancellation
        );

    private static async Task<IResult> EraseAsync(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        CancellationToken cancellation
    )
    {
        var answer = await ActAsync(
            reference,
            request,
            ledger,
            async (change, contact, stated) =>
                await ErasureStore.BeginAsync(change, contact, ErasureStore.Asked, stated.By, stated.By, Words(stated))
                    ? null
                    : "It is held, not decided yet, or erased already. Release the hold or decide first.",
            cancellation
        );
        if (answer is IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest })
        {
            return answer;
        }

        var after = await ledger.UntilAsync(
            async view =>
                await ViewAsync(
                    view,
                    (await ErasureStore.FindAsync(view, (await CaseReference.FindAsync(view, reference))!.Reference))!
                ),
            view => view.ErasedAt is not null,
            Patience,
            cancellation
        );
        return Results.Json(after, MashJson.Options);
    }

    /// <param name="act">Says why nothing was changed; null when it was.</param>
    private static async Task<IResult> ActAsync(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        Func<LedgerTransaction, ContactRow, RetentionAct, Task<string?>> act,
        CancellationToken cancellation
    )
    {
        var (stated, faults) = RetentionAct.Read(await Body.ReadAsync(request, Body.SmallLimit, cancellation));
        if (stated is null)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was changed.", faults);
        }

        var (found, refusal) = await ledger.WriteAsync(
            async change =>
                await CaseReference.FindAsync(change, reference) is { } contact
                    ? (contact, await act(change, contact, stated))
                    : default((ContactRow?, string?)),
            cancellation
        );
        return found is null ? CaseReference.NotFound()
            : refusal is null
                ? Results.Json(new { Contact = found.Reference, Enquiry = found.EnquiryReference }, MashJson.Options)
            : Faults.Answer(StatusCodes.Status409Conflict, refusal);
    }

    private static string Words(RetentionAct stated) => $"{stated.Role}: {stated.Reason}";
}
