using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MashBroker.Adapters.Health.SampleServer;

/// <summary>One FHIR search parameter as the standard defines it. A value it cannot read is refused, not ignored.</summary>
internal sealed record SearchParameter(string Type, string Name, Func<JsonObject, string, bool> Matches)
{
    public static IReadOnlyList<SearchParameter> All { get; } =
    [
        new("Patient", "_id", (resource, value) => Text(resource["id"]) == value),
        new("Patient", "identifier", HasIdentifier),
        new("Patient", "family", (patient, value) => Names(patient, "family").Any(name => Begins(name, value))),
        new("Patient", "given", (patient, value) => Names(patient, "given").Any(name => Begins(name, value))),
        new("Patient", "birthdate", BornWithin),
        new(
            "Patient",
            "address-postcode",
            (patient, value) => Items(patient["address"]).Any(a => Begins(Text(a!["postalCode"]) ?? "", value))
        ),
        new("RelatedPerson", "patient", (related, value) => Refers(related["patient"], value)),
        new("Flag", "patient", (flag, value) => Refers(flag["subject"], value)),
        new("Encounter", "patient", (encounter, value) => Refers(encounter["subject"], value)),
        new(
            "Appointment",
            "patient",
            (appointment, value) => Items(appointment["participant"]).Any(p => Refers(p!["actor"], value))
        ),
        new("Observation", "patient", (observation, value) => Refers(observation["subject"], value)),
        new(
            "Observation",
            "code",
            (observation, value) =>
                Items(observation["code"]?["coding"]).Any(c => $"{Text(c!["system"])}|{Text(c["code"])}" == value)
        ),
        new("Appointment", "status", (appointment, value) => Text(appointment["status"]) == value),
    ];

    private static bool HasIdentifier(JsonObject patient, string value)
    {
        var parts = value.Split('|');
        return parts.Length == 2
            ? Items(patient["identifier"])
                .Any(id => Text(id!["system"]) == parts[0] && Text(id["value"]) == Unescaped(parts[1]))
            : throw new FormatException("identifier must be system|value");
    }

    private static bool BornWithin(JsonObject patient, string value)
    {
        var prefix = value.Length > 2 ? value[..2] : "";
        if (
            prefix is not ("eq" or "ge" or "le")
            || !DateOnly.TryParseExact(
                value[2..],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var asked
            )
        )
        {
            throw new FormatException("birthdate must be eq, ge or le and a full date");
        }

        if (Text(patient["birthDate"]) is not { Length: 10 } text)
        {
            return false;
        }

        var born = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return prefix switch
        {
            "eq" => born == asked,
            "ge" => born >= asked,
            _ => born <= asked,
        };
    }

    private static bool Refers(JsonNode? reference, string value) => Text(reference?["reference"]) == value;

    private static IEnumerable<string> Names(JsonObject patient, string part) =>
        Items(patient["name"])
            .SelectMany(name => name![part] is JsonArray several ? several.Select(Text) : [Text(name[part])])
            .OfType<string>();

    // "Starts with, without case and accents": the standard's rule for strings.
    private static bool Begins(string text, string value)
    {
        var asked = Folded(Unescaped(value));
        return asked.Length > 0
            ? Folded(text).StartsWith(asked, StringComparison.Ordinal)
            : throw new FormatException("a string parameter must not be empty");
    }

    private static string Folded(string text) =>
        Ascii.IsValid(text)
            ? text.ToLowerInvariant()
            : string.Concat(
                    text.Normalize(NormalizationForm.FormD)
                        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                )
                .ToLowerInvariant();

    private static string Unescaped(string value)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is ',' or '|' or '$')
            {
                throw new FormatException("this server takes one value per parameter; escape , | $ in it");
            }

            if (value[i] == '\\' && ++i == value.Length)
            {
                throw new FormatException("a value must not end in the middle of an escape");
            }

            plain.Append(value[i]);
        }

        return plain.ToString();
    }

    private static JsonArray Items(JsonNode? node) => node as JsonArray ?? [];

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
