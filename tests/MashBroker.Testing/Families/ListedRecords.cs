using MashBroker.Adapters;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Matching;

namespace MashBroker.Testing.Families;

/// <summary>An agency whose records are the list itself, searched as the adapters search: what the matcher makes of perfect storage.</summary>
public sealed class ListedRecords(SampleFamilies families, string agency) : IAgencyRecords
{
    private readonly List<Candidate> _everybody = new ExpectedMatches(families, agency)
        .AllRecords()
        .Select(held => new Candidate
        {
            RecordId = held.RecordId,
            Names = held.Names,
            DateOfBirth = held.DateOfBirth,
            ExpectedDelivery = held.ExpectedDelivery,
            Gender = held.Gender,
            Addresses = held.Address is { } address ? [address with { To = null }] : [],
            Identifiers = held.Identifiers,
            Telephones = held.Telephones,
        })
        .ToList();

    public string System => agency;

    public Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Candidate>>(Find(subject, SearchKeys.Of(subject)));

    public Task<HeldRecords> ReadAsync(Candidate person, Subject subject, CancellationToken cancellation) =>
        Task.FromResult(new HeldRecords([]));

    public Task ProbeAsync(CancellationToken cancellation) => Task.CompletedTask;

    private List<Candidate> Find(Subject subject, SearchKeys keys) =>
        _everybody
            .Where(candidate =>
                keys.Reach(candidate.Names, candidate.DateOfBirth, candidate.Addresses)
                || candidate.Identifiers.Any(subject.Identifiers.Contains)
            )
            .ToList();
}
