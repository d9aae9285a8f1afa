using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;
using MashBroker.Sealing;

namespace MashBroker.Ledger.Enquiries;

/// <summary>The letter that asks one agency: at publication, or later.</summary>
public static class RequestLetter
{
    // An agency that was down for weeks still answers, late; a request captured on the way is of no use after that.
    private static readonly TimeSpan ValidAfterDue = TimeSpan.FromDays(30);

    /// <param name="id">Of the request, which everything that is said about it names.</param>
    public static Letter Make(
        HubProfile profile,
        string agency,
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
            Sealer.NewestProfile,
            profile.Code,
            Party.HubName,
            agency,
            plan.Rating,
            plan.Purpose,
            now,
            plan.ReturnDue.At + ValidAfterDue
        );
        return new Letter(head with { Enquiry = reference, Request = id, DueAt = plan.ReturnDue.At }, body);
    }
}
