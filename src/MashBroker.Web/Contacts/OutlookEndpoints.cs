using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Agencies;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Contacts;

/// <summary>Everything that the hub's rules say of a contact now: triage that explains itself, before anybody acts.</summary>
internal static class OutlookEndpoints
{
    public static void MapOutlooks(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/contacts/{reference}/outlook", OutlookAsync);

    private static async Task<IResult> OutlookAsync(
        string reference,
        string? rating,
        ReadingRecord readings,
        Reader reader,
        HubProfile profile,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var seen = await readings.ReadAsync(
            reader,
            AuditAct.PlanRead,
            "to see what the hub's rules say",
            async view =>
                await ContactStore.FindAsync(view, reference) is { } found
                    ? new Seen(
                        found,
                        await LookupStore.ReadAsync(view, found, profile.Zone),
                        await CaseFile.ReadAsync(view, reference),
                        (await AgencyStore.ListAsync(view)).Select(agency => agency.Agency).ToHashSet()
                    )
                    : null,
            found => new Shown(found.Row.EnquiryReference, reference, Ratings.Read(rating, found.Row)?.ToString()),
            cancellation
        );
        if (seen is not ({ } row, { } contact, { } file, { } heardOf))
        {
            return Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy);
        }

        var chosen = rating is null ? row.Rating : Ratings.Read(rating, row);
        if (rating is not null && chosen is null)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "Nothing can be said.",
                new FieldFault("rating", Ratings.Fault(rating), Ratings.Remedy)
            );
        }

        var toAPerson = profile.Criteria.OfType<APersonSaysSo>().Select(criterion => criterion.Code).ToList();
        var asked = OpenCases.Of(contact, file).Ask(contact, clock.GetUtcNow()) with
        {
            Rating = chosen,
            // Only what somebody answered is a yes; whoever declined said no.
            SaidYes = [.. file.Select(entry => entry.Statement).OfType<CriterionAnswer>().Select(one => one.Criterion)],
            SaidNo = row.State is ContactState.NotAnEnquiry ? toAPerson : [],
        };
        return Results.Json(OutlookView.Of(profile, Outlook.Of(profile, asked), heardOf), MashJson.Options);
    }

    private sealed record Seen(
        ContactRow Row,
        Contact Contact,
        IReadOnlyList<CaseEntry> File,
        IReadOnlySet<string> HeardOf
    );
}
