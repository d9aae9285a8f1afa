using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Web.Contacts;
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
        "It is made of the decision's pack: decide first, and see that the correlation service runs.";

    public static void MapSummaries(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/enquiries/{reference}/summary", ShowAsync);
        app.MapPost("/api/enquiries/{reference}/summary", GiveAsync);
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        HubProfile profile,
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var enquiry))
        {
            return DecisionEndpoints.NotFound();
        }

        var view = await readings.ReadAsync(
            reader,
            AuditAct.SummaryRead,
            "to hand the case over",
            session => ReadAsync(session, profile, enquiry),
            found => new Shown(enquiry, Version(found), $"digest {found.Digest}"),
            cancellation
        );
        return view is null ? Faults.NotFound("summary", Remedy) : Results.Json(view, MashJson.Options);
    }

    private static async Task<IResult> GiveAsync(
        string reference,
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var enquiry))
        {
            return DecisionEndpoints.NotFound();
        }

        var (given, faults) = await Statement.ReadAsync<SummaryGiven>(request, clock.GetUtcNow(), cancellation);
        if (given is null)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was put on record.", faults);
        }

        var (view, leak) = await ledger.WriteAsync(
            async change =>
            {
                if (await ReadAsync(change, profile, enquiry) is not { } summary)
                {
                    return default;
                }

                var row = (await EnquiryStore.FindAsync(change, enquiry))!;
                var contact = (await ContactStore.FindAsync(change, row.ContactReference))!;
                OutgoingText[] told =
                [
                    new("concern", summary.Summary.Concern ?? ""),
                    new("reason", summary.Summary.Reason),
                ];
                if (await LeakGate.CheckAsync(change, contact, told) is { } stopped)
                {
                    return (summary, stopped);
                }

                await CaseFile.AddAsync(
                    change,
                    contact,
                    given with
                    {
                        PackVersion = summary.Summary.PackVersion,
                        Digest = summary.Digest,
                    }
                );
                return (await ReadAsync(change, profile, enquiry), (LeakReport?)null);
            },
            cancellation
        );
        return view is null ? Faults.NotFound("summary", Remedy)
            : leak is not null ? LeakFaults.Answer(leak)
            : Results.Json(view, MashJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <returns>Null while there is no frozen decision.</returns>
    private static async Task<SummaryView?> ReadAsync(
        LedgerSession session,
        HubProfile profile,
        EnquiryReference enquiry
    )
    {
        if (
            await DecisionStore.StandingAsync(session, enquiry) is not { PackVersion: not null } decision
            // The newest: whoever receives the case is given late returns too.
            || await PackStore.FindAsync(session, enquiry) is not { } pack
        )
        {
            return null;
        }

        var row = (await EnquiryStore.FindAsync(session, enquiry))!;
        var contact = (await ContactStore.FindAsync(session, row.ContactReference))!;
        var entries = await CaseFile.ReadAsync(
            session,
            row.ContactReference,
            CaseEntryKinds.Of<Decision>().Code,
            CaseEntryKinds.Of<SummaryGiven>().Code
        );
        var stated = (Decision)entries.Single(entry => entry.Number == decision.Entry).Statement;
        var summary = SummaryOfPack.Make(
            pack.Json,
            pack.Version,
            profile,
            decision,
            stated.Reason,
            ContactContent.Read(contact.Content)
        );
        return new SummaryView(
            summary,
            SummaryText.Of(summary),
            Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(summary, MashJson.Options))),
            [.. entries.Select(entry => entry.Statement).OfType<SummaryGiven>()]
        );
    }

    private static string Version(SummaryView view) =>
        string.Create(CultureInfo.InvariantCulture, $"version {view.Summary.PackVersion}");
}
