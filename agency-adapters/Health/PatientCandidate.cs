using MashBroker.Adapters.Health.Fhir;
using MashBroker.Contracts;
using MashBroker.Matching;

namespace MashBroker.Adapters.Health;

/// <summary>A FHIR patient as somebody who may be the person asked about.</summary>
internal static class PatientCandidate
{
    private static readonly string[] MarkedSensitive = ["R", "V", "REDACTED"];

    public static Candidate From(Patient patient) =>
        new()
        {
            RecordId = patient.Id,
            Names = patient
                .Name.Select(name => new PersonName
                {
                    Given = string.Join(' ', name.Given.Where(given => given is not null)),
                    Family = name.Family ?? "",
                    Use = name.Use switch
                    {
                        "old" or "maiden" => NameUse.Previous,
                        "nickname" or "anonymous" or "temp" => NameUse.Alias,
                        _ => NameUse.Current,
                    },
                })
                .OrderBy(name => name.Use)
                .ToList(),
            DateOfBirth = FhirTime.Day(patient.BirthDate),
            Gender = patient.Gender,
            Addresses = Addresses(patient),
            Identifiers = patient
                .Identifier.Where(id => id is { System: PatientSearches.NhsNumberSystem, Value: not null })
                .Select(id => new Identifier(IdentifierScheme.NhsNumber, id.Value!))
                .ToList(),
            Telephones = IsSensitive(patient.Meta)
                ? []
                : patient.Telecom.Where(t => t.System == "phone").Select(t => t.Value).OfType<string>().ToList(),
        };

    public static bool IsSensitive(Meta? meta) =>
        meta?.Security.Any(label => MarkedSensitive.Contains(label.Code, StringComparer.Ordinal)) == true;

    /// <summary>Empty for a sensitive patient, whatever the server gave: a protected address is not even compared.</summary>
    public static IReadOnlyList<Address> Addresses(Patient patient) =>
        IsSensitive(patient.Meta) ? [] : patient.Address.Select(AddressOf).ToList();

    public static Address AddressOf(FhirAddress address) =>
        new()
        {
            Lines = address
                .Line.Append(address.City)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .OfType<string>()
                .ToList(),
            Postcode = address.PostalCode == NoFixedAbodePostcode ? null : address.PostalCode,
            NoFixedAddress = address.PostalCode == NoFixedAbodePostcode,
            From = FhirTime.Day(address.Period?.Start),
            To = FhirTime.Day(address.Period?.End),
        };

    // The pseudo postcode that the NHS data dictionary keeps for people without a fixed abode.
    public const string NoFixedAbodePostcode = "ZZ99 3VZ";
}
