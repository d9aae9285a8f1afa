using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Rules;
using MashBroker.Vault;
using MashBroker.Web.Board;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Enquiries;

/// <summary>Enquiries over the API: who was asked, who has answered, who has not.</summary>
internal static class EnquiryEndpoints
{
    internal const string ReferenceRemedy = "Take the reference from GET /api/enquiries, e.g. SEFTON-2026-000123.";

    public static void MapEnquiries(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/enquiries", ListAsync);
        app.MapGet("/api/enquiries/{reference}", ShowAsync);
    }

    private static async Task<IResult> ListAsync(BoardQuery board, CancellationToken cancellation) =>
        Results.Json((await board.ReadAsync(cancellation)).Enquiries, MashJson.Options);

    private static async Task<IResult> ShowAsync(
        string reference,
        ReadingRecord readings,
        Reader reader,
        HubProfile profile,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var parsed))
        {
            return Faults.NotFound("enquiry", ReferenceRemedy);
        }

        var view = await readings.ReadAsync(
            reader,
            AuditAct.EnquiryRead,
            "to see where the enquiry stands",
            async session =>
                await EnquiryStore.FindAsync(session, parsed) is { } enquiry
                    ? new EnquiryView
                    {
                        Contact = enquiry.ContactReference,
                        RaisedBy = enquiry.RaisedBy,
                        Board = BoardQuery.Of(
                            enquiry,
                            await EnquiryStore.RequestsOfAsync(session, parsed),
                            clock.GetUtcNow(),
                            profile
                        ),
                        Flags =
                        [
                            .. (await FlagStore.OfEnquiryAsync(session, parsed)).Select(flag => new BoardFlag(
                                flag.EnquiryReference,
                                flag.Agency,
                                BoardQuery.Words(flag.Kind, enquiry, clock.GetUtcNow()),
                                flag.DueAt
                            )),
                        ],
                        Withheld = WithheldOf(enquiry, profile),
                    }
                    : null,
            _ => new Shown(parsed),
            cancellation
        );
        return view is null ? Faults.NotFound("enquiry", ReferenceRemedy) : Results.Json(view, MashJson.Options);
    }

    private static IReadOnlyList<WithheldView> WithheldOf(EnquiryRow enquiry, HubProfile profile)
    {
        try
        {
            return
            [
                .. EnquiryContent
                    .Read(enquiry.Content)
                    .Withheld.Select(each => (Agency: each.Key, Words: each.Value.InWords()))
                    // Enquiries of before keep some of which nothing is withheld.
                    .Where(each => each.Words is not null)
                    .Select(each => new WithheldView(
                        each.Agency,
                        profile.Agencies.FirstOrDefault(agency => agency.Code == each.Agency)?.Name ?? each.Agency,
                        each.Words!
                    )),
            ];
        }
        catch (ContentErasedException)
        {
            // What stands beside it is no content and is shown as before.
            return [];
        }
    }
}

/// <summary>One enquiry with all that was flagged about it.</summary>
public sealed record EnquiryView
{
    public required string Contact { get; init; }

    public required string RaisedBy { get; init; }

    public required BoardEnquiry Board { get; init; }

    public required IReadOnlyList<BoardFlag> Flags { get; init; }

    /// <summary>What agencies were not told of what the hub holds; those that were told all are not here.</summary>
    public IReadOnlyList<WithheldView> Withheld { get; init; } = [];
}

/// <param name="Agency">Code of the agency.</param>
/// <param name="Words">Kinds and counts, no values.</param>
public sealed record WithheldView(string Agency, string Name, string Words);
