using System.Security.Cryptography;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Web.Cases;
using MashBroker.Web.Readings;
using MashBroker.Web.Sharing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Contacts;

/// <summary>Contacts over the API: somebody tells the hub, a person rates.</summary>
internal static class ContactEndpoints
{
    private const int LongestKey = 200;

    internal const string ReferenceRemedy =
        "Take the reference from the answer to the submission, from 'mash contact list' or from GET /api/contacts.";

    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/contacts", SubmitAsync);
        app.MapGet("/api/contacts", ListAsync);
        app.MapGet("/api/contacts/{reference}", ShowAsync);
        app.MapPost("/api/contacts/{reference}/rating", RateAsync);
    }

    private static async Task<IResult> SubmitAsync(
        HttpRequest request,
        ContactIntake intake,
        Reader reader,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var body = await Body.ReadAsync(request, ContactDoor.SizeLimit, cancellation);
        if (body is null)
        {
            return Faults.Answer(
                StatusCodes.Status413PayloadTooLarge,
                "The contact is too large. Nothing was written.",
                new FieldFault("", $"is larger than {ContactDoor.SizeLimit / 1024} KB", "Shorten the free text.")
            );
        }

        var reading = ContactDoor.Read(body, clock.GetUtcNow());
        if (reading.Contact is not { } contact)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "The contact was not accepted. Nothing was written.",
                reading.Faults
            );
        }

        // The same bytes sent twice are one contact, unless the sender says otherwise: people press a button twice. Other bytes
        // under the same key are another contact: none is ever lost to a key that somebody used again.
        var key = Convert.ToHexStringLower(SHA256.HashData(body));
        if (request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= LongestKey } given)
        {
            key = $"{given} {key}";
        }

        return await intake.TakeAsync(contact, reading.Warnings, key, reader, cancellation);
    }

    private static async Task<IResult> ListAsync(
        HubProfile profile,
        ReadingRecord readings,
        Reader reader,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        // What triage found and why somebody rated as they did are facts of a child, though no name stands there.
        var rows = await readings.ReadAsync<IReadOnlyList<ContactView>>(
            reader,
            AuditAct.ContactsListed,
            "to see which contacts wait",
            async view =>
            {
                var latest = await ContactStore.LatestAsync(view, 200);
                var became = await ContactSequel.OfAsync(view, [.. latest.Select(row => row.Reference)]);
                return
                [
                    .. latest.Select(row =>
                        ContactView.Of(row, now).With(became[row.Reference], now).WithNames(profile)
                    ),
                ];
            },
            found => new Shown(Detail: $"{found.Count} contacts"),
            cancellation
        );
        return Results.Json(rows, MashJson.Options);
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
        var found = await readings.ReadAsync(
            reader,
            AuditAct.ContactRead,
            "to see the contact",
            async view =>
                await ContactStore.FindAsync(view, reference) is { } row
                    ? new Found(
                        row,
                        await LookupStore.ReadAsync(view, row, profile.Zone),
                        await CaseFile.ReadAsync(view, reference)
                    )
                    {
                        Follows = await ContactLinks.FollowsAsync(view, reference),
                        FollowedBy = await ContactLinks.FollowedByAsync(view, reference),
                        Became = (await ContactSequel.OfAsync(view, reference))[reference],
                    }
                    : null,
            shown => new Shown(shown.Row.EnquiryReference, reference),
            cancellation
        );
        if (found is null)
        {
            return Faults.NotFound("contact", ReferenceRemedy);
        }

        var now = clock.GetUtcNow();
        return Results.Json(
            new ContactShown(
                ContactView.Of(found.Row, now).With(found.Became, now).WithNames(profile) with
                {
                    Follows = found.Follows,
                    FollowedBy = found.FollowedBy,
                },
                ContactAdvice.Of(profile, found.Contact, found.File, now),
                // As it was received, without the earlier contacts that the hub knows of.
                ContactContent.Read(found.Row.Content)
            )
            {
                Departures = [.. found.File.Select(entry => DepartureView.Of(entry)).OfType<DepartureView>()],
                Answers = [.. found.File.Select(entry => entry.Statement).OfType<CriterionAnswer>()],
            },
            MashJson.Options
        );
    }

    private static async Task<IResult> RateAsync(
        string reference,
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var row = await ledger.ReadAsync(view => ContactStore.FindAsync(view, reference), cancellation);
        if (row is null)
        {
            return Faults.NotFound("contact", ReferenceRemedy);
        }

        var body = await Body.ReadAsync(request, Body.SmallLimit, cancellation);
        var (decision, faults) = RatingDecision.Read(body, row, profile);
        var rated = await ledger.WriteAsync(
            change => RatingAct.WriteAsync(change, profile, row, decision, faults),
            cancellation
        );
        switch (rated)
        {
            case { Faults.Count: > 0 }:
                return LeakFaults.Answer(
                    faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict,
                    rated.Title,
                    rated.Faults,
                    rated.Leak
                );
            case { Leak: { } leak }:
                return LeakFaults.Answer(leak);
            case { Confirmed: false }:
                return NotWaiting(row);
        }

        var after = await ledger.UntilAsync(
            view => ContactStore.FindAsync(view, reference),
            found => found!.State is ContactState.Published || found.LeakBlockedAt is not null,
            ContactIntake.Patience,
            cancellation
        );
        return Results.Json(ContactView.Of(after!, clock.GetUtcNow()), MashJson.Options);
    }

    /// <param name="joined">Present where the contact was joined to an enquiry: what is decided is decided there.</param>
    internal static IResult NotWaiting(ContactRow row, JoinedEnquiry? joined = null) =>
        Faults.Answer(
            StatusCodes.Status409Conflict,
            row.State switch
            {
                _ when joined is not null =>
                    $"{row.Reference} was joined to {joined.Enquiry}. Decide there: mash decision record {joined.Enquiry}.",
                ContactState.Received =>
                    "The contact has not been triaged yet. Try again in a moment; if it stays so, see whether the hub worker runs.",
                ContactState.NotAnEnquiry =>
                    $"Somebody has decided on {row.Reference} already, without an enquiry. To decide it anew, name that decision in supersedes (mash contact decide); to have the agencies asked, make a new contact that says \"follows\": \"{row.Reference}\".",
                _ =>
                    $"Somebody has rated {row.Reference} already, and an enquiry is made of it. Rate that one anew (mash enquiry rerate), or decide on it (mash decision record).",
            }
        );
}

/// <summary>One contact, whole.</summary>
/// <param name="Standing">Where it stands, without what it says of people.</param>
/// <param name="Advice">What the hub's rules say of it now.</param>
/// <param name="Contact">As it was received.</param>
public sealed record ContactShown(ContactView Standing, ContactAdvice Advice, Contact Contact)
{
    /// <summary>Where a named person acted otherwise than the hub's rules say, with the reason.</summary>
    public IReadOnlyList<DepartureView> Departures { get; init; } = [];

    /// <summary>What named persons answered where the hub's criteria ask one.</summary>
    public IReadOnlyList<CriterionAnswer> Answers { get; init; } = [];
}

/// <param name="From">Code of <see cref="DepartureFrom"/>.</param>
public sealed record DepartureView(string From, string By, string Role, string Reason, DateTimeOffset At)
{
    internal static DepartureView? Of(CaseEntry entry) =>
        entry.Statement switch
        {
            Departure departure => new(departure.From, departure.By, departure.Role, departure.Reason, entry.At),
            ContactDecision { DepartsFromCriteria: { } why } decision => new(
                DepartureFrom.Criteria,
                decision.By,
                decision.Role,
                why,
                entry.At
            ),
            _ => null,
        };
}

internal sealed record Found(ContactRow Row, Contact Contact, IReadOnlyList<CaseEntry> File)
{
    public string? Follows { get; init; }

    public IReadOnlyList<string> FollowedBy { get; init; } = [];

    public required ContactSequel Became { get; init; }
}
