using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Vault;
using MashBroker.Web.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Sharing;

/// <summary>Statements that are held against the hub's own agencies, codes and people before they stand on record.</summary>
internal static class SharingEndpoints
{
    public static void MapSharing(this IEndpointRouteBuilder app)
    {
        Map<LawfulBasis>(app, (profile, _, statement) => SharingCheck.Faults(profile, statement));
        Map<SharingDecision>(
            app,
            (profile, _, statement) => SharingCheck.Faults(profile, statement),
            remarks: SharedBefore.RemarksAsync
        );
        Map<ViewGiven>(app, (_, contact, view) => ViewCheck.Faults(contact, view), ViewCheck.Keep);
    }

    private static void Map<T>(
        IEndpointRouteBuilder app,
        Func<HubProfile, Contact, T, IReadOnlyList<FieldFault>> check,
        Func<Contact, T, T>? keep = null,
        Func<LedgerSession, ContactRow, T, Task<IReadOnlyList<string>>>? remarks = null
    )
        where T : CaseStatement
    {
        var kind = CaseEntryKinds.Of<T>();
        app.MapPost(
            $"/api/cases/{{reference}}/{kind.Code}",
            (
                string reference,
                HttpRequest request,
                LedgerFront ledger,
                HubProfile profile,
                TimeProvider clock,
                CancellationToken cancellation
            ) =>
                AddAsync(
                    new Statement<T>(
                        kind,
                        reference,
                        request,
                        (contact, statement) => check(profile, contact, statement),
                        keep,
                        remarks
                    ),
                    ledger,
                    clock,
                    cancellation
                )
        );
    }

    private static async Task<IResult> AddAsync<T>(
        Statement<T> stated,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
        where T : CaseStatement
    {
        var body = await Body.ReadAsync(stated.Request, CaseEntryDoor.SizeLimit, cancellation);
        var reading = CaseEntryDoor.Read(stated.Kind, body ?? new byte[CaseEntryDoor.SizeLimit + 1], clock.GetUtcNow());
        if (reading.Statement is not T statement)
        {
            return Refused(reading.Faults);
        }

        var (added, faults) = await ledger.WriteAsync(change => AddAsync(change, stated, statement), cancellation);
        return faults.Count > 0 ? Refused(faults)
            : added is null ? CaseReference.NotFound()
            : Results.Json(added, MashJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<(CaseEntryAdded?, IReadOnlyList<FieldFault>)> AddAsync<T>(
        LedgerTransaction change,
        Statement<T> stated,
        T statement
    )
        where T : CaseStatement
    {
        if (await CaseReference.FindAsync(change, stated.Reference) is not { } row)
        {
            return (null, []);
        }

        var contact = ContactContent.Read(row.Content);
        if (stated.Check(contact, statement) is { Count: > 0 } faults)
        {
            return (null, faults);
        }

        var kept = stated.Keep?.Invoke(contact, statement) ?? statement;
        var number = await CaseFile.AddAsync(change, row, kept);
        if (row.EnquiryReference is { } enquiry)
        {
            // Each of them stands in the pack.
            await PackStore.OweAsync(change, enquiry);
        }

        return (
            new CaseEntryAdded(row.Reference, number, stated.Kind.Code)
            {
                Remarks = stated.Remarks is { } remarks ? await remarks(change, row, kept) : [],
            },
            []
        );
    }

    private static IResult Refused(IReadOnlyList<FieldFault> faults) =>
        Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was put on record.", faults);

    private sealed record Statement<T>(
        CaseEntryKind Kind,
        string Reference,
        HttpRequest Request,
        Func<Contact, T, IReadOnlyList<FieldFault>> Check,
        Func<Contact, T, T>? Keep,
        Func<LedgerSession, ContactRow, T, Task<IReadOnlyList<string>>>? Remarks
    );
}
