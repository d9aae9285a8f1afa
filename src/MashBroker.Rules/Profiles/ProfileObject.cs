using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// One object of a profile while it is read. Notes every fault with its path and goes on, and notes members that nobody
/// asked for: a misspelt rule must not silently become a default.
/// </summary>
internal sealed partial class ProfileObject(JsonElement element, string path, List<FieldFault> faults)
{
    // Words of enumerations for what nobody said; a profile says nothing by leaving it out.
    private static readonly string[] Unstated = ["none", "not-stated"];

    private readonly HashSet<string> _known = [];

    public bool Has(string name) => Member(name) is not null;

    public void Fault(string name, string fault, string remedy) =>
        faults.Add(new FieldFault(PathOf(name), fault, remedy));

    /// <inheritdoc cref="ProfilePaths.TextsAt"/>
    public IEnumerable<(string Path, string Text)> TextsAt(string pattern) => ProfilePaths.TextsAt(element, pattern);

    public string Text(string name) => OptionalText(name) ?? Missing(name, "a text", "");

    public string? OptionalText(string name)
    {
        if (Member(name) is not { } member)
        {
            return null;
        }

        if (ProfileValues.OfText(member, name) is not { } wrong)
        {
            return member.GetString();
        }

        Fault(name, wrong.Fault, wrong.Remedy);
        return "";
    }

    public string? OptionalTelephone(string name)
    {
        var number = OptionalText(name);
        if (number is { Length: > 0 } && ProfileValues.OfTelephone(number) is { } wrong)
        {
            Fault(name, wrong.Fault, wrong.Remedy);
        }

        return number;
    }

    /// <summary>Codes go into queue names, certificates and references, so they are plain.</summary>
    public string Code(string name)
    {
        var code = Text(name);
        if (code.Length > 0 && !PlainCode().IsMatch(code))
        {
            Fault(name, "is not a code.", "Write 2 to 39 lower-case letters, digits or hyphens, a letter first.");
        }

        return code;
    }

    public bool Flag(string name)
    {
        if (Member(name) is not { } member)
        {
            return false;
        }

        if (member.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return member.GetBoolean();
        }

        Fault(name, "is neither true nor false.", "Write true, or leave it out.");
        return false;
    }

    public int Number(string name, int least, int most) =>
        OptionalNumber(name, least, most) ?? Missing(name, "a whole number", least);

    public int? OptionalNumber(string name, int least, int most)
    {
        if (Member(name) is not { } member)
        {
            return null;
        }

        if (ProfileValues.OfNumber(member, least, most) is not { } wrong)
        {
            return member.GetInt32();
        }

        Fault(name, wrong.Fault, wrong.Remedy);
        return least;
    }

    public DateOnly Date(string name) =>
        OptionalDate(name) ?? (Has(name) ? default : Missing(name, "a date", default(DateOnly)));

    public DateOnly? OptionalDate(string name)
    {
        if (OptionalText(name) is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Fault(name, "is not a date.", "Write it as 2026-12-24.");
        return null;
    }

    /// <summary>A word of an enumeration, written with hyphens.</summary>
    public T Word<T>(string name, T absent)
        where T : struct, Enum => OptionalText(name) is { Length: > 0 } word ? WordOf(name, word, absent) : absent;

    /// <summary>As <see cref="Word"/>, but the profile has to say it.</summary>
    public T RequiredWord<T>(string name)
        where T : struct, Enum => Text(name) is { Length: > 0 } word ? WordOf(name, word, default(T)) : default;

    public IReadOnlyList<T> Words<T>(string name)
        where T : struct, Enum =>
        Texts(name).Count == 0
            ? []
            :
            [
                .. TextsAt($"{name}[]")
                    .Where(word => word.Text.Length > 0)
                    .Select(word => WordOf(word.Path, word.Text, default(T))),
            ];

    public IReadOnlyList<string> Texts(string name)
    {
        if (Elements(name) is not { } elements)
        {
            return [];
        }

        var texts = new List<string>();
        foreach (var (index, item) in elements.Index())
        {
            if (ProfileValues.OfText(item, name) is { } wrong)
            {
                Fault($"{name}[{index}]", wrong.Fault, wrong.Remedy);
                continue;
            }

            texts.Add(item.GetString()!);
            if (texts.IndexOf(texts[^1]) < texts.Count - 1)
            {
                Fault($"{name}[{index}]", $"says '{texts[^1]}' a second time.", "Say it once.");
            }
        }

        return texts;
    }

    public IReadOnlyList<int> Numbers(string name, int least, int most)
    {
        var numbers = new List<int>();
        foreach (var (index, item) in (Elements(name) ?? []).Index())
        {
            if (ProfileValues.OfNumber(item, least, most) is { } wrong)
            {
                Fault($"{name}[{index}]", wrong.Fault, wrong.Remedy);
                continue;
            }

            numbers.Add(item.GetInt32());
        }

        return numbers;
    }

    /// <summary>Reads an object by <paramref name="read"/>; null where there is none.</summary>
    public T? Object<T>(string name, Func<ProfileObject, T> read)
        where T : class => Member(name) is { } member ? Inside(member, PathOf(name), read) : null;

    /// <summary>Reads each object of a list; empty where there is none.</summary>
    public IReadOnlyList<T> Objects<T>(string name, Func<ProfileObject, T?> read)
        where T : class
    {
        var found = new List<T>();
        foreach (var (index, item) in (Elements(name) ?? []).Index())
        {
            if (Inside(item, $"{PathOf(name)}[{index}]", read) is { } one)
            {
                found.Add(one);
            }
        }

        return found;
    }

    public static T? Root<T>(JsonElement root, List<FieldFault> faults, Func<ProfileObject, T> read)
        where T : class => new ProfileObject(root, "", faults).Inside(root, "", read);

    private T? Inside<T>(JsonElement item, string at, Func<ProfileObject, T?> read)
        where T : class
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new FieldFault(at.Length == 0 ? "(file)" : at, "is not an object.", "Write it in braces."));
            return null;
        }

        var inside = new ProfileObject(item, at, faults);
        var value = read(inside);
        foreach (var name in item.EnumerateObject().Select(member => member.Name).Except(inside._known))
        {
            inside.Fault(
                name,
                "is not a rule that a profile has here.",
                $"Correct its name (known here: {string.Join(", ", inside._known.Order(StringComparer.Ordinal))}) or take it out."
            );
        }

        return value;
    }

    private List<JsonElement>? Elements(string name)
    {
        if (Member(name) is not { } member)
        {
            return null;
        }

        if (member.ValueKind == JsonValueKind.Array)
        {
            return [.. member.EnumerateArray()];
        }

        Fault(name, "is not a list.", "Write it in square brackets.");
        return null;
    }

    private T WordOf<T>(string name, string word, T otherwise)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Kebab(value) == word && !Unstated.Contains(word))
            {
                return value;
            }
        }

        var known = Enum.GetValues<T>().Select(Kebab).Except(Unstated);
        Fault(name, "is not a word known here.", $"Write one of {string.Join(", ", known)}.");
        return otherwise;
    }

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private JsonElement? Member(string name)
    {
        _known.Add(name);
        return element.TryGetProperty(name, out var member) ? member : null;
    }

    private T Missing<T>(string name, string what, T otherwise)
    {
        Fault(name, "is missing.", $"Write {what}.");
        return otherwise;
    }

    /// <param name="name">Empty for this object itself.</param>
    private string PathOf(string name) =>
        path.Length == 0 ? name
        : name.Length == 0 ? path
        : $"{path}.{name}";

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{1,38}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainCode();
}
