using System.Text.Json.Serialization;

namespace MashBroker.Adapters.Health.Fhir;

internal sealed record Flag
{
    public required string ResourceType { get; init; }

    public required string Id { get; init; }

    public required string Status { get; init; }

    public required CodeableConcept Code { get; init; }

    public Reference? Subject { get; init; }

    public Period? Period { get; init; }

    public Reference? Author { get; init; }
}

internal sealed record Encounter
{
    public required string ResourceType { get; init; }

    public required string Id { get; init; }

    public required string Status { get; init; }

    [JsonPropertyName("class")]
    public Coding? Class { get; init; }

    public IReadOnlyList<CodeableConcept> Type { get; init; } = [];

    public Reference? Subject { get; init; }

    public Period? Period { get; init; }

    public IReadOnlyList<CodeableConcept> ReasonCode { get; init; } = [];

    public Hospitalization? Hospitalization { get; init; }

    public Reference? ServiceProvider { get; init; }
}

internal sealed record Hospitalization
{
    public CodeableConcept? DischargeDisposition { get; init; }
}

/// <summary>Read for one thing only: children who were not brought to an appointment.</summary>
internal sealed record Appointment
{
    public required string ResourceType { get; init; }

    public required string Id { get; init; }

    public required string Status { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<CodeableConcept> ServiceType { get; init; } = [];

    public string? Start { get; init; }

    public IReadOnlyList<Participant> Participant { get; init; } = [];
}

internal sealed record Participant
{
    public Reference? Actor { get; init; }

    public string? Status { get; init; }
}

/// <summary>Read for one thing only: when an unborn child is expected.</summary>
internal sealed record Observation
{
    public required string ResourceType { get; init; }

    public required string Status { get; init; }

    public Reference? Subject { get; init; }

    public string? ValueDateTime { get; init; }
}
