using MashBroker.Adapters.Probation.Cases;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Probation;

/// <summary>The probation service's person search and case detail, read and never written.</summary>
public sealed class ProbationRecords : IAgencyRecords, IDisposable
{
    private const string LimitedAccess =
        "limited access case: only the responsible officer or a manager of the case may disclose";

    private readonly RecordsOverHttp _http;
    private readonly ProbationOptions _options;
    private readonly CaseServer _server;

    public ProbationRecords(IOptions<ProbationOptions> options)
    {
        _options = options.Value;
        _http = new RecordsOverHttp(_options.SystemName, _options);
        _server = new CaseServer(_http, _options);
    }

    public string System => _options.SystemName;

    public async Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(
            PersonSearches.For(subject).Select(search => _server.SearchAsync(search, cancellation))
        );
        var candidates = answers
            .SelectMany(answer => answer.People)
            .Where(person => !person.SoftDeleted)
            .DistinctBy(person => person.OtherIds.Crn, StringComparer.Ordinal)
            .Select(PersonCandidate.From)
            .ToList();

        // A list that was cut short proves nothing about who is not on it. It will do where the person stands out on it anyway.
        if (
            answers.Any(answer => answer.TooMany)
            && PersonMatcher.Find(subject, candidates).Evidence.Outcome != MatchOutcome.Match
        )
        {
            throw _http.Unavailable(
                "holds too many people like this to tell them apart: "
                    + "ask again with a CRN, a PNC number, a full date of birth or a postcode"
            );
        }

        return candidates;
    }

    public async Task<HeldRecords> ReadAsync(Candidate person, Subject subject, CancellationToken cancellation)
    {
        // Asked again rather than remembered: a restriction may have been set since the search.
        var found = await _server.SearchAsync(new PersonSearch { Crn = person.RecordId }, cancellation);
        var current =
            found.People.SingleOrDefault(f => f.OtherIds.Crn == person.RecordId && !f.SoftDeleted)
            ?? throw _http.Unavailable("no longer gives the person that it found");
        if (current.CurrentRestriction || current.CurrentExclusion)
        {
            return new HeldRecords([], LimitedAccess);
        }

        return new HeldRecords(
            new CaseFile(_options.SystemName).Tell(current, await _server.ReadAsync(person.RecordId, cancellation))
        );
    }

    public Task ProbeAsync(CancellationToken cancellation) => _server.ProbeAsync(cancellation);

    public void Dispose() => _http.Dispose();
}
