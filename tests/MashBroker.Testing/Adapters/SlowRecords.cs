using MashBroker.Adapters;
using MashBroker.Contracts;
using MashBroker.Matching;

namespace MashBroker.Testing.Adapters;

/// <summary>Stands before a records system and never lets an answer through, however it is told to stop.</summary>
public sealed class SlowRecords(IAgencyRecords records) : IAgencyRecords
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string System => records.System;

    public Task WasAsked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public async Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation)
    {
        _asked.TrySetResult();
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
        return await records.FindAsync(subject, cancellation);
    }

    public Task<HeldRecords> ReadAsync(Candidate person, Subject subject, CancellationToken cancellation) =>
        records.ReadAsync(person, subject, cancellation);

    public Task ProbeAsync(CancellationToken cancellation) => records.ProbeAsync(cancellation);
}
