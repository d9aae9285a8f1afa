using System.Text.Json;

namespace MashBroker.Adapters.Health.Fhir;

/// <summary>
/// Reads the few FHIR R4 elements this adapter needs. Elements it does not know are skipped, as the standard asks; an
/// element of the wrong shape is a fault.
/// </summary>
internal static class FhirJson
{
    public const string MediaType = "application/fhir+json";

    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 64,
        };
}
