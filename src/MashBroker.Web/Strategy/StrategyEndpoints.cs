using System.Text;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Strategy;
using MashBroker.Rules;
using MashBroker.Web.Cases;
using MashBroker.Web.Contacts;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace MashBroker.Web.Strategy;

/// <summary>Strategy discussions: called, moved or cancelled, the agencies invited, and who came put on record.</summary>
internal static class StrategyEndpoints
{
    private static readonly string[] Kinds =
    [
        CaseEntryKinds.Of<StrategyCall>().Code,
        CaseEntryKinds.Of<StrategyRecord>().Code,
        CaseEntryKinds.Of<StrategyCancellation>().Code,
    ];

    public static void MapStrategy(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/strategy/{reference}", ShowAsync);
        app.MapGet("/api/strategy/{reference}/invitation.ics", CalendarAsync);
        app.MapPost("/api/strategy/{reference}/call", CallAsync);
        app.MapPost("/api/strategy/{reference}/cancel", CancelAsync);
        app.MapPost("/api/strategy/{reference}/record", RecordAsync);
        app.MapPost("/api/strategy/{reference}/invite", InviteAsync);
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        ReadingRecord readings,
        Reader reader,
        HubProfile profile,
        CancellationToken cancellation
    )
    {
        var found = await readings.ReadAsync(
            reader,
            AuditAct.StrategyRead,
            "to see the strategy discussions",
            async session =>
                await CaseReference.FindAsync(session, reference) is { } contact
                    ? new Found(
                        contact,
                        StrategyView.Of(
                            contact.EnquiryReference?.ToString() ?? contact.Reference,
                            profile,
                            await StrategyStore.OfCaseAsync(session, contact.Reference),
                            await CaseFile.ReadAsync(session, contact.Reference, Kinds)
                        )
                    )
                    : null,
            shown => new Shown(shown.Contact.EnquiryReference, shown.Contact.Reference),
            cancellation
        );
        return found is null ? CaseReference.NotFound() : Results.Json(found.View, MashJson.Options);
    }

    // It names nobody of the family: what a calendar holds is the reference.
    private static async Task<IResult> CalendarAsync(
        string reference,
        LedgerFront ledger,
        Invitations invitations,
        CancellationToken cancellation
    ) =>
        await InvitationAsync(reference, ledger, invitations, cancellation) is { } invitation
            ? Results.Bytes(
                Encoding.UTF8.GetBytes(invitation.ToCalendar()),
                $"text/calendar; charset=utf-8; method={(invitation.Cancelled ? "CANCEL" : "REQUEST")}"
            )
            : NoInvitation();

    /// <summary>The invitations once more: for an agency that has mislaid its own, or a folder that was not there.</summary>
    private static async Task<IResult> InviteAsync(
        string reference,
        LedgerFront ledger,
        Invitations invitations,
        CancellationToken cancellation
    ) =>
        await InvitationAsync(reference, ledger, invitations, cancellation) is { } invitation
            ? Results.Json(
                new InvitationsView(
                    invitation.ToCalendar(),
                    invitations.Messages(invitation),
                    await invitations.LayAsync(invitation, cancellation)
                ),
                MashJson.Options
            )
            : NoInvitation();

    private static Task<IResult> CallAsync(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        HubProfile profile,
        IOptions<StrategyOptions> options,
        Invitations invitations,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        DoAsync<StrategyCall>(
            reference,
            request,
            ledger,
            profile,
            clock,
            (change, contact, said, misread) =>
                CallStrategy.WriteAsync(change, profile, contact, said, options.Value.Places, misread),
            invitations,
            cancellation
        );

    private static Task<IResult> CancelAsync(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        HubProfile profile,
        Invitations invitations,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        DoAsync<StrategyCancellation>(
            reference,
            request,
            ledger,
            profile,
            clock,
            (change, contact, said, misread) => CancelStrategy.WriteAsync(change, profile, contact, said, misread),
            invitations,
            cancellation
        );

    private static Task<IResult> RecordAsync(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        HubProfile profile,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        DoAsync<StrategyRecord>(
            reference,
            request,
            ledger,
            profile,
            clock,
            (change, contact, said, misread) => RecordStrategy.WriteAsync(change, profile, contact, said, misread),
            invitations: null,
            cancellation
        );

    /// <param name="invitations">Null where nobody is invited by it.</param>
    private static async Task<IResult> DoAsync<T>(
        string reference,
        HttpRequest request,
        LedgerFront ledger,
        HubProfile profile,
        TimeProvider clock,
        Func<LedgerTransaction, ContactRow, T, IReadOnlyList<FieldFault>, Task<StrategyChange>> write,
        Invitations? invitations,
        CancellationToken cancellation
    )
        where T : CaseStatement
    {
        var body = await Body.ReadAsync(request, CaseEntryDoor.SizeLimit, cancellation);
        var reading = CaseEntryDoor.Read(
            CaseEntryKinds.Of<T>(),
            body ?? new byte[CaseEntryDoor.SizeLimit + 1],
            clock.GetUtcNow()
        );
        if ((reading.Statement ?? reading.Incomplete) is not T said)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was put on record.", reading.Faults);
        }

        var done = await ledger.WriteAsync(
            async change =>
            {
                if (await CaseReference.FindAsync(change, reference) is not { } contact)
                {
                    return null;
                }

                var leaks = await LeakGate.CheckAsync(change, contact, said);
                // What is stopped is faulty as what cannot be read is: the act then says what else stands in its way.
                IReadOnlyList<FieldFault> stopped = leaks is null ? [] : LeakFaults.Of(leaks);
                // A discussion that is owed is called although the case is decided: most are held by whoever has it then.
                var closed = await CallStrategy.IsOwedAsync(change, contact)
                    ? []
                    : await CaseActs.ClosedToAsync(change, profile, contact, CaseEntryKinds.Of<T>(), said.By);
                var made = await write(change, contact, said, [.. reading.Faults, .. closed, .. stopped]);
                return new Done(contact, made with { Faults = [.. made.Faults.Except(stopped)] }, leaks);
            },
            cancellation
        );
        return done switch
        {
            null => CaseReference.NotFound(),
            { Change.Faults: { Count: > 0 } faults } => LeakFaults.Answer(
                reading.Faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict,
                "Nothing was put on record.",
                faults,
                done.Leaks
            ),
            { Leaks: { } leaks } => LeakFaults.Answer(leaks),
            _ => await AnswerAsync(done, ledger, invitations, cancellation),
        };
    }

    // Written once it is on record: should this fail, 'invite' writes them again.
    private static async Task<IResult> AnswerAsync(
        Done done,
        LedgerFront ledger,
        Invitations? invitations,
        CancellationToken cancellation
    )
    {
        var reference = done.Contact.EnquiryReference?.ToString() ?? done.Contact.Reference;
        var remarks = done.Change.Remarks;
        IReadOnlyList<string> laid = [];
        if (
            invitations is not null
            && done.Change.Number is not null
            && await InvitationAsync(reference, ledger, invitations, cancellation) is { } invitation
        )
        {
            try
            {
                laid = await invitations.LayAsync(invitation, cancellation);
                remarks = [.. remarks, .. ByOtherMeans(invitation, laid)];
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                remarks =
                [
                    .. remarks,
                    "The invitations could not be written into Strategy:PickupFolder. See to the folder, then invite again.",
                ];
            }
        }

        return Results.Json(
            new StrategyDone(reference, laid, remarks, done.Change.Number, done.Change.Quorate)
            {
                InvitedNames = invitations?.NamesOf(laid) ?? [],
                StartsAt = done.Change.StartsAt,
            },
            MashJson.Options
        );
    }

    private static IEnumerable<string> ByOtherMeans(StrategyInvitation invitation, IReadOnlyList<string> laid)
    {
        var uninvited = invitation.Uninvited.Where(invitee => !laid.Contains(invitee.Agency)).ToArray();
        if (uninvited.Length > 0)
        {
            yield return $"To be told by other means that they need not come any more: {string.Join(", ", uninvited.Select(each => each.Name))}.";
        }

        var rest = invitation.Invitees.Where(invitee => !laid.Contains(invitee.Agency)).ToArray();
        if (rest.Length > 0)
        {
            yield return $"To be told by other means, by telephone say: {string.Join(", ", rest.Select(each => each.Name))}.";
        }
    }

    private static Task<StrategyInvitation?> InvitationAsync(
        string reference,
        LedgerFront ledger,
        Invitations invitations,
        CancellationToken cancellation
    ) =>
        ledger.ReadAsync(
            async session =>
                await CaseReference.FindAsync(session, reference) is { } contact
                    ? await invitations.OfAsync(session, contact)
                    : null,
            cancellation
        );

    private static IResult NoInvitation() =>
        Faults.NotFound("strategy discussion", "Call one first: POST /api/strategy/{reference}/call.");

    private sealed record Found(ContactRow Contact, StrategyView View);

    private sealed record Done(ContactRow Contact, StrategyChange Change, LeakReport? Leaks);
}
