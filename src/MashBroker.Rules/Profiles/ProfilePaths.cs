using System.Text.Json;

namespace MashBroker.Rules;

/// <summary>
/// Where something stands in the file, counted as the file counts, so that a fault can name the very element even where another of
/// its list could not be read.
/// </summary>
internal static class ProfilePaths
{
    /// <param name="pattern">e.g. <c>criteria[].code</c>; <c>[]</c> is each element of a list, <c>*</c> each member of an object.</param>
    public static IEnumerable<(string Path, string Text)> TextsAt(JsonElement root, string pattern)
    {
        IEnumerable<(string Path, JsonElement Item)> found = [("", root)];
        foreach (var step in pattern.Split('.'))
        {
            var name = step.Replace("[]", "", StringComparison.Ordinal);
            found = found.SelectMany(at => Members(at, name));
            if (name != step)
            {
                found = found.SelectMany(Elements);
            }
        }

        return found
            .Where(at => at.Item.ValueKind is JsonValueKind.String)
            .Select(at => (at.Path, at.Item.GetString()!));
    }

    private static IEnumerable<(string, JsonElement)> Members((string Path, JsonElement Item) at, string name) =>
        at.Item.ValueKind is not JsonValueKind.Object
            ? []
            : at
                .Item.EnumerateObject()
                .Where(member => name == "*" || member.Name == name)
                .Select(member => (at.Path.Length == 0 ? member.Name : $"{at.Path}.{member.Name}", member.Value));

    private static IEnumerable<(string, JsonElement)> Elements((string Path, JsonElement Item) at) =>
        at.Item.ValueKind is not JsonValueKind.Array
            ? []
            : at.Item.EnumerateArray().Select((item, index) => ($"{at.Path}[{index}]", item));
}
