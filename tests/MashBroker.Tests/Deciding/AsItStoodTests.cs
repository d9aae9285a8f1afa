using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;
using MashBroker.Sealing.AtRest;
using MashBroker.Testing.Correlation;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>What came between a decision and the freezing of its pack was not known when it was decided.</summary>
internal sealed class AsItStoodTests
{
    private static readonly DateTimeOffset Decided = SomePack.Published.AddHours(2);
    private static readonly EnquiryReference Enquiry = EnquiryReference.For("sample", 2026, 1);
    private static readonly MessageId Request = MessageId.New();

    [Test]
    public void A_return_between_the_decision_and_its_freezing_is_not_in_the_frozen_pack()
    {
        var source = Source(Return(position: 7, part: 1, final: true));

        var stood = AsItStood.At(source, Decision(lastReturn: 6));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stood.Returns, Is.Empty);
            Assert.That(stood.Requests[0].State, Is.EqualTo(RequestState.Receipted));
            Assert.That(stood.Requests[0].Answer, Is.Null);
            Assert.That(stood.Requests[0].AnsweredAt, Is.Null);
            Assert.That(stood.Enquiry.AllInAt, Is.Null);
            Assert.That(stood.Now, Is.EqualTo(Decided));
        }
    }

    [Test]
    public void Of_an_answer_in_parts_the_frozen_pack_holds_those_that_were_there()
    {
        var source = Source(Return(position: 6, part: 1, final: false), Return(position: 7, part: 2, final: true));

        var stood = AsItStood.At(source, Decision(lastReturn: 6));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stood.Returns, Has.Count.EqualTo(1));
            Assert.That(stood.Requests[0].State, Is.EqualTo(RequestState.AnsweredInPart));
            Assert.That(stood.Requests[0].Parts, Is.EqualTo(1));
        }
    }

    [Test]
    public void What_was_there_when_it_was_decided_stays_as_it_is()
    {
        var source = Source(Return(position: 6, part: 1, final: true));

        var stood = AsItStood.At(source, Decision(lastReturn: 6));

        Assert.That(stood.Requests[0], Is.EqualTo(source.Requests[0]));
    }

    private static PackSource Source(params ReceivedReturn[] returns) =>
        new()
        {
            HubName = "Sample Hub",
            Zone = "Europe/London",
            Reason = PackReason.Decided,
            Now = Decided.AddSeconds(5),
            Enquiry = new EnquiryRow
            {
                Reference = Enquiry,
                ContactReference = "SAMPLE-C-2026-000001",
                Rating = Rating.Amber,
                State = EnquiryState.Decided,
                PublishedAt = SomePack.Published,
                ReturnDueAt = SomePack.Published.AddHours(6),
                DecisionDueAt = SomePack.Published.AddHours(24),
                AllInAt = Decided.AddSeconds(3),
                RaisedBy = "A. Manager",
                PlanJson = "{}",
                KeyId = KeyId.New(),
                PackVersion = 0,
            },
            Content = null!,
            Requests =
            [
                new RequestRow
                {
                    Id = Request,
                    EnquiryReference = Enquiry,
                    Agency = "police",
                    AgencyName = "Police",
                    State = RequestState.Answered,
                    DueAt = SomePack.Published.AddHours(6),
                    ReceiptedAt = SomePack.Published.AddMinutes(1),
                    Answer = AnswerKind.Held,
                    AnsweredAt = Decided.AddSeconds(3),
                    Parts = returns.Length,
                },
            ],
            Returns = returns,
        };

    private static ReceivedReturn Return(long position, int part, bool final) =>
        new(
            new ReturnRow
            {
                Position = position,
                LetterId = MessageId.New(),
                RequestId = Request,
                EnquiryReference = Enquiry,
                Agency = "police",
                Part = part,
                Revision = 1,
                Final = final,
                Answer = AnswerKind.Held,
                ReceivedAt = Decided.AddSeconds(3),
                Late = false,
                Digest = new string('a', 64),
            },
            SomeReturn.Of(SomeReturn.NothingKnown("S1"))
        );

    private static DecisionRow Decision(long lastReturn) =>
        new()
        {
            EnquiryReference = Enquiry,
            Number = 1,
            Outcome = "early-help",
            DecidedAt = Decided,
            DueAt = SomePack.Published.AddHours(24),
            DecidedBy = "A. Manager",
            Role = "Team manager",
            Entry = 1,
            AbsenteesJson = "[]",
            LastReturn = lastReturn,
        };
}
