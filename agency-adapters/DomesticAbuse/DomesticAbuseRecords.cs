using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Matching;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.DomesticAbuse;

/// <summary>A domestic abuse service's client workbook, read and never written.</summary>
public sealed class DomesticAbuseRecords : IAgencyRecords, IDisposable
{
    private readonly DomesticAbuseOptions _options;
    private readonly WorkbookFile _file;

    public DomesticAbuseRecords(IOptions<DomesticAbuseOptions> options)
    {
        _options = options.Value;
        _file = new WorkbookFile(_options);
    }

    public string System => _options.SystemName;

    public async Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation)
    {
        var workbook = await _file.CurrentAsync(cancellation);
        var keys = SearchKeys.Of(subject);
        return workbook
            .Clients.Select(CandidateOf)
            .Concat(workbook.Children.Select(CandidateOf))
            .Where(candidate => keys.Reach(candidate.Names, candidate.DateOfBirth, candidate.Addresses))
            .ToList();
    }

    public async Task<HeldRecords> ReadAsync(Candidate person, Subject subject, CancellationToken cancellation)
    {
        var workbook = await _file.CurrentAsync(cancellation);
        var file = new ClientFile(_options, workbook);
        if (workbook.Clients.FirstOrDefault(client => client.Id == person.RecordId) is { } client)
        {
            return new HeldRecords(file.Tell(client));
        }

        return workbook.Children.FirstOrDefault(child => child.Id == person.RecordId) is { } child
            ? new HeldRecords(file.Tell(child))
            : throw new RecordsUnavailableException(
                "The client workbook was changed during the search and no longer has the row that was found."
            );
    }

    public Task ProbeAsync(CancellationToken cancellation) => _file.CurrentAsync(cancellation);

    public void Dispose() => _file.Dispose();

    private static Candidate CandidateOf(Client client) =>
        new()
        {
            RecordId = client.Id,
            Names = client.Names,
            DateOfBirth = client.Born,
            Gender = client.Gender,
            Addresses = client.Address is { } address ? [address] : [],
            Telephones = client.SafeTelephone is { } telephone ? [telephone] : [],
        };

    private static Candidate CandidateOf(ListedChild child) =>
        new()
        {
            RecordId = child.Id,
            Names = child.Names,
            DateOfBirth = child.Born,
            ExpectedDelivery = child.Expected,
            Gender = child.Gender,
            Addresses = child.Address is { } address ? [address] : [],
        };
}
