using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Returns;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;
using MashBroker.Testing.Contracts;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

internal sealed class ReturnPolicyTests
{
    [Test]
    public void A_return_to_its_own_request_may_be_recorded() => Expect(ReturnRefusal.None, Fitting());

    [Test]
    public void An_early_return_to_a_request_not_yet_marked_sent_may_be_recorded() =>
        Expect(ReturnRefusal.None, Fitting() with { Requests = [Own(RequestState.Sealed)] });

    [Test]
    [Refuses(ReturnRefusal.EnquiryUnknown)]
    public void An_enquiry_that_the_hub_never_published() =>
        Expect(ReturnRefusal.EnquiryUnknown, Fitting() with { Requests = [], Answered = null });

    [Test]
    [Refuses(ReturnRefusal.EnquiryErased)]
    public void An_enquiry_whose_key_is_destroyed() =>
        Expect(ReturnRefusal.EnquiryErased, Fitting() with { Erased = true });

    [Test]
    [Refuses(ReturnRefusal.AgencyNotAsked)]
    public void An_agency_that_stands_in_the_profile_and_was_not_asked() =>
        Expect(ReturnRefusal.AgencyNotAsked, Fitting() with { Requests = [Own(RequestState.NotAsked)] });

    [Test]
    [Refuses(ReturnRefusal.AgencyNotAsked)]
    public void An_agency_that_the_enquiry_does_not_name() =>
        Expect(ReturnRefusal.AgencyNotAsked, Fitting() with { Signer = "health" });

    [Test]
    [Refuses(ReturnRefusal.RequestOfAnotherAgency)]
    public void Another_agencys_request()
    {
        var others = Own(RequestState.Sent) with { Agency = "health" };
        var own = Own(RequestState.Sent) with { Id = MessageId.New() };

        Expect(ReturnRefusal.RequestOfAnotherAgency, Fitting() with { Requests = [others, own] });
    }

    [Test]
    [Refuses(ReturnRefusal.RequestOfAnotherEnquiry)]
    public void Another_childs_request() =>
        Expect(
            ReturnRefusal.RequestOfAnotherEnquiry,
            Fitting() with
            {
                Requests = [Own(RequestState.Sent) with { Id = MessageId.New() }],
            }
        );

    [Test]
    [Refuses(ReturnRefusal.AnswersNoLetterOfOurs)]
    public void A_letter_that_the_hub_never_wrote() =>
        Expect(ReturnRefusal.AnswersNoLetterOfOurs, Fitting() with { Answered = null });

    [Test]
    [Refuses(ReturnRefusal.AnswersNoLetterOfOurs)]
    public void A_letter_that_the_hub_wrote_to_another_agency() =>
        Expect(ReturnRefusal.AnswersNoLetterOfOurs, Fitting() with { Answered = Asked() with { Agency = "health" } });

    [Test]
    [Refuses(ReturnRefusal.AnswersNoLetterOfOurs)]
    public void A_letter_that_the_hub_wrote_about_another_request() =>
        Expect(
            ReturnRefusal.AnswersNoLetterOfOurs,
            Fitting() with
            {
                Answered = Asked() with { RequestId = MessageId.New() },
            }
        );

    [Test]
    [Refuses(ReturnRefusal.DigestIsNotOurs)]
    public void A_digest_that_is_not_the_requests() =>
        Expect(
            ReturnRefusal.DigestIsNotOurs,
            Fitting() with
            {
                Answered = Asked() with { Digest = new string('0', 64) },
            }
        );

    [Test]
    [Refuses(ReturnRefusal.DigestIsNotOurs)]
    public void A_letter_that_was_never_sealed_has_no_digest_to_name() =>
        Expect(ReturnRefusal.DigestIsNotOurs, Fitting() with { Answered = Asked() with { Digest = null } });

    [Test]
    [Refuses(ReturnRefusal.AnswersAnotherKindOfLetter)]
    public void A_return_that_answers_a_chaser() =>
        Expect(
            ReturnRefusal.AnswersAnotherKindOfLetter,
            Fitting() with
            {
                Answered = Asked() with { Type = LetterType.Chaser },
            }
        );

    [Test]
    public void A_receipt_of_a_chaser_is_in_order() =>
        Expect(
            ReturnRefusal.None,
            Fitting() with
            {
                Head = SomeLetter.Receipt.Head,
                Answered = Asked() with { Type = LetterType.Chaser },
            }
        );

    [Test]
    [Refuses(ReturnRefusal.SubjectNotAskedAbout)]
    public void An_answer_about_somebody_whom_the_agency_was_not_asked_about() =>
        Expect(ReturnRefusal.SubjectNotAskedAbout, Fitting() with { AskedAbout = ["S9"] });

    [Test]
    [Refuses(ReturnRefusal.BrokerUserAbsent)]
    public void A_broker_user_that_is_absent_where_it_is_required() =>
        Expect(ReturnRefusal.BrokerUserAbsent, Fitting() with { ExpectedBrokerUser = "mash.sample.police" });

    [Test]
    [Refuses(ReturnRefusal.BrokerUserIsNotSigner)]
    public void A_broker_user_that_is_another_agencys() =>
        Expect(
            ReturnRefusal.BrokerUserIsNotSigner,
            Fitting() with
            {
                ExpectedBrokerUser = "mash.sample.police",
                BrokerUser = "mash.sample.health",
            }
        );

    [Test]
    public void A_heartbeat_belongs_to_no_enquiry() =>
        Expect(ReturnRefusal.None, Fitting() with { Head = SomeLetter.Heartbeat.Head, Requests = [], Answered = null });

    private static void Expect(ReturnRefusal refusal, Arrived arrived) =>
        Assert.That(ReturnPolicy.Judge(arrived), Is.EqualTo(refusal));

    private static Arrived Fitting() =>
        new()
        {
            Head = SomeLetter.Return.Head,
            Signer = "police",
            Requests = [Own(RequestState.Receipted)],
            Answered = Asked(),
            Return = Body,
            AskedAbout = [.. Body.Answers.Select(answer => answer.Subject)],
        };

    private static Return Body => (Return)SomeLetter.Return.Body;

    private static RequestRow Own(RequestState state) =>
        new()
        {
            Id = SomeLetter.Return.Head.Request!.Value,
            EnquiryReference = SomeLetter.Return.Head.Enquiry!,
            Agency = "police",
            AgencyName = "Police",
            State = state,
            DueAt = SomeLetter.Noon.AddHours(6),
        };

    private static WrittenLetter Asked() =>
        new()
        {
            LetterId = SomeLetter.Return.Head.InReplyTo!.Id,
            Type = LetterType.Request,
            Agency = "police",
            EnquiryReference = SomeLetter.Return.Head.Enquiry,
            RequestId = SomeLetter.Return.Head.Request,
            Digest = SomeLetter.Return.Head.InReplyTo!.Digest,
        };
}
