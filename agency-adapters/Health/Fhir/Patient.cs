namespace MashBroker.Adapters.Health.Fhir;

internal sealed record Patient
{
    public required string ResourceType { get; init; }

    public required string Id { get; init; }

    public Meta? Meta { get; init; }

    public IReadOnlyList<FhirIdentifier> Identifier { get; init; } = [];

    public IReadOnlyList<HumanName> Name { get; init; } = [];

    public IReadOnlyList<ContactPoint> Telecom { get; init; } = [];

    public string? Gender { get; init; }

    public string? BirthDate { get; init; }

    public string? DeceasedDateTime { get; init; }

    public IReadOnlyList<FhirAddress> Address { get; init; } = [];

    public IReadOnlyList<Reference> GeneralPractitioner { get; init; } = [];
}

internal sealed record RelatedPerson
{
    public required string ResourceType { get; init; }

    public required string Id { get; init; }

    public bool? Active { get; init; }

    public Meta? Meta { get; init; }

    public Reference? Patient { get; init; }

    public IReadOnlyList<HumanName> Name { get; init; } = [];

    public IReadOnlyList<CodeableConcept> Relationship { get; init; } = [];

    public IReadOnlyList<FhirAddress> Address { get; init; } = [];
}

internal sealed record Organization
{
    public required string ResourceType { get; init; }

    public required string Id { get; init; }

    public string? Name { get; init; }
}
