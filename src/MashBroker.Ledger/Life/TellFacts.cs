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
/// Tells agencies what is new of a published enquiry, each what it may see, and asks them about people who are new or described
/// anew. A request that was answered is open again, with a clock of its own; one that is open keeps its deadline.
/// </summary>
public static class TellFacts
{
    /// <param name="misread">What is wrong with the form of what is said.</param>
    /// <returns>Null when there is no such enquiry.</returns>
    public static async Task<EnquiryChange?> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference reference,
        NewFacts said,
        params IReadOnlyList<FieldFault> misread
    )
    {
        if (await OpenEnquiry.FindAsync(ledger, profile, reference, misread) is not { } enquiry)
        {
            return null;
        }

        enquiry.RefuseUnlessRunning();
        var look = await LookAsync(enquiry, said);
        return look.Refused ?? await WriteAsync(look);
    }

    /// <summary>What telling this would do, and all that stands in its way, with whatever the enquiry was refused for before.</summary>
    internal static async Task<FactsLook> LookAsync(OpenEnquiry enquiry, NewFacts said)
    {
        // Half a person is described to nobody.
        var changed = DescribedAnew.In(enquiry, enquiry.IsMisread("people") ? [] : said.People, said.SomebodyElse);
        RequestRow[] chosen =
            said.Agency is null ? [.. enquiry.Requests.Where(IsAsked)]
            : enquiry.RequestTo(said.Agency) is { } one ? [one]
            : [];
        CheckOneAgency(enquiry, said, chosen);
        var contact = await enquiry.ContactAsync() with { People = changed.Everybody };
        var onRecord = await enquiry.OnRecordAsync(contact);
        if (
            said.Agency is not null
            && chosen is [var only]
            && NotToBeTold(enquiry, only.Agency, onRecord) is { } reason
        )
        {
            enquiry.Fault("agency", reason, "See the agency's sharing agreement, and the decisions to share on record");
        }

        var plans = Plans(enquiry, said, contact, changed, onRecord, chosen);
        var refused = await enquiry.RefusedAsync(said, plans.SelectMany(each => OutgoingTexts.Of(each.Plan.People)));
        return new FactsLook(enquiry, said, contact, changed, chosen, plans, refused);
    }

    /// <param name="look">Nothing of it is refused.</param>
    internal static async Task<EnquiryChange> WriteAsync(FactsLook look)
    {
        var (enquiry, said, contact, changed, chosen, plans, _) = look;
        var (ledger, profile, reference) = (enquiry.Ledger, enquiry.Profile, enquiry.Row.Reference);
        var content = enquiry.Content with { Subjects = changed.Everybody };
        var why = FactsPlan.Scrub(contact, said.Reason);
        var (asked, told) = (new List<string>(), new List<string>());
        var askedAbout = new Dictionary<string, IReadOnlyList<string>>(content.AskedAbout);
        var withheld = new Dictionary<string, WithheldFromAgency>(content.Withheld);
        foreach (var (request, plan) in plans)
        {
            await TellAsync(ledger, enquiry, request, plan, why, said.By);
            (plan.People.Count > 0 ? asked : told).Add(request.Agency);
            KeepWithheld(
                withheld,
                request.Agency,
                WithheldFromAgency.Of(profile.Agencies.First(agency => agency.Code == request.Agency), contact)
            );
            askedAbout[request.Agency] =
            [
                .. askedAbout.GetValueOrDefault(request.Agency, []).Union(plan.People.Select(person => person.Code)),
            ];
        }

        await EnquiryChanges.KeepContentAsync(
            ledger,
            enquiry.Row,
            content with
            {
                AskedAbout = askedAbout,
                Withheld = withheld,
            }
        );
        await EnquiryChanges.NoteAsync(ledger, reference);
        await LookupStore.AddAsync(ledger, enquiry.ContactRow.Reference, LookupTerms.Of(contact));
        await CaseFile.AddAsync(
            ledger,
            enquiry.ContactRow,
            said with
            {
                People = changed.People,
                Asked = asked,
                Told = told,
            }
        );
        string[] all =
        [
            .. chosen.Select(request => request.Agency).Where(code => asked.Contains(code) || told.Contains(code)),
        ];
        return enquiry.Made(all) with { Remarks = [.. Remarks(enquiry, contact, changed, all)] };
    }

    private static void KeepWithheld(
        Dictionary<string, WithheldFromAgency> all,
        string agency,
        WithheldFromAgency withheld
    )
    {
        if (withheld.InWords() is null)
        {
            all.Remove(agency);
        }
        else
        {
            all[agency] = withheld;
        }
    }

    private static (RequestRow Request, FactsPlan Plan)[] Plans(
        OpenEnquiry enquiry,
        NewFacts said,
        Contact contact,
        DescribedAnew changed,
        SharingRecord onRecord,
        IEnumerable<RequestRow> chosen
    ) =>
        [
            .. from request in chosen
            where NotToBeTold(enquiry, request.Agency, onRecord) is null
            let agency = enquiry.Profile.Agencies.First(each => each.Code == request.Agency)
            let plan = FactsPlan.Make(agency, contact, changed.Codes, said.Facts)
            // Somebody it is asked about, or words for it: otherwise there is nothing to tell.
            where plan.People.Count > 0 || plan.Facts is not null
            select (request, plan),
        ];

    /// <summary>Why an agency that was asked is told nothing more; null where it may be.</summary>
    private static string? NotToBeTold(OpenEnquiry enquiry, string code, SharingRecord onRecord) =>
        enquiry.Profile.Agencies.FirstOrDefault(each => each.Code == code) is not { } agency
            ? "is not in the hub's profile any more"
        : enquiry.MayBeAsked(agency, onRecord) is var reason and not NotAskedReason.None ? reason.InWords()
        : null;

    private static bool IsAsked(RequestRow request) =>
        request.State is not (RequestState.NotAsked or RequestState.Withdrawn);

    private static void CheckOneAgency(OpenEnquiry enquiry, NewFacts said, IReadOnlyList<RequestRow> chosen)
    {
        if (said.Agency is null || chosen is not [var one])
        {
            return;
        }

        if (!IsAsked(one))
        {
            enquiry.Fault("agency", "was not asked, or need not answer any more", "Name an agency that was asked");
        }
        else if (said.People.Count == 0 && !enquiry.IsMisread("people") && one.Answer is AnswerKind.NeedMoreDetails)
        {
            enquiry.Fault(
                "people",
                "is missing, and the agency asked for more details",
                "Describe anew the person it asked about, under the code they have: systems search by that, not by words"
            );
        }
    }

    private static async Task TellAsync(
        LedgerTransaction ledger,
        OpenEnquiry enquiry,
        RequestRow request,
        FactsPlan plan,
        string reason,
        string by
    )
    {
        var rating = enquiry.Row.Rating;
        var (due, isAsked) = (request.DueAt, plan.People.Count > 0);
        if (isAsked && !request.IsOpen)
        {
            var anew = enquiry.Clock.ReturnDue(rating, ledger.Now).At;
            due = anew > due ? anew : due;
            await RequestChanges.ReopenAsync(ledger, request.Id, due, enquiry.WarningsJson(rating, ledger.Now, due));
        }

        var letter = enquiry.About(
            request,
            rating,
            due,
            new Amendment
            {
                Kind = AmendmentKind.NewFacts,
                Reason = reason,
                Subjects = plan.People,
                NewFacts = plan.Facts,
            }
        );
        await OutboxStore.AddAsync(ledger, letter);
        if (isAsked)
        {
            await QuestionStore.AddAsync(ledger, request.Id, letter.Head.Id);
        }

        await AuditStore.AppendAsync(
            ledger,
            by,
            AuditAct.FactsTold,
            enquiry.Row.Reference,
            request.Agency,
            isAsked ? $"asked about {string.Join(", ", plan.People.Select(person => person.Code))}" : "told"
        );
    }

    private static IEnumerable<string> Remarks(
        OpenEnquiry enquiry,
        Contact contact,
        DescribedAnew changed,
        IReadOnlyList<string> told
    )
    {
        var notTold = enquiry.Requests.Where(request => IsAsked(request) && !told.Contains(request.Agency)).ToArray();
        if (notTold.Length > 0)
        {
            yield return $"Not told: {string.Join(", ", notTold.Select(request => request.AgencyName))}.";
        }

        var couldBeAsked = enquiry
            .Profile.Agencies.Where(agency =>
                enquiry.Requests.Any(each => each.Agency == agency.Code && each.State is RequestState.NotAsked)
                && FactsPlan.Make(agency, contact, changed.Codes, facts: null).People.Count > 0
            )
            .ToArray();
        if (couldBeAsked.Length > 0)
        {
            yield return $"Not asked so far, and asked about such people by the hub's profile: {string.Join(", ", couldBeAsked.Select(agency => agency.Name))}.";
        }
    }
}
