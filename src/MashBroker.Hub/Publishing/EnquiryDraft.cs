using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Rules;
using MashBroker.Sealing;

namespace MashBroker.Hub.Publishing;

/// <summary>Makes of a plan what is written: the enquiry, and for each agency its request or why it is not asked.</summary>
internal sealed class EnquiryDraft(HubProfile profile, string sealProfile, string? telephone)
{
    // An agency that was down for weeks still answers, late; a request captured on the way is of no use after that.
    private static readonly TimeSpan ValidAfterDue = TimeSpan.FromDays(30);

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
            PlanJson = Published(plan).Write(),
            Content = Content(row, contact, plan, raisedBy).Write(),
            Requests = [.. plan.Agencies.Select(agency => Request(agency, plan, raisedBy, reference, now))],
        };
    }

    private static PublishedPlan Published(EnquiryPlan plan) =>
        new()
        {
            Warnings =
            [
                .. plan
                    .PreWarnings.Select(warning => PlannedWarning.Of(KindOf(warning.Percent), warning.At))
                    .DistinctBy(warning => warning.Kind),
            ],
            MinutesToDecide = plan.MinutesToDecide,
            Criteria = plan.Criteria,
            Remarks = plan.Remarks,
            ReturnDueOutOfHours = plan.ReturnDue.OutOfHours,
            DecisionDueOutOfHours = plan.DecisionDue.OutOfHours,
            OutOfHoursTeam = (plan.ReturnDue.Tell ?? plan.DecisionDue.Tell)?.Name,
        };

    // A hub may warn at shares of its own; the manager reads the nearest word that is not too strong.
    private static FlagKind KindOf(int percent) =>
        percent switch
        {
            >= 90 => FlagKind.NineTenthsGone,
            >= 75 => FlagKind.ThreeQuartersGone,
            _ => FlagKind.HalfTimeGone,
        };

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
            ConcernSummary = contact.Referrer.Kind is ReferrerKind.MemberOfPublic ? plan.ConcernSummary : contact.Concern.Summary,
            AskedAbout = plan
                .Agencies.Where(agency => agency.Ask is not null)
                .ToDictionary(
                    agency => agency.Code,
                    IReadOnlyList<string> (agency) => [.. agency.Ask!.Subjects.Select(subject => subject.Code)]
                ),
            MayReturn = plan
                .Agencies.Where(agency => agency.Ask is not null)
                .ToDictionary(agency => agency.Code, agency => agency.Ask!.MayReturn),
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
                Letter(agency, ask, plan, raisedBy, reference, id, now),
                null
            )
            : new NewRequest(id, agency.Code, agency.Name, null, agency.Reason.InWords());
    }

    private Letter Letter(
        AgencyPlan agency,
        AgencyAsk ask,
        EnquiryPlan plan,
        RaisedBy raisedBy,
        EnquiryReference reference,
        MessageId id,
        DateTimeOffset now
    )
    {
        var body = new Request
        {
            RaisedBy = raisedBy,
            ClockStartedAt = now,
            ReturnDueAt = plan.ReturnDue.At,
            Criteria = plan.Criteria,
            LegalBasis = plan.LegalBasis,
            DoNotInformFamily = plan.DoNotInformFamily,
            Subjects = ask.Subjects,
            ConcernSummary = ask.ConcernSummary,
            Questions = ask.Questions,
            MayReturn = ask.MayReturn,
            LookBackTo = ask.LookBackTo,
        };
        var head = LetterHeads.New(
            body,
            sealProfile,
            profile.Code,
            Party.HubName,
            agency.Code,
            plan.Rating,
            plan.Purpose,
            now,
            plan.ReturnDue.At + ValidAfterDue
        );
        return new Letter(head with { Enquiry = reference, Request = id, DueAt = plan.ReturnDue.At }, body);
    }
}
