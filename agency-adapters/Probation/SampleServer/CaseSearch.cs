using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MashBroker.Adapters.Probation.SampleServer;

/// <summary>Compares one case with what was asked: every field given must agree, names in aliases too where asked for.</summary>
internal static class CaseSearch
{
    /// <summary>The fields a search may name, besides the page.</summary>
    public static IReadOnlyDictionary<string, Func<SampleCase, string, bool, bool>> Fields { get; } =
        new Dictionary<string, Func<SampleCase, string, bool, bool>>
        {
            ["crn"] = (one, value, _) => one.Crn == value,
            ["pncNumber"] = (one, value, _) => Number(one, "pncNumber", value),
            ["croNumber"] = (one, value, _) => Number(one, "croNumber", value),
            ["nomsNumber"] = (one, value, _) => Number(one, "nomsNumber", value),
            ["firstName"] = (one, value, aliases) => Named(one, "firstName", value, aliases),
            ["surname"] = (one, value, aliases) => Named(one, "surname", value, aliases),
            ["dateOfBirth"] = (one, value, aliases) =>
                DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                    ? Text(one.Person["dateOfBirth"]) == value
                    : throw new FormatException("dateOfBirth must be a date like 1990-03-01"),
            ["postcode"] = (one, value, aliases) =>
                Items(one.Person["contactDetails"]?["addresses"]).Any(a => Text(a!["postcode"]) == value),
        };

    private static bool Named(SampleCase one, string field, string value, bool aliases)
    {
        IEnumerable<string?> names = [Text(one.Person[field])];
        if (field == "surname")
        {
            names = names.Concat(Items(one.Person["previousSurnames"]).Select(Text));
        }

        if (aliases)
        {
            names = names.Concat(Items(one.Person["offenderAliases"]).Select(alias => Text(alias![field])));
        }

        return names.OfType<string>().Any(name => Folded(name) == Folded(value));
    }

    private static bool Number(SampleCase one, string field, string value) =>
        string.Equals(Text(one.Person["otherIds"]?[field]), value, StringComparison.OrdinalIgnoreCase);

    private static string Folded(string text) =>
        Ascii.IsValid(text)
            ? text.ToUpperInvariant()
            : string.Concat(
                    text.Normalize(NormalizationForm.FormD)
                        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                )
                .ToUpperInvariant();

    private static JsonArray Items(JsonNode? node) => node as JsonArray ?? [];

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
