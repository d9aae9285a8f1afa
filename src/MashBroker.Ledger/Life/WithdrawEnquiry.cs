using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>
/// Tells agencies that they need not answer any more. An answer that was written before stands; one that comes after is kept
/// beside the withdrawal and shown.
/// </summary>
public static class WithdrawEnquiry
{
    /// <returns>Null when there is no such enquiry.</returns>
    public static async Task<EnquiryChange?> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference reference,
        EnquiryWithdrawal said
    )
    {
        if (await OpenEnquiry.FindAsync(ledger, profile, reference) is not { } enquiry)
        {
            return null;
        }

        RequestRow[] chosen =
            said.Agency is null ? [.. enquiry.Requests.Where(request => request.State is not RequestState.NotAsked)]
            : enquiry.RequestTo(said.Agency) is { } one ? [one]
            : [];
        Check(enquiry, said, chosen);
        if (enquiry.IsFaulty)
        {
            return enquiry.Refused();
        }

        var reason = FactsPlan.Scrub(await enquiry.ContactAsync(), said.Reason);
        if (await enquiry.LeaksAsync([new OutgoingText("reason", reason)]) is { } leaks)
        {
            return enquiry.Stopped(leaks);
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
            if (await OutboxStore.StopAsync(ledger, request.Id))
            {
                var body = new Withdrawal { Reason = reason };
                await OutboxStore.AddAsync(ledger, enquiry.About(request, enquiry.Row.Rating, request.DueAt, body));
                told.Add(request.Agency);
            }

            await AuditStore.AppendAsync(ledger, said.By, AuditAct.RequestWithdrawn, reference, request.Agency);
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
        string[] answered = [.. chosen.Where(Answered).Select(request => request.Agency)];
        await CaseFile.AddAsync(
            ledger,
            enquiry.ContactRow,
            said with
            {
                Withdrawn = withdrawn,
                AnsweredBefore = answered,
            }
        );
        return enquiry.Made() with { Told = told, Remarks = [.. Remarks(answered)] };
    }

    private static void Check(OpenEnquiry enquiry, EnquiryWithdrawal said, IReadOnlyList<RequestRow> chosen)
    {
        if (enquiry.Row.WithdrawnAt is not null)
        {
            enquiry.Fault("enquiry", "was withdrawn before", "Nothing is left to withdraw");
        }
        else if (said.Agency is null && !chosen.Any(request => request.IsOpen))
        {
            enquiry.Fault(
                "enquiry",
                "has nobody who has still to answer",
                "What was answered stands; nothing is left to withdraw"
            );
        }
        else if (said.Agency is not null && chosen is [var one] && !one.IsOpen)
        {
            var (fault, remedy) = one.State switch
            {
                RequestState.Answered => (
                    "answered before the withdrawal could be written",
                    "Its answer stands; nothing is left to withdraw"
                ),
                RequestState.Withdrawn => ("was told before that it need not answer", "Nothing is left to withdraw"),
                _ => ("was not asked", "Nothing is left to withdraw"),
            };
            enquiry.Fault("agency", fault, remedy);
        }
    }

    private static bool Answered(RequestRow request) => request.State is RequestState.Answered;

    private static IEnumerable<string> Remarks(string[] answered)
    {
        if (answered.Length > 0)
        {
            yield return $"Answered before the withdrawal, and stands: {string.Join(", ", answered)}.";
        }

        yield return "The decision on the contact is still due.";
    }
}
