using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>
/// Joins a contact to an open enquiry about the same household: its people are added there, the agencies that were asked hear of
/// them, and the contact makes no enquiry of its own. All or nothing.
/// </summary>
public static class JoinContact
{
    /// <param name="misread">What is wrong with the form of what is said.</param>
    /// <returns>Null when there is no such contact or no such enquiry.</returns>
    public static async Task<EnquiryChange?> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        string contactReference,
        EnquiryReference reference,
        JoinedEnquiry said,
        params IReadOnlyList<FieldFault> misread
    )
    {
        if (
            await ContactStore.FindAsync(ledger, contactReference) is not { } row
            || await OpenEnquiry.FindAsync(ledger, profile, reference, misread) is not { } enquiry
        )
        {
            return null;
        }

        var contact = ContactContent.Read(row.Content);
        enquiry.RefuseUnlessRunning();
        await CheckAsync(enquiry, row, await SharingFile.ReadAsync(ledger, row.Reference, contact));
        var people = JoinedHousehold.People(
            contact,
            enquiry.Content.Subjects,
            (known, joining) =>
                LookupTerms.AreOnePerson(known, joining)
                || (said.SamePerson.Contains(known.Code) && LookupTerms.SeemOnePerson(known, joining))
        );
        var resembled = RefuseTwice(enquiry, contact, people, said);
        var reason = FactsPlan.Scrub(contact, said.Reason);
        var facts = FactsPlan.Scrub(contact, contact.ConcernSummary ?? contact.Concern.Summary);
        // As given, and by whoever referred this contact. By the enquiry's own the telling below looks at all that leaves.
        var leaks = await LeakGate.CheckAsync(ledger, row, said);
        var look = await TellFacts.LookAsync(
            enquiry,
            new NewFacts
            {
                By = said.By,
                Role = said.Role,
                // The referrer of either contact may have to be kept back: of this one here, of the enquiry's where it is told.
                Reason = reason,
                Facts = facts,
                People = people,
                // Of whoever is asked about here already nothing more is said there.
                SomebodyElse = [.. said.SomebodyElse, .. resembled],
            }
        );
        if (look.Refused is not null || leaks is not null)
        {
            return Refused(look.Refused ?? enquiry.Made(), leaks, row);
        }

        var told = await TellFacts.WriteAsync(look);
        var codes = await CodesAsync(ledger, reference, people);
        await ContactStore.DeclineEnquiryAsync(
            ledger,
            row.Reference,
            said.By,
            said.Role,
            $"Joined to {reference}: {said.Reason}"
        );
        await CaseFile.AddAsync(ledger, row, said with { Enquiry = reference, People = codes });
        await AuditStore.AppendAsync(
            ledger,
            said.By,
            AuditAct.ContactJoined,
            reference,
            row.Reference,
            string.Join(", ", codes)
        );
        await HandOverLimitsAsync(ledger, row, enquiry.ContactRow);
        return told with { Remarks = [.. told.Remarks, .. Remarks(row, enquiry)] };
    }

    // What the contact's child is owed is owed in the enquiry's case from now on, by the time that it had. Somebody who has the case
    // has it for this too; a discussion that was held or called off there did not know of it.
    private static async Task HandOverLimitsAsync(LedgerTransaction ledger, ContactRow from, ContactRow to)
    {
        var there = await CaseClocks.OfCaseAsync(ledger, to.Reference);
        foreach (
            var limit in (await CaseClocks.OfCaseAsync(ledger, from.Reference)).Where(clock =>
                clock is { Kind: CaseClockKind.Allocation or CaseClockKind.StrategyDiscussion, EndedAt: null }
            )
        )
        {
            await CaseClocks.EndAsync(ledger, from.Reference, limit.Kind, because: CaseClockEnd.Joined);
            var isDone = there.Any(clock =>
                clock is { Kind: CaseClockKind.Allocation, EndedAt: not null, EndedBecause: null }
                && clock.Kind == limit.Kind
            );
            if (!isDone)
            {
                await CaseClocks.StartAsync(ledger, to, limit.Kind, limit.DueAt);
            }
        }
    }

    private static async Task CheckAsync(OpenEnquiry enquiry, ContactRow row, SharingRecord onRecord)
    {
        if (row.State is not ContactState.Triaged)
        {
            enquiry.Fault("contact", "is not waiting for a rating", "Join a contact on which nobody has decided");
        }

        var household = await LookupStore.OpenEnquiriesAsync(enquiry.Ledger, row.Reference);
        if (household.All(open => open.Reference != enquiry.Row.Reference))
        {
            enquiry.Fault(
                "enquiry",
                "has nobody and no home in common with this contact",
                "Join a contact to an enquiry about the same household only"
            );
        }

        if (enquiry.Profile.Agencies.Any(agency => !onRecord.Allows(agency.Code)))
        {
            enquiry.Fault(
                "contact",
                "is not to be shared with every agency, as somebody decided",
                "Put a decision to share on record first, or decide on this contact by itself"
            );
        }
    }

    // An override is of one family's texts, and these are two: what each needs is said, with a digest of its own.
    private static EnquiryChange Refused(EnquiryChange there, LeakReport? here, ContactRow row) =>
        here is null ? there
        : there.Leaks is not { } other ? there with { Leaks = here }
        : there with
        {
            Leaks = here,
            Faults =
            [
                .. there.Faults,
                .. other.Findings.Select(finding => new FieldFault(
                    finding.Path,
                    $"{finding.Kind.InWords()}, by whoever referred the enquiry",
                    $"Put it otherwise, or override for the enquiry too: POST /api/contacts/{there.Enquiry}/leak-override with digest {other.Digest}; that of this answer is for {row.Reference}"
                )),
            ],
        };

    // Whoever seems to be somebody of the enquiry is that person or is not: a person says which.
    private static List<string> RefuseTwice(
        OpenEnquiry enquiry,
        Contact contact,
        IReadOnlyList<Subject> people,
        JoinedEnquiry said
    )
    {
        var resembled = new List<string>();
        foreach (var person in people.Where(person => person.Code.Length == 0))
        {
            foreach (var known in enquiry.Content.Subjects.Where(known => LookupTerms.SeemOnePerson(person, known)))
            {
                if (!said.SomebodyElse.Contains(known.Code))
                {
                    resembled.Add(known.Code);
                    var there = contact.People.FirstOrDefault(each => each.Names.SequenceEqual(person.Names))?.Code;
                    enquiry.Fault(
                        "people",
                        $"{(there is null ? "somebody" : there)} of this contact seems to be {known.Code} of the enquiry",
                        $"If it is the same person, name {known.Code} in samePerson; if it is somebody else, in somebodyElse"
                    );
                }
            }
        }

        return resembled;
    }

    // Codes were given out when they were added, in the order in which they were named.
    private static async Task<IReadOnlyList<string>> CodesAsync(
        LedgerTransaction ledger,
        EnquiryReference reference,
        IReadOnlyList<Subject> people
    )
    {
        var now = EnquiryContent.Read((await EnquiryStore.FindAsync(ledger, reference))!.Content).Subjects;
        var added = people.Count(person => person.Code.Length == 0);
        return
        [
            .. people.Select(person => person.Code).Where(code => code.Length > 0),
            .. now.TakeLast(added).Select(person => person.Code),
        ];
    }

    private static IEnumerable<string> Remarks(ContactRow row, OpenEnquiry enquiry)
    {
        if (row.SuggestedRating > enquiry.Row.Rating)
        {
            yield return $"Triage suggests {row.SuggestedRating} for this contact, and the enquiry is {enquiry.Row.Rating}: rate it anew if you agree.";
        }
    }
}
