using MashBroker.Adapters.Education.Export;
using MashBroker.Adapters.Education.Pupils;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Matching;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Education;

/// <summary>The export of a school information system: pupils, and the adults whom schools record as their contacts.</summary>
public sealed class EducationRecords : IAgencyRecords, IDisposable
{
    private const string ContactPrefix = "contact ";

    private readonly EducationOptions _options;
    private readonly SchoolExport _export;
    private readonly PupilFile _file;

    public EducationRecords(IOptions<EducationOptions> options)
    {
        _options = options.Value;
        _export = new SchoolExport(_options);
        _file = new PupilFile(_options.SystemName);
    }

    public string System => _options.SystemName;

    public async Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation)
    {
        var register = await _export.ReadAsync(cancellation);
        var keys = SearchKeys.Of(subject);
        var numbers = SearchKeys.Identifiers(subject, IdentifierScheme.UniquePupilNumber);
        var isChild = subject.Role is SubjectRole.Child or SubjectRole.Sibling or SubjectRole.UnbornChild;

        // A father is often named like his son: without a date of birth only the contacts can be meant.
        var pupils = isChild || subject.DateOfBirth is not null ? register.Pupils.Select(Candidate) : [];
        var contacts = isChild ? [] : register.Contacts.Select(Candidate);
        return pupils
            .Concat(contacts)
            .Where(one =>
                keys.Reach(one.Names, one.DateOfBirth, one.Addresses)
                || one.Identifiers.Any(id => numbers.Contains(id.Value, StringComparer.OrdinalIgnoreCase))
            )
            .ToList();
    }

    public async Task<HeldRecords> ReadAsync(Candidate person, Subject subject, CancellationToken cancellation)
    {
        var register = await _export.ReadAsync(cancellation);
        var id = person.RecordId;
        if (register.Pupils.FirstOrDefault(pupil => pupil.Id == id) is { } found)
        {
            return new HeldRecords(_file.Tell(found));
        }

        if (register.Contacts.FirstOrDefault(contact => ContactPrefix + contact.Id == id) is { } adult)
        {
            return new HeldRecords(_file.Tell(adult, register.Pupils));
        }

        throw new RecordsUnavailableException(
            $"{_options.SystemName}: the export changed during the search and no longer has the person found."
        );
    }

    public async Task ProbeAsync(CancellationToken cancellation) => await _export.ReadAsync(cancellation);

    public void Dispose() => _export.Dispose();

    private static Candidate Candidate(Pupil pupil) =>
        new()
        {
            RecordId = pupil.Id,
            Names = pupil.Names,
            DateOfBirth = pupil.DateOfBirth,
            Gender = pupil.Gender,
            // A protected address is not even compared: the evidence would say whether the hub's guess is right.
            Addresses = pupil.AddressProtected ? [] : pupil.Addresses,
            Identifiers = new[] { pupil.Upn, pupil.FormerUpn }
                .OfType<string>()
                .Select(upn => new Identifier(IdentifierScheme.UniquePupilNumber, upn))
                .ToList(),
        };

    private static Candidate Candidate(Contact contact) =>
        new()
        {
            RecordId = ContactPrefix + contact.Id,
            Names = contact.Names,
            DateOfBirth = contact.DateOfBirth,
            Addresses = contact.AddressProtected ? [] : contact.Addresses,
            Telephones = contact.AddressProtected ? [] : contact.Telephones,
        };
}
