using System.Net;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Returns;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Audit;

/// <summary>Nothing is shown, sent or receipted that is not on record first.</summary>
[CancelAfter(60_000)]
internal sealed class When_the_record_of_acts_cannot_be_written
{
    private WebBench _bench = null!;
    private AgencyByHand _police = null!;
    private string _contact = "";
    private EnquiryReference _enquiry = null!;

    [SetUp]
    public async Task SetUp()
    {
        _bench = await WebBench.SetUpAsync("police");
        _police = await _bench.Hub.AgencyAsync("police");
        _contact = await _bench.SubmitAsync(WebContact.Json());
        using var rated = await RateAsync(_contact);
        _enquiry = EnquiryReference.Parse((await WebBench.ReadAsync(rated)).GetProperty("enquiry").GetString()!);
    }

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Nobody_is_shown_anything_and_everybody_is_told_why()
    {
        await AnsweredAsync();
        await PackedAsync();
        string[] paths =
        [
            "/api/contacts",
            $"/api/contacts/{_contact}",
            $"/api/contacts/{_contact}/plan?rating=red",
            $"/api/enquiries/{_enquiry}",
            $"/api/enquiries/{_enquiry}/evidence",
            $"/api/packs/{_enquiry}",
            $"/packs/{_enquiry}",
            "/api/refused",
        ];
        foreach (var path in paths)
        {
            using var shown = await _bench.Http.GetAsync(path);
            Assert.That(shown.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"Without the fault {path} is shown.");
        }

        Break();
        foreach (var path in paths)
        {
            using var answer = await _bench.Http.GetAsync(path);
            var body = await answer.Content.ReadAsStringAsync();
            using (Assert.EnterMultipleScope())
            {
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), path);
                Assert.That(body, Does.Contain("nothing is shown").And.Not.Contain("Wendelmar"), path);
                Assert.That(body, Does.Not.Contain("chain is broken"), "What the file said is not for outside.");
            }
        }

        Mend();
        using var again = await _bench.Http.GetAsync($"/api/packs/{_enquiry}");
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_board_which_names_nobody_is_still_there()
    {
        Break();
        using var board = await _bench.Http.GetAsync("/");
        Assert.That(board.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task No_request_leaves_until_its_sealing_is_on_record()
    {
        await _police.ExpectAsync(LetterType.Request);
        BreakFor(nameof(AuditAct.RequestSealed));
        var second = await _bench.SubmitAsync(WebContact.Json("Another evening, the same shouting.", "Quillbourne"));
        using var rated = await RateAsync(second);
        // The dispatcher tries, fails and says so: from then on it has had its chance.
        await _bench.Hub.UntilAsync(
            "the dispatcher to have failed",
            () =>
                Task.FromResult(
                    _bench.Hub.Lines.All.Any(line => line.Contains("Dispatcher failed", StringComparison.Ordinal))
                )
        );
        Assert.That(Requests(), Is.EqualTo(1));

        Mend();
        await _bench.Hub.UntilAsync("the second request to come", () => Task.FromResult(Requests() == 2));
    }

    // That the first has gone may have had to be put on record together with the sealing that failed: then it goes again.
    private int Requests() =>
        _police
            .All.Where(came => came.Letter.Head.Type is LetterType.Request)
            .Select(came => came.Letter.Head.Id)
            .Distinct()
            .Count();

    [Test]
    public async Task No_return_is_taken_or_receipted_and_it_is_taken_when_the_record_is_mended()
    {
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        BreakFor(nameof(AuditAct.ReturnRecorded));
        await _police.SendAsync(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await _bench.Hub.ReadAsync(async view =>
        {
            Assert.That(await ReturnStore.OfEnquiryAsync(view, _enquiry), Is.Empty);
            return true;
        });
        Assert.That(_police.All.Select(came => came.Letter.Head.Type), Has.None.EqualTo(LetterType.ReturnReceipt));

        Mend();
        await _police.SendAsync(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        Assert.That(await _police.ExpectAsync(LetterType.ReturnReceipt), Has.Count.AtLeast(1));
    }

    private async Task AnsweredAsync()
    {
        var request = (await _police.ExpectAsync(LetterType.Request))[0];
        await _police.SendAsync(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
    }

    private Task PackedAsync() =>
        _bench.Hub.UntilAsync(
            "a pack",
            async () => (await _bench.Http.GetAsync($"/packs/{_enquiry}")).IsSuccessStatusCode
        );

    private Task<HttpResponseMessage> RateAsync(string contact) =>
        _bench.PostAsync(
            $"/api/contacts/{contact}/rating",
            """{"rating":"suggested","by":"A. Manager","role":"manager"}"""
        );

    private void Break() => BreakWhere("1 = 1");

    private void BreakFor(string act) => BreakWhere($"new.act = '{act}'");

    private void BreakWhere(string condition) =>
        Execute(
            $"create trigger broken before insert on audit when {condition} begin select raise(abort, 'chain is broken'); end"
        );

    private void Mend() => Execute("drop trigger broken");

    private void Execute(string statement)
    {
        using var connection = _bench.Hub.Ledger.Connect();
        connection.Execute(statement);
    }
}
