using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Life;
using MashBroker.Rules;
using MashBroker.Web.Contacts;
using MashBroker.Web.Enquiries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Life;

/// <summary>What named persons do to an enquiry after it was published. Each is written with its letters, or not at all.</summary>
internal static class LifeEndpoints
{
    public static void MapLife(this IEndpointRouteBuilder app)
    {
        Map<Rerating>(app, "rerate", RerateEnquiry.WriteAsync);
        Map<NewFacts>(app, "facts", TellFacts.WriteAsync);
        Map<Chase>(app, "chase", ChaseAgencies.WriteAsync);
        Map<AskingLater>(app, "ask", AskAgency.WriteAsync);
        Map<EnquiryWithdrawal>(app, "withdraw", WithdrawEnquiry.WriteAsync);
        app.MapPost(
            "/api/contacts/{contact}/join/{reference}",
            (
                string contact,
                string reference,
                HttpRequest request,
                LedgerFront ledger,
                HubProfile profile,
                TimeProvider clock,
                CancellationToken cancellation
            ) =>
                ChangeAsync<JoinedEnquiry>(
                    reference,
                    request,
                    ledger,
                    profile,
                    clock,
                    (change, hub, enquiry, said) => JoinContact.WriteAsync(change, hub, contact, enquiry, said),
                    cancellation
                )
        );
    }

    private static void Map<T>(
        IEndpointRouteBuilder app,
        string verb,
        Func<LedgerTransaction, HubProfile, EnquiryReference, T, Task<EnquiryChange?>> write
    )
        where T : CaseStatement =>
        app.MapPost(
            $"/api/enquiries/{{reference}}/{verb}",
            (
                string reference,
                HttpRequest request,
                LedgerFront ledger,
                HubProfile profile,
                TimeProvider clock,
                CancellationToken cancellation
            ) => ChangeAsync(reference, request, ledger, profile, clock, write, cancellation)
        );

    private static async Task<IResult> ChangeAsync<T>(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        HubProfile profile,
        TimeProvider clock,
        Func<LedgerTransaction, HubProfile, EnquiryReference, T, Task<EnquiryChange?>> write,
        CancellationToken cancellation
    )
        where T : CaseStatement
    {
        if (!EnquiryReference.TryParse(reference, out var enquiry))
        {
            return Faults.NotFound("enquiry", EnquiryEndpoints.ReferenceRemedy);
        }

        var body = await Body.ReadAsync(request, CaseEntryDoor.SizeLimit, cancellation);
        var reading = CaseEntryDoor.Read(
            CaseEntryKinds.Of<T>(),
            body ?? new byte[CaseEntryDoor.SizeLimit + 1],
            clock.GetUtcNow()
        );
        if (reading.Statement is not T said)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was changed.", reading.Faults);
        }

        var change = await ledger.WriteAsync(written => write(written, profile, enquiry, said), cancellation);
        return change switch
        {
            null => Faults.NotFound("enquiry", EnquiryEndpoints.ReferenceRemedy),
            { Leaks: { } leaks } => LeakFaults.Answer(leaks),
            { Faults.Count: > 0 } => Faults.Answer(
                StatusCodes.Status409Conflict,
                "Nothing was changed.",
                change.Faults
            ),
            _ => Results.Json(ChangeView.Of(change), MashJson.Options),
        };
    }
}

/// <summary>An enquiry as it stands after a change.</summary>
/// <param name="Told">Codes of the agencies that a letter was written to.</param>
/// <param name="Remarks">What whoever made the change should know, in plain words.</param>
public sealed record ChangeView(
    EnquiryReference Enquiry,
    Rating Rating,
    DateTimeOffset ReturnDueAt,
    DateTimeOffset DecisionDueAt,
    IReadOnlyList<string> Told,
    IReadOnlyList<string> Remarks
)
{
    internal static ChangeView Of(EnquiryChange change) =>
        new(change.Enquiry, change.Rating, change.ReturnDueAt, change.DecisionDueAt, change.Told, change.Remarks);
}
