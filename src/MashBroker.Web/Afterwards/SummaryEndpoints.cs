using System.Globalization;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Web.Cases;
using MashBroker.Web.Decisions;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Afterwards;

/// <summary>The summary for the team that receives the case: read on record, and recorded when it is handed over.</summary>
internal static class SummaryEndpoints
{
    private const string Remedy =
        "Decide first; after an enquiry it is made of the decision's pack: see that the correlation service runs.";

    public static void MapSummaries(this IEndpointRouteBuilder app)
    {
        foreach (var of in (string[])["cases", "enquiries"])
        {
            app.MapGet($"/api/{of}/{{reference}}/summary", ShowAsync);
            app.MapPost($"/api/{of}/{{reference}}/summary", GiveAsync);
        }
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        HubProfile profile,
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var view = await readings.ReadAsync(
            reader,
            AuditAct.SummaryRead,
            "to hand the case over",
            async session => (await ReadAsync(session, profile, reference))?.View,
            found => new Shown(
                found.Summary.Enquiry,
                Version(found) ?? found.Summary.Contact,
                $"digest {found.Digest}"
            ),
            cancellation
        );
        return view is null ? NotFound() : Results.Json(view, MashJson.Options);
    }

    private static async Task<IResult> GiveAsync(
        string reference,
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        await ActDoor.TakeAsync<SummaryGiven>(
            request,
            ledger,
            clock,
            async (change, given) =>
                await CaseReference.FindAsync(change, reference) is { } row
                    ? await LookAsync(change, profile, row, given)
                    : null,
            CaseReference.NotFound,
            cancellation
        )
        ?? Results.Json(
            (await ledger.ReadAsync(session => ReadAsync(session, profile, reference), cancellation))!.View,
            MashJson.Options,
            statusCode: StatusCodes.Status201Created
        );

    private static async Task<Act> LookAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow row,
        SummaryGiven given
    )
    {
        if (await SummaryQuery.ReadAsync(change, profile, row) is not { } found)
        {
            return new Act(row, () => Task.CompletedTask)
            {
                Conflicts = [new FieldFault("reference", "is of a case that has no summary yet", Remedy)],
            };
        }

        return new Act(
            found.Contact,
            () =>
                CaseFile.AddAsync(
                    change,
                    found.Contact,
                    given with
                    {
                        PackVersion = found.View.Summary.PackVersion,
                        Digest = found.View.Digest,
                    }
                )
        )
        {
            Faults = ReceivingTeam.Check(found.Outcome, given) is { } fault ? [fault] : [],
            Conflicts = found.View.Given.Any(each => !each.OfFormer && IsSame(each.Statement, given, found.View.Digest))
                ?
                [
                    new FieldFault(
                        "recipient",
                        "has exactly this summary already, as given on record",
                        "Nothing is to do; if it was given once more, say in how what was different, or who else took it."
                    ),
                ]
                : [],
            Leaving = [.. SummaryText.OfTheHub(found.View.Summary)],
        };
    }

    private static bool IsSame(SummaryGiven before, SummaryGiven given, string digest) =>
        before.Digest == digest
        && string.Equals(before.To, given.To, StringComparison.OrdinalIgnoreCase)
        && string.Equals(before.Recipient, given.Recipient, StringComparison.OrdinalIgnoreCase)
        && string.Equals(before.How, given.How, StringComparison.OrdinalIgnoreCase);

    private static async Task<SummaryFound?> ReadAsync(LedgerSession session, HubProfile profile, string reference) =>
        await CaseReference.FindAsync(session, reference) is { } row
            ? await SummaryQuery.ReadAsync(session, profile, row)
            : null;

    private static IResult NotFound() => Faults.NotFound("summary", Remedy);

    private static string? Version(SummaryView view) =>
        view.Summary.PackVersion is { } version
            ? string.Create(CultureInfo.InvariantCulture, $"version {version}")
            : null;
}
