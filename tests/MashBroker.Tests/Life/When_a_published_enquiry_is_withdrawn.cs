using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Life;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>What was on its way is kept, and the withdrawal goes until it is receipted.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_published_enquiry_is_withdrawn
{
    private ChangeBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await ChangeBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task A_return_on_its_way_when_the_enquiry_is_withdrawn_is_kept_beside_the_withdrawal_and_shown()
    {
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var asked = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        await _bench.UntilRequestAsync(enquiry, "police", request => request.SentAt is not null);

        await _bench.ChangeAsync(write =>
            WithdrawEnquiry.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Withdrawn())
        );
        _bench.Hub.Clock.Advance(TimeSpan.FromSeconds(1));
        await _bench.Police.SendAsync(asked, ChangeBench.Nothing("S1", "S2"));

        await _bench.UntilRequestAsync(enquiry, "police", request => request.AnsweredAfterWithdrawal);
        await _bench.Police.ExpectAsync(LetterType.Withdrawal);
        var pack = await _bench.PackUntilAsync(
            enquiry,
            each => each.Agencies.Any(agency => agency.AnsweredAfterWithdrawal)
        );
        var receipt = (await _bench.Police.ExpectAsync(LetterType.ReturnReceipt))[0];
        Assert.Multiple(() =>
        {
            Assert.That(pack.GapsLine, Does.Contain("answered before the withdrawal of its request reached it"));
            Assert.That(pack.Changes.Single().What, Does.Contain("The whole enquiry was withdrawn."));
            Assert.That(((ReturnReceipt)receipt.Letter.Body).Late, Is.False);
        });
    }

    [Test]
    public async Task A_withdrawal_goes_again_until_its_receipt_and_the_request_does_not()
    {
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        await _bench.Police.ExpectAsync(LetterType.Request);
        await _bench.UntilRequestAsync(enquiry, "police", request => request.SentAt is not null);
        await _bench.ChangeAsync(write =>
            WithdrawEnquiry.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Withdrawn())
        );
        await _bench.Police.ExpectAsync(LetterType.Withdrawal);

        // Not before the first is marked sent: only then its next attempt is five minutes away.
        await _bench.Hub.UntilAsync(
            "withdrawal marked sent",
            async () => !(await _bench.DueAsync("police")).Contains(LetterType.Withdrawal)
        );
        _bench.Hub.Clock.Advance(TimeSpan.FromMinutes(6));
        var came = await _bench.Police.ExpectAsync(LetterType.Withdrawal, 2);
        await _bench.Police.ReceiptAsync(came[1]);
        await _bench.Hub.UntilAsync(
            "receipted",
            async () =>
                (await _bench.Hub.ReadAsync(view => AuditStore.OfEnquiryAsync(view, enquiry))).Any(act =>
                    act.Act is AuditAct.LetterReceipted
                )
        );
        _bench.Hub.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Multiple(async () =>
        {
            Assert.That(came[0].Bytes, Is.EqualTo(came[1].Bytes));
            Assert.That(
                await _bench.DueAsync("police"),
                Has.None.EqualTo(LetterType.Withdrawal).And.None.EqualTo(LetterType.Request)
            );
        });
    }
}
