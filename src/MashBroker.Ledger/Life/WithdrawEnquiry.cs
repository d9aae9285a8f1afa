using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Ledger.Strategy;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>
/// Takes back what agencies were asked, and tells them. Whatever an agency returned, before or after, is kept under the withdrawal
/// and marked; one that had answered is told so.
/// </summary>
public static class WithdrawEnquiry
{
    private const string YourReturn =
        "What you returned before this stays on the hub's record, marked as given to a request that was withdrawn, and nothing is "
        + "to rest on it. Keep what you hold of the request no longer than your own rules on retention say; when the hub destroys "
        + "its record it will instruct you to purge what is left.";

    /// <param name="misread">What is wrong with the form of what is said.</param>
    /// <returns>Null when there is no such enquiry.</returns>
    public static async Task<EnquiryChange?> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference reference,
        EnquiryWithdrawal said,
        params IReadOnlyList<FieldFault> misread
    )
    {
        if (await OpenEnquiry.FindAsync(ledger, profile, reference, misread) is not { } enquiry)
        {
            return null;
        }

        RequestRow[] chosen =
            said.Agency is null ? [.. enquiry.Requests.Where(request => request.State is not RequestState.NotAsked)]
            : enquiry.RequestTo(said.Agency) is { } one ? [one]
            : [];
        Check(enquiry, said, chosen);
        var departures = enquiry.Hold(ActRoles.TakingBack(profile, said.Role), said, said.DepartsFromRole);
        var reason = FactsPlan.Scrub(await enquiry.ContactAsync(), said.Reason);
        if (await enquiry.RefusedAsync(said) is { } refused)
        {
            return refused;
        }

        var (withdrawn, told) = (new List<string>(), new List<string>());
        foreach (var request in chosen)
        {
            if (!await RequestChanges.WithdrawAsync(ledger, request.Id))
            {
                continue;
            }

            withdrawn.Add(request.Agency);
            // One that was never sealed is not sent any more, and its agency knows nothing that could be withdrawn.
            if (await OutboxSettlement.StopAsync(ledger, request.Id))
            {
                var body = new Withdrawal { Reason = reason, YourReturn = request.Answer is null ? null : YourReturn };
                await OutboxStore.AddAsync(ledger, enquiry.About(request, enquiry.Row.Rating, request.DueAt, body));
                told.Add(request.Agency);
            }

            await AuditStore.AppendAsync(
                ledger,
                said.By,
                AuditAct.RequestWithdrawn,
                reference,
                request.Agency,
                Answered(request) ? "had answered" : null
            );
        }

        if (said.Agency is null)
        {
            await EnquiryChanges.WithdrawAsync(ledger, reference);
            await AuditStore.AppendAsync(
                ledger,
                said.By,
                AuditAct.EnquiryWithdrawn,
                reference,
                enquiry.Row.ContactReference
            );
        }

        await EnquiryChanges.NoteAsync(ledger, reference);
        string[] answered =
        [
            .. chosen
                .Where(request => Answered(request) && withdrawn.Contains(request.Agency))
                .Select(request => request.Agency),
        ];
        await CaseFile.AddAsync(
            ledger,
            enquiry.ContactRow,
            said with
            {
                Withdrawn = withdrawn,
                AnsweredBefore = answered,
                DepartsFromRole = null,
            }
        );
        foreach (var departure in departures)
        {
            await CaseFile.AddAsync(ledger, enquiry.ContactRow, departure);
        }

        return enquiry.Made(told) with
        {
            Remarks = [.. Remarks(enquiry, answered), .. said.Agency is null ? await StillToMeetAsync(enquiry) : []],
        };
    }

    // Why agencies meet may outlast what they were asked: a person says whether they still do.
    private static async Task<IEnumerable<string>> StillToMeetAsync(OpenEnquiry enquiry)
    {
        var contact = enquiry.Row.ContactReference;
        var called = await StrategyStore.CalledAsync(enquiry.Ledger, contact);
        var limit = (await CaseClocks.OfCaseAsync(enquiry.Ledger, contact)).FirstOrDefault(clock =>
            clock is { Kind: CaseClockKind.StrategyDiscussion, EndedAt: null }
        );
        if (called is null && limit is null)
        {
            return [];
        }

        var time = new HubTime(enquiry.Profile.Zone);
        var what = called is null
            ? "A strategy discussion is still due"
            : $"Strategy discussion {called.Number} is still called, for {time.Say(called.StartsAt)}";
        var until = limit is null ? "" : $", and its limit runs until {time.Say(limit.DueAt)}";
        return
        [
            $"{what}{until}. If the agencies need not meet any more: mash strategy cancel {enquiry.Row.Reference} --none-needed, with the reason.",
        ];
    }

    private static void Check(OpenEnquiry enquiry, EnquiryWithdrawal said, IReadOnlyList<RequestRow> chosen)
    {
        if (enquiry.Row.WithdrawnAt is not null)
        {
            enquiry.Fault("enquiry", "was withdrawn before", "Nothing is left to withdraw");
        }
        else if (enquiry.Row.Outcome is not null)
        {
            enquiry.Fault(
                "enquiry",
                "is decided, and the decision rests on what was returned",
                $"Decide anew in its place, with what was wrong as the reason (mash decision record {enquiry.Row.Reference}), and telephone the agencies"
            );
        }

        if (said.Agency is not null && chosen is [{ State: RequestState.NotAsked or RequestState.Withdrawn } one])
        {
            enquiry.Fault(
                "agency",
                one.State is RequestState.Withdrawn ? "was told before that its request is withdrawn" : "was not asked",
                "Nothing is left to withdraw"
            );
        }
    }

    private static bool Answered(RequestRow request) => request.State is RequestState.Answered;

    private static IEnumerable<string> Remarks(OpenEnquiry enquiry, string[] answered)
    {
        if (answered.Length > 0)
        {
            var names = enquiry.Requests.Where(each => answered.Contains(each.Agency)).Select(each => each.AgencyName);
            yield return $"Answered before: {string.Join(", ", names)}. What was returned stays on record under the withdrawal, marked in the pack, and they are told so.";
        }

        yield return "The decision on the contact is still due.";
    }
}
