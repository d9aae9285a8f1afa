using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>Reminds agencies of returns that have not come. An adapter that is reminded sends again what has no receipt.</summary>
public static class ChaseAgencies
{
    /// <summary>A reminder within this time of the one before says nothing new.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <param name="misread">What is wrong with the form of what is said.</param>
    /// <returns>Null when there is no such enquiry.</returns>
    public static async Task<EnquiryChange?> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference reference,
        Chase said,
        params IReadOnlyList<FieldFault> misread
    )
    {
        if (await OpenEnquiry.FindAsync(ledger, profile, reference, misread) is not { } enquiry)
        {
            return null;
        }

        var chosen = Chosen(enquiry, said.Agency);
        if (await enquiry.RefusedAsync(said) is { } refused)
        {
            return refused;
        }

        foreach (var request in chosen)
        {
            var body = await WriteAsync(ledger, request);
            await OutboxStore.AddAsync(ledger, enquiry.About(request, enquiry.Row.Rating, request.DueAt, body));
            await AuditStore.AppendAsync(
                ledger,
                said.By,
                AuditAct.AgencyChased,
                reference,
                request.Agency,
                $"reminder {body.Number}"
            );
        }

        string[] chased = [.. chosen.Select(request => request.Agency)];
        await CaseFile.AddAsync(ledger, enquiry.ContactRow, said with { Chased = chased });
        return enquiry.Made(chased);
    }

    /// <summary>The next reminder of a request, counted.</summary>
    public static async Task<Chaser> WriteAsync(LedgerTransaction ledger, RequestRow request) =>
        new()
        {
            Number = await RequestChanges.CountChaserAsync(ledger, request.Id),
            MinutesLeft = (int)Math.Floor((request.DueAt - ledger.Now).TotalMinutes),
        };

    private static RequestRow[] Chosen(OpenEnquiry enquiry, string? agency)
    {
        var now = enquiry.Ledger.Now;
        if (agency is null)
        {
            RequestRow[] due = [.. enquiry.Requests.Where(request => request.IsOpen && !IsFresh(request, now))];
            if (due.Length == 0)
            {
                enquiry.Fault(
                    "enquiry",
                    "has nobody to remind",
                    "Every agency asked has answered, or was reminded within the last five minutes: telephone it"
                );
            }

            return due;
        }

        if (enquiry.RequestTo(agency) is not { } one)
        {
            return [];
        }

        if (!one.IsOpen)
        {
            enquiry.Fault("agency", "owes no return", "Remind an agency that was asked and has still to answer");
        }
        else if (IsFresh(one, now))
        {
            enquiry.Fault("agency", "was reminded within the last five minutes", "Telephone it");
        }

        return [one];
    }

    private static bool IsFresh(RequestRow request, DateTimeOffset now) => request.ChasedAt > now - Pause;
}
