using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Hub.Publishing;

/// <summary>Makes of a plan what is written: the enquiry, and for each agency its request or why it is not asked.</summary>
internal sealed class EnquiryDraft(HubProfile profile, string? telephone)
{
    public NewEnquiry Make(
        ContactRow row,
        Contact contact,
        EnquiryPlan plan,
        EnquiryReference reference,
        DateTimeOffset now
    )
    {
        var raisedBy = new RaisedBy(row.RatedBy!, row.RatedRole!, profile.Name, telephone);
        return new NewEnquiry
        {
            Rating = plan.Rating,
            PublishedAt = now,
            ReturnDueAt = plan.ReturnDue.At,
            DecisionDueAt = plan.DecisionDue.At,
            RaisedBy = raisedBy.Name,
            PlanJson = PublishedPlan.Of(plan).Write(),
            Content = Content(row, contact, plan, raisedBy).Write(),
            Requests = [.. plan.Agencies.Select(agency => Request(agency, plan, raisedBy, reference, now))],
        };
    }

    private static EnquiryContent Content(ContactRow row, Contact contact, EnquiryPlan plan, RaisedBy raisedBy) =>
        new()
        {
            RaisedBy = raisedBy,
            ContactReceivedAt = row.ReceivedAt,
            Criteria = plan.Criteria,
            LegalBasis = plan.LegalBasis,
            DoNotInformFamily = plan.DoNotInformFamily,
            Subjects = contact.People,
            // A member of the public's own words stay with the contact: a pack is read more widely.
            ConcernSummary =
                contact.Referrer.Kind is ReferrerKind.MemberOfPublic ? plan.ConcernSummary : contact.Concern.Summary,
            AskedAbout = plan
                .Agencies.Where(agency => agency.Ask is not null)
                .ToDictionary(
                    agency => agency.Code,
                    IReadOnlyList<string> (agency) => [.. agency.Ask!.Subjects.Select(subject => subject.Code)]
                ),
            MayReturn = plan
                .Agencies.Where(agency => agency.Ask is not null)
                .ToDictionary(agency => agency.Code, agency => agency.Ask!.MayReturn),
            Agreements = plan
                .Agencies.Where(agency => agency.Ask?.Agreement is not null)
                .ToDictionary(agency => agency.Code, agency => agency.Ask!.Agreement!),
            Withheld = plan
                .Agencies.Where(agency => agency.Ask?.Withheld?.InWords() is not null)
                .ToDictionary(agency => agency.Code, agency => agency.Ask!.Withheld!),
        };

    private NewRequest Request(
        AgencyPlan agency,
        EnquiryPlan plan,
        RaisedBy raisedBy,
        EnquiryReference reference,
        DateTimeOffset now
    )
    {
        var id = MessageId.New();
        return agency.Ask is { } ask
            ? new NewRequest(
                id,
                agency.Code,
                agency.Name,
                RequestLetter.Make(profile, agency.Code, ask, plan, raisedBy, reference, id, now),
                null
            )
            : new NewRequest(id, agency.Code, agency.Name, null, agency.Reason.InWords());
    }
}
