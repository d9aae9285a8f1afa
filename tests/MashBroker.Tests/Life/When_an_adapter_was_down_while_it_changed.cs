using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Life;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>What it finds on its lanes when it runs again.</summary>
[CancelAfter(60_000)]
internal sealed class When_an_adapter_was_down_while_it_changed
{
    private ChangeBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await ChangeBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task An_adapter_that_was_down_learns_of_everything_and_answers_all_of_it()
    {
        // Nobody plays health: its lane keeps what is sent until its adapter runs.
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Green);
        await _bench.Police.ExpectAsync(LetterType.Request);
        await _bench.ChangeAsync(write => TellFacts.WriteAsync(write, _bench.Hub.Profile, enquiry, ChangeBench.Uncle));
        await _bench.ChangeAsync(write =>
            RerateEnquiry.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Rated(Rating.Red))
        );

        await using var health = await AdapterBeside.StartAsync(_bench.Hub, "health");

        await _bench.UntilRequestAsync(enquiry, "health", request => request.State is RequestState.Answered);
        var questions = await _bench.Hub.ReadAsync(view => QuestionStore.OfEnquiryAsync(view, enquiry));
        var request = await _bench.RequestAsync(enquiry, "health");
        Assert.Multiple(() =>
        {
            Assert.That(request.Parts, Is.EqualTo(2), "about those of the request, and about the person added");
            Assert.That(request.Answer, Is.EqualTo(AnswerKind.NothingKnown));
            Assert.That(
                questions.Where(question => question.RequestId == request.Id).Select(question => question.AnsweredAt),
                Has.One.Not.Null
            );
        });
    }

    [Test]
    public async Task An_adapter_that_was_down_when_it_was_withdrawn_looks_for_nobody()
    {
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Green);
        await _bench.UntilRequestAsync(enquiry, "health", request => request.SentAt is not null);
        await _bench.ChangeAsync(write =>
            WithdrawEnquiry.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Withdrawn())
        );
        await _bench.Hub.UntilAsync(
            "sent",
            async () => !(await _bench.DueAsync("health")).Contains(LetterType.Withdrawal)
        );

        await using var health = await AdapterBeside.StartAsync(_bench.Hub, "health");

        await _bench.Hub.UntilAsync(
            "the withdrawal is receipted",
            async () =>
                (await _bench.Hub.ReadAsync(view => AuditStore.OfEnquiryAsync(view, enquiry))).Any(act =>
                    act is { Act: AuditAct.LetterReceipted, Subject: "health" }
                )
        );
        var request = await _bench.RequestAsync(enquiry, "health");
        Assert.That(request.State, Is.EqualTo(RequestState.Withdrawn));
    }
}
