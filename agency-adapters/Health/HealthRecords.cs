using System.Text.Json;
using MashBroker.Adapters.Health.Fhir;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Health;

/// <summary>A FHIR R4 server, searched and read; nothing is ever written to it.</summary>
public sealed class HealthRecords : IAgencyRecords, IDisposable
{
    private readonly RecordsOverHttp _http;
    private readonly HealthOptions _options;
    private readonly FhirServer _server;
    private readonly PatientFile _file;

    public HealthRecords(IOptions<HealthOptions> options)
    {
        _options = options.Value;
        _http = new RecordsOverHttp(_options.SystemName, _options);
        _server = new FhirServer(_http, _options);
        _file = new PatientFile(_options.SystemName, TimeZoneInfo.FindSystemTimeZoneById(_options.TimeZone));
    }

    public string System => _options.SystemName;

    public async Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(
            PatientSearches
                .For(subject, _options.FuzzyMatch)
                .Select(search => _server.SearchAsync("Patient", search, cancellation))
        );
        var candidates = answers
            .SelectMany(answer => answer.Resources)
            .Select(resource => _server.Read<Patient>("the Patient search", resource, "Patient"))
            .DistinctBy(patient => patient.Id, StringComparer.Ordinal)
            .Select(PatientCandidate.From)
            .ToList();
        if (subject.ExpectedDelivery is not null)
        {
            candidates = [.. await Task.WhenAll(candidates.Select(c => WithExpectedDeliveryAsync(c, cancellation)))];
        }

        // A list that was cut short proves nothing about who is not on it. It will do where the person stands out on it anyway.
        if (
            answers.Any(answer => answer.TooMany)
            && PersonMatcher.Find(subject, candidates).Evidence.Outcome != MatchOutcome.Match
        )
        {
            throw TooMany();
        }

        return candidates;
    }

    public async Task<HeldRecords> ReadAsync(Candidate person, Subject subject, CancellationToken cancellation)
    {
        var id = person.RecordId;
        (string, string) ofPatient = ("patient", $"Patient/{id}");
        var patient = ReadAllAsync<Patient>(
            "Patient",
            [("_id", id), ("_include", "Patient:general-practitioner")],
            cancellation
        );
        var related = ReadAllAsync<RelatedPerson>("RelatedPerson", [ofPatient], cancellation);
        var flags = ReadAllAsync<Flag>("Flag", [ofPatient], cancellation);
        var encounters = ReadAllAsync<Encounter>("Encounter", [ofPatient], cancellation);
        var missed = ReadAllAsync<Appointment>("Appointment", [ofPatient, ("status", "noshow")], cancellation);
        await Task.WhenAll(patient, related, flags, encounters, missed);

        var (patients, included) = await patient;
        var read = new PatientRead
        {
            Patient =
                patients.SingleOrDefault(found => found.Id == id)
                ?? throw _http.Unavailable("no longer gives the patient that it found"),
            Practices = included
                .Where(resource => FhirServer.TypeOf(resource) == "Organization")
                .Select(resource => _server.Read<Organization>("the Patient search", resource, "Organization"))
                .ToList(),
            Related = (await related).Of,
            Flags = (await flags).Of,
            Encounters = (await encounters).Of,
            Missed = (await missed).Of,
        };

        // A server that overlooks a search parameter gives everybody's records. None of them may leave.
        var owners = read
            .Related.Select(r => r.Patient)
            .Concat(read.Flags.Select(flag => flag.Subject))
            .Concat(read.Encounters.Select(encounter => encounter.Subject));
        if (!owners.All(read.IsOfPatient) || !read.Missed.All(m => m.Participant.Any(p => read.IsOfPatient(p.Actor))))
        {
            throw _http.Unavailable("answered with records that do not say they are of the patient asked about");
        }

        return new HeldRecords(_file.Tell(read));
    }

    public Task ProbeAsync(CancellationToken cancellation) => _server.ProbeAsync(cancellation);

    public void Dispose() => _http.Dispose();

    // An unborn child's record has no date of birth; the expected date is an observation beside it.
    private async Task<Candidate> WithExpectedDeliveryAsync(Candidate candidate, CancellationToken cancellation)
    {
        if (candidate.DateOfBirth is not null)
        {
            return candidate;
        }

        var (observations, _) = await ReadAllAsync<Observation>(
            "Observation",
            [("patient", $"Patient/{candidate.RecordId}"), ("code", PatientSearches.ExpectedDeliveryCode)],
            cancellation
        );
        var expected = observations
            .Where(observation => observation.Subject?.Target == $"Patient/{candidate.RecordId}")
            .Where(observation => observation.Status is "final" or "amended" or "corrected" or "preliminary")
            .Max(observation => FhirTime.Day(observation.ValueDateTime));
        return candidate with { ExpectedDelivery = expected };
    }

    private async Task<(List<T> Of, List<JsonElement> Others)> ReadAllAsync<T>(
        string type,
        IReadOnlyList<(string, string)> parameters,
        CancellationToken cancellation
    )
    {
        var found = await _server.SearchAsync(type, parameters, cancellation);
        if (found.TooMany)
        {
            throw _http.Unavailable($"holds more {type} resources of one patient than it gives or than may be read");
        }

        var lookup = found.Resources.ToLookup(resource => FhirServer.TypeOf(resource) == type);
        return (lookup[true].Select(r => _server.Read<T>($"the {type} search", r, type)).ToList(), [.. lookup[false]]);
    }

    private RecordsUnavailableException TooMany() =>
        _http.Unavailable(
            "holds too many patients like this to tell them apart: ask again with an NHS number, a full date of birth or a postcode"
        );
}
