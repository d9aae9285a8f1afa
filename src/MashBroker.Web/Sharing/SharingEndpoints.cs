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
using MashBroker.Web.Decisions;
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
            async (
                string reference,
                HttpRequest request,
                LedgerFront ledger,
                HubProfile profile,
                TimeProvider clock,
                CancellationToken cancellation
            ) =>
            {
                CaseEntryAdded? added = null;
                var refused = await ActDoor.TakeAsync<T>(
                    request,
                    ledger,
                    clock,
                    async (change, statement) =>
                    {
                        if (await CaseReference.FindAsync(change, reference) is not { } row)
                        {
                            return null;
                        }

                        var contact = ContactContent.Read(row.Content);
                        var kept = keep?.Invoke(contact, statement) ?? statement;
                        return new Act(
                            row,
                            async () =>
                                added = await AddAsync(change, row, kept) with
                                {
                                    Remarks = remarks is null ? [] : await remarks(change, row, kept),
                                }
                        )
                        {
                            Faults = check(profile, contact, statement),
                            Conflicts = await CaseActs.ClosedToAsync(change, profile, row, kind, statement.By),
                        };
                    },
                    CaseReference.NotFound,
                    cancellation
                );
                return refused ?? Results.Json(added, MashJson.Options, statusCode: StatusCodes.Status201Created);
            }
        );
    }

    private static async Task<CaseEntryAdded> AddAsync(
        LedgerTransaction change,
        ContactRow row,
        CaseStatement statement
    )
    {
        var number = await CaseFile.AddAsync(change, row, statement);
        if (row.EnquiryReference is { } enquiry)
        {
            // Each of them stands in the pack.
            await PackStore.OweAsync(change, enquiry);
        }

        return new CaseEntryAdded(row.Reference, number, CaseEntryKinds.Of(statement).Code);
    }
}
