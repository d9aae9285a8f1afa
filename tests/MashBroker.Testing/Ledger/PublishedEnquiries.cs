using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Lookups;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;

namespace MashBroker.Testing.Ledger;

/// <summary>Writes enquiries into a ledger as the hub does, without a hub beside it.</summary>
public static class PublishedEnquiries
{
    public static async Task<EnquiryReference> AddAsync(
        MashBroker.Ledger.Ledger ledger,
        HubProfile profile,
        Rating rating,
        params string[] connected
    )
    {
        var contact = SomeFamily.Contact;
        return (
            await ledger.WriteAsync(
                async change =>
                {
                    var written = await ContactStore.AddAsync(
                        change,
                        profile.Code,
                        MessageId.New().ToString(),
                        contact.ReceivedAt,
                        ContactContent.Write(contact),
                        "web",
                        LookupTerms.Of(contact)
                    );
                    await ContactStore.KeepTriageAsync(change, written.Reference, "{}", true, rating);
                    await ContactStore.ConfirmRatingAsync(
                        change,
                        written.Reference,
                        rating,
                        "A. Manager",
                        "manager",
                        null
                    );
                    return await EnquiryStore.PublishAsync(
                        change,
                        profile.Code,
                        written.Reference,
                        reference => Enquiry(profile, contact, rating, reference, change.Now, connected)
                    );
                },
                CancellationToken.None
            )
        )!;
    }

    public static NewEnquiry Enquiry(
        HubProfile profile,
        Contact contact,
        Rating rating,
        EnquiryReference reference,
        DateTimeOffset now,
        IReadOnlyCollection<string> connected
    )
    {
        var plan = EnquiryPlan.Make(profile, contact, rating, contact.ReceivedAt, now, connected);
        var raisedBy = new RaisedBy("A. Manager", "manager", profile.Name);
        var asked = plan.Agencies.Where(agency => agency.Ask is not null).ToArray();
        return new NewEnquiry
        {
            Rating = rating,
            PublishedAt = now,
            ReturnDueAt = plan.ReturnDue.At,
            DecisionDueAt = plan.DecisionDue.At,
            RaisedBy = raisedBy.Name,
            PlanJson = PublishedPlan.Of(plan).Write(),
            Content = new EnquiryContent
            {
                RaisedBy = raisedBy,
                ContactReceivedAt = contact.ReceivedAt,
                Criteria = plan.Criteria,
                LegalBasis = plan.LegalBasis,
                DoNotInformFamily = plan.DoNotInformFamily,
                Subjects = contact.People,
                ConcernSummary = contact.Concern.Summary,
                AskedAbout = asked.ToDictionary(
                    agency => agency.Code,
                    IReadOnlyList<string> (agency) => [.. agency.Ask!.Subjects.Select(subject => subject.Code)]
                ),
                MayReturn = asked.ToDictionary(agency => agency.Code, agency => agency.Ask!.MayReturn),
            }.Write(),
            Requests =
            [
                .. plan.Agencies.Select(agency =>
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
                }),
            ],
        };
    }

    /// <summary>An agency's answer to its request, as it stands on record once it was taken in.</summary>
    public static async Task AnswerAsync(LedgerTransaction change, EnquiryReference reference, string agency)
    {
        var request = (await EnquiryStore.RequestsOfAsync(change, reference)).Single(each => each.Agency == agency);
        var body = SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"));
        var head = LetterHeads.New(
            body,
            Sealer.NewestProfile,
            "sefton",
            agency,
            Party.HubName,
            Rating.Red,
            "safeguarding-enquiry",
            change.Now,
            change.Now.AddDays(30)
        ) with
        {
            Enquiry = reference,
            Request = request.Id,
        };
        await ReturnStore.AddAsync(
            change,
            request,
            head,
            body,
            JsonSerializer.SerializeToUtf8Bytes(body, MashJson.Options),
            [1],
            head.Id.ToString(),
            change.Now > request.DueAt,
            null
        );
        // What was asked since has no answer yet.
        var asked = await QuestionStore.OfRequestAsync(change, request.Id);
        await EnquiryStore.NoteAnswerAsync(change, request, body.Kind, parts: 1, complete: asked.Count == 0);
    }
}
