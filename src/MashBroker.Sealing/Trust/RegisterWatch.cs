namespace MashBroker.Sealing.Trust;

/// <summary>Looks at a key folder every two seconds, so that whoever was revoked is refused within moments and nobody restarts anything.</summary>
public sealed class RegisterWatch : IDisposable
{
    /// <summary>Much shorter than the minute in which a revocation must be in force everywhere: heartbeats need most of that.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ITimer _timer;

    /// <param name="told">Called for every change, and for what could not be taken.</param>
    public RegisterWatch(TrustRegister register, TimeProvider clock, Action<RegisterChange> told) =>
        _timer = clock.CreateTimer(_ => Look(register, told), null, Interval, Interval);

    public void Dispose() => _timer.Dispose();

    private static void Look(TrustRegister register, Action<RegisterChange> told)
    {
        RegisterChange change;
        try
        {
            change = register.Refresh();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            change = new RegisterChange(false, null, $"The key folder cannot be looked at ({fault.GetType().Name}).");
        }
        if (change != RegisterChange.Nothing)
        {
            told(change);
        }
    }
}
