using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

internal sealed class EnquiryLifeTests
{
    [Test]
    public void Every_state_is_in_the_table()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => Enum.GetValues<RequestState>().Sum(state => EnquiryLife.Next(state).Count),
                Throws.Nothing
            );
            Assert.That(
                () => Enum.GetValues<EnquiryState>().Sum(state => EnquiryLife.Next(state).Count),
                Throws.Nothing
            );
            Assert.That(
                () => Enum.GetValues<ContactState>().Sum(state => EnquiryLife.Next(state).Count),
                Throws.Nothing
            );
        }
    }

    [TestCase(ContactState.Received, ContactState.Triaged, true)]
    [TestCase(ContactState.Triaged, ContactState.Published, false, Description = "A person confirms the rating first.")]
    [TestCase(ContactState.RatingConfirmed, ContactState.Published, true)]
    [TestCase(ContactState.NotAnEnquiry, ContactState.Triaged, true)]
    [TestCase(ContactState.Published, ContactState.NotAnEnquiry, false)]
    public void A_contact(ContactState from, ContactState to, bool allowed) =>
        Assert.That(EnquiryLife.Allows(from, to), Is.EqualTo(allowed));

    [TestCase(RequestState.Queued, RequestState.Sealed, true)]
    [TestCase(RequestState.Queued, RequestState.Sent, false, Description = "Nothing leaves unsealed.")]
    [TestCase(
        RequestState.Queued,
        RequestState.Answered,
        false,
        Description = "What was never sealed cannot be answered."
    )]
    [TestCase(RequestState.Sealed, RequestState.Answered, true, Description = "Answered before it was marked sent.")]
    [TestCase(RequestState.Sent, RequestState.Answered, true, Description = "The receipt was lost.")]
    [TestCase(
        RequestState.Answered,
        RequestState.Receipted,
        false,
        Description = "A receipt that comes after the answer."
    )]
    [TestCase(RequestState.AnsweredInPart, RequestState.Answered, true)]
    [TestCase(RequestState.Answered, RequestState.AnsweredInPart, true, Description = "Asked anew.")]
    [TestCase(RequestState.Answered, RequestState.Withdrawn, true, Description = "It answered about another family.")]
    [TestCase(RequestState.Withdrawn, RequestState.Answered, false)]
    [TestCase(RequestState.Sealed, RequestState.Sealed, true, Description = "Everything can happen twice.")]
    [TestCase(RequestState.NotAsked, RequestState.Queued, true, Description = "Asked later.")]
    [TestCase(RequestState.Withdrawn, RequestState.Queued, false)]
    public void A_request(RequestState from, RequestState to, bool allowed) =>
        Assert.That(EnquiryLife.Allows(from, to), Is.EqualTo(allowed));

    [TestCase(EnquiryState.Open, EnquiryState.AllIn, true)]
    [TestCase(EnquiryState.Open, EnquiryState.DecisionDuePassed, true)]
    [TestCase(EnquiryState.AllIn, EnquiryState.Open, true)]
    [TestCase(EnquiryState.DecisionDuePassed, EnquiryState.AllIn, false)]
    public void An_enquiry(EnquiryState from, EnquiryState to, bool allowed) =>
        Assert.That(EnquiryLife.Allows(from, to), Is.EqualTo(allowed));
}
