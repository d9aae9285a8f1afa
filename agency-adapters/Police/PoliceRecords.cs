using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Matching;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Police;

/// <summary>A force's records database, searched and read through the views that the README lists; nothing is ever written to it.</summary>
public sealed class PoliceRecords : IAgencyRecords, IAsyncDisposable
{
    private readonly PoliceOptions _options;
    private readonly SqlSource _database;
    private readonly NominalSearch _search;
    private readonly NominalFile _file;

    public PoliceRecords(IOptions<PoliceOptions> options)
    {
        _options = options.Value;
        _database = PoliceDatabase.Open(_options);
        _search = new NominalSearch(_database, _options);
        _file = new NominalFile(_database, _options);
    }

    public string System => _options.SystemName;

    public Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation) =>
        _search.FindAsync(subject, cancellation);

    public async Task<HeldRecords> ReadAsync(Candidate person, Subject subject, CancellationToken cancellation) =>
        new(await _file.ReadAsync(person, cancellation));

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        await _search.ProbeAsync(cancellation);
        await _file.ReadAsync(new Candidate { RecordId = "", Names = [] }, cancellation);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
