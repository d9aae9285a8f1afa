using MashBroker.Adapters;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;

namespace MashBroker.Testing.Adapters;

/// <summary>A records system in memory that can be down, slow, restricted or talk rubbish.</summary>
public sealed class FakeAgencyRecords : IAgencyRecords
{
    private readonly List<(Candidate Person, HeldRecords Held)> _people = [];
    private readonly Lock _lock = new();
    private readonly List<string> _asked = [];

    public string System => "Fake records";

    /// <summary>Thrown by whatever is asked, when set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Called with each subject asked for; what it returns is waited for, whether or not the search is given up.</summary>
    public Func<Subject, Task>? Before { get; set; }

    /// <summary>Codes of the subjects that were looked for, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    public FakeAgencyRecords Holding(Candidate person, params AgencyRecord[] records)
    {
        _people.Add((person, new HeldRecords(records)));
        return this;
    }

    public FakeAgencyRecords Restricting(Candidate person, string ground)
    {
        _people.Add((person, new HeldRecords([], ground)));
        return this;
    }

    public async Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation)
    {
        lock (_lock)
        {
            _asked.Add(subject.Code);
        }

        if (Before is { } before)
        {
            await before(subject);
        }

        Fail();
        return [.. _people.Select(one => one.Person)];
    }

    public Task<HeldRecords> ReadAsync(Candidate person, Subject subject, CancellationToken cancellation)
    {
        Fail();
        return Task.FromResult(_people.Single(one => one.Person.RecordId == person.RecordId).Held);
    }

    public Task ProbeAsync(CancellationToken cancellation)
    {
        Fail();
        return Task.CompletedTask;
    }

    private void Fail()
    {
        if (Fault is { } fault)
        {
            throw fault;
        }
    }
}
