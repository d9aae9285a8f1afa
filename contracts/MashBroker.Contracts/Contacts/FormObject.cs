using System.Text.Json;
using System.Text.RegularExpressions;
using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Contacts;

/// <summary>
/// One object of a form. Each field is asked for by name; what is wrong with it is noted with its path and reading goes on.
/// What was never asked for is unknown. Null means absent: that is how many forms write an empty field.
/// </summary>
internal sealed partial class FormObject
{
    private readonly JsonElement _element;
    private readonly string _path;
    private readonly FaultList _faults;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    private FormObject(JsonElement element, string path, FaultList faults) =>
        (_element, _path, _faults) = (element, path, faults);

    public static FormObject? Of(JsonElement element, string path, FaultList faults) =>
        element.ValueKind == JsonValueKind.Object ? new FormObject(element, path, faults) : null;

    public string PathOf(string field) => _path.Length == 0 ? field : $"{_path}.{field}";

    public void Fault(string field, string fault, string remedy)
    {
        _faulty.Add(field);
        _faults.Add(PathOf(field), fault, remedy);
    }

    /// <summary>Whether one of these fields is already faulty, so that what follows from it is not reported again.</summary>
    public bool HasFaultIn(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (_faulty.Contains(field))
            {
                return true;
            }
        }

        return false;
    }

    public void Skip(string field) => _known.Add(field);

    /// <summary>Refuses fields that must not be there, with the reason, where a mere "unknown" would puzzle.</summary>
    public void Forbid(IReadOnlyList<string> fields, string fault, string remedy)
    {
        foreach (var field in fields.Where(field => _element.TryGetProperty(field, out _)))
        {
            _known.Add(field);
            Fault(field, fault, remedy);
        }
    }

    public string? Text(string field, TextLimit limit, bool required = false)
    {
        if (Find(field, required, Wanted.Of(typeof(string))) is not { } value)
        {
            return null;
        }

        var text = TextAt(value, field, limit);
        if (!string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        if (required && !HasFaultIn(field))
        {
            Fault(field, "is blank", "Give text");
        }

        return null;
    }

    /// <summary>Where leaving it out means something else, as words of the hub's own, blanks are a fault.</summary>
    public string? TextIfAny(string field, TextLimit limit)
    {
        var text = Text(field, limit);
        if (
            text is null
            && !HasFaultIn(field)
            && _element.TryGetProperty(field, out var value)
            && value.ValueKind is JsonValueKind.String
        )
        {
            Fault(field, "is blank", "Give text, or leave it out");
        }

        return text;
    }

    public IReadOnlyList<string> Texts(string field, int most, TextLimit limit)
    {
        var texts = new List<string>();
        foreach (var (value, at) in Elements(field, most, required: false))
        {
            var text = TextAt(value, at, limit);
            if (string.IsNullOrWhiteSpace(text) && !HasFaultIn(at))
            {
                Fault(at, "is blank", "Give text, or leave it out");
            }

            texts.Add(text ?? "");
        }

        return texts;
    }

    public string? Code(string field, IReadOnlyList<string> known, bool required = false) =>
        Text(field, TextLimit.Code, required) is { } code && IsKnown(code, field, known) ? code : null;

    public IReadOnlyList<string> Codes(string field, IReadOnlyList<string> known)
    {
        var codes = new List<string>();
        foreach (var (value, at) in Elements(field, most: known.Count, required: true))
        {
            if (TextAt(value, at, TextLimit.Code) is { } code && IsKnown(code, at, known) && !codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    public T? Word<T>(string field, bool required = false)
        where T : struct, Enum
    {
        var words = Words.Of(typeof(T));
        return
            Find(field, required, Wanted.Of(typeof(T))) is { } value
            && TextAt(value, field, TextLimit.Code) is { } word
            && IsKnown(word, field, [.. words.Keys])
            ? (T)words[word]
            : null;
    }

    public bool Flag(string field) => OptionalFlag(field) ?? false;

    /// <summary>Null where nothing is said, which is neither.</summary>
    public bool? OptionalFlag(string field)
    {
        if (Find(field, required: false, "") is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Fault(field, "is neither true nor false", "Give true or false without quotation marks");
        return null;
    }

    public int? Number(string field, int least, int most)
    {
        if (Find(field, required: false, "") is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            if (number >= least && number <= most)
            {
                return number;
            }
        }

        Fault(field, "is not such a number", $"Give a whole number from {least} to {most}, or leave it out");
        return null;
    }

    /// <summary>A part that must be there.</summary>
    public T? Object<T>(string field, Func<FormObject, T> read, bool required = true)
        where T : class => Find(field, required, "an object") is { } value ? ObjectAt(value, field, read) : null;

    public T? OptionalObject<T>(string field, Func<FormObject, T> read)
        where T : class => Find(field, required: false, "an object") is { } value ? ObjectAt(value, field, read) : null;

    public IReadOnlyList<T> Objects<T>(string field, int most, Func<FormObject, T> read, bool required = false)
        where T : class
    {
        var objects = new List<T>();
        var entries = 0;
        foreach (var (value, at) in Elements(field, most, required))
        {
            entries++;
            if (ObjectAt(value, at, read) is { } one)
            {
                objects.Add(one);
            }
        }

        if (objects.Count < entries)
        {
            // Something is no object, and that is a fault: whoever looks at entries by number must not be led astray.
            return [];
        }

        if (required && objects.Count == 0 && !_faulty.Any(at => at.StartsWith(field, StringComparison.Ordinal)))
        {
            Fault(field, "is empty", "Give at least one");
        }

        return objects;
    }

    public void RefuseUnknown()
    {
        foreach (var field in _element.EnumerateObject().Where(field => !_known.Contains(field.Name)))
        {
            // A name that cannot be a field's is somebody's text, and may be personal.
            var name = FieldName().IsMatch(field.Name) ? field.Name : "(not a field name)";
            var remedy = NearName.Of(field.Name, _known) is { } near
                ? $"Did you mean {near}? Otherwise leave it out"
                : $"Leave it out. Fields here are {string.Join(", ", _known)}";
            Fault(name, "is an unknown field", remedy);
        }
    }

    private T? ObjectAt<T>(JsonElement value, string at, Func<FormObject, T> read)
        where T : class
    {
        if (Of(value, PathOf(at), _faults) is not { } form)
        {
            Fault(at, "is not an object", "Give an object");
            return null;
        }

        var one = read(form);
        form.RefuseUnknown();
        return one;
    }

    private JsonElement? Find(string field, bool required, string wanted)
    {
        _known.Add(field);
        if (_element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            return value;
        }

        if (required)
        {
            Fault(field, "is missing", $"Give {wanted}");
        }

        return null;
    }

    private IEnumerable<(JsonElement Value, string At)> Elements(string field, int most, bool required)
    {
        if (Find(field, required, "a list") is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Fault(field, "is not a list", "Give a list, in square brackets");
            return [];
        }

        if (value.GetArrayLength() > most)
        {
            Fault(field, "has too many entries", $"Give at most {most}");
            return [];
        }

        return value.EnumerateArray().Select((element, index) => (element, $"{field}[{index}]"));
    }

    private string? TextAt(JsonElement value, string at, TextLimit limit)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Fault(at, "is not text", "Give text, in quotation marks");
            return null;
        }

        var text = value.GetString()!;
        if (Characters.Refused(text, limit.HasLines) is { } character)
        {
            Fault(at, $"holds the control character {character}", "Take it out; it hides or breaks text");
            return null;
        }

        if (Characters.Count(text) > limit.Characters)
        {
            Fault(at, "is too long", $"Give at most {limit.Characters} characters");
            return null;
        }

        return text;
    }

    private bool IsKnown(string code, string at, IReadOnlyList<string> known)
    {
        if (known.Contains(code))
        {
            return true;
        }

        var near = NearName.Of(code, known) is { } meant ? $"Did you mean {meant}? " : "";
        Fault(at, "is not a known code", $"{near}Give one of {string.Join(", ", known)}");
        return false;
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();
}
