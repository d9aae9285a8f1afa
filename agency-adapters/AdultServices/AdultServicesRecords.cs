using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Matching;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.AdultServices;

/// <summary>A case-management extract of adult social care, searched and read; nothing is ever written to it.</summary>
public sealed class AdultServicesRecords : IAgencyRecords, IAsyncDisposable
{
    private readonly AdultServicesOptions _options;
    private readonly SqlSource _database;
    private readonly PersonSearch _search;
    private readonly CaseFile _file;

    public AdultServicesRecords(IOptions<AdultServicesOptions> options)
    {
        _options = options.Value;
        _database = AdultServicesDatabase.Open(_options);
        _search = new PersonSearch(_database, _options);
        _file = new CaseFile(_database, _options);
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
