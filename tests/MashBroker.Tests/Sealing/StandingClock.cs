namespace MashBroker.Tests.Sealing;

/// <summary>It is always the same instant.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
