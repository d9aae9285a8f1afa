using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Lookups;
using MashBroker.Ledger.Referrers;
using MashBroker.Rules;
using MashBroker.Web.Cases;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Contacts;

/// <summary>
/// What the leak check finds in a contact, and the two ways on: to put it otherwise for agencies, or to let it leave as it is with a
/// reason. Who a member of the public is goes out sealed to the role that may read it.
/// </summary>
internal static class LeakEndpoints
{
    private const int DigestLength = 64;

    // As long as a concern may be.
    private const int SummaryLimit = 128 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapLeaks(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/contacts/{reference}/leaks", ShowAsync);
        app.MapPost("/api/contacts/{reference}/leak-override", OverrideAsync);
        app.MapPost("/api/contacts/{reference}/concern-summary", SummariseAsync);
        app.MapGet("/api/contacts/{reference}/referrer", ReferrerAsync);
    }

    /// <summary>What publishing now would be stopped for; null: nothing.</summary>
    internal static async Task<LeakReport?> LookAsync(
        LedgerSession view,
        ContactRow row,
        HubProfile profile,
        DateTimeOffset now
    )
    {
        var contact = await ReferrerStore.RestoreAsync(view, row, await LookupStore.ReadAsync(view, row, profile.Zone));
        var plan = EnquiryPlan.Make(
            profile,
            contact,
            row.Rating ?? Rating.Amber,
            row.ReceivedAt,
            now,
            // What an agency that connects in a moment would be told is checked too.
            [.. profile.Agencies.Select(agency => agency.Code)]
        );
        return await LeakGate.CheckAsync(view, row, OutgoingTexts.Of(plan));
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
            AuditAct.PlanRead,
            "to see what the leak check finds",
            async view =>
                await ContactStore.FindAsync(view, reference) is { } row
                    ? LeakView.Of(
                        reference,
                        row.LeakBlockedAt,
                        row.Leak ?? await LookAsync(view, row, profile, clock.GetUtcNow())
                    )
                    : null,
            _ => new Shown(Subject: reference, Detail: "leak check"),
            cancellation
        );
        return found is null
            ? Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy)
            : Results.Json(found, MashJson.Options);
    }

    private static async Task<IResult> OverrideAsync(
        string reference,
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(await Body.ReadAsync(request, Body.SmallLimit, cancellation), faults);
        var by = fields.Name("by", "Give the name of the person who lets it leave.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Name("reason", "Say in a sentence why it may leave as it is.");
        var digest = fields.Name(
            "digest",
            "Take it from the answer that stopped it, or from GET /api/contacts/{reference}/leaks."
        );
        if (digest is not null && (digest.Length != DigestLength || !digest.All(char.IsAsciiHexDigitLower)))
        {
            faults.Add(new FieldFault("digest", "is not a digest", "Take it whole from the answer that stopped it."));
        }

        var why = fields.Optional("departsFromRole");
        var (refused, departures) = NotTheirs.Settle(ActRoles.LettingPass(profile, role ?? ""), by, role ?? "", why);
        faults.AddRange(refused);
        if (faults.Count > 0)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was overridden.", faults);
        }

        var (row, done, leak) = await ledger.WriteAsync(
            async change =>
                await CaseReference.FindAsync(change, reference) is { } found
                    ? await LetPassAsync(
                        change,
                        found,
                        digest!,
                        new LeakOverride(change.Now, by!, role!, reason!),
                        departures
                    )
                    : default,
            cancellation
        );
        return row is null ? CaseReference.NotFound()
            : leak is not null ? LeakFaults.Answer(leak)
            : done ? await StandingAsync(row.Reference, ledger, clock, cancellation)
            : Faults.Answer(StatusCodes.Status409Conflict, "Exactly this was overridden before. Send the act again.");
    }

    // Why somebody else lets it pass goes on record, and is looked at as all that does.
    private static async Task<(ContactRow Row, bool Done, LeakReport? Leak)> LetPassAsync(
        LedgerTransaction change,
        ContactRow row,
        string digest,
        LeakOverride given,
        IReadOnlyList<Departure> departures
    )
    {
        foreach (var departure in departures)
        {
            if (await LeakGate.CheckAsync(change, row, departure) is { } leak)
            {
                return (row, false, leak);
            }
        }

        if (!await LeakGate.OverrideAsync(change, row, digest, given.By, given.Role, given.Reason))
        {
            return (row, false, null);
        }

        foreach (var departure in departures)
        {
            await CaseFile.AddAsync(change, row, departure);
        }

        return (row, true, null);
    }

    private static async Task<IResult> SummariseAsync(
        string reference,
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(await Body.ReadAsync(request, SummaryLimit, cancellation), faults);
        var by = fields.Name("by", "Give the name of the person who writes it.");
        var role = fields.Name("role", "Give that person's role, e.g. social worker.");
        var summary = fields.Narrative("summary", "Say what agencies need to know of the concern, without who told.");
        if (faults.Count > 0)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "The summary was not taken.", faults);
        }

        var (row, written) = await ledger.WriteAsync(
            async change =>
            {
                if (await ContactStore.FindAsync(change, reference) is not { } found)
                {
                    return default((ContactRow?, bool));
                }

                var contact = ContactContent.Read(found.Content);
                var referrer = (await ReferrerStore.RestoreAsync(change, found, contact)).Referrer;
                var clean = AnonymousContact.Scrub(contact, referrer, summary!);
                return (found, await ContactStore.SummariseAsync(change, found, clean, by!, role!));
            },
            cancellation
        );
        if (row is null)
        {
            return Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy);
        }

        if (!written)
        {
            return Faults.Answer(
                StatusCodes.Status409Conflict,
                "It is published or decided already: agencies have what they were told. Send them new facts instead."
            );
        }

        var leak = await ledger.ReadAsync(
            async view =>
                await ContactStore.FindAsync(view, reference) is { State: not ContactState.Published } after
                    ? await LookAsync(view, after, profile, clock.GetUtcNow())
                    : null,
            cancellation
        );
        return Results.Json(LeakView.Of(reference, null, leak), MashJson.Options);
    }

    private static async Task<IResult> ReferrerAsync(
        string reference,
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (reader.Purpose is null)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "Who referred is given out for a stated purpose only.",
                new FieldFault(
                    "purpose",
                    "is missing",
                    $"State it in the header {Reader.PurposeHeader} or as ?purpose="
                )
            );
        }

        var found = await readings.ReadAsync<SealedIdentity>(
            reader,
            AuditAct.ReferrerRead,
            "to know who referred",
            async view =>
                await ReferrerStore.SealedAsync(view, reference) is { } bytes ? new SealedIdentity(bytes) : null,
            _ => new Shown(Subject: reference),
            cancellation
        );
        return found is null
            ? Faults.NotFound(
                "sealed identity",
                "Only a member of the public's is sealed, and only where the hub has the role's certificate: see GET /api/contacts/{reference} and the notices on the board."
            )
            : Results.Bytes(found.Bytes, "application/pkcs7-mime");
    }

    private static async Task<IResult> StandingAsync(
        string reference,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var after = await ledger.UntilAsync(
            view => ContactStore.FindAsync(view, reference),
            found => found!.State is not ContactState.RatingConfirmed || found.LeakBlockedAt is not null,
            Patience,
            cancellation
        );
        return Results.Json(ContactView.Of(after!, clock.GetUtcNow()), MashJson.Options);
    }
}

internal sealed record SealedIdentity(byte[] Bytes);
