using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Agencies;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>Asks an agency of the profile that was not asked at publication. Its clock starts when it is asked.</summary>
public static class AskAgency
{
    /// <returns>Null when there is no such enquiry.</returns>
    public static async Task<EnquiryChange?> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference reference,
        AskingLater said
    )
    {
        if (await OpenEnquiry.FindAsync(ledger, profile, reference) is not { } enquiry)
        {
            return null;
        }

        enquiry.RefuseUnlessRunning();
        var request = enquiry.RequestTo(said.Agency);
        if (request is { State: not RequestState.NotAsked })
        {
            enquiry.Fault(
                "agency",
                request.State is RequestState.Withdrawn ? "was asked, and its request withdrawn" : "has been asked",
                "Remind it, or tell it what is new; one whose request was withdrawn has to be telephoned"
            );
        }

        var contact = await enquiry.ContactAsync();
        var plan = PlanOf(enquiry, said.Agency, contact, await enquiry.OnRecordAsync(contact));
        var asked = plan.Agencies.SingleOrDefault(agency => agency.Code == said.Agency);
        if (request is not null && asked?.Ask is null)
        {
            enquiry.Fault(
                "agency",
                asked is null ? "is not in the hub's profile any more" : asked.Reason.InWords(),
                "Ask an agency that is asked about somebody of this enquiry"
            );
        }

        if (enquiry.IsFaulty)
        {
            return enquiry.Refused();
        }

        return await enquiry.LeaksAsync(OutgoingTexts.Of(plan)) is { } leaks
            ? enquiry.Stopped(leaks)
            : await AskAsync(ledger, enquiry, said, request!, asked!.Ask!, plan);
    }

    // As published, but for whom it is about now and when it is asked.
    private static EnquiryPlan PlanOf(OpenEnquiry enquiry, string agency, Contact contact, SharingRecord onRecord) =>
        EnquiryPlan.Make(
            enquiry.Profile,
            contact,
            enquiry.Row.Rating,
            enquiry.Content.ContactReceivedAt,
            enquiry.Ledger.Now,
            [agency],
            onRecord: onRecord
        ) with
        {
            Criteria = enquiry.Content.Criteria,
            LegalBasis = enquiry.Content.LegalBasis,
            DoNotInformFamily = enquiry.Content.DoNotInformFamily,
        };

    private static async Task<EnquiryChange> AskAsync(
        LedgerTransaction ledger,
        OpenEnquiry enquiry,
        AskingLater said,
        RequestRow request,
        AgencyAsk ask,
        EnquiryPlan plan
    )
    {
        var (rating, due) = (enquiry.Row.Rating, plan.ReturnDue.At);
        await RequestChanges.AskAsync(ledger, request.Id, due, enquiry.WarningsJson(rating, ledger.Now, due));
        var raisedBy = enquiry.Content.RaisedBy with { Name = said.By, Role = said.Role };
        await OutboxStore.AddAsync(
            ledger,
            RequestLetter.Make(
                enquiry.Profile,
                said.Agency,
                ask,
                plan,
                raisedBy,
                enquiry.Row.Reference,
                request.Id,
                ledger.Now
            )
        );
        await EnquiryChanges.KeepContentAsync(
            ledger,
            enquiry.Row,
            enquiry.Content with
            {
                AskedAbout = new Dictionary<string, IReadOnlyList<string>>(enquiry.Content.AskedAbout)
                {
                    [said.Agency] = [.. ask.Subjects.Select(subject => subject.Code)],
                },
                MayReturn = new Dictionary<string, IReadOnlyList<string>>(enquiry.Content.MayReturn)
                {
                    [said.Agency] = ask.MayReturn,
                },
                Agreements = ask.Agreement is { } agreement
                    ? new Dictionary<string, string>(enquiry.Content.Agreements) { [said.Agency] = agreement }
                    : enquiry.Content.Agreements,
                Withheld =
                    ask.Withheld is { } withheld && withheld.InWords() is not null
                        ? new Dictionary<string, WithheldFromAgency>(enquiry.Content.Withheld)
                        {
                            [said.Agency] = withheld,
                        }
                        : enquiry.Content.Withheld,
            }
        );
        await EnquiryChanges.NoteAsync(ledger, enquiry.Row.Reference);
        await AuditStore.AppendAsync(
            ledger,
            said.By,
            AuditAct.AgencyAskedLater,
            enquiry.Row.Reference,
            said.Agency,
            $"{rating}"
        );
        await CaseFile.AddAsync(ledger, enquiry.ContactRow, said);
        // Whoever has an agency asked decides that it is told: it stands on record as that, too.
        await CaseFile.AddAsync(
            ledger,
            enquiry.ContactRow,
            new SharingDecision
            {
                By = said.By,
                Role = said.Role,
                Decision = SharingChoice.Share,
                With = [said.Agency],
                Purpose = plan.Purpose,
                Reason = said.Reason,
            }
        );
        return enquiry.Made() with
        {
            Told = [said.Agency],
            Remarks = [.. await RemarksAsync(enquiry, said.Agency, due)],
        };
    }

    private static async Task<IReadOnlyList<string>> RemarksAsync(
        OpenEnquiry enquiry,
        string agency,
        DateTimeOffset due
    )
    {
        var remarks = new List<string>();
        if (due > enquiry.Row.DecisionDueAt)
        {
            remarks.Add("Its return is due after the decision.");
        }

        if ((await AgencyStore.ListAsync(enquiry.Ledger)).All(heard => heard.Agency != agency))
        {
            remarks.Add("Its adapter has never reported: the request waits until it is connected.");
        }

        return remarks;
    }
}
