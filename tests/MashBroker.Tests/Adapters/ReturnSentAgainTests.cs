using MashBroker.Contracts.Letters;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>A return goes again until the hub has receipted it.</summary>
internal sealed class ReturnSentAgainTests
{
    private AskedAdapter _adapter = null!;

    [SetUp]
    public async Task OpenAsync() => _adapter = await AskedAdapter.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _adapter.DisposeAsync();

    [Test]
    public async Task A_return_goes_again_until_the_hub_has_receipted_it()
    {
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        await _adapter.Hub.SendAsync(request);
        var first = (await _adapter.Hub.ExpectAsync<Return>())[0];
        _adapter.Clock.Advance(TimeSpan.FromMinutes(6));
        var again = (await _adapter.Hub.ExpectAsync<Return>(2))[1];
        await _adapter.ReceiptAsync(first);
        await _adapter.AnswerAsync(_adapter.Request(Household.Stranger()));
        var soFar = _adapter.ReturnsTo(request);
        _adapter.Clock.Advance(TimeSpan.FromMinutes(6));
        // The other return goes again, this one does not.
        await _adapter.Hub.ExpectAsync<Return>(soFar + 2);

        Assert.Multiple(() =>
        {
            Assert.That(again.Bytes, Is.EqualTo(first.Bytes));
            Assert.That(_adapter.ReturnsTo(request), Is.EqualTo(soFar));
        });
    }

    [Test]
    public async Task A_return_without_receipt_goes_again_at_start()
    {
        await _adapter.StartAsync();
        await _adapter.Hub.SendAsync(_adapter.Request(Household.Child()));
        await _adapter.Hub.ExpectAsync<Return>();
        await _adapter.Bench.StopAsync();
        await _adapter.StartAsync();
        var returns = await _adapter.Hub.ExpectAsync<Return>(2);

        Assert.That(returns[1].Bytes, Is.EqualTo(returns[0].Bytes));
    }

    [Test]
    public async Task A_chaser_is_receipted_and_brings_the_return_again()
    {
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        await _adapter.AnswerAsync(request);
        await _adapter.Hub.SendAsync(
            _adapter.Hub.Letter(new Chaser { Number = 1, MinutesLeft = 20 }, request.Head.Request)
        );
        await _adapter.Hub.ExpectAsync<Receipt>(2);
        var returns = await _adapter.Hub.ExpectAsync<Return>(2);

        Assert.That(returns[1].Bytes, Is.EqualTo(returns[0].Bytes));
    }
}
