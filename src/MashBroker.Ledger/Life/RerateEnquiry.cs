using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Lookups;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>
/// Rates a published enquiry anew. Every request that is still to be answered gets the deadline that the new rating gives from
/// its own start, and no later one than it had unless somebody says why; its agency is told by a signed amendment.
/// </summary>
public static class RerateEnquiry
{
    private static readonly string NotConnected = NotAskedReason.NotConnected.InWords();

    /// <param name="misread">What is wrong with the form of what is said.</param>
    /// <returns>Null when there is no such enquiry.</returns>
    public static async Task<EnquiryChange?> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference reference,
        Rerating said,
        params IReadOnlyList<FieldFault> misread
    )
    {
        if (await OpenEnquiry.FindAsync(ledger, profile, reference, misread) is not { } enquiry)
        {
            return null;
        }

        enquiry.RefuseUnlessRunning();
        if (enquiry.Row.Rating == said.Rating)
        {
            enquiry.Fault("rating", "is the one that stands", "Give another, or leave it as it is");
        }

        var departures = enquiry.Hold(
            ActRoles.Rating(profile, said.Role, said.LaterBecause),
            said,
            said.DepartsFromRole
        );
        var contact = await enquiry.ContactAsync();
        var reason = FactsPlan.Scrub(contact, said.Reason);
        if (await enquiry.RefusedAsync(said) is { } refused)
        {
            return refused;
        }

        var change = await RerateAsync(ledger, enquiry, said, contact, reason);
        foreach (var departure in departures)
        {
            await CaseFile.AddAsync(ledger, enquiry.ContactRow, departure);
        }

        return change;
    }

    private static async Task<EnquiryChange> RerateAsync(
        LedgerTransaction ledger,
        OpenEnquiry enquiry,
        Rerating said,
        Contact contact,
        string reason
    )
    {
        var before = enquiry.Row;
        var due = enquiry.Clock.ReturnDueAfterRerating(
            said.Rating,
            before.PublishedAt,
            before.ReturnDueAt,
            said.LaterBecause
        );
        var plan = EnquiryPlan.Make(
            enquiry.Profile,
            contact,
            said.Rating,
            enquiry.Content.ContactReceivedAt,
            before.PublishedAt,
            // As when it was published, so that what kept an agency from being asked is said as it was then.
            [
                .. enquiry
                    .Requests.Where(request => request.NotAskedReason != NotConnected)
                    .Select(request => request.Agency),
            ],
            allocatedAt: enquiry.ContactRow.AllocatedAt,
            returnDue: due,
            onRecord: await enquiry.OnRecordAsync(contact)
        );
        var decisionDue = enquiry
            .Clock.DecisionDueAfterRerating(
                said.Rating,
                enquiry.Content.ContactReceivedAt,
                before.DecisionDueAt,
                laterBecause: said.LaterBecause
            )
            .At;
        var published = PublishedPlan.Read(before.PlanJson);
        await EnquiryChanges.RerateAsync(
            ledger,
            before.Reference,
            said.Rating,
            due.At,
            decisionDue,
            (
                PublishedPlan.Of(plan) with
                {
                    MinutesToDecide = HubClock.MinutesToDecide(due.At, decisionDue),
                    Criteria = published.Criteria,
                    // What was found when it was published is no less so now.
                    Remarks =
                    [
                        .. plan.Remarks,
                        .. published.Remarks.Where(remark =>
                            remark.StartsWith(AskedOnce.SinceRated, StringComparison.Ordinal)
                        ),
                    ],
                    // A deadline that stands keeps the warnings it had.
                    Warnings =
                        due.At == before.ReturnDueAt
                            ? published.Warnings
                            : enquiry.Warnings(said.Rating, before.PublishedAt, due.At),
                }
            ).Write()
        );
        var told = await MoveAsync(ledger, enquiry, said, reason);
        await EnquiryChanges.NoteAsync(ledger, before.Reference);
        await AuditStore.AppendAsync(
            ledger,
            said.By,
            AuditAct.EnquiryRerated,
            before.Reference,
            before.ContactReference,
            $"{before.Rating} to {said.Rating}"
        );
        var after = (await EnquiryStore.FindAsync(ledger, before.Reference))!;
        await CaseFile.AddAsync(
            ledger,
            enquiry.ContactRow,
            said with
            {
                Before = before.Rating,
                ReturnDueAt = after.ReturnDueAt,
                DecisionDueAt = after.DecisionDueAt,
                DepartsFromRole = null,
            }
        );
        return enquiry.Made(told) with
        {
            Rating = said.Rating,
            ReturnDueAt = after.ReturnDueAt,
            DecisionDueAt = after.DecisionDueAt,
            Remarks = [.. plan.Remarks, .. Remarks(enquiry, said, due)],
        };
    }

    private static async Task<IReadOnlyList<string>> MoveAsync(
        LedgerTransaction ledger,
        OpenEnquiry enquiry,
        Rerating said,
        string reason
    )
    {
        var told = new List<string>();
        foreach (var request in enquiry.Requests.Where(request => request.IsOpen))
        {
            var start = request.AskedAt ?? enquiry.Row.PublishedAt;
            var due = enquiry.Clock.ReturnDueAfterRerating(said.Rating, start, request.DueAt, said.LaterBecause).At;
            var warnings = request.AskedAt is null ? null : enquiry.WarningsJson(said.Rating, start, due);
            if (await RequestChanges.MoveDeadlineAsync(ledger, request.Id, due, warnings))
            {
                var body = new Amendment
                {
                    Kind = AmendmentKind.Rerated,
                    Reason = reason,
                    NewRating = said.Rating,
                    ReturnDueAt = due,
                };
                await OutboxStore.AddAsync(ledger, enquiry.About(request, said.Rating, due, body));
                told.Add(request.Agency);
            }
        }

        return told;
    }

    private static IEnumerable<string> Remarks(OpenEnquiry enquiry, Rerating said, DueTime due)
    {
        if (due.At < enquiry.Ledger.Now)
        {
            yield return "By the new rating the returns were due before now: agencies that have not answered are late at once.";
        }

        var byRating = enquiry.Clock.ReturnDue(said.Rating, enquiry.Row.PublishedAt).At;
        if (byRating > due.At)
        {
            yield return $"{said.Rating} would give agencies more time, and nobody has said why they should have it: the deadline stays.";
        }
    }
}
