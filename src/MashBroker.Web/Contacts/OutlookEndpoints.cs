using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
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
        var look = await ContactLook<(Contact Contact, IReadOnlyList<CaseEntry> File)>.ReadAsync(
            readings,
            reader,
            reference,
            rating,
            "to see what the hub's rules say",
            async (view, found) =>
                (await LookupStore.ReadAsync(view, found, profile.Zone), await CaseFile.ReadAsync(view, reference)),
            cancellation
        );
        if (look is not ({ } row, var (contact, file), var asked, { } heardOf))
        {
            return ContactLook.NotFound();
        }

        var chosen = rating is null ? row.Rating : asked;
        if (rating is not null && chosen is null)
        {
            return ContactLook.NoRating("Nothing can be said.", rating);
        }

        var toAPerson = profile.Criteria.OfType<APersonSaysSo>().Select(criterion => criterion.Code).ToList();
        var question = OpenCases.Of(contact, file).Ask(contact, clock.GetUtcNow()) with
        {
            Rating = chosen,
            OnRecord = SharingRecord.Of(file.Select(entry => entry.Statement), contact),
            // Only what somebody answered is a yes; whoever declined said no.
            SaidYes = [.. file.Select(entry => entry.Statement).OfType<CriterionAnswer>().Select(one => one.Criterion)],
            SaidNo = row.State is ContactState.NotAnEnquiry ? toAPerson : [],
        };
        return Results.Json(OutlookView.Of(profile, Outlook.Of(profile, question), heardOf), MashJson.Options);
    }
}
