using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;
using MashBroker.Web.Decisions;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Cases;

/// <summary>The case file: read whole, and added to by statements that need no more than to stand on record.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/cases/{reference}", ShowAsync);
        app.MapPost("/api/cases/{reference}/{kind}", AddAsync);
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        HubProfile profile,
        ReadingRecord readings,
        Reader reader,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var view = await readings.ReadAsync(
            reader,
            AuditAct.CaseRead,
            "to see the case file",
            async session =>
                await CaseReference.FindAsync(session, reference) is { } contact
                    ? CaseView.Of(
                        profile,
                        contact,
                        await CaseFile.ReadAsync(session, contact.Reference),
                        await CaseClocks.OfCaseAsync(session, contact.Reference),
                        clock.GetUtcNow()
                    )
                    : null,
            found => new Shown(found.Enquiry, found.Contact, $"{found.Entries.Count} entries"),
            cancellation
        );
        return view is null ? CaseReference.NotFound() : Results.Json(view, MashJson.Options);
    }

    private static async Task<IResult> AddAsync(
        string reference,
        string kind,
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (CaseEntryKinds.Find(kind) is not { HasOwnDoor: false } known)
        {
            return Faults.Answer(
                StatusCodes.Status404NotFound,
                "Nothing was put on record.",
                new FieldFault(
                    "kind",
                    CaseDoors.Find(kind) is { } door ? $"is put on record by {door.Way}" : "is not a kind of entry",
                    $"Kinds that are added here: {CaseDoors.AddedHere}. By other ways: {CaseDoors.OtherWays}."
                )
            );
        }

        CaseEntryAdded? added = null;
        var refused = await ActDoor.TakeAsync(
            known,
            request,
            ledger,
            clock,
            async (change, statement) =>
                await CaseReference.FindAsync(change, reference) is { } contact
                    ? new Act(
                        contact,
                        async () =>
                            added = new CaseEntryAdded(
                                contact.Reference,
                                await CaseFile.AddAsync(change, contact, statement),
                                known.Code
                            )
                    )
                    {
                        Faults = statement is StepDone done && StepFault(profile, done) is { } fault ? [fault] : [],
                        Conflicts = await CaseActs.ClosedToAsync(change, profile, contact, known, statement.By),
                    }
                    : null,
            CaseReference.NotFound,
            cancellation
        );
        return refused ?? Results.Json(added, MashJson.Options, statusCode: StatusCodes.Status201Created);
    }

    // A step that no rule asks for would look done and count for nothing.
    private static FieldFault? StepFault(HubProfile profile, StepDone done)
    {
        var steps = profile.NoEnquiry.Steps.Select(step => step.Code).ToList();
        return steps.Contains(done.Step) ? null
            : steps.Count == 0
                ? new FieldFault("step", "is given, and this hub's rules state no steps", "Put it on record as a note.")
            : new FieldFault("step", "is no step of this hub's rules", $"Give one of {string.Join(", ", steps)}.");
    }
}

/// <param name="Number">Of the entry, counted from 1 within the case.</param>
public sealed record CaseEntryAdded(string Contact, int Number, string Kind)
{
    /// <summary>What whoever put it on record should know, in plain words without names of people.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
