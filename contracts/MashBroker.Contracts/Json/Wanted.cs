using System.Collections;

namespace MashBroker.Contracts.Json;

/// <summary>What a field wants, in words for whoever wrote the document.</summary>
internal static class Wanted
{
    public const string Date = "a date as YYYY-MM-DD";
    public const string Moment = "an instant with its offset, e.g. 2026-03-01T14:05:00Z";

    private static readonly Dictionary<Type, string> Simple = new()
    {
        [typeof(string)] = "text",
        [typeof(int)] = "a whole number",
        [typeof(double)] = "a number",
        [typeof(bool)] = "true or false",
        [typeof(DateOnly)] = Date,
        [typeof(TimeOnly)] = "a time of day as HH:MM:SS",
        [typeof(DateTimeOffset)] = Moment,
        [typeof(MessageId)] = "a message id, e.g. 7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e5f",
        [typeof(EnquiryReference)] = "an enquiry reference, e.g. SEFTON-2026-000123",
    };

    public static string Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return Simple.TryGetValue(plain, out var words) ? words
            : plain.IsEnum ? $"one of {string.Join(", ", Words.Of(plain).Keys)}"
            : typeof(IEnumerable).IsAssignableFrom(plain) ? "a list"
            : "an object";
    }
}
