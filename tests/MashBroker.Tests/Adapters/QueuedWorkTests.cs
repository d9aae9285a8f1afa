using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>What is answered first, and what a run leaves to the next.</summary>
internal sealed class QueuedWorkTests
{
    private AskedAdapter _adapter = null!;

    [SetUp]
    public async Task OpenAsync() => _adapter = await AskedAdapter.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _adapter.DisposeAsync();

    [Test]
    public async Task Red_is_answered_before_Green_when_work_queues_up()
    {
        var gate = new TaskCompletionSource();
        var held = new CountdownEvent(1);
        _adapter.Records.Before = subject =>
        {
            if (subject.Code != "S1")
            {
                return Task.CompletedTask;
            }

            held.Signal();
            return gate.Task;
        };
        await _adapter.StartAsync(options => options.RequestsAtATime = 1);
        await _adapter.Hub.SendAsync(_adapter.Request(Household.Child()));
        Assert.That(held.Wait(TimeSpan.FromSeconds(20)), Is.True);
        await _adapter.Hub.SendAsync(_adapter.Request(Household.Stranger()));
        await _adapter.Hub.SendAsync(_adapter.Request(Rating.Amber, Household.Brother()));

        // The place kept for Red: while Green holds the only other one, Red is answered.
        var red = _adapter.Request(Rating.Red, Household.Mother());
        await _adapter.AnswerAsync(red);
        await _adapter.Bench.LoggedAsync("(New)", 4);
        gate.SetResult();
        await _adapter.Hub.ExpectAsync<Return>(4);

        Assert.That(_adapter.Records.Asked, Is.EqualTo(new[] { "S1", "S3", "S2", "S4" }));
    }

    [Test]
    public async Task What_an_earlier_run_received_is_answered_by_the_next()
    {
        var started = new TaskCompletionSource();
        _adapter.Records.Before = _ =>
        {
            started.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        await _adapter.Hub.SendAsync(request);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await _adapter.Bench.StopAsync();
        _adapter.Records.Before = null;
        await _adapter.StartAsync();

        Assert.That((await _adapter.Hub.ReturnToAsync(request.Head.Request!.Value)).Kind, Is.EqualTo(AnswerKind.Held));
    }

    [Test]
    public async Task Parts_that_an_earlier_run_stored_are_not_made_again()
    {
        var second = new TaskCompletionSource();
        _adapter.Records.Before = subject =>
        {
            if (subject.Code == "S1")
            {
                return Task.CompletedTask;
            }

            second.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        await _adapter.StartAsync(options => options.AnswerInParts = true);
        var request = _adapter.Request(Household.Child(), Household.Brother());
        await _adapter.Hub.SendAsync(request);
        await _adapter.Hub.ExpectAsync<Return>();
        await second.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await _adapter.Bench.StopAsync();
        _adapter.Records.Before = null;
        await _adapter.StartAsync(options => options.AnswerInParts = true);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var count = 2;
        while (true)
        {
            var parts = await _adapter.Hub.ExpectAsync<Return>(count++);
            var numbers = parts.Select(part => ((Return)part.Letter.Body).Part).Distinct().Order().ToList();
            if (numbers.Count == 2)
            {
                Assert.That(numbers, Is.EqualTo(new[] { 1, 2 }));
                Assert.That(parts.Select(part => part.Digest).Distinct().Count(), Is.EqualTo(2));
                // Two people are looked for at a time, in either order.
                Assert.That(_adapter.Records.Asked, Is.EquivalentTo(new[] { "S1", "S2", "S2" }));
                return;
            }
        }
    }
}
