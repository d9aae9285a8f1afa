using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
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
                    (change, hub, enquiry, said, misread) =>
                        JoinContact.WriteAsync(change, hub, contact, enquiry, said, misread),
                    cancellation
                )
        );
    }

    private static void Map<T>(IEndpointRouteBuilder app, string verb, Act<T> write)
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
        Act<T> write,
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
        if ((reading.Statement ?? reading.Incomplete) is not T said)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was changed.", reading.Faults);
        }

        // What is wrong with the form and what stands in the way of the act are told at once, so the act sees both.
        var change = await ledger.WriteAsync(
            written => write(written, profile, enquiry, said, reading.Faults),
            cancellation
        );
        return change switch
        {
            null => Faults.NotFound("enquiry", EnquiryEndpoints.ReferenceRemedy),
            { Faults.Count: > 0 } => LeakFaults.Answer(
                reading.Faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict,
                "Nothing was changed.",
                change.Faults,
                change.Leaks
            ),
            { Leaks: { } leaks } => LeakFaults.Answer(leaks),
            _ => Results.Json(ChangeView.Of(change), MashJson.Options),
        };
    }

    private delegate Task<EnquiryChange?> Act<in T>(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference enquiry,
        T said,
        IReadOnlyList<FieldFault> misread
    )
        where T : CaseStatement;
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
    /// <summary>The same agencies by their names.</summary>
    public IReadOnlyList<string> ToldNames { get; init; } = [];

    internal static ChangeView Of(EnquiryChange change) =>
        new(change.Enquiry, change.Rating, change.ReturnDueAt, change.DecisionDueAt, change.Told, change.Remarks)
        {
            ToldNames = change.ToldNames,
        };
}
