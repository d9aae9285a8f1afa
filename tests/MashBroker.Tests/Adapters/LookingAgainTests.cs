using MashBroker.Adapters;
using MashBroker.Contracts.Letters;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>Records that could not be looked at are no proof of anything: the agency looks again, in time.</summary>
internal sealed class LookingAgainTests
{
    private AskedAdapter _adapter = null!;

    [SetUp]
    public async Task OpenAsync() => _adapter = await AskedAdapter.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _adapter.DisposeAsync();

    [Test]
    public async Task Rubbish_from_the_records_is_no_proof_that_nothing_is_known()
    {
        _adapter.Records.Fault = new FormatException("Marisol Thistlewood is not a number");
        await _adapter.StartAsync();
        var answer = (await _adapter.AnswerAsync(_adapter.Request(Household.Child()))).Answers[0];

        Assert.Multiple(() =>
        {
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.CannotLook));
            Assert.That(answer.Reason, Does.Not.Contain("Marisol"));
            Assert.That(string.Join('\n', _adapter.Bench.LogText), Does.Not.Contain("Marisol"));
        });
    }

    [Test]
    public async Task A_system_that_comes_back_while_it_is_asked_again_is_searched()
    {
        var tries = 0;
        _adapter.Records.Before = _ =>
            ++tries < 3 ? throw new RecordsUnavailableException("Fake records are restarting.") : Task.CompletedTask;
        await _adapter.StartAsync();

        Assert.That(
            (await _adapter.AnswerAsync(_adapter.Request(Household.Child()))).Kind,
            Is.EqualTo(AnswerKind.Held)
        );
    }

    [Test]
    public async Task Records_that_were_away_are_looked_at_again_and_the_same_part_is_sent_anew()
    {
        _adapter.Records.Before = _ => throw new RecordsUnavailableException("Fake records are restarting.");
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child(), Household.Stranger());
        await _adapter.Hub.SendAsync(request);
        var first = (Return)(await _adapter.Hub.ExpectAsync<Return>())[0].Letter.Body;
        _adapter.Records.Before = null;
        _adapter.Clock.Advance(TimeSpan.FromSeconds(31));
        var second = (await _adapter.Hub.ExpectAsync<Return>(2))[1].Letter;
        var body = (Return)second.Body;

        Assert.Multiple(() =>
        {
            Assert.That((first.Kind, first.Part, first.Final), Is.EqualTo((AnswerKind.CannotLook, 1, true)));
            Assert.That((body.Part, body.Final), Is.EqualTo((1, true)));
            Assert.That(second.Head.InReplyTo!.Id, Is.EqualTo(request.Head.Id));
            Assert.That(
                body.Answers.Select(answer => answer.Kind),
                Is.EqualTo(new[] { AnswerKind.Held, AnswerKind.NothingKnown })
            );
        });
    }

    [Test]
    public async Task Whoever_could_be_looked_for_keeps_the_answer_when_the_others_are_looked_for_again()
    {
        var away = true;
        _adapter.Records.Before = subject =>
            away && subject.Code == "S2"
                ? throw new RecordsUnavailableException("Fake records are restarting.")
                : Task.CompletedTask;
        await _adapter.StartAsync();
        await _adapter.Hub.SendAsync(_adapter.Request(Household.Child(), Household.Brother()));
        await _adapter.Hub.ExpectAsync<Return>();
        away = false;
        _adapter.Clock.Advance(TimeSpan.FromSeconds(31));
        var body = (Return)(await _adapter.Hub.ExpectAsync<Return>(2))[1].Letter.Body;

        Assert.That(
            body.Answers.Select(answer => (answer.Subject, answer.Kind)),
            Is.EqualTo(new[] { ("S1", AnswerKind.Held), ("S2", AnswerKind.Held) })
        );
    }

    [Test]
    public async Task What_an_earlier_run_could_not_look_at_is_looked_at_by_the_next()
    {
        _adapter.Records.Before = _ => throw new RecordsUnavailableException("Fake records are restarting.");
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        await _adapter.Hub.SendAsync(request);
        await _adapter.Hub.ExpectAsync<Return>();
        await _adapter.Bench.StopAsync();
        _adapter.Records.Before = null;
        // The first probe of the new run succeeds: nobody waits for the pause to pass.
        await _adapter.StartAsync();

        // The first return may come twice: stopped before it was noted as sent, it goes again.
        var returns = await _adapter.Hub.ExpectAsync<Return>(2, request.Head.Request);
        while (((Return)returns[^1].Letter.Body).Kind is not AnswerKind.Held)
        {
            returns = await _adapter.Hub.ExpectAsync<Return>(returns.Count + 1, request.Head.Request);
        }

        Assert.That(returns.Select(one => ((Return)one.Letter.Body).Part), Is.All.EqualTo(1));
    }

    [Test]
    public async Task After_the_deadline_or_a_withdrawal_nobody_looks_again()
    {
        _adapter.Records.Before = _ => throw new RecordsUnavailableException("Fake records are restarting.");
        await _adapter.StartAsync();
        var withdrawn = _adapter.Request(Household.Child());
        await _adapter.Hub.SendAsync(withdrawn);
        await _adapter.Hub.ExpectAsync<Return>();
        await _adapter.Hub.SendAsync(
            _adapter.Hub.Letter(new Withdrawal { Reason = "Closed." }, withdrawn.Head.Request)
        );
        await _adapter.Hub.ExpectAsync<Receipt>(2);
        await _adapter.AnswerAsync(_adapter.Request(Household.Brother()));
        _adapter.Records.Before = null;
        _adapter.Clock.Advance(TimeSpan.FromHours(7));
        var asked = _adapter.Records.Asked.Count;
        await _adapter.AnswerAsync(_adapter.Request(Household.Stranger()));

        Assert.That(_adapter.Records.Asked.Skip(asked), Is.EqualTo(new[] { "S4" }));
    }
}
