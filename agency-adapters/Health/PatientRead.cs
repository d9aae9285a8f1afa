using MashBroker.Adapters.Health.Fhir;

namespace MashBroker.Adapters.Health;

/// <summary>Everything that was read of one patient.</summary>
internal sealed record PatientRead
{
    public required Patient Patient { get; init; }

    public required IReadOnlyList<Organization> Practices { get; init; }

    public required IReadOnlyList<RelatedPerson> Related { get; init; }

    public required IReadOnlyList<Flag> Flags { get; init; }

    public required IReadOnlyList<Encounter> Encounters { get; init; }

    public required IReadOnlyList<Appointment> Missed { get; init; }

    public bool IsOfPatient(Reference? reference) =>
        reference?.Target is { } target
        && (target == $"Patient/{Patient.Id}" || target.EndsWith($"/Patient/{Patient.Id}", StringComparison.Ordinal));
}
