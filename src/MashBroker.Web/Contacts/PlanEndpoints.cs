using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
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

/// <summary>What would follow if a contact were published now with a given rating, before anybody confirms it.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/contacts/{reference}/plan", PlanAsync);

    private static async Task<IResult> PlanAsync(
        string reference,
        string? rating,
        ReadingRecord readings,
        Reader reader,
        HubProfile profile,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var planned = await readings.ReadAsync(
            reader,
            AuditAct.PlanRead,
            "to see what publishing would mean",
            async view =>
                await ContactStore.FindAsync(view, reference) is { } found
                    ? await PlannedAsync(view, found, profile)
                    : null,
            found => new Shown(found.Row.EnquiryReference, reference, Ratings.Read(rating, found.Row)?.ToString()),
            cancellation
        );
        if (planned is not ({ } row, { } contact, { } onRecord))
        {
            return Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy);
        }

        if (Ratings.Read(rating, row) is not { } chosen)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "Nothing can be planned.",
                new FieldFault("rating", Ratings.Fault(rating), Ratings.Remedy)
            );
        }

        var plan = EnquiryPlan.Make(
            profile,
            contact,
            chosen,
            row.ReceivedAt,
            clock.GetUtcNow(),
            // Who is connected is the worker's to know; this is about the clock.
            [.. profile.Agencies.Select(agency => agency.Code)],
            onRecord: onRecord
        );
        return Results.Json(
            new PlanView(chosen, plan.ReturnDue.At, plan.DecisionDue.At, plan.MinutesToDecide, plan.Remarks)
            {
                NotOnRecord = plan.NotOnRecord,
                LegalBasis = plan.LegalBasis,
                Agencies = [.. plan.Agencies.Select(PlannedAgency.Of)],
            },
            MashJson.Options
        );
    }

    private static async Task<Planned> PlannedAsync(LedgerSession view, ContactRow row, HubProfile profile)
    {
        var contact = await LookupStore.ReadAsync(view, row, profile.Zone);
        return new Planned(row, contact, await SharingFile.ReadAsync(view, row.Reference, contact));
    }
}

internal sealed record Planned(ContactRow Row, Contact Contact, SharingRecord OnRecord);

/// <summary>A plan's clock.</summary>
/// <param name="MinutesToDecide">Between the last return and the decision; nought or less: nothing is left for deciding.</param>
/// <param name="Remarks">In plain words: no time to decide, a deadline out of hours and who is told then.</param>
public sealed record PlanView(
    Rating Rating,
    DateTimeOffset ReturnDueAt,
    DateTimeOffset DecisionDueAt,
    int MinutesToDecide,
    IReadOnlyList<string> Remarks
)
{
    /// <summary>What of parents, agreement and lawful basis ought to be on record and is not. It stops nothing.</summary>
    public IReadOnlyList<string> NotOnRecord { get; init; } = [];

    public LegalBasis? LegalBasis { get; init; }

    /// <summary>One for each agency of the hub, as if each were connected.</summary>
    public IReadOnlyList<PlannedAgency> Agencies { get; init; } = [];
}

/// <summary>What one agency would be asked, or why it would not.</summary>
public sealed record PlannedAgency
{
    public required string Agency { get; init; }

    public required string Name { get; init; }

    public required bool Asked { get; init; }

    /// <summary>Why it would not be asked; absent where it would.</summary>
    public string? NotAskedReason { get; init; }

    /// <summary>Codes of the people it would be asked about.</summary>
    public required IReadOnlyList<string> AskedAbout { get; init; }

    /// <summary>Version of its sharing agreement.</summary>
    public string? Agreement { get; init; }

    /// <summary>What would be withheld from it, in words; absent where nothing would.</summary>
    public string? Withheld { get; init; }

    internal static PlannedAgency Of(AgencyPlan plan) =>
        new()
        {
            Agency = plan.Code,
            Name = plan.Name,
            Asked = plan.Ask is not null,
            NotAskedReason = plan.Ask is null ? plan.Reason.InWords() : null,
            AskedAbout = [.. plan.Ask?.Subjects.Select(subject => subject.Code) ?? []],
            Agreement = plan.Ask?.Agreement,
            Withheld = plan.Ask?.Withheld?.InWords(),
        };
}
