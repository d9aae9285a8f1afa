using System.Security.Cryptography;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Ledger.Referrers;
using MashBroker.Rules;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Contacts;

/// <summary>Contacts over the API: somebody tells the hub, a person rates.</summary>
internal static class ContactEndpoints
{
    /// <summary>A contact is safe once written; this is how long the answer waits to tell what became of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int LongestKey = 200;

    internal const string ReferenceRemedy =
        "Take the reference from the answer to the submission or from GET /api/contacts.";

    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/contacts", SubmitAsync);
        app.MapGet("/api/contacts", ListAsync);
        app.MapGet("/api/contacts/{reference}", ShowAsync);
        app.MapPost("/api/contacts/{reference}/rating", RateAsync);
        app.MapPost("/api/contacts/{reference}/no-enquiry", DeclineAsync);
    }

    private static async Task<IResult> SubmitAsync(
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        ReadingRecord readings,
        Reader reader,
        TimeProvider clock,
        ReferrerRole role,
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
        if (reading.Contact is not { } received)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "The contact was not accepted. Nothing was written.",
                reading.Faults
            );
        }

        // From here on nobody but the role's people learns who a member of the public is.
        var (contact, withheld) = AnonymousContact.Split(received);

        // The same bytes sent twice are one contact, unless the sender says otherwise: people press a button twice. Other bytes
        // under the same key are another contact: none is ever lost to a key that somebody used again.
        var key = Convert.ToHexStringLower(SHA256.HashData(body));
        if (request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= LongestKey } given)
        {
            key = $"{given} {key}";
        }

        var content = ContactContent.Write(contact);
        var terms = LookupTerms.Of(contact);
        var written = await ledger.WriteAsync(
            async change =>
            {
                var added = await ContactStore.AddAsync(
                    change,
                    profile.Code,
                    key,
                    contact.ReceivedAt,
                    content,
                    reader.Actor,
                    terms
                );
                if (withheld is not null && !added.AlreadyThere)
                {
                    await ReferrerStore.KeepAsync(change, added.Reference, withheld, role.Seal);
                }

                var known = await LookupStore.EarlierAsync(change, added.Reference);
                if (added.AlreadyThere || known.Count > 0)
                {
                    // The answer tells that somebody is known here: to hand in a name is then to be shown something.
                    var shown = new Shown(Subject: added.Reference, Detail: $"{known.Count} earlier contacts");
                    await readings.AppendAsync(change, reader, AuditAct.ContactRead, "to hand in a contact", shown);
                }

                return added;
            },
            cancellation
        );
        var row = await ledger.UntilAsync(
            view => ContactStore.FindAsync(view, written.Reference),
            row => row!.State is not ContactState.Received,
            Patience,
            cancellation
        );
        var earlier = await ledger.ReadAsync(view => LookupStore.EarlierAsync(view, written.Reference), cancellation);
        var view = ContactView.Of(row!) with
        {
            AlreadyThere = written.AlreadyThere,
            Warnings = [.. reading.Warnings, .. LeftOut(received, withheld)],
            Earlier = earlier,
        };
        return Results.Json(
            view,
            MashJson.Options,
            statusCode: written.AlreadyThere ? StatusCodes.Status200OK : StatusCodes.Status201Created
        );
    }

    // Told to whoever hands it in, who knows it, and to nobody after.
    private static IEnumerable<FieldFault> LeftOut(Contact received, WithheldReferrer? withheld) =>
        received
            .People.Select((person, at) => (person.Code, at))
            .Where(person => withheld?.People.Any(other => other.Code == person.Code) == true)
            .Select(person => new FieldFault(
                $"people[{person.at}]",
                "seems to be the referrer and is kept with their identity, out of sight",
                "Nothing is to be done; whoever may know who referred can see it"
            ));

    private static async Task<IResult> ListAsync(ReadingRecord readings, Reader reader, CancellationToken cancellation)
    {
        // What triage found and why somebody rated as they did are facts of a child, though no name stands there.
        var rows = await readings.ReadAsync<IReadOnlyList<ContactRow>>(
            reader,
            AuditAct.ContactsListed,
            "to see which contacts wait",
            async view => await ContactStore.LatestAsync(view, 200),
            found => new Shown(Detail: $"{found.Count} contacts"),
            cancellation
        );
        return Results.Json(rows!.Select(ContactView.Of), MashJson.Options);
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var row = await readings.ReadAsync(
            reader,
            AuditAct.ContactRead,
            "to see the contact",
            view => ContactStore.FindAsync(view, reference),
            found => new Shown(found.EnquiryReference, reference),
            cancellation
        );
        return row is null
            ? Faults.NotFound("contact", ReferenceRemedy)
            : Results.Json(
                new { Standing = ContactView.Of(row), Contact = ContactContent.Read(row.Content) },
                MashJson.Options
            );
    }

    private static async Task<IResult> RateAsync(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        CancellationToken cancellation
    )
    {
        var row = await ledger.ReadAsync(view => ContactStore.FindAsync(view, reference), cancellation);
        if (row is null)
        {
            return Faults.NotFound("contact", ReferenceRemedy);
        }

        var body = await Body.ReadAsync(request, Body.SmallLimit, cancellation);
        var (decision, faults) = RatingDecision.Read(body, row);
        if (decision is null)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "The rating was not accepted. Nothing was published.",
                faults
            );
        }

        var confirmed = await ledger.WriteAsync(
            change =>
                ContactStore.ConfirmRatingAsync(
                    change,
                    reference,
                    decision.Rating,
                    decision.By,
                    decision.Role,
                    decision.Reason
                ),
            cancellation
        );
        if (!confirmed)
        {
            return NotWaiting(row);
        }

        var after = await ledger.UntilAsync(
            view => ContactStore.FindAsync(view, reference),
            found => found!.State is ContactState.Published || found.LeakBlockedAt is not null,
            Patience,
            cancellation
        );
        return Results.Json(ContactView.Of(after!), MashJson.Options);
    }

    private static async Task<IResult> DeclineAsync(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        CancellationToken cancellation
    )
    {
        var row = await ledger.ReadAsync(view => ContactStore.FindAsync(view, reference), cancellation);
        if (row is null)
        {
            return Faults.NotFound("contact", ReferenceRemedy);
        }

        var body = await Body.ReadAsync(request, Body.SmallLimit, cancellation);
        var (decision, faults) = DeclineDecision.Read(body);
        if (decision is null)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "The decision was not accepted.", faults);
        }

        var declined = await ledger.WriteAsync(
            change => ContactStore.DeclineEnquiryAsync(change, reference, decision.By, decision.Role, decision.Reason),
            cancellation
        );
        return declined
            ? Results.Json(
                ContactView.Of(
                    (await ledger.ReadAsync(view => ContactStore.FindAsync(view, reference), cancellation))!
                ),
                MashJson.Options
            )
            : NotWaiting(row);
    }

    private static IResult NotWaiting(ContactRow row) =>
        Faults.Answer(
            StatusCodes.Status409Conflict,
            row.State is ContactState.Received
                ? "The contact has not been triaged yet. Try again in a moment; if it stays so, see whether the hub worker runs."
                : "The contact is not waiting for a rating: somebody has decided it already."
        );
}
