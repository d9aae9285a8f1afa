using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Life;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>An agency that answered about the wrong family, and one that is asked again.</summary>
[CancelAfter(60_000)]
internal sealed class When_what_was_asked_is_taken_back
{
    private HubBench _bench = null!;
    private AgencyByHand _police = null!;
    private EnquiryReference _enquiry = null!;
    private Came _asked = null!;

    [SetUp]
    public async Task SetUp()
    {
        _bench = await HubBench.SetUpAsync("police", "health");
        _police = await _bench.AgencyAsync("police");
        _enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        _asked = (await _police.ExpectAsync(LetterType.Request))[0];
    }

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Agencies_that_have_all_answered_are_told_that_nothing_is_to_rest_on_it_and_the_pack_says_so_first()
    {
        await using var health = await AdapterBeside.StartAsync(_bench, "health");
        await _police.SendAsync(_asked, SomeReturn.Of(SomeReturn.Held("S1"), SomeReturn.NothingKnown("S2")));
        await _bench.UntilAsync("all in", async () => (await RowAsync()).AllInAt is not null);
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));

        var change = await WithdrawAsync();

        var letter = (Withdrawal)(await _police.ExpectAsync(LetterType.Withdrawal))[0].Letter.Body;
        await _bench.UntilAsync("health has it", async () => await IsReceiptedAsync("health"));
        var pack = await PackAsync(each => each.Agencies.Any(agency => agency.AnsweredBeforeWithdrawal));
        Assert.Multiple(async () =>
        {
            Assert.That(change.Faults, Is.Empty);
            Assert.That(change.Told, Is.EqualTo(new[] { "police", "health" }));
            Assert.That(letter.Reason, Is.EqualTo("It is another family."));
            Assert.That(letter.YourReturn, Does.Contain("nothing is to rest on it").And.Contain("retention"));
            Assert.That(pack.GapsLine, Does.Contain("Police had answered when its request was withdrawn"));
            Assert.That(pack.Changes.Single().What, Does.Contain("stands under the withdrawal: Police, Health"));
            Assert.That(pack.Chronology.Concat(pack.StandingFacts).Select(entry => entry.Withdrawn), Has.All.True);
            Assert.That(
                await _bench.ReadAsync(view => ReturnStore.OfEnquiryAsync(view, _enquiry)),
                Has.Count.EqualTo(2),
                "what was returned stays on record"
            );
            Assert.That((await RowAsync()).WithdrawnAt, Is.Not.Null);
        });
    }

    [Test]
    public async Task An_agency_that_had_not_answered_is_told_nothing_of_a_return()
    {
        await WithdrawAsync();

        var letter = (Withdrawal)(await _police.ExpectAsync(LetterType.Withdrawal))[0].Letter.Body;
        Assert.That(letter.YourReturn, Is.Null);
    }

    [Test]
    public async Task An_agency_asked_again_has_a_request_and_a_clock_of_its_own_and_a_late_return_goes_to_the_former()
    {
        await WithdrawAsync("police");
        await _police.ExpectAsync(LetterType.Withdrawal);
        _bench.Clock.Advance(TimeSpan.FromHours(1));

        var change = await AskAsync();
        var again = (await _police.ExpectAsync(LetterType.Request, 2))[1];
        await _police.SendAsync(_asked, SomeReturn.Of(SomeReturn.Held("S1"), SomeReturn.NothingKnown("S2")));
        await _bench.UntilAsync(
            "the late return",
            async () => (await EveryAsync()).Any(request => request.AnsweredAfterWithdrawal)
        );
        var between = await CurrentAsync();
        await _police.SendAsync(again, SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2")));
        await _bench.UntilAsync("answered", async () => (await CurrentAsync()).State is RequestState.Answered);

        var requests = await EveryAsync();
        _bench.Clock.Advance(TimeSpan.FromHours(7));
        var pack = await PackAsync(each => each.Agencies.Any(agency => agency.Earlier.Count > 0));
        var police = pack.Agencies.Single(agency => agency.Agency == "police");
        Assert.Multiple(() =>
        {
            Assert.That(change.Faults, Is.Empty);
            Assert.That(again.Letter.Head.Request, Is.Not.EqualTo(_asked.Letter.Head.Request));
            Assert.That(((Request)again.Letter.Body).ReturnDueAt, Is.EqualTo(HubBench.Start.AddHours(7)));
            Assert.That(between.State, Is.Not.EqualTo(RequestState.Answered), "the late return answers nothing open");
            Assert.That(
                requests.Select(request => (request.State, request.Answer)),
                Is.EqualTo(
                    new[]
                    {
                        (RequestState.Withdrawn, (AnswerKind?)AnswerKind.Held),
                        (RequestState.Answered, AnswerKind.NothingKnown),
                    }
                )
            );
            Assert.That(police.Standing, Is.EqualTo(Standing.NothingKnown));
            Assert.That(police.Earlier.Single().Returns, Has.Count.EqualTo(1));
            Assert.That(pack.GapsLine, Does.Contain("withdrawn before it was asked again"));
            Assert.That(pack.Changes.Select(each => each.What), Has.Some.Contains("Asked again, by another request"));
            Assert.That(pack.Agencies.Select(agency => agency.Agency).First(), Is.EqualTo("police"), "its place stays");
        });
    }

    [Test]
    public async Task It_is_asked_again_once_and_not_when_all_was_withdrawn()
    {
        await WithdrawAsync("police");
        await AskAsync();
        var twice = await AskAsync();
        await WithdrawAsync();
        var over = await AskAsync();

        Assert.Multiple(() =>
        {
            Assert.That(twice.Faults.Select(fault => fault.Fault), Is.EqualTo(new[] { "has been asked" }));
            Assert.That(over.Faults.Select(fault => fault.Fault), Is.EqualTo(new[] { "was withdrawn" }));
        });
    }

    private Task<EnquiryChange> WithdrawAsync(string? agency = null) =>
        ChangeAsync(change =>
            WithdrawEnquiry.WriteAsync(change, _bench.Profile, _enquiry, SomeChange.Withdrawn(agency))
        );

    private Task<EnquiryChange> AskAsync() =>
        ChangeAsync(change => AskAgency.WriteAsync(change, _bench.Profile, _enquiry, SomeChange.Asked("police")));

    private async Task<EnquiryChange> ChangeAsync(Func<LedgerTransaction, Task<EnquiryChange?>> write) =>
        (await _bench.Ledger.WriteAsync(write, CancellationToken.None))!;

    private async Task<EnquiryRow> RowAsync() =>
        (await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, _enquiry)))!;

    private async Task<RequestRow> CurrentAsync() =>
        (await _bench.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, _enquiry))).Single(each =>
            each.Agency == "police"
        );

    private async Task<RequestRow[]> EveryAsync() =>
        [
            .. (await _bench.ReadAsync(view => EnquiryStore.EveryRequestOfAsync(view, _enquiry))).Where(each =>
                each.Agency == "police"
            ),
        ];

    // The adapter receipts its request first, then the withdrawal.
    private async Task<bool> IsReceiptedAsync(string agency) =>
        (await _bench.ReadAsync(view => AuditStore.OfEnquiryAsync(view, _enquiry))).Any(act =>
            act is { Act: AuditAct.LetterReceipted } && act.Subject == agency
        );

    private async Task<Pack> PackAsync(Func<Pack, bool> so)
    {
        Pack? pack = null;
        await _bench.UntilAsync(
            "the pack",
            async () =>
                await _bench.ReadAsync(view => PackStore.FindAsync(view, _enquiry)) is { } row
                && so(pack = JsonSerializer.Deserialize<Pack>(row.Json, MashJson.Options)!)
        );
        return pack!;
    }
}
