using NUnit.Framework;

namespace MashBroker.Testing.Messaging;

/// <summary>For what happens at a broker, which signals nobody.</summary>
public static class Eventually
{
    /// <param name="explain">What is known when it does not come to hold.</param>
    public static async Task HoldsAsync(
        Func<Task<bool>> condition,
        int withinSeconds = 30,
        Func<string>? explain = null
    )
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(withinSeconds));
        while (!await condition())
        {
            if (patience.IsCancellationRequested)
            {
                Assert.Fail($"It did not come to hold within {withinSeconds} s. {explain?.Invoke()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
