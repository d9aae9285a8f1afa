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

/// <summary>
/// Asks an agency of the profile that was not asked at publication, or whose request was withdrawn: by a request of its own then.
/// Its clock starts when it is asked.
/// </summary>
public static class AskAgency
{
    /// <param name="misread">What is wrong with the form of what is said.</param>
    /// <returns>Null when there is no such enquiry.</returns>
    public static async Task<EnquiryChange?> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference reference,
        AskingLater said,
        params IReadOnlyList<FieldFault> misread
    )
    {
        if (await OpenEnquiry.FindAsync(ledger, profile, reference, misread) is not { } enquiry)
        {
            return null;
        }

        enquiry.RefuseUnlessRunning();
        var request = enquiry.RequestTo(said.Agency);
        if (request is { State: not (RequestState.NotAsked or RequestState.Withdrawn) })
        {
            enquiry.Fault("agency", "has been asked", "Remind it, or tell it what is new");
        }

        var contact = await enquiry.ContactAsync();
        var plan = PlanOf(enquiry, said.Agency, contact, await enquiry.OnRecordAsync(contact));
        var asked = plan.Agencies.SingleOrDefault(agency => agency.Code == said.Agency);
        if (request is not null && asked?.Ask is null)
        {
            enquiry.Fault(
                "agency",
                asked is null ? "is not in the hub's profile any more" : asked.Reason.InWords(),
                asked?.Reason is NotAskedReason.DecidedNotToShare or NotAskedReason.NotAmongThoseToShareWith
                    ? "Put a decision to share with it on record first (mash case add sharing-decision)"
                    : "Ask an agency that is asked about somebody of this enquiry"
            );
        }

        return await enquiry.RefusedAsync(said, OutgoingTexts.Of(plan))
            ?? await AskAsync(ledger, enquiry, said, request!, asked!.Ask!, plan);
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
            onRecord: onRecord,
            askedFor: agency
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
        var warnings = enquiry.WarningsJson(rating, ledger.Now, due);
        var again = request.State is RequestState.Withdrawn;
        // What was withdrawn is over at the agency as well: what comes for it is not taken for an answer to this.
        var id = again ? MessageId.New() : request.Id;
        _ = again
            ? await RequestChanges.AskAgainAsync(ledger, request.Id, id, due, warnings)
            : await RequestChanges.AskAsync(ledger, request.Id, due, warnings);
        var raisedBy = enquiry.Content.RaisedBy with { Name = said.By, Role = said.Role };
        await OutboxStore.AddAsync(
            ledger,
            RequestLetter.Make(enquiry.Profile, said.Agency, ask, plan, raisedBy, enquiry.Row.Reference, id, ledger.Now)
        );
        await EnquiryChanges.KeepContentAsync(
            ledger,
            enquiry.Row,
            enquiry.Content with
            {
                AskedAbout = new Dictionary<string, IReadOnlyList<string>>(enquiry.Content.AskedAbout)
                {
                    // A return to the former request may still come, and is about those of then.
                    [said.Agency] =
                    [
                        .. enquiry
                            .Content.AskedAbout.GetValueOrDefault(said.Agency, [])
                            .Union(ask.Subjects.Select(subject => subject.Code)),
                    ],
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
            again ? $"{rating}, again" : $"{rating}"
        );
        await CaseFile.AddAsync(ledger, enquiry.ContactRow, said with { Again = again });
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
                ByRating = true,
            }
        );
        return enquiry.Made(said.Agency) with { Remarks = [.. await RemarksAsync(enquiry, said.Agency, due)] };
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
